"""Decides which of PyInstaller's findings don't belong into a bundle: libraries of the build machine's desktop, and files
that the program never loads.

On Linux, Qt's theme for GTK would add GTK with 50 libraries, which would clash with those of the person's desktop. Without
the theme, Qt asks the desktop's portal for dialogs.
"""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""The place in the bundle, the source file, and PyInstaller's kind of entry."""

_UNWANTED = re.compile(
    r"platformthemes/libqgtk3"
    r"|PySide6/.*translations/(?!qtbase_(zh_CN|ja)\.qm)[^/]+\.qm$"  # Qt's own texts in languages that the program doesn't have
    r"|PySide6/(?:Qt/)?qml/"
    # for screens without a desktop, with libraries of their own
    r"|/plugins/(?:egldeviceintegrations|generic|platforms/\w*q(?:eglfs|linuxfb|vkkhrdisplay|vnc|minimalegl))"
    r"|qtvirtualkeyboard"
    r"|opentimelineview"
    r"|/__pycache__/"
)
_XCB_UTILITIES = re.compile(r"libxcb-(?:cursor|icccm|image|keysyms|render-util|util)\.so")
"""Small, stable, and missing on many desktops."""
_FOUND_BY_NAME = re.compile(r"^libpython|FFmpegStub|/plugins/")
"""Files that no other file is linked to."""


def pruned(binaries: Iterable[Entry], datas: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return both lists without unwanted entries. On Linux, libraries are left out, too, that nothing needs or that each
    system must bring itself: a newer system's drivers don't work with an older libstdc++ or libX11.
    """
    kept, kept_datas = wanted(binaries), wanted(datas)
    if sys.platform != "linux":
        return kept, kept_datas
    from PyInstaller.depend.bindepend import get_imports

    def needs(path: str) -> set[str]:
        return {name for name, _ in get_imports(path)}

    stays = needed(kept, needs)
    names = {Path(name).name for name, _, _ in stays}
    # PyInstaller lists a link to a library as data.
    return stays, [entry for entry in kept_datas if entry[2] != "SYMLINK" or Path(entry[1]).name in names]


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries without those that are unwanted by their names."""
    return [entry for entry in entries if not _UNWANTED.search(entry[0].replace("\\", "/"))]


def needed(binaries: list[Entry], needs: Callable[[str], set[str]]) -> list[Entry]:
    """Return what modules and plug-ins need, directly or not; `needs` has the names that each file is linked to. Of the build
    machine's own libraries, only those that Python needs are kept, and the utilities of XCB.
    """
    files = {Path(entry[0]).name: entry for entry in binaries}

    def reached_from(names: set[str]) -> set[str]:
        reached, waiting = set(names), list(names)
        while waiting:
            found = {Path(name).name for name in needs(files[waiting.pop()][1])} & files.keys() - reached
            reached |= found
            waiting += found
        return reached

    roots = {
        key for key, (name, _, kind) in files.items() if kind == "EXTENSION" or _FOUND_BY_NAME.search(name)
    }
    of_python = {key for key in roots if "lib-dynload/" in files[key][0] or key.startswith("libpython")}
    of_the_system = {
        key for key, (_, source, _) in files.items() if source.startswith(("/usr/lib/", "/lib/"))
    }
    stays = reached_from(roots) - of_the_system | reached_from(of_python)
    stays |= {key for key in of_the_system if _XCB_UTILITIES.match(key)}
    return [entry for entry in binaries if Path(entry[0]).name in stays]
