"""What the settings dialog needs to know about an API key, without holding the key itself."""

from dataclasses import dataclass

from vidu_desktop.domain.key_place import KeyPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """`place` is where the key in use is kept, None if there is no key. `available` are the places for a new key, the best
    first. `note` says, in the person's language, why a better place can't be used; it may be empty. `environment_base_url` is
    the value of ZAI_BASE_URL, empty if it isn't set. `variable` is the environment variable that holds the key, if `place` is
    the environment.
    """

    place: KeyPlace | None = None
    available: tuple[KeyPlace, ...] = (KeyPlace.KEYRING, KeyPlace.SESSION, KeyPlace.FILE)
    note: str = ""
    environment_base_url: str = ""
    variable: str = "ZAI_API_KEY"
