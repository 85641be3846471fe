"""What makes two clips the same clip."""

from dataclasses import replace
from datetime import UTC, datetime

from fakes.video_facts import video_facts

from vidu_desktop.domain.clip import Clip

CLIP = Clip(
    clip_id="c",
    video_path="/library/c.mp4",
    cover_path="",
    created_at=datetime(2026, 11, 22, tzinfo=UTC),
    mode="image",
    model="vidu2-image",
    prompt="waves",
    rehearsal=False,
    price=None,
    video=video_facts(),
)


def test_where_the_index_has_a_clip_is_no_part_of_what_it_is() -> None:
    assert CLIP.row == 0, "it didn't come from a list"
    assert replace(CLIP, row=7) == CLIP
    assert replace(CLIP, prompt="a storm") != CLIP


def test_a_clip_is_there_unless_somebody_says_otherwise() -> None:
    assert not CLIP.missing


def test_the_size_of_a_frame_is_width_by_height() -> None:
    facts = video_facts(width_px=1280, height_px=720)
    assert (facts.frame_size.width_px, facts.frame_size.height_px) == (1280, 720)
