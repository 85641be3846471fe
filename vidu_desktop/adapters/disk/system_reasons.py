"""The reasons that the operating system gives for a failure, in words that are translated."""

import errno
import os

from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence, Value

_FAILED = QT_TRANSLATE_NOOP("disk", "reading or writing failed")
_EXISTS = QT_TRANSLATE_NOOP("disk", "something of that name is there already")
_NO_ANSWER = QT_TRANSLATE_NOOP("disk", "the drive doesn't answer")
_NOT_THERE = QT_TRANSLATE_NOOP("disk", "it isn't there")
_FORBIDDEN = QT_TRANSLATE_NOOP("disk", "it isn't allowed")
_IN_USE = QT_TRANSLATE_NOOP("disk", "another program is using it")
_NOT_POSSIBLE = QT_TRANSLATE_NOOP("disk", "this drive can't do that")
_TOO_MANY_OPEN = QT_TRANSLATE_NOOP("disk", "too many files are open")
_FULL = QT_TRANSLATE_NOOP("disk", "the disk is full")
_FOLDER = QT_TRANSLATE_NOOP("disk", "it is a folder")
_NO_FOLDER = QT_TRANSLATE_NOOP("disk", "a part of its path is no folder")
DAMAGED = QT_TRANSLATE_NOOP("disk", "it is damaged")
_WORDS = {
    "EIO": _FAILED,
    "EREMOTEIO": _FAILED,
    "EEXIST": _EXISTS,
    "ENOTEMPTY": QT_TRANSLATE_NOOP("disk", "the folder isn't empty"),
    "ENOENT": _NOT_THERE,
    "ENODEV": _NOT_THERE,
    "ENXIO": _NOT_THERE,
    "ESTALE": _NOT_THERE,
    "EACCES": _FORBIDDEN,
    "EPERM": _FORBIDDEN,
    "EROFS": QT_TRANSLATE_NOOP("disk", "the drive can only be read"),
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EFBIG": QT_TRANSLATE_NOOP("disk", "the file is too large"),
    "EISDIR": _FOLDER,
    "ENOTDIR": _NO_FOLDER,
    "ELOOP": QT_TRANSLATE_NOOP("disk", "its links lead in a circle"),
    "ENAMETOOLONG": QT_TRANSLATE_NOOP("disk", "its name is too long"),
    "EILSEQ": QT_TRANSLATE_NOOP("disk", "its name can't be written on this drive"),
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EAGAIN": _IN_USE,
    "ETIMEDOUT": _NO_ANSWER,
    "EHOSTDOWN": _NO_ANSWER,
    "EHOSTUNREACH": _NO_ANSWER,
    "ENOTCONN": _NO_ANSWER,
    "ENOLCK": QT_TRANSLATE_NOOP("disk", "files can't be locked there"),
    "EMFILE": _TOO_MANY_OPEN,
    "ENFILE": _TOO_MANY_OPEN,
    "ENOMEM": QT_TRANSLATE_NOOP("disk", "the computer has no memory left"),
    "EINVAL": _NOT_POSSIBLE,
    "ENOSYS": _NOT_POSSIBLE,
    "ENOTSUP": _NOT_POSSIBLE,
    "EOPNOTSUPP": _NOT_POSSIBLE,
    "EXDEV": QT_TRANSLATE_NOOP("disk", "it is on another drive"),
    "EUCLEAN": DAMAGED,
}
"""By the names of error numbers; not every system has all of them."""
_BY_NUMBER = {getattr(errno, name): words for name, words in _WORDS.items() if hasattr(errno, name)}


def reason_of(error: OSError) -> Value:
    """Return what went wrong as a part of a sentence; rare reasons are in the system's own English words."""
    number = error.errno
    words = _FAILED if number is None else _BY_NUMBER.get(number)
    return os.strerror(number or 0) if words is None else Sentence(words)
