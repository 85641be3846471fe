"""The size of an export is said as well as it is known; and one file of many clips is named by what they share."""

from dataclasses import replace

import pytest
from fakes.ui_values import a_clip

from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.export_sizes import size_range
from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.name_pattern import name_of_many

CLIP = a_clip("a")


def test_a_copy_is_as_large_as_its_videos() -> None:
    whole = CLIP.video.file_bytes * 2
    assert size_range(ExportSettings(format=ExportFormat.MP4), [CLIP, CLIP]) == (whole, whole)


@pytest.mark.parametrize("kind", [kind for kind in ExportFormat if not kind.copies])
def test_what_is_encoded_has_a_range_that_grows_with_size_length_and_rate(kind) -> None:
    low, high = size_range(ExportSettings(format=kind), [CLIP])
    assert 0 < low < high
    small = size_range(ExportSettings(format=kind, side_px=320), [CLIP])
    assert small < (low, high)
    if kind is not ExportFormat.STILL:
        part = size_range(ExportSettings(format=kind, first=0, last=11), [CLIP])
        assert part < (low, high)
        assert size_range(ExportSettings(format=kind, boomerang=True), [CLIP])[1] == pytest.approx(
            2 * high, 0.01
        )


def test_one_file_of_many_is_called_by_what_they_have_in_common() -> None:
    takes = [replace(CLIP, marks=Marks(project="Moon", shot="S010", take=take)) for take in (1, 2)]
    other = replace(CLIP, marks=Marks(project="Moon", shot="S020", take=1))
    assert name_of_many(takes) == "Moon_S010"
    assert name_of_many([*takes, other]) == "Moon"
    assert name_of_many([replace(CLIP, prompt="A fox: jumps")]) == "A fox- jumps"
