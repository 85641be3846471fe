"""The two doors of the service: the same models, but another account, another key and other prices at each."""

from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlsplit

from vidu_desktop.domain.amounts import Currency

DEFAULT_BASE_URL = "https://api.z.ai/api/paas/v4"


class Door(StrEnum):
    """Z.AI is the international one, BigModel that of mainland China. An address of one's own counts as Z.AI's."""

    ZAI = "zai"
    BIGMODEL = "bigmodel"


DOOR_URLS = {Door.ZAI: DEFAULT_BASE_URL, Door.BIGMODEL: "https://open.bigmodel.cn/api/paas/v4"}
DOOR_NAMES = {Door.ZAI: "Z.AI", Door.BIGMODEL: "BigModel"}
DOOR_CURRENCIES = {Door.ZAI: Currency.USD, Door.BIGMODEL: Currency.CNY}
"""What each charges in."""
_BIGMODEL_HOST = "bigmodel.cn"


@lru_cache(maxsize=64)
def door_of(base_url: str) -> Door:
    """Return the door to which an address belongs, whose key and prices count there."""
    try:
        host = (urlsplit(base_url).hostname or "").removesuffix(".")
    except ValueError:
        host = ""
    at_bigmodel = host == _BIGMODEL_HOST or host.endswith(f".{_BIGMODEL_HOST}")
    return Door.BIGMODEL if at_bigmodel else Door.ZAI


def way_to_door(meant_for: str | None, today: str) -> str:
    """Return where an order goes that no service has: it follows the settings, but never through the other door.

    `meant_for` is the service's address when it was ordered, None for an order of an earlier version, which knew
    Z.AI's prices only.
    """
    meant = meant_for or DEFAULT_BASE_URL
    return today if door_of(meant) is door_of(today) else meant
