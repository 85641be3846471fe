"""Makes the manual that the program opens from the pages in this folder.

    .venv/bin/python packaging/manual/build.py            write resources/manual
    .venv/bin/python packaging/manual/build.py --check    say what isn't as the pages are, and end with 1

Each language has a folder of pages, which become one page without scripts and without anything from outside. Its pictures are
made by pictures.py and are beside that page.
"""

import argparse
import html
import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TARGET = ROOT / "resources" / "manual"
CHANGELOG = ROOT / "packaging" / "CHANGELOG.md"
NO_BLANKS = ("zh_CN", "ja")
"""Languages whose lines are joined without a blank."""
TITLES = {"en": "Vidu Desktop: the manual", "zh_CN": "Vidu Desktop 使用手册", "ja": "Vidu Desktop マニュアル"}


def pages_of(language: str) -> list[Path]:
    """Return a language's pages in order."""
    return sorted((HERE / language).glob("*.md"))


def languages() -> list[str]:
    """Return the languages that have pages."""
    return [language for language in TITLES if pages_of(language)]


def built(language: str) -> str:
    """Return a language's whole manual as HTML."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    if language in NO_BLANKS:
        reader.add_render_rule("softbreak", lambda *_: "")
    contents, chapters = [], []
    for number, page in enumerate(pages_of(language), start=1):
        tokens = reader.parse(_beside(page.read_text("utf-8"), language))
        name = _name_headings(tokens, number)
        contents.append(f'<li><a href="#{number}">{html.escape(name)}</a></li>')
        chapters.append(
            f'<section id="{number}">\n{reader.renderer.render(tokens, reader.options, {})}</section>'
        )
    head = "<nav><h1>{}</h1><ol>\n{}\n</ol></nav>".format(html.escape(TITLES[language]), "\n".join(contents))
    return _page(language, TITLES[language], "../manual.css", head, "\n".join(chapters))


def changes() -> str:
    """Return the changes that concern people, as a page of its own."""
    reader = MarkdownIt("commonmark", {"html": False})
    return _page(
        "en",
        "Vidu Desktop: changes",
        "manual.css",
        "<nav></nav>",
        reader.render(CHANGELOG.read_text("utf-8")),
    )


def _page(language: str, title: str, style: str, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{language.replace("_", "-")}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{html.escape(title)}</title>\n<link rel="stylesheet" href="{style}">\n</head>\n'
        f"<body>\n{head}\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def all_built() -> dict[Path, str]:
    """Return every built page by its path."""
    pages = {TARGET / language / "index.html": built(language) for language in languages()}
    return pages | {TARGET / "changes.html": changes()}


def _beside(page: str, language: str) -> str:
    """Return a page with the paths of its pictures as seen from the built page."""
    return page.replace(f"](../../../resources/manual/{language}/", "](")


def _name_headings(tokens: list[Token], chapter: int) -> str:
    """Give each heading below the first an anchor, and return the chapter's name."""
    name, below = "", 0
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        if token.tag == "h1":
            name = tokens[place + 1].content
        else:
            below += 1
            token.attrSet("id", f"{chapter}.{below}")
    return name


def pictures_in(page: str) -> set[str]:
    """Return the paths of the pictures in a built page."""
    return set(re.findall(r'<img src="([^"]+)"', page))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    only_look = parser.parse_args().check
    stale = []
    for target, page in all_built().items():
        if target.is_file() and target.read_text("utf-8") == page:
            continue
        stale.append(str(target.relative_to(ROOT)))
        if not only_look:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, "utf-8")
    print("\n".join(stale) if stale else "as the pages are")
    return 1 if only_look and stale else 0


if __name__ == "__main__":
    sys.exit(main())
