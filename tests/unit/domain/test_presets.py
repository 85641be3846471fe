"""A preset holds prompt and settings; untrusted parts of a file from elsewhere are left out."""

from dataclasses import replace

import pytest
from fakes.requests import a_request

from vidu_desktop.domain.presets import (
    PRESET_NAME_MOST_CHARS,
    THUMBNAIL_MOST_BYTES,
    Preset,
    preset_name_of,
    preset_of,
    presets_from_document,
    presets_to_document,
    with_free_names,
)
from vidu_desktop.errors import BadInput

JPEG = b"\xff\xd8\xff\xe0 a small picture"


def a_preset(name: str = "Rain", thumbnail: bytes = b"") -> Preset:
    request = a_request("Rain.", model="cogvideox-3", mode="image", fps=60, project="Dawn", shot="S010")
    return preset_of(name, request, thumbnail)


def test_pictures_and_shot_stay_out_of_it() -> None:
    request = a_preset().request
    assert (request.picture_paths, request.project, request.shot) == ((), "", "")
    assert (request.prompt, request.model, request.options["fps"]) == ("Rain.", "cogvideox-3", 60)


def test_a_file_gives_back_what_was_written_but_not_how_somebody_elses_tabs_begin() -> None:
    mine = Preset(name="夜 & rain", request=a_preset().request, thumbnail=JPEG, at_start=True)
    (read,) = presets_from_document(presets_to_document([mine]))
    assert read == Preset(name=mine.name, request=mine.request, thumbnail=JPEG)


@pytest.mark.parametrize(
    "thumbnail", ["no base 64", "PHN2Zy8+", "/9j/" + "A" * 3 * THUMBNAIL_MOST_BYTES, 7, None]
)
def test_a_thumbnail_that_is_no_small_jpeg_is_left_out_not_the_preset(thumbnail: object) -> None:
    document = presets_to_document([a_preset(thumbnail=JPEG)])
    entry = document["presets"][0]  # type: ignore[index]
    entry["thumbnail"] = thumbnail
    if thumbnail == 7:
        assert presets_from_document(document) == []  # no version writes this
    else:
        assert presets_from_document(document) == [a_preset()]


def test_what_is_no_file_of_presets_is_refused_and_an_entry_that_is_none_left_out() -> None:
    document = presets_to_document([a_preset()])
    assert presets_from_document({**document, "presets": ["?", {"name": " "}, *document["presets"]]}) == [  # type: ignore[misc]
        a_preset()
    ]
    for foreign in ({}, [], 7, {**document, "schema": "vidu-desktop/searches"}):
        with pytest.raises(BadInput):
            presets_from_document(foreign)


def test_a_name_that_is_taken_is_numbered_whatever_its_capitals_and_its_length() -> None:
    long = "x" * PRESET_NAME_MOST_CHARS
    named = with_free_names([a_preset("RAIN"), a_preset("rain"), a_preset(long)], ["Rain", long])
    assert [one.name for one in named] == ["RAIN 2", "rain 3", long[:-2] + " 2"]


def test_a_request_is_known_by_the_preset_that_it_was_asked_with() -> None:
    spin = preset_of("Spin", a_request("turns"))
    settings = preset_of("Settings alone", a_request(""))

    asked = replace(a_request("turns"), picture_paths=("a.png",), project="Spring")

    assert preset_name_of(asked, [spin, settings]) == "Spin"
    assert preset_name_of(replace(asked, prompt="waves"), [spin, settings]) == "Settings alone"
    assert not preset_name_of(replace(asked, prompt="waves"), [spin])
