"""Places for services that are built after the panes which use them."""

from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Late(Generic[T]):
    """Stands for a service until `be` puts the real one in its place; nothing is asked of it before."""

    def __init__(self) -> None:
        self._service: T | None = None

    @property
    def as_service(self) -> T:
        """Itself, as what it stands for."""
        return cast("T", self)

    def be(self, service: T) -> None:
        """Pass on to this service whatever is asked from now on."""
        self._service = service

    def __getattr__(self, name: str) -> object:
        return getattr(self._service, name)
