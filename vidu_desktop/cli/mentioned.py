"""Names of the shelf in a command's prompt: they are replaced by words, and their pictures are added to the command's own."""

import argparse
from pathlib import Path

from vidu_desktop.cli.reports import Report
from vidu_desktop.cli.requests import as_text
from vidu_desktop.domain.modes import SUBJECT_MODES
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.library.shelving import Shelf


async def with_shelf(options: argparse.Namespace, shelf: Shelf, report: Report) -> argparse.Namespace:
    """Return the options with the names in the prompt replaced, and report what is sent instead. Raises BadInput for a name
    that isn't on the shelf, and when there is no picture at all; DiskTrouble.
    """
    prompt, pictures = as_text(options.prompt), list(options.pictures)
    said = await shelf.resolve(prompt)
    if options.mode in SUBJECT_MODES:
        pictures += map(Path, await shelf.paths_to_add(said, list(map(str, pictures))))
    if said.text != prompt:
        report.say(sent_as(said.text))
    if not pictures:
        raise BadInput("pictures-missing", Sentence(_NO_PICTURE))
    return argparse.Namespace(**{**vars(options), "prompt": said.text, "pictures": pictures})


def sent_as(text: str) -> Sentence:
    """Return the sentence that shows the prompt as it is sent."""
    return Sentence(_SENT_AS, {"text": text})


_SENT_AS = QT_TRANSLATE_NOOP("command line", "Sent as: {text}")
_NO_PICTURE = QT_TRANSLATE_NOOP(
    "command line",
    "Name a picture at least. With `reference`, @NAME in the prompt brings the pictures from the shelf.",
)
