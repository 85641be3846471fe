"""The person's settings as one frozen value. The key isn't among them; it lives in the keyring."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlsplit

from vidu_desktop.domain.amounts import ZERO, Currency, Money
from vidu_desktop.domain.catalogue import ModelSpec
from vidu_desktop.domain.doors import DEFAULT_BASE_URL, DOOR_CURRENCIES, DOOR_NAMES, Door, door_of
from vidu_desktop.domain.options import Options
from vidu_desktop.domain.proxy import ProxySetting, host_as_asked
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

BASE_URL_REFUSED = "base-url-refused"
"""Code of the pause when the address from the environment can't be used: only another start ends it, no
button.
"""
SETTINGS_DAMAGED = "settings-damaged"
"""Code of the pause when the settings file is damaged: the next save ends it."""
PRICE_UNKNOWN = "price-unknown"
"""Code of the refusal of an order whose price is unknown."""
JOBS_AT_ONCE_MOST = 20
TRASH_DAYS_MOST = 3650
_URL_MOST_CHARS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`library_dir` empty means the platform's videos folder. `jobs_at_once` is the maximum for each model.
    `prices` override the catalogue by model name, in US dollars; `bigmodel_prices` are the only known prices
    of BigModel, in yuan. `budgets` hold a cap for each currency; without any there is no cap.
    `trust_repeat_refusal` lets an order whose answer was lost be sent again by itself with the same request
    id, trusting that the service refuses a repeat (1231); off by default, because that is documented but was
    never tried. `appearance` is `system`, `light` or `dark`; `language` is `system` or one of `LANGUAGES`.
    `empty_trash_after_days` is how long a video stays in the library's trash; 0 is for ever. `notify` lets
    the desktop announce what has ended or failed while another window is in front, `notify_sound` with a
    sound.
    """

    base_url: str = DEFAULT_BASE_URL
    library_dir: str = ""
    jobs_at_once: int = 5
    prices: Mapping[str, Decimal] = field(default_factory=dict)
    budgets: Mapping[Currency, Money] = field(default_factory=dict)
    trust_repeat_refusal: bool = False
    appearance: str = "system"
    language: str = "system"
    empty_trash_after_days: int = 0
    proxy: ProxySetting = field(default_factory=ProxySetting)
    notify: bool = True
    notify_sound: bool = False
    bigmodel_prices: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def door(self) -> Door:
        """The door that new orders go through."""
        return door_of(self.base_url)

    @property
    def currency(self) -> Currency:
        """The currency in which new orders are charged."""
        return DOOR_CURRENCIES[self.door]

    def budget_in(self, currency: Currency) -> Money | None:
        """Return the cap for a currency; None for no cap. A person who has set a cap only in another currency
        has allowed nothing in this one.
        """
        return self.budgets.get(currency, Money(ZERO, currency)) if self.budgets else None

    @property
    def own_prices(self) -> Mapping[str, Decimal]:
        """The prices that the person set for this door, by model name, in its currency."""
        return self.bigmodel_prices if self.door is Door.BIGMODEL else self.prices

    @property
    def usual_prices_count(self) -> bool:
        """Whether the catalogue's prices, which are Z.AI's, hold where the person set none."""
        return self.door is Door.ZAI

    def known_price(self, spec: ModelSpec, options: Options) -> Money | None:
        """Return the price of one video at this door: the one that the person set, else the catalogue's; None
        when neither is known.
        """
        own = self.own_prices.get(spec.model)
        amount = spec.price.of(options) if own is None and self.usual_prices_count else own
        return None if amount is None else Money(amount, self.currency)

    def price_of(self, spec: ModelSpec, options: Options) -> Money:
        """Return the price as `known_price` does. Raises BadInput when it is unknown: no budget could count
        it.
        """
        price = self.known_price(spec, options)
        if price is None:
            values = {"model": spec.name, "door": DOOR_NAMES[self.door]}
            raise BadInput(PRICE_UNKNOWN, Sentence(_PRICE_UNKNOWN, values))
        return price


_PRICE_UNKNOWN = QT_TRANSLATE_NOOP(
    "settings",
    "What a video of {model} costs at {door} isn't known, so nothing was sent. Give the price under Settings > Work and "
    "money; rehearsals are free.",
)


def is_loopback_host(host: str) -> bool:
    """Whether `host` names this computer itself: `localhost`, 127.0.0.0/8 or ::1."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def checked_base_url(text: str) -> str:
    """Return a usable base address without a trailing slash. Raises BadInput unless it is https, or http to
    this computer itself: over plain http, anybody on the way could read the key.
    """
    url = text.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.port == 0 or len(url) > _URL_MOST_CHARS or not url.isprintable() or not host_as_asked(host):
            host = ""
    except ValueError:
        host, parts = "", urlsplit("")
    if (
        not host
        or parts.scheme not in ("http", "https")
        or parts.username is not None
        or parts.query
        or parts.fragment
    ):
        raise BadInput(
            "base-url",
            Sentence(
                QT_TRANSLATE_NOOP(
                    "settings", "“{url}” isn't an address of a service. It looks like {example}."
                ),
                {"url": text, "example": DEFAULT_BASE_URL},
            ),
        )
    if parts.scheme == "http" and not is_loopback_host(host):
        raise BadInput(
            "base-url-insecure",
            Sentence(
                QT_TRANSLATE_NOOP(
                    "settings",
                    "“{url}” would send your key unencrypted. Use an address that begins with https.",
                ),
                {"url": text},
            ),
        )
    return url
