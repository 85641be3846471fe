"""The trash empties itself only if the settings say so, by the program's clock, and reports what it did."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from vidu_desktop.domain.settings import Settings
from vidu_desktop.errors import DiskTrouble, Sentence
from vidu_desktop.wiring.housekeeping import Housekeeping

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


class Trash:
    """Holds videos with the time at which each was deleted; `trouble` is an error of the disk."""

    def __init__(self, *moments: datetime) -> None:
        self.moments = list(moments)
        self.trouble: DiskTrouble | None = None

    async def delete_older(self, before: datetime, now: datetime) -> int:
        if self.trouble is not None:
            raise self.trouble
        old = [one for one in self.moments if one < before]
        self.moments = [one for one in self.moments if one not in old]
        return len(old)


def keeping(trash: Trash, days: int) -> tuple[Housekeeping, SimpleNamespace, list[int]]:
    told: list[int] = []
    program = SimpleNamespace(
        settings=Settings(empty_trash_after_days=days),
        clock=SimpleNamespace(now=lambda: program.at),
        storage=SimpleNamespace(trash=trash, board_trash=Trash()),
        bus=SimpleNamespace(subscribe=lambda _hear: None),
        at=NOW,
    )
    return Housekeeping(program, None, lambda _there: None, told.append), program, told


async def test_nothing_is_deleted_unless_it_was_wished_for() -> None:
    trash = Trash(NOW - timedelta(days=4000))
    keeper, _program, told = keeping(trash, 0)
    await keeper.empty_trash()
    assert (len(trash.moments), told) == (1, [])


async def test_time_passes_and_what_is_due_goes() -> None:
    trash = Trash(NOW - timedelta(days=8), NOW - timedelta(days=6))
    keeper, program, told = keeping(trash, 7)

    await keeper.empty_trash()
    assert told == [1]
    await keeper.empty_trash()
    assert told == [1]

    program.at = NOW + timedelta(days=2)
    await keeper.empty_trash()
    assert (trash.moments, told) == ([], [1, 1])


async def test_a_library_that_cannot_be_written_to_is_tried_again_later() -> None:
    trash = Trash(NOW - timedelta(days=8))
    keeper, _program, told = keeping(trash, 7)
    trash.trouble = DiskTrouble("library-held", Sentence("Another computer works on it."))
    await keeper.empty_trash()
    trash.trouble = None
    await keeper.empty_trash()
    assert told == [1]
