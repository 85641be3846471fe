"""README and REFERENCE agree with the program: whoever adds a verb, a setting, a state or a key must describe it there."""

import argparse
import dataclasses
import json
import re
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from architecture.source_reading import program_files, remarks

from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.cli.arguments import parser
from vidu_desktop.cli.grammar import EXIT_CODES
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.models.key_table import KEY_TABLE

CHECKOUT_DIR = Path(__file__).parents[2]
README = (CHECKOUT_DIR / "README.md").read_text(encoding="utf-8")
REFERENCE = (CHECKOUT_DIR / "packaging" / "REFERENCE.md").read_text(encoding="utf-8")
PAGES = [
    "README.md",
    *(path.relative_to(CHECKOUT_DIR).as_posix() for path in CHECKOUT_DIR.glob("packaging/**/*.md")),
    *(path.relative_to(CHECKOUT_DIR).as_posix() for path in CHECKOUT_DIR.glob(".github/**/*.md")),
]


def commands_of(grammar: argparse.ArgumentParser, so_far: str = "vidu-desktop") -> Iterator[str]:
    """Yield every complete command, verbs only: `vidu-desktop library list`."""
    deeper = [action for action in grammar._actions if isinstance(action, argparse._SubParsersAction)]
    if not deeper or not deeper[0].required:
        yield so_far
    for action in deeper:
        for verb, inner in action.choices.items():
            yield from commands_of(inner, f"{so_far} {verb}")


def options_of(grammar: argparse.ArgumentParser) -> Iterator[str]:
    for action in grammar._actions:
        yield from (option for option in action.option_strings if option not in ("-h", "--help"))
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from options_of(inner)


def code_blocks(page: str) -> list[str]:
    return re.findall(r"^```\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", sorted(set(commands_of(parser()))))
def test_every_command_is_described(command: str) -> None:
    assert re.search(rf"^{re.escape(command)}\b", "\n".join(code_blocks(REFERENCE)), re.MULTILINE)


@pytest.mark.parametrize("option", sorted(set(options_of(parser()))))
def test_every_option_is_described(option: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", REFERENCE)


@pytest.mark.parametrize("code", re.findall(r"^ +(\d+) ", EXIT_CODES, re.MULTILINE))
def test_every_exit_code_is_described(code: str) -> None:
    assert f"\n| {code} | " in REFERENCE


def test_every_setting_of_the_file_is_described(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path, {}).save(Settings())
    names = json.loads(path.read_text())
    assert len(names) >= len(dataclasses.fields(Settings))
    assert [name for name in names if not re.search(rf"^\|.*`{name}`.*\|$", REFERENCE, re.MULTILINE)] == []


@pytest.mark.parametrize("state", JobState)
def test_every_state_says_what_it_means_for_the_money(state: JobState) -> None:
    row = re.search(rf"^\| `{state}` \| (.+) \| (.+) \|$", REFERENCE, re.MULTILINE)
    assert row
    assert all(cell.strip() for cell in row.groups())


FORMS = sorted(
    path.relative_to(CHECKOUT_DIR).as_posix()
    for pattern in (".github/**/*.yml", ".pre-commit-config.yaml")
    for path in CHECKOUT_DIR.glob(pattern)
)
"""Files for machines that also name files of ours."""

STANDARD_KEYS = {
    "Copy": "Ctrl+C",
    "Find": "Ctrl+F",
    "Open": "Ctrl+O",
    "Paste": "Ctrl+V",
    "Preferences": "Ctrl+,",
    "Quit": "Ctrl+Q",
    "Undo": "Ctrl+Z",
}
SPOKEN_KEYS = {
    "Enter": "Return",
    "Del": "Delete",
    ",": "comma",
    ".": "full stop",
    "Backspace": "Delete",
    "Comma": "comma",
    "Period": "full stop",
    "BracketLeft": "[",
    "BracketRight": "]",
    "PageUp": "PgUp",
    "PageDown": "PgDn",
}


def keys_of_the_window() -> set[str]:
    """Return every key that the source names, as REFERENCE.md writes it."""
    table = {key for entry in KEY_TABLE for key in entry.keys}
    sources = [path.read_text(encoding="utf-8") for path in program_files("ui", "app")]
    standard = {
        STANDARD_KEYS[name] for text in sources for name in re.findall(r"\bStandardKey\.([A-Z]\w+)\(?", text)
    }
    chords = {chord for text in sources for chord in re.findall(r'"(Ctrl\+[^"{]+)"', text)}
    single = {name for text in sources for name in re.findall(r"\bKey_(\w+)", text)}
    return (
        standard
        | {SPOKEN_KEYS.get(key, key) for key in table}
        | {chord.replace("Enter", "Return") for chord in chords}
        | {SPOKEN_KEYS.get(k, k) for k in single}
    )


@pytest.mark.parametrize("key", sorted(keys_of_the_window()))
def test_every_key_is_described(key: str) -> None:
    table = REFERENCE.split("\n## Keys\n")[1].split("\n## ")[0]
    cells = [row.split(" | ")[1] for row in table.splitlines() if row.startswith("| ")]
    assert any(re.search(rf"(?<![\w+]){re.escape(key)}(?!\w)", cell) for cell in cells)


def test_the_two_commands_are_there_and_are_the_first_that_a_reader_meets() -> None:
    first, second = (block.strip() for block in code_blocks(README)[:2])
    assert (first, second) == ("bash packaging/run", "bash packaging/check")
    for command in (first, second, "bash packaging/setup", "bash .ci/run"):
        script = CHECKOUT_DIR / command.removeprefix("bash ")
        assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


@pytest.mark.parametrize("page", [*PAGES, *FORMS])
def test_no_page_points_to_something_that_is_not_there(page: str) -> None:
    # given what a page links to, and the files of ours that it names
    text = (CHECKOUT_DIR / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    named = re.findall(r"(?<![/\w.])((?:packaging|resources|tests)/[\w./-]+\w)", text)

    # then all of it is there
    here = (CHECKOUT_DIR / page).parent
    assert [link for link in links if not (here / link).exists()] == []
    assert [name for name in named if not (CHECKOUT_DIR / name).exists()] == []


def missing_pages(text: str) -> list[str]:
    """Return the documents that a text names and that aren't in the repository."""
    named = re.findall(r"[\w./-]*\w\.md\b", text)
    return [name for name in named if not any(f"/{page}".endswith(f"/{name}") for page in PAGES)]


def test_no_source_points_to_a_document_that_is_not_there() -> None:
    sources = program_files() + sorted((CHECKOUT_DIR / "tests").rglob("*.py"))
    texts = {path: text for path in sources if ".md" in (text := path.read_text("utf-8"))}
    found = {path: missing_pages(remarks(text)) for path, text in texts.items()}
    assert {path: names for path, names in found.items() if names} == {}


def test_a_missing_document_is_seen_in_docstrings_and_comments() -> None:
    source = '"""See gone.md and packaging/FAULTS.md."""\nx = 1  # see packaging/lost.md\n'
    assert missing_pages(remarks(source)) == ["gone.md", "packaging/lost.md"]


def test_the_metainfo_knows_this_version() -> None:
    project = tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    metainfo = ET.parse(CHECKOUT_DIR / "packaging" / "desktop" / "vidu-desktop.metainfo.xml")
    releases = [release.get("version") for release in metainfo.iter("release")]
    assert releases[0] == project["version"]
    assert f"## {project['version']}" in (CHECKOUT_DIR / "packaging" / "CHANGELOG.md").read_text("utf-8")


def test_every_direct_dependency_has_a_line_in_the_notice() -> None:
    project = tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=!~;\s\[]", line)[0] for line in project["dependencies"]}
    spoken = {"av": "PyAV", "PySide6_Essentials": "PySide6 Essentials", "PySide6_Addons": "and Addons"}
    notice = (CHECKOUT_DIR / "packaging" / "NOTICE.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if spoken.get(name, name) not in notice] == []


def test_every_script_parses_its_arguments_so_that_help_never_runs_it() -> None:
    scripts = {path: path.read_text("utf-8") for path in CHECKOUT_DIR.glob("packaging/**/*.py")}
    started = {path: text for path, text in scripts.items() if '__name__ == "__main__"' in text}

    assert started
    assert [path.name for path, text in started.items() if "ArgumentParser(" not in text] == []
