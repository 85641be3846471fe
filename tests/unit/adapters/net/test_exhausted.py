"""A computer at its end is told from a network or a disk that fails."""

import errno

import pytest

from vidu_desktop.adapters.net.exhausted import is_exhausted


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def met_while_handling(error: Exception, earlier: Exception) -> Exception:
    error.__context__ = earlier
    return error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("can't start new thread"),
        OSError(errno.EMFILE, "Too many open files"),
        OSError(errno.ENFILE, ""),
        OSError(errno.ENOMEM, ""),
        OSError(errno.ENOBUFS, ""),
        met_while_handling(ConnectionError("all attempts failed"), OSError(errno.EMFILE, "")),
        caused(ConnectionError("all attempts failed"), OSError(errno.EMFILE, "")),
    ],
)
def test_what_the_computer_lacks_is_seen_through_any_wrapping(error: Exception) -> None:
    assert is_exhausted(error)


@pytest.mark.parametrize(
    "error", [OSError(errno.ECONNREFUSED, ""), OSError("no number"), RuntimeError("closed"), ValueError()]
)
def test_other_failures_are_something_else(error: Exception) -> None:
    assert not is_exhausted(error)
