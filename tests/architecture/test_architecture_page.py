"""ARCHITECTURE.md and the docstring of each package agree with the source tree."""

import ast
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from architecture.source_reading import CHECKOUT_DIR, PROGRAM_DIR, program_files

PAGE = (CHECKOUT_DIR / "packaging" / "ARCHITECTURE.md").read_text("utf-8")
PACKAGES = {
    path.parent.relative_to(PROGRAM_DIR.parent).as_posix().removeprefix("vidu_desktop/"): path
    for path in program_files()
    if path.name == "__init__.py"
}
SOURCE = "\n".join(path.read_text("utf-8") for path in program_files())


def section(page: str, heading: str) -> str:
    return page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def packages_of(page: str) -> list[str]:
    """Return the packages in the page's first table, in its order."""
    return re.findall(r"^\| `([^`]+)` \|", section(page, "What lies where"), re.MULTILINE)


def spoken(page: str) -> list[str]:
    """Return everything in backticks on the page, outside its code blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL))


def missing_files(page: str) -> Iterator[str]:
    """Yield the files and folders that the page names and that don't exist."""
    for name in spoken(page):
        is_path = re.fullmatch(r"\.?[\w-][\w./-]*(\.(py|md|toml)|/)|[\w/-]+/\w+", name)
        if is_path and not any((above / name).exists() for above in (PROGRAM_DIR, CHECKOUT_DIR)):
            yield name


def missing_names(page: str, source: str) -> Iterator[str]:
    """Yield the classes and methods that the page names and that the source doesn't define."""
    for name in spoken(page):
        if owner := re.fullmatch(r"([A-Z][a-z]\w*)(?:\.([a-z]\w*))?", name):
            defined = [rf"^class {owner[1]}\b"]
            if owner[2]:
                defined.append(rf"^    (async )?def {owner[2]}\b")
            if not all(re.search(line, source, re.MULTILINE) for line in defined):
                yield name


def what_a_map_lacks(source: str, modules: set[str]) -> Iterator[str]:
    """Yield what a package's `__init__` fails to say: what is in the package, and what it may import.

    If it lists modules (`replies, part_file what ...`), they must be the package's own.
    """
    words = ast.get_docstring(ast.parse(source)) or ""
    if not words:
        yield "no docstring"
    elif len(re.findall(r"[.:](?=\s|$)", words)) < 2:
        yield "fewer than two sentences"
    elif not re.search(r"\bimports?\b|\bimported\b", words):
        yield "nothing about imports"
    for listed in re.findall(r"^(\w+(?:, \w+)*) {2,}\S", words, re.MULTILINE):
        yield from (f"no module {name}" for name in listed.split(", ") if name not in modules)


def test_the_page_names_every_package_once() -> None:
    assert sorted(packages_of(PAGE)) == sorted(PACKAGES)


def test_no_two_modules_have_one_name_but_the_ports() -> None:
    """A module name may occur twice only where the page says how the packages tell the two apart."""
    names = Counter(path.name for path in program_files())

    assert {name for name, count in names.items() if count > 1} == {"__init__.py", "ports.py"}


def test_every_file_that_the_page_names_is_there() -> None:
    assert list(missing_files(PAGE)) == []


def test_every_class_that_the_page_names_is_there() -> None:
    assert list(missing_names(PAGE, SOURCE)) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_what_lives_there_and_what_may_be_imported(package: str) -> None:
    modules = {path.stem for path in PACKAGES[package].parent.glob("*.py")}
    assert list(what_a_map_lacks(PACKAGES[package].read_text("utf-8"), modules)) == []


def test_what_is_not_in_the_tree_is_seen() -> None:
    page = """
## What lies where

| `engine` | jobs |
| `attic` | nothing |

## Words

`engine/engine.py`, `engine/gone.py`, `packaging/lost.md`, `ui/nowhere`, `tests/homes/`, `Engine.submit_many`,
`Engine.juggle`, `Walks`.

```
data/elsewhere.py
```
"""
    assert packages_of(page) == ["engine", "attic"]
    assert list(missing_files(page)) == ["engine/gone.py", "packaging/lost.md", "ui/nowhere"]
    source = "class Engine:\n    def submit_many(self): ...\n"
    assert list(missing_names(page, source)) == ["Engine.juggle", "Walks"]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "import os\n",
        '"""Jobs over time."""\n',
        '"""Jobs over time. Seen through ports."""\n',
        '"""Jobs over time. It imports the domain.\n\nengine, walks   the verbs\n"""\n',
    ],
)
def test_an_init_that_says_too_little_is_seen(source: str) -> None:
    assert len(list(what_a_map_lacks(source, {"engine"}))) == 1


def test_a_whole_init_is_left_alone() -> None:
    source = '"""Jobs over time. It imports the domain.\n\nengine   the verbs\n"""\n'
    assert list(what_a_map_lacks(source, {"engine"})) == []
