"""Tool tips that Qt must never read as markup: they have no plain format, and guess by looking for tags."""

from html import escape


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it is, line breaks included."""
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if text else ""
