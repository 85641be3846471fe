"""File names are safe on every system, never clash, and never lead out of the library."""

import unicodedata
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.name_pattern import PATTERN_MOST_CHARS, NamePattern
from vidu_desktop.domain.naming import clip_folder, clip_stem, short_id, words_of
from vidu_desktop.errors import BadInput

DAY = date(2026, 11, 22)

RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{name}{number}" for name in ("COM", "LPT") for number in range(10)),
}


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("A cat runs home", "A-cat-runs-home"),
        ("  a   cat,\n\trunning! ", "a-cat-running"),
        ("一只猫在雨中奔跑", "一只猫在雨中奔跑"),
        ("夕焼けの海。犬が走る", "夕焼けの海-犬が走る"),
        ("../../etc/passwd", "etc-passwd"),
        ("🎉🎉", ""),
        ("", ""),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("safe\u202egnp.exe", "safe-gnp-exe"),
    ],
)
def test_the_first_words_of_a_prompt_make_the_name(prompt: str, words: str) -> None:
    assert words_of(prompt) == words


def test_a_long_prompt_is_cut_at_a_word() -> None:
    words = words_of("one two three four five six seven eight nine ten eleven twelve")

    assert words == "one-two-three-four-five-six-seven-eight"


@given(prompt=st.text(alphabet=st.characters(codec=None), max_size=400), job_id=st.text(max_size=40))
@example(prompt="CON", job_id="1")
@example(prompt="a" * 1000, job_id="1")
@example(prompt="字" * 1000, job_id="1")
@example(prompt="name. . .", job_id="1")
@example(prompt="a\0b", job_id="\ud800")
def test_any_prompt_makes_a_name_that_every_system_takes(prompt: str, job_id: str) -> None:
    name = f"{clip_stem(prompt, job_id, DAY)}.mp4"

    assert len(name.encode("utf-8")) < 200  # eCryptfs takes 143 characters, everything else 255 bytes
    assert not set(name) & set('/\\:*?"<>|\0')
    assert name.isprintable()
    assert not name.startswith((".", " ", "-"))
    assert unicodedata.normalize("NFC", name) == name
    assert name.split(".")[0].split("_")[0].upper() not in RESERVED
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    bidirectional = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"}
    assert not set(name) & bidirectional


@given(
    project=st.text(alphabet=st.characters(codec=None), max_size=90),
    shot=st.text(alphabet=st.characters(codec=None), min_size=1, max_size=90),
    take=st.integers(1, 9999),
)
@example(project="CON", shot="NUL", take=1)
@example(project="字" * 80, shot="字" * 80, take=9999)
@example(project="", shot="🎉", take=1)
@example(project="../..", shot="-S010", take=1)
def test_any_shot_makes_a_name_that_every_system_takes(project: str, shot: str, take: int) -> None:
    marks = Marks(project=project, shot=shot, take=take)
    name = f"{clip_stem('a prompt', 'job', DAY, marks)}.mp4"

    assert len(name.encode("utf-8")) < 200
    assert not set(name) & set('/\\:*?"<>|\0')
    assert name.isprintable()
    assert not name.startswith((".", " ", "-"))
    assert name.split(".")[0].upper() not in RESERVED
    assert short_id("job") in name, "what a crash left is found by it"


def test_a_take_is_named_by_project_shot_and_take() -> None:
    marks = Marks(project="Night ride", shot="S010", take=2)

    assert clip_stem("a cat", "job", DAY, marks) == f"Night-ride_S010_002_{short_id('job')}"
    assert clip_stem("a cat", "job", DAY, Marks(shot="S010", take=2)) == f"S010_002_{short_id('job')}"


def test_twins_by_case_or_normal_form_get_different_names() -> None:
    names = {
        unicodedata.normalize("NFKC", clip_stem(prompt, job_id, DAY)).casefold()
        for prompt, job_id in (("Cat", "1"), ("cat", "2"), ("e\u0301", "3"), ("\u00e9", "4"))
    }

    assert len(names) == 4


def test_the_same_job_gets_the_same_name_for_ever() -> None:
    assert clip_stem("a cat", "job", DAY) == clip_stem("a cat", "job", DAY)
    assert short_id("job") == short_id("job") != short_id("Job")
    assert len({short_id(str(number)) for number in range(10_000)}) == 10_000


def test_days_lie_in_their_month() -> None:
    assert clip_folder(date(2026, 3, 1)) == PurePosixPath("2026/03")


def test_a_pattern_that_would_be_cut_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        NamePattern.read("x" * (PATTERN_MOST_CHARS + 1))
    assert caught.value.code == "name-too-long"
    assert NamePattern.read("x" * PATTERN_MOST_CHARS)


@pytest.mark.parametrize(
    "name",
    ["SKU_118", "../../etc/passwd", "CON", "狐" * 200, "a/b:c", "...", "\N{RIGHT-TO-LEFT OVERRIDE}gpj"],
)
def test_a_name_of_the_persons_own_stands_before_the_short_id_and_is_safe(name: str) -> None:
    stem = clip_stem("a cat", "job", DAY, Marks(shot="S010", take=2), name)

    assert stem.endswith(f"_{short_id('job')}")
    assert not set(stem) & set('/\\:*?"<>|')
    assert len(stem.encode()) < 200
    assert stem.startswith("SKU_118_") or name != "SKU_118"
