"""The environment variables that may hold an API key. Imports nothing of ours: the window needs it right after the first paint."""

from collections.abc import MutableMapping

KEY_VARIABLE = "ZAI_API_KEY"
BIGMODEL_VARIABLE = "ZHIPUAI_API_KEY"
"""The variable that the official client for BigModel reads."""


def take_keys(environ: MutableMapping[str, str]) -> dict[str, str]:
    """Remove all keys from an environment, and return them by the names of their variables. Programs that are started
    afterwards don't inherit them.
    """
    taken = {name: environ.pop(name, "") for name in (KEY_VARIABLE, BIGMODEL_VARIABLE)}
    return {name: text for name, text in taken.items() if text}
