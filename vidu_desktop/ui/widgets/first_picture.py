"""Finds the first picture in the HTML that a browser offers in a drag or in the clipboard."""

from html.parser import HTMLParser

from typing_extensions import override


def first_picture_in(html: str) -> str:
    """Return the address of the first picture as it is written in the HTML; empty if there is none."""
    found = _FirstPicture()
    found.feed(html)
    return found.source


class _FirstPicture(HTMLParser):
    source = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img" and not self.source:
            self.source = (dict(attrs).get("src") or "").strip()
