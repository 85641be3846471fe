"""Tool tips that Qt never reads as markup. Qt has no plain format for tips: it guesses by looking for tags."""


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it is, line breaks included."""
    return f'<span style="white-space: pre-wrap">{_escaped(text)}</span>' if text else ""


def short_tip(text: str) -> str:
    """Return a tool tip that shows words on one line as they are. Only those that Qt could take for markup get tags."""
    return plain_tip(text) if "<" in text or "&" in text else text


def _escaped(text: str) -> str:
    # `html.escape` would load the names of two thousand characters before the first paint.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
