"""Where the API key may lie."""

from enum import StrEnum


class KeyPlace(StrEnum):
    """Where a key is, or is to be kept."""

    ENVIRONMENT = "environment"
    """ZAI_API_KEY; can't be changed from here."""
    SESSION = "session"
    """Forgotten when the program ends."""
    KEYRING = "keyring"
    FILE = "file"
    """A file that is called unencrypted, readable by this person only; only by their choice."""
