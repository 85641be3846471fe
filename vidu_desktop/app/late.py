"""Placeholders for services that are built after the panes that use them."""

import inspect
from functools import partial
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Late(Generic[T]):
    """Stands for a service until `be` gives it the real one. Calls before that are made then, in the same order; so no method
    of the service may return a value: all must answer through a callback.
    """

    def __init__(self, protocol: type) -> None:
        """`protocol` is T itself. Raises TypeError when a method of the protocol returns a value."""
        self._names = frozenset(name for name in dir(protocol) if not name.startswith("_"))
        for name in self._names:
            if inspect.get_annotations(getattr(protocol, name)).get("return", protocol) is not None:
                raise TypeError(f"{protocol.__name__}.{name} would return before the service is there")
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
        if name not in self._names:
            raise AttributeError(name)
        return partial(self._keep, name) if self._service is None else getattr(self._service, name)

    def _keep(self, name: str, *arguments: object, **named: object) -> None:
        self._asked.append(partial(self._ask, name, *arguments, **named))

    def _ask(self, name: str, *arguments: object, **named: object) -> None:
        getattr(self._service, name)(*arguments, **named)
