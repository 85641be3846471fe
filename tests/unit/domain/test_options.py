"""Options under the names that other programs use, their values read from text, and sizes and ratios as the service has them."""

from typing import Any

import pytest
from fakes.requests import a_request

from vidu_desktop.domain.modes import FrameSize, Mode, delivered_size, frames_given, parse_ratio
from vidu_desktop.domain.options import (
    KINDS,
    Movement,
    OptionKey,
    OptionSpec,
    is_value,
    may_be_option,
    option_name,
    read_value,
)
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES, PictureFacts

WIRE = {
    "duration": "duration",
    "size": "size",
    "quality": "quality",
    "fps": "fps",
    "movement": "movement_amplitude",
    "aspect_ratio": "aspect_ratio",
    "audio": "with_audio",
}
"""By the API's reference."""
OLDER = {
    "duration": "duration_s",
    "size": "size",
    "quality": None,
    "fps": None,
    "movement": "movement",
    "aspect_ratio": "aspect_ratio",
    "audio": "with_audio",
}
"""By the documents of 0.1, which every later version reads."""


def test_the_service_and_older_documents_are_spoken_to_in_their_own_names() -> None:
    assert {str(key): kind.wire_name for key, kind in KINDS.items()} == WIRE
    assert {str(key): kind.older_name for key, kind in KINDS.items()} == OLDER
    assert {kind.older_filter for kind in KINDS.values()} == {None, "movements"}


def test_from_gap_to_gap_of_a_chain_only_the_movement_differs_and_videos_are_found_by_what_says_how_they_look() -> (
    None
):
    assert [key for key, kind in KINDS.items() if kind.per_gap] == ["movement"]
    assert {key for key, kind in KINDS.items() if kind.filtered} == {"quality", "fps", "movement"}


def test_movements_are_the_services_words() -> None:
    assert [str(movement) for movement in Movement] == ["auto", "small", "medium", "large"]


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        (OptionKey.AUDIO, "yes", True),
        (OptionKey.AUDIO, "true", True),
        (OptionKey.AUDIO, "on", True),
        (OptionKey.AUDIO, "no", False),
        (OptionKey.AUDIO, "false", False),
        (OptionKey.AUDIO, "off", False),
        (OptionKey.DURATION, "4", 4),
        (OptionKey.FPS, "999999999", 999_999_999),
        (OptionKey.SIZE, "1280x720", "1280x720"),
        (OptionKey.ASPECT_RATIO, "16:9", "16:9"),
        (OptionKey.QUALITY, "speed", "speed"),
        (OptionKey.MOVEMENT, "whatever", "whatever"),
    ],
)
def test_a_value_is_read_from_its_text(key: OptionKey, text: str, value: object) -> None:
    found = read_value(key, text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (OptionKey.AUDIO, "maybe"),
        (OptionKey.AUDIO, "1"),
        (OptionKey.DURATION, ""),
        (OptionKey.DURATION, "4.0"),
        (OptionKey.DURATION, "-4"),
        (OptionKey.DURATION, "\N{ARABIC-INDIC DIGIT FOUR}"),
        (OptionKey.FPS, "1000000000"),
        (OptionKey.SIZE, "1280*720"),
        (OptionKey.SIZE, "0x720"),
        (OptionKey.SIZE, "123456x720"),
        (OptionKey.ASPECT_RATIO, "16x9"),
        (OptionKey.ASPECT_RATIO, "0:9"),
        (OptionKey.ASPECT_RATIO, "1600:9"),
    ],
)
def test_a_text_that_is_no_value_is_refused(key: OptionKey, text: str) -> None:
    with pytest.raises(ValueError, match=r"not|neither"):
        read_value(key, text)


@pytest.mark.parametrize(
    ("key", "value", "can_be"),
    [
        (OptionKey.AUDIO, True, True),
        (OptionKey.AUDIO, 1, False),
        (OptionKey.AUDIO, "yes", False),
        (OptionKey.DURATION, 4, True),
        (OptionKey.DURATION, True, False),
        (OptionKey.DURATION, "4", False),
        (OptionKey.SIZE, "1280x720", True),
        (OptionKey.SIZE, "large", False),
        (OptionKey.SIZE, 1280, False),
        (OptionKey.SIZE, False, False),
        (OptionKey.QUALITY, "newer", True),
    ],
)
def test_a_document_holds_values_of_the_options_own_kind(key: OptionKey, value: Any, *, can_be: bool) -> None:
    assert is_value(key, value) is can_be
    assert may_be_option(str(key), value) is can_be
    assert may_be_option("only_newer_versions_know", value)


def test_a_legal_value_is_legal_by_its_kind_too() -> None:
    numbers = OptionSpec(key=OptionKey.FPS, values=(1, 30))
    flags = OptionSpec(key=OptionKey.AUDIO, values=(False, True))

    assert [numbers.takes(value) for value in (1, 30, True, 31, "1")] == [True, True, False, False, False]
    assert [flags.takes(value) for value in (True, False, 1, 0)] == [True, True, False, False]
    assert (numbers.default, flags.default) == (1, False)


def test_an_option_is_called_as_a_person_says_it_also_one_of_a_newer_version() -> None:
    assert (option_name("audio"), option_name("aspect_ratio")) == ("music", "aspect ratio")
    assert option_name("camera_path") == "camera path"


def test_results_are_told_apart_by_what_makes_more_of_them() -> None:
    one = a_request(model="cogvideox-3", mode="image", duration=5, fps=30)
    for name, other in {"duration": 10, "fps": 60, "size": "1x1", "quality": "other"}.items():
        assert (
            a_request(**{**dict(one.options), "model": one.model, "mode": one.mode, name: other}).work_kind
            != one.work_kind
        )
    for name, other in {"movement": "large", "audio": True}.items():
        assert (
            a_request(**{**dict(one.options), "model": one.model, "mode": one.mode, name: other}).work_kind
            == one.work_kind
        )


@pytest.mark.parametrize(
    ("size", "ratio", "delivered"),
    [
        ("1280x720", None, "1280x720"),
        ("1280x720", "16:9", "1280x720"),
        ("1000x700", "16:9", "1000x700"),
        ("1280x720", "9:16", "720x1280"),
        ("1280x720", "1:1", "720x720"),
        ("720x1280", "1:1", "720x720"),
        ("1920x1080", "4:3", "1440x1080"),
        ("1920x1080", "3:4", "1080x1440"),
        ("1280x720", "21:9", "1680x720"),
        ("1280x722", "4:3", "962x722"),
    ],
)
def test_size_and_ratio_make_one_frame_with_an_even_longer_side(
    size: str, ratio: str | None, delivered: str
) -> None:
    assert str(delivered_size(FrameSize.parse(size), ratio)) == delivered


def test_sizes_and_ratios_are_read_whole() -> None:
    assert FrameSize.parse("1280x720") == FrameSize(1280, 720)
    assert FrameSize.parse("99999x1") == FrameSize(99999, 1)
    assert parse_ratio("999:1") == (999, 1)


def test_frames_are_the_first_and_the_last_picture_and_subjects_are_none() -> None:
    assert [frames_given(mode) for mode in (*Mode, "newer")] == [1, 2, 0, 0]
    assert [str(mode) for mode in Mode] == ["image", "start-end", "reference"]


def test_a_picture_is_as_wide_for_its_height_as_it_is() -> None:
    facts = PictureFacts(
        path="/a", name="a", width_px=320, height_px=200, file_bytes=1, media_type="image/png"
    )
    assert facts.ratio == 1.6
    assert (facts.reencoded, facts.notes) == (False, ())


def test_files_of_every_kind_that_is_read_are_offered() -> None:
    """PNG, JPEG, WebP, AVIF, BMP, GIF, ICO, JPEG 2000, TGA and TIFF, by every ending in use."""
    endings = (
        "png jpg jpeg jfif jpe pjp pjpeg webp avif bmp dib gif ico jp2 j2k j2c jpc jpf jpx tga targa tif tiff"
    )
    assert sorted(PICTURE_SUFFIXES) == sorted(f".{ending}" for ending in endings.split())
