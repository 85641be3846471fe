"""The first picture in what a browser hands over of a page."""

from html.parser import HTMLParser

from typing_extensions import override


def first_picture_in(html: str) -> str:
    """Return its address as it is written there; empty without one."""
    found = _FirstPicture()
    found.feed(html)
    return found.source


class _FirstPicture(HTMLParser):
    source = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img" and not self.source:
            self.source = (dict(attrs).get("src") or "").strip()
