"""A prepared picture that is prepared again gives the same bytes, so that its hash tells whom it shows."""

from pathlib import Path

import pytest
from fakes.pictures import make_picture

from vidu_desktop.adapters.desktop.paths import input_path
from vidu_desktop.adapters.pictures.picture_preparing import prepare
from vidu_desktop.domain.catalogue import spec_for_mode
from vidu_desktop.domain.modes import SUBJECT_MODES


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("plain.png", {}),
        ("turned.jpg", {"fmt": "JPEG", "exif_orientation": 6, "gps": True}),
        ("print.jpg", {"fmt": "JPEG", "mode": "CMYK"}),
        ("web.webp", {"fmt": "WEBP"}),
        ("scan.tif", {"fmt": "TIFF"}),
    ],
)
def test_made_ready_again_it_has_the_same_hash(tmp_path: Path, name: str, how: dict) -> None:
    limits = spec_for_mode(SUBJECT_MODES[0]).picture_limits
    first = prepare(str(make_picture(tmp_path / name, **how)), limits, str(tmp_path / "one"))
    kept = input_path(tmp_path / "one", first.sha256, first.media_type)
    assert prepare(str(kept), limits, str(tmp_path / "two")) == first
