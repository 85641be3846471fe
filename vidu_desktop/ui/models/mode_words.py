"""The one table of the modes' names and of the names of their pictures; their keys are in `key_table`.

A further mode needs a row here, a tab in `ui.tabs` and an entry in the catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.catalogue import CATALOGUE, spec_for_model, specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeWords:
    """`menu_name` includes the mnemonic (`&`). `picture_names` are by place; the last one, with `{number}`, names all that
    follow. The empty stage shows `invitation` (what to drop) and `outlook` (what becomes of it).
    """

    name: str
    menu_name: str
    picture_names: tuple[str, ...]
    invitation: str
    outlook: str


MODES: Mapping[Mode, ModeWords] = {
    Mode.IMAGE: ModeWords(
        name=QT_TRANSLATE_NOOP("Modes", "Image to video"),
        menu_name=QT_TRANSLATE_NOOP("Modes", "&Image to video"),
        picture_names=(QT_TRANSLATE_NOOP("Modes", "First frame"),),
        invitation=QT_TRANSLATE_NOOP("Modes", "Drop a picture here"),
        outlook=QT_TRANSLATE_NOOP(
            "Modes", "It becomes the first frame of a video. Write what should move, then rehearse for free."
        ),
    ),
    Mode.START_END: ModeWords(
        name=QT_TRANSLATE_NOOP("Modes", "Start & end frame"),
        menu_name=QT_TRANSLATE_NOOP("Modes", "&Start && end frame"),
        picture_names=(QT_TRANSLATE_NOOP("Modes", "Start frame"), QT_TRANSLATE_NOOP("Modes", "End frame")),
        invitation=QT_TRANSLATE_NOOP("Modes", "Drop two pictures here"),
        outlook=QT_TRANSLATE_NOOP(
            "Modes", "A video goes from the first to the second. Write how, then rehearse for free."
        ),
    ),
    Mode.REFERENCE: ModeWords(
        name=QT_TRANSLATE_NOOP("Modes", "Reference"),
        menu_name=QT_TRANSLATE_NOOP("Modes", "&Reference"),
        picture_names=(QT_TRANSLATE_NOOP("Modes", "Reference {number}"),),
        invitation=QT_TRANSLATE_NOOP("Modes", "Drop pictures here"),
        outlook=QT_TRANSLATE_NOOP(
            "Modes", "Who or what is in them appears in a video. Write what happens, then rehearse for free."
        ),
    ),
}


def _words_of(mode: str) -> ModeWords | None:
    return next((words for one, words in MODES.items() if one == mode), None)


def mode_name(mode: str) -> str:
    """Return a mode's name as the tabs write it; an unknown mode is returned as it is."""
    words = _words_of(mode)
    return str(mode) if words is None else translate("Modes", words.name)


def mode_menu_name(mode: Mode) -> str:
    """Return a mode's name for the menu, with its mnemonic."""
    return translate("Modes", MODES[mode].menu_name)


def empty_stage_words(mode: Mode) -> tuple[str, str]:
    """Return what to drop on the empty stage in this mode, and what becomes of it."""
    words = MODES[mode]
    return translate("Modes", words.invitation), translate("Modes", words.outlook)


def picture_name(mode: str, place: int) -> str:
    """Return the name of the picture at a place (from 0) of a request."""
    words = _words_of(mode) or MODES[Mode.REFERENCE]
    name = words.picture_names[min(place, len(words.picture_names) - 1)]
    return translate("Modes", name).format(number=place + 1)


def order_name(model: str, mode: str) -> str:
    """Return the name of what is ordered: the mode, with the model where it isn't the mode's first one. An unknown model is
    returned as it is.
    """
    offers = specs_for_mode(mode)
    offer = next((one for one in offers if one.model == model), None)
    if offer is None:
        return model
    return mode_name(mode) if offer.name == offers[0].name else f"{mode_name(mode)} · {offer.name}"


def model_name(model: str) -> str:
    """Return what a model is called in the tabs. An unknown model is returned as it is."""
    spec = spec_for_model(model)
    return model if spec is None else spec.name


def model_with_mode(model: str) -> str:
    """Return a name that no other model has: the service's name stands for one mode of what the tabs call a model."""
    spec = spec_for_model(model)
    if spec is None or sum(one.name == spec.name for one in CATALOGUE) == 1:
        return model_name(model)
    return f"{spec.name} · {mode_name(spec.modes[0].mode)}"
