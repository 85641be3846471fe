"""Marks sentences for the translators without needing Qt: `lupdate` knows the function's name."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the name that lupdate looks for
    """Give `text` back unchanged; where it is shown, it is looked up under `context`."""
    return text
