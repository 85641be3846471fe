"""What the settings need to know about the key, without ever holding it."""

from dataclasses import dataclass

from vidu_desktop.domain.key_place import KeyPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """`place` is where the key is that holds now, None when there is none. `available` can take a new one, best
    first. `note` says in the person's language what keeps a better place from being used, or is empty.
    `environment_base_url` is what ZAI_BASE_URL says; empty when it isn't set. `variable` is that of the environment which
    holds the key, where it is there.
    """

    place: KeyPlace | None = None
    available: tuple[KeyPlace, ...] = (KeyPlace.KEYRING, KeyPlace.SESSION, KeyPlace.FILE)
    note: str = ""
    environment_base_url: str = ""
    variable: str = "ZAI_API_KEY"
