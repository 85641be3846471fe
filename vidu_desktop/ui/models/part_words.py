"""How a video is changed in a film, in short."""

from PySide6.QtCore import QCoreApplication

from vidu_desktop.domain.film import FilmPart
from vidu_desktop.ui.text import say_number


def part_words(part: FilmPart) -> str:
    """Return a short text with the frames left out, the speed and the cross-fade; empty if none of them is set."""
    words: list[str] = []
    if part.skip_first or part.skip_last:
        words.append(f"−{part.skip_first} … −{part.skip_last}")
    if part.speed != 1.0:
        words.append(f"{say_number(part.speed)}×")
    if part.fade:
        words.append(QCoreApplication.translate("PartRow", "cross-fade {frames}").format(frames=part.fade))
    return " · ".join(words)
