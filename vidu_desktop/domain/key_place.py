"""Where the API key can be kept."""

from enum import StrEnum


class KeyPlace(StrEnum):
    """The place of a key, now or in future."""

    ENVIRONMENT = "environment"
    """In ZAI_API_KEY, or for BigModel also in ZHIPUAI_API_KEY: variables that the program can't change."""
    SESSION = "session"
    """In memory only, until the program ends."""
    KEYRING = "keyring"
    FILE = "file"
    """In an unencrypted file that only this person can read; only if they choose it."""
