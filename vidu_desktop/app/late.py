"""Places for services that are built after the panes which use them."""

from functools import partial
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Late(Generic[T]):
    """Stands for a service until `be` puts the real one in its place. What is asked of it before is asked then, in the same
    order; only what gives its answer to a callable may be.
    """

    def __init__(self) -> None:
        self._service: T | None = None
        self._asked: list[partial[None]] = []

    @property
    def as_service(self) -> T:
        """Itself, as what it stands for."""
        return cast("T", self)

    def be(self, service: T) -> None:
        """Pass on to this service whatever was asked, and is asked from now on."""
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
