"""The files for desktops and terminals agree with the program: man page and completions with the command line's grammar, all
others with the desktop's own checking tools.
"""

import argparse
import re
import shutil
import struct
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.cli.arguments import parser
from vidu_desktop.cli.grammar import EXIT_CODES

DESKTOP_DIR = CHECKOUT_DIR / "packaging" / "desktop"
MAN_PAGE = (DESKTOP_DIR / "vidu-desktop.1").read_text("utf-8")
COMPLETIONS = sorted((DESKTOP_DIR / "completions").iterdir())
MAKE_THEM = "run: .venv/bin/python packaging/desktop/make.py"


def plain(page: str) -> str:
    """Return a page without the marks that only a formatter or a shell reads, so that its words can be found."""
    return re.sub(r"\s+", " ", re.sub(r"\\f[BRI]|\\|'|`", "", page))


def options_of(page: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", page))


def grammars(grammar: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield grammar
    for action in grammar._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from grammars(inner)


def actions() -> list[argparse.Action]:
    return [
        action
        for grammar in grammars(parser())
        for action in grammar._actions
        if action.help is not argparse.SUPPRESS
    ]


OPTIONS = {option for action in actions() for option in action.option_strings if option.startswith("--")}
VERBS = [
    verb
    for grammar in actions()
    if isinstance(grammar, argparse._SubParsersAction)
    for verb in grammar._choices_actions
]
MEANINGS = [plain(str(one.help).replace("%%", "%")) for one in [*actions(), *VERBS] if one.help]


def test_the_man_page_says_of_each_command_and_option_what_the_grammar_says() -> None:
    page = plain(MAN_PAGE)
    assert [words for words in MEANINGS if words not in page and "show this help" not in words] == [], (
        MAKE_THEM
    )
    assert [g.prog for g in grammars(parser()) if g.prog not in page] == [], MAKE_THEM


def test_the_man_page_has_every_option_and_none_that_is_gone() -> None:
    assert options_of(MAN_PAGE.replace("\\-", "-")) | {"--help"} == OPTIONS, MAKE_THEM


def test_the_man_page_knows_the_version_and_the_exit_codes() -> None:
    project = tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text("utf-8"))["project"]
    assert f'"vidu\\-desktop {project["version"]}"' in MAN_PAGE, MAKE_THEM
    codes = re.findall(r"^ +(\d+) +(.+)$", EXIT_CODES, re.MULTILINE)
    assert [words for _, words in codes if plain(words) not in plain(MAN_PAGE)] == [], MAKE_THEM


@pytest.mark.parametrize("path", COMPLETIONS, ids=lambda path: path.name)
def test_a_completion_offers_what_the_grammar_has_and_nothing_else(path: Path) -> None:
    # given what a shell's script offers; fish writes `-l option` on lines of its own
    page = path.read_text("utf-8")
    if path.suffix == ".fish":
        page = "\n".join(line for line in page.splitlines() if line.startswith("complete "))
        page = page.replace(" -l ", " --")

    # then it has every verb and option, and none that is gone
    assert options_of(page) == OPTIONS, MAKE_THEM
    verbs = {str(verb.dest) for verb in VERBS}
    assert [verb for verb in verbs if not re.search(rf"\b{re.escape(verb)}\b", page)] == [], MAKE_THEM


@pytest.mark.parametrize("path", COMPLETIONS, ids=lambda path: path.name)
def test_a_shell_reads_its_completion(path: Path) -> None:
    shell = {".bash": "bash", ".fish": "fish", "": "zsh"}[path.suffix]
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    subprocess.run([shell, "-n", path], check=True)


def test_the_desktop_entry_is_valid() -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("needs desktop-file-utils")
    entry = DESKTOP_DIR / "vidu-desktop.desktop"
    found = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (found.stdout, found.returncode) == ("", 0)


def test_the_metainfo_is_valid() -> None:
    if shutil.which("appstreamcli") is None:
        pytest.skip("needs appstream")
    page = DESKTOP_DIR / "vidu-desktop.metainfo.xml"
    found = subprocess.run(
        ["appstreamcli", "validate", "--no-net", page], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout


def test_each_icon_has_the_size_that_it_is_named_by() -> None:
    icons = {path.stem: path.read_bytes() for path in (DESKTOP_DIR / "icons").glob("*.png")}
    sizes = {name: struct.unpack(">II", content[16:24]) for name, content in icons.items()}
    assert sizes == {name: (int(name), int(name)) for name in icons}
    assert {"16", "32", "48", "128", "256", "512"} <= set(icons)
