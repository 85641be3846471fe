"""The choices for all rows of a batch, read from its dialog's fields and written into them."""

from typing import TYPE_CHECKING

from vidu_desktop.domain.sheet_wishes import SaidForAll

if TYPE_CHECKING:
    from vidu_desktop.ui.dialogs.batch_dialog import BatchDialog


def said_in(dialog: "BatchDialog", folders: tuple[str, ...]) -> SaidForAll:
    """Return the dialog's present choices; `folders` are further folders in which pictures are looked for."""
    wishes, reading = dialog.wishes, dialog.reading
    return SaidForAll(
        prompt=wishes.prompt.toPlainText(),
        no_prompt=wishes.no_prompt.isChecked(),
        settings=wishes.chosen_settings,
        takes=wishes.takes.value(),
        hidden=dialog.groups.hidden or "",
        pairs=reading.pairs,
        encoding=reading.encoding,
        separator=reading.separator,
        header_line=reading.header_line,
        folders=folders,
        budget=dialog.foot.budget.text(),
    )


def put_said(dialog: "BatchDialog", said: SaidForAll) -> None:
    """Set the dialog's choices without sending a signal."""
    dialog.wishes.put(said.prompt, no_prompt=said.no_prompt, settings=said.settings, takes=said.takes)
    dialog.groups.choose_hidden(said.hidden)
    dialog.reading.choose(said.pairs, said.read_as)
    dialog.foot.budget.setText(said.budget)
