"""Placeholders for services that are built after the panes that use them."""

from functools import partial
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Late(Generic[T]):
    """Stands for a service until `be` gives it the real one. Calls before that are made then, in the same order; so they must
    not need a return value: only methods that answer through a callback may be called.
    """

    def __init__(self) -> None:
        self._service: T | None = None
        self._asked: list[partial[None]] = []

    @property
    def as_service(self) -> T:
        """The placeholder itself, typed as the service."""
        return cast("T", self)

    def be(self, service: T) -> None:
        """Make the calls that were kept, and pass all later calls on to `service`."""
        self._service = service
        asked, self._asked = self._asked, []
        for ask in asked:
            ask()

    def __getattr__(self, name: str) -> object:
        if self._service is None:
            return partial(self._keep, name)
        return getattr(self._service, name)

    def _keep(self, name: str, *arguments: object) -> None:
        self._asked.append(partial(self._ask, name, *arguments))

    def _ask(self, name: str, *arguments: object) -> None:
        getattr(self._service, name)(*arguments)
