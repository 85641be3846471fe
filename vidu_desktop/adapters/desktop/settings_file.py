"""The settings on the disk, and the service's address, which ZAI_BASE_URL overrides, as in the official SDK."""

import json
import logging
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.adapters.disk.files import Files, remove_left_parts, write_bytes_atomically
from vidu_desktop.adapters.disk.reading import read_regular
from vidu_desktop.domain.amounts import Currency, Money
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.languages import AS_SYSTEM, LANGUAGES
from vidu_desktop.domain.proxy import ProxyKind, ProxySetting, checked_proxy
from vidu_desktop.domain.settings import (
    JOBS_AT_ONCE_MOST,
    SETTINGS_DAMAGED,
    TRASH_DAYS_MOST,
    Settings,
    checked_base_url,
)
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

BASE_URL_VARIABLE = "ZAI_BASE_URL"
SETTINGS_MOST_BYTES = 1_000_000
APPEARANCES = ("system", "light", "dark")

T = TypeVar("T")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """The settings in force. `notes` are sentences to show to the person: what was damaged, what the environment overrides.

    `base_url_from_environment` means that a change of the address in the settings has no effect now. `base_url_refused` is
    why the environment's address isn't used: whoever set it may not want to pay at another one. `money_in_doubt` is set where
    a setting that decides how much is paid, or to whom, couldn't be read. Until settings are saved, its default isn't what
    the person chose.
    """

    settings: Settings
    notes: tuple[Sentence, ...] = ()
    base_url_from_environment: bool = False
    base_url_refused: BadInput | None = None
    money_in_doubt: BadInput | None = None


class SettingsFile:
    """One JSON file, written completely or not at all. A damaged file stays where it is until settings are saved, so that
    every start reports it, not only the first.
    """

    def __init__(self, path: Path, environ: Mapping[str, str] | None = None) -> None:
        self._path = path
        self._environ: Mapping[str, str] = os.environ if environ is None else environ
        self._stored = Settings()
        self._overridden_url: str | None = None
        self._refused: BadInput | None = None
        self._unread = False
        self._doubtful: list[str] = []

    @cached_property
    def loaded(self) -> LoadedSettings:
        """The result of the first `load`."""
        return self.load()

    def load(self) -> LoadedSettings:
        """Read the settings. Never raises: a file that can't be read gives the defaults and a note; a single value that makes
        no sense gives its default and a note.
        """
        notes: list[Sentence] = []
        self._unread, self._doubtful = False, []
        self._stored = self._read(notes)
        doubt = None
        if self._unread or _OF_MONEY & set(self._doubtful):
            values = {"path": str(self._path)}
            doubt = BadInput(SETTINGS_DAMAGED, Sentence(_MONEY_IN_DOUBT, values))
        settings = self._with_environment(self._stored, notes)
        return LoadedSettings(
            settings=settings,
            notes=tuple(notes),
            base_url_from_environment=self._overridden_url is not None,
            base_url_refused=self._refused,
            money_in_doubt=doubt,
        )

    def save(self, settings: Settings) -> None:
        """Write the settings to the file, except for an address that came from the environment. A file that couldn't be read
        is set aside first. Raises DiskTrouble; then nothing has changed.
        """
        if self._overridden_url is not None and settings.base_url == self._overridden_url:
            settings = replace(settings, base_url=self._stored.base_url)
        data = json.dumps(_document(settings), indent=1, ensure_ascii=True).encode("ascii")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            remove_left_parts(self._path)
            if self._unread:
                self._set_aside()
            write_bytes_atomically(Files(), self._path, data)
        except OSError as error:
            raise os_errors.disk_trouble(error, self._path) from error
        self._stored, self._unread = settings, False

    def _read(self, notes: list[Sentence]) -> Settings:
        try:
            data = read_regular(self._path, SETTINGS_MOST_BYTES)
        except FileNotFoundError:
            if self._path.is_symlink():  # a link to nowhere: its target may hold a budget
                return self._without(_UNREADABLE, notes)
            return Settings()
        except OSError:
            return self._without(_UNREADABLE, notes)
        try:
            fields = Fields(json.loads(data), "settings")
        except (ValueError, RecursionError, BadInput):
            return self._without(_DAMAGED, notes)
        return _settings(fields, notes, self._doubtful)

    def _without(self, template: str, notes: list[Sentence]) -> Settings:
        self._unread = True
        notes.append(Sentence(template, {"path": str(self._path)}))
        return Settings()

    def _set_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
        aside = self._path.with_name(f"{self._path.stem}.damaged-{stamp}{self._path.suffix}")
        self._path.rename(aside)
        _log.warning("the settings were damaged and are set aside as %s", aside.name)

    def _with_environment(self, settings: Settings, notes: list[Sentence]) -> Settings:
        self._overridden_url = self._refused = None
        text = self._environ.get(BASE_URL_VARIABLE, "").strip()
        if not text:
            return settings
        try:
            url = checked_base_url(text)
        except BadInput as error:
            self._refused = error
            notes.append(error.sentence)
            template = QT_TRANSLATE_NOOP("settings", "So {variable} is left out.")
            notes.append(Sentence(template, {"variable": BASE_URL_VARIABLE}))
            return settings
        self._overridden_url = url
        if url != settings.base_url:
            template = QT_TRANSLATE_NOOP(
                "settings", "The address of the service is {url}, from the environment ({variable})."
            )
            notes.append(Sentence(template, {"url": url, "variable": BASE_URL_VARIABLE}))
        return replace(settings, base_url=url)


_OF_MONEY = frozenset(
    {"base_url", "library_dir", "prices_usd", "bigmodel_prices_cny", "budget_usd", "budget_cny"}
)
"""The settings that decide how much may be paid, and to whom. The library's folder is one of them because it shows what was
bought before.
"""
_BUDGETS = {currency: f"budget_{currency.lower()}" for currency in Currency}
_UNREADABLE = QT_TRANSLATE_NOOP(
    "settings", "The settings in “{path}” can't be read. The program starts with its own."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "settings", "The settings in “{path}” are damaged. The program starts with its own."
)
_MONEY_IN_DOUBT = QT_TRANSLATE_NOOP(
    "settings",
    "Paid videos wait, and nothing is sent: the settings are damaged, so your budget or the service's address isn't "
    "known. Look at the settings in the window and press Save, or mend “{path}”. Rehearsals and what was sent before go "
    "on.",
)


def _document(settings: Settings) -> dict[str, object]:
    return {
        "base_url": settings.base_url,
        "library_dir": settings.library_dir,
        "jobs_at_once": settings.jobs_at_once,
        "prices_usd": {model: str(price) for model, price in settings.prices.items()},
        "bigmodel_prices_cny": {model: str(price) for model, price in settings.bigmodel_prices.items()},
        **{
            name: str(settings.budgets[currency].amount) if currency in settings.budgets else None
            for currency, name in _BUDGETS.items()
        },
        "trust_repeat_refusal": settings.trust_repeat_refusal,
        "appearance": settings.appearance,
        "language": settings.language,
        "empty_trash_after_days": settings.empty_trash_after_days,
        "proxy": {
            "kind": settings.proxy.kind.value,
            "address": settings.proxy.address,
            "with_password": settings.proxy.with_password,
        },
        "notify": settings.notify,
        "notify_sound": settings.notify_sound,
    }


def _settings(fields: Fields, notes: list[Sentence], doubtful: list[str]) -> Settings:
    """Read each value by itself: one that makes no sense gives its default and a note, and its name is added to `doubtful`."""
    default = Settings()

    def value(name: str, read: Callable[[str], T], otherwise: T) -> T:
        if not fields.has(name):
            return otherwise
        try:
            return read(name)
        except BadInput:
            template = QT_TRANSLATE_NOOP(
                "settings", "The setting “{name}” makes no sense and is left out. Look at the settings."
            )
            notes.append(Sentence(template, {"name": name}))
            doubtful.append(name)
            return otherwise

    def budget_in(currency: Currency) -> Callable[[str], Money | None]:
        return lambda name: Money(_not_negative(fields, name), currency)

    return Settings(
        base_url=value("base_url", lambda name: checked_base_url(fields.text(name)), default.base_url),
        library_dir=value("library_dir", lambda name: _folder(fields, name), default.library_dir),
        jobs_at_once=value("jobs_at_once", lambda name: _jobs_at_once(fields, name), default.jobs_at_once),
        prices=value("prices_usd", lambda name: _prices(fields, name), default.prices),
        bigmodel_prices=value(
            "bigmodel_prices_cny", lambda name: _prices(fields, name), default.bigmodel_prices
        ),
        budgets={
            currency: budget
            for currency, name in _BUDGETS.items()
            if (budget := value(name, budget_in(currency), None)) is not None
        },
        trust_repeat_refusal=value("trust_repeat_refusal", fields.flag, default.trust_repeat_refusal),
        appearance=value("appearance", lambda name: _one_of(fields, name, APPEARANCES), default.appearance),
        language=value(
            "language", lambda name: _one_of(fields, name, (AS_SYSTEM, *LANGUAGES)), default.language
        ),
        empty_trash_after_days=value(
            "empty_trash_after_days", lambda name: _trash_days(fields, name), default.empty_trash_after_days
        ),
        proxy=value("proxy", lambda name: _proxy(fields.part(name)), _UNREADABLE_PROXY)
        if fields.has("proxy")
        else default.proxy,
        notify=value("notify", fields.flag, default.notify),
        notify_sound=value("notify_sound", fields.flag, default.notify_sound),
    )


def _jobs_at_once(fields: Fields, name: str) -> int:
    number = fields.whole(name)
    if not 1 <= number <= JOBS_AT_ONCE_MOST:
        raise damaged(name)
    return number


def _trash_days(fields: Fields, name: str) -> int:
    number = fields.whole(name)
    if not 0 <= number <= TRASH_DAYS_MOST:
        raise damaged(name)
    return number


def _folder(fields: Fields, name: str) -> str:
    text = fields.path(name)
    if "\0" in text:  # no system accepts it, and Python raises wherever such a path is used
        raise damaged(name)
    return text


def _one_of(fields: Fields, name: str, words: Collection[str]) -> str:
    text = fields.text(name)
    if text not in words:
        raise damaged(name)
    return text


_UNREADABLE_PROXY = ProxySetting(kind=ProxyKind.ADDRESS)
"""A proxy was set, but it can't be read: nothing may be sent in another way until the person has set it again."""


def _proxy(part: Fields) -> ProxySetting:
    try:
        kind = ProxyKind(part.text("kind"))
    except ValueError as error:
        raise damaged("kind") from error
    if kind is not ProxyKind.ADDRESS:
        return ProxySetting(kind=kind)
    address, password = checked_proxy(part.text("address"))
    if password:  # somebody wrote it here by hand, but it belongs in the keyring
        raise damaged("address")
    return ProxySetting(
        kind=kind,
        address=address,
        with_password=part.flag("with_password") if part.has("with_password") else False,
    )


def _not_negative(fields: Fields, name: str) -> Decimal:
    amount = fields.money(name)
    if amount < 0:
        raise damaged(name)
    return amount


def _prices(fields: Fields, name: str) -> dict[str, Decimal]:
    part = fields.part(name)
    return {model: _not_negative(part, model) for model in part.names()}
