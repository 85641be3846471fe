"""Writes the files that tell desktops and terminals about the program: man page and completions, from the grammar of the
command line, and the icons in all sizes, from `resources/icons/app.svg`.

    .venv/bin/python packaging/desktop/make.py

Run it after a change of the grammar. The files are committed, so that a wheel is built without tools. The tools are fetched
into `build/` the first time.
"""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
CHECKOUT_DIR = HERE.parents[1]
sys.path[:0] = [str(CHECKOUT_DIR), str(HERE.parent)]

from fetched_tools import fetch_writers  # noqa: E402

from vidu_desktop.cli.arguments import parser  # noqa: E402
from vidu_desktop.cli.grammar import EXIT_CODES  # noqa: E402
from vidu_desktop.domain.catalogue import CATALOGUE  # noqa: E402
from vidu_desktop.domain.modes import Mode  # noqa: E402

NAME = "vidu-desktop"
SHELLS = {"bash": f"{NAME}.bash", "zsh": f"_{NAME}", "fish": f"{NAME}.fish"}
FILES = ("FILE", "PATH", "PICTURE", "STILL", "CLIP", "SOURCE")
FOLDERS = ("DIR", "FOLDER")
SIDES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIDES_PX = (16, 24, 32, 48, 64, 128, 256)
ENVIRONMENT = """\
VIDU_DESKTOP_HOME: one folder for everything that the program writes, as --home says it

ZAI_API_KEY: the key of the service, where the system's keyring has none

ZAI_BASE_URL: another address of the service"""


def grammars(grammar: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield a grammar and all grammars inside it."""
    yield grammar
    for action in grammar._actions:  # noqa: SLF001 - argparse has no other way in
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for inner in action.choices.values():
                yield from grammars(inner)


def write_man_page(version: str, released: str) -> None:
    from argparse_manpage.manpage import Manpage

    moment = datetime.fromisoformat(released).replace(tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    os.environ["COLUMNS"] = "9999"  # usages on one line, which the reader's window wraps
    top = parser()
    top.description = "Videos from pictures with Z.AI's Vidu 2. Without a command it opens the window."
    for inner in grammars(top):
        inner.epilog = None  # the exit codes are given once, below
    data = {
        "version": version,
        "manual_title": "Vidu Desktop",
        "description": "videos from pictures with Vidu 2",
    }
    page = str(Manpage(top, _data=data)).rstrip()
    codes = re.findall(r"^ +(\d+) +(.+)$", EXIT_CODES, re.MULTILINE)
    page += "\n\n.SH EXIT STATUS\n" + "".join(
        f".TP\n\\fB{code}\\fR\n{roff(words)}\n" for code, words in codes
    )
    page += ".SH ENVIRONMENT\n"
    for line in ENVIRONMENT.split("\n\n"):
        name, words = line.split(": ", 1)
        page += f".TP\n\\fB{name}\\fR\n{roff(words)}\n"
    Path(HERE, f"{NAME}.1").write_text(page, encoding="utf-8")


def roff(words: str) -> str:
    return words.replace("\\", "\\\\").replace("-", r"\-")


def write_completions() -> None:
    import shtab

    for shell, file_name in SHELLS.items():
        top = parser()
        for grammar in grammars(top):
            hint(grammar, shtab.FILE, shtab.DIRECTORY)
        words = shtab.complete(top, shell=shell)
        text = "\n".join(line.rstrip() for line in words.splitlines()) + "\n"
        Path(HERE, "completions", file_name).write_text(text, encoding="utf-8")


def hint(grammar: argparse.ArgumentParser, files: dict[str, str], folders: dict[str, str]) -> None:
    """Return what an argument takes, where its type doesn't tell."""
    for action in grammar._actions:  # noqa: SLF001
        if action.metavar == "MODE":
            action.choices = [mode.value for mode in Mode]
        elif action.dest == "model":
            action.choices = [spec.model for spec in CATALOGUE]
        elif action.metavar in FILES:
            action.complete = files  # type: ignore[attr-defined]
        elif action.metavar in FOLDERS:
            action.complete = folders  # type: ignore[attr-defined]


def write_icons() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([])
    renderer = QSvgRenderer(str(CHECKOUT_DIR / "resources" / "icons" / "app.svg"))

    def drawn(side_px: int) -> Image.Image:
        image = QImage(side_px, side_px, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        return Image.open(BytesIO(bytes(buffer.data().data())))

    icons = HERE / "icons"
    for side_px in SIDES_PX:
        drawn(side_px).save(icons / f"{side_px}.png", optimize=True)
    for_windows = [drawn(side_px) for side_px in WINDOWS_SIDES_PX]
    sizes = [(side_px, side_px) for side_px in WINDOWS_SIDES_PX]
    for_windows[-1].save(icons / f"{NAME}.ico", sizes=sizes, append_images=for_windows[:-1])
    for_mac = [drawn(side_px) for side_px in (32, 64, 128, 256, 512)]
    drawn(1024).save(icons / f"{NAME}.icns", append_images=for_mac)
    application.quit()


def main() -> None:
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    fetch_writers()
    project = tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    release = ElementTree.parse(HERE / f"{NAME}.metainfo.xml").find("releases/release")
    assert release is not None
    write_man_page(project["version"], release.get("date", ""))
    write_completions()
    if "--no-icons" not in sys.argv:
        write_icons()


if __name__ == "__main__":
    main()
