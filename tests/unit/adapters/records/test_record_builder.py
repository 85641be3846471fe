"""The age of a file that was found without a record: by its own date, if that is valid."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fakes.kept_things import NOON, FakeVideos

from vidu_desktop.adapters.records.record_builder import RecordBuilder


@pytest.fixture
def builder(tmp_path: Path) -> RecordBuilder:
    return RecordBuilder(FakeVideos(), lambda clip_id: tmp_path / f"{clip_id}.jpg", now=lambda: NOON)


def test_a_file_is_as_old_as_its_date_says(builder: RecordBuilder, tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.touch()
    os.utime(path, (1_000_000_000, 1_000_000_000))

    assert builder.modified_at(path) == datetime.fromtimestamp(1_000_000_000, UTC)


def test_a_file_that_is_gone_or_of_no_year_is_as_old_as_today(builder: RecordBuilder, tmp_path: Path) -> None:
    assert builder.modified_at(tmp_path / "gone.mp4") == NOON

    class OfTheLastYear(type(tmp_path)):
        def stat(self, **_: object) -> os.stat_result:
            last = datetime(9999, 12, 31, tzinfo=UTC).timestamp()
            return os.stat_result((0, 0, 0, 0, 0, 0, 0, last, last, last))

    assert builder.modified_at(OfTheLastYear("a.mp4")) == NOON
