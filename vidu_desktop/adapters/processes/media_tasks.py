"""What the helper processes can be asked to do. Importing this loads no decoder; only the helpers do that."""

import os

from vidu_desktop.domain.catalogue import PictureLimits
from vidu_desktop.domain.clip import VideoFacts
from vidu_desktop.domain.fidelity import Fidelity
from vidu_desktop.domain.pictures import PictureFacts, PreparedPicture

MEASURING_NICENESS = 15
"""Nobody waits for a measurement: it runs at the lowest priority, in a helper of its own."""


def look(path: str, limits: PictureLimits) -> PictureFacts:
    from vidu_desktop.adapters.pictures import picture_preparing

    return picture_preparing.look(path, limits)


def prepare(path: str, limits: PictureLimits, inputs_dir: str) -> PreparedPicture:
    from vidu_desktop.adapters.pictures import picture_preparing

    return picture_preparing.prepare(path, limits, inputs_dir)


def make_thumbnail(path: str, side_px: int, thumbs_dir: str) -> str:
    from vidu_desktop.adapters.pictures import picture_preparing

    return picture_preparing.make_thumbnail(path, side_px, thumbs_dir)


def crop_to_ratio(path: str, low: float, high: float, out_dir: str) -> str:
    from vidu_desktop.adapters.pictures import picture_fixes

    return picture_fixes.crop_to_ratio(path, low, high, out_dir)


def match_size(start_path: str, end_path: str, out_dir: str) -> str:
    from vidu_desktop.adapters.pictures import picture_fixes

    return picture_fixes.match_size(start_path, end_path, out_dir)


def verify(path: str) -> VideoFacts:
    from vidu_desktop.adapters.video import video_checks

    return video_checks.verify(path)


def introduce(path: str, cover_path: str) -> VideoFacts:
    from vidu_desktop.adapters.video import video_checks

    return video_checks.introduce(path, cover_path)


def make_cover(video_path: str, cover_path: str) -> None:
    from vidu_desktop.adapters.video import video_checks

    video_checks.make_cover(video_path, cover_path)


def embed(path: str, recipe_json: str) -> None:
    from vidu_desktop.adapters.video import recipe_box

    recipe_box.embed(path, recipe_json)


def strip(path: str, clean_path: str) -> None:
    from vidu_desktop.adapters.video import recipe_box

    recipe_box.copy_clean(path, clean_path)


def extract(path: str) -> str | None:
    from vidu_desktop.adapters.video import recipe_box

    return recipe_box.extract_recipe(path)


def measure(path: str, start_path: str | None, end_path: str | None) -> Fidelity:
    from vidu_desktop.adapters.video import fidelity_comparison

    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, MEASURING_NICENESS)
    return fidelity_comparison.measure(path, start_path, end_path)
