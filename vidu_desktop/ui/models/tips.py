"""Tool tips that Qt must never read as markup: they have no plain format, and guess by looking for tags."""


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it is, line breaks included."""
    return f'<span style="white-space: pre-wrap">{_escaped(text)}</span>' if text else ""


def _escaped(text: str) -> str:
    # `html.escape` would bring the names of two thousand characters to the first paint.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
