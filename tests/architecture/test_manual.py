"""The manual was built from its present pages, shows only existing pictures, and names only entries that the program has."""

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from architecture.source_reading import program_files

MANUAL = Path(__file__).parents[2] / "packaging" / "manual"


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manual_build", MANUAL / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = _builder()


def _texts() -> set[str]:
    """Return every text of the program without its access keys."""
    texts = set()
    for path in program_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(re.sub("&(?!&)", "", node.value).replace("&&", "&").rstrip("…"))
    return texts


@pytest.mark.parametrize("page", BUILD.all_built().items(), ids=lambda item: item[0].parent.name)
def test_the_built_manual_is_as_its_pages_are(page: tuple[Path, str]) -> None:
    path, built = page
    assert path.read_text("utf-8") == built, "run packaging/manual/build.py"


@pytest.mark.parametrize("language", BUILD.languages())
def test_every_picture_of_the_manual_is_there_and_none_besides(language: str) -> None:
    shown = BUILD.pictures_in(BUILD.built(language))
    there = {f"pictures/{path.name}" for path in (BUILD.TARGET / language / "pictures").iterdir()}
    assert shown == there, "run packaging/manual/pictures.py"


@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_the_manual_s_pictures_can_still_be_taken(tmp_path: Path) -> None:
    subprocess.run([sys.executable, MANUAL / "pictures.py", "--into", tmp_path], check=True)
    assert {f"pictures/{path.name}" for path in tmp_path.iterdir()} == BUILD.pictures_in(BUILD.built("en"))


@pytest.mark.parametrize("language", BUILD.languages())
def test_every_language_has_the_same_chapters(language: str) -> None:
    english = [page.name for page in BUILD.pages_of("en")]
    assert [page.name for page in BUILD.pages_of(language)] == english


def test_the_entries_that_the_manual_names_are_in_the_program() -> None:
    texts = _texts()
    elsewhere = {"Load Level", "Import", "Timeline"}  # of editing programs
    named = [
        entry.strip().rstrip("…")
        for page in BUILD.pages_of("en")
        for path in re.findall(
            r"\*((?:File|Edit|View|Video|Library|Help) > [^*]+)\*", page.read_text("utf-8")
        )
        for entry in path.split(" > ")
    ]
    assert named
    assert [entry for entry in named if entry not in texts | elsewhere] == []
