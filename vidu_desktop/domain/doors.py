"""The two doors of the service: the same models, but each with its own account, key and prices."""

from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlsplit

from vidu_desktop.domain.amounts import Currency

DEFAULT_BASE_URL = "https://api.z.ai/api/paas/v4"


class Door(StrEnum):
    """Z.AI is the international door, BigModel that of mainland China. An address that the person set counts
    as Z.AI's.
    """

    ZAI = "zai"
    BIGMODEL = "bigmodel"


DOOR_URLS = {Door.ZAI: DEFAULT_BASE_URL, Door.BIGMODEL: "https://open.bigmodel.cn/api/paas/v4"}
DOOR_NAMES = {Door.ZAI: "Z.AI", Door.BIGMODEL: "BigModel"}
DOOR_CURRENCIES = {Door.ZAI: Currency.USD, Door.BIGMODEL: Currency.CNY}
"""The currency in which each door charges."""
_BIGMODEL_HOST = "bigmodel.cn"
_ZAI_HOST = "z.ai"


@lru_cache(maxsize=64)
def door_of(base_url: str) -> Door:
    """Return the door to which an address belongs: its key and prices hold there."""
    return Door.BIGMODEL if _is_at(_BIGMODEL_HOST, _host_of(base_url)) else Door.ZAI


def service_name(base_url: str) -> str:
    """Return the name of the service at an address: that of its door, or the host of an address that the
    person set.
    """
    door, host = door_of(base_url), _host_of(base_url)
    return host if door is Door.ZAI and host and not _is_at(_ZAI_HOST, host) else DOOR_NAMES[door]


def _host_of(base_url: str) -> str:
    try:
        return (urlsplit(base_url).hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _is_at(domain: str, host: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def way_to_door(meant_for: str | None, today: str) -> str:
    """Return the address for an order that no service has yet: the one in today's settings, but never one of
    the other door.

    `meant_for` is the service's address when the order was made; None for an order of an earlier version,
    which knew only Z.AI's prices.
    """
    meant = meant_for or DEFAULT_BASE_URL
    return today if door_of(meant) is door_of(today) else meant
