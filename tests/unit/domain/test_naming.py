"""File names are safe on every system, never clash, and never lead out of the library."""

import unicodedata
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vidu_desktop.domain.marks import Marks
from vidu_desktop.domain.name_pattern import PATTERN_MOST_CHARS, NamePattern
from vidu_desktop.domain.naming import (
    NAMES_TRIED,
    PLACE_MOST_CHARS,
    STEM_MOST_BYTES,
    STEM_MOST_CHARS,
    WORDS_MOST_BYTES,
    WORDS_MOST_CHARS,
    clip_folder,
    clip_stem,
    file_name_words,
    free_stem,
    own_name,
    safe_stem,
    short_id,
)
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
        ("\u0939\u093f\u0928\u094d\u0926\u0940 2", "\u0939\u093f\u0928\u094d\u0926\u0940-2"),
        ("safe\u202egnp.exe", "safe-gnp-exe"),
    ],
)
def test_the_first_words_of_a_prompt_make_the_name(prompt: str, words: str) -> None:
    assert file_name_words(prompt) == words


def test_a_long_prompt_is_cut_at_a_word() -> None:
    words = file_name_words("one two three four five six seven eight nine ten eleven twelve")

    assert words == "one-two-three-four-five-six-seven-eight"


@given(prompt=st.text(alphabet=st.characters(codec=None), max_size=400), job_id=st.text(max_size=40))
@example(prompt="CON", job_id="1")
@example(prompt="a" * 1000, job_id="1")
@example(prompt="字" * 1000, job_id="1")
@example(prompt="name. . .", job_id="1")
@example(prompt="a\0b", job_id="\ud800")
def test_any_prompt_makes_a_name_that_every_system_takes(prompt: str, job_id: str) -> None:
    name = f"{clip_stem(prompt, job_id, DAY)}.mp4"

    assert len(name.encode("utf-8")) < 200  # eCryptfs allows 143 characters, all others 255 bytes
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


def test_words_are_kept_up_to_the_last_character_that_has_room() -> None:
    assert (
        file_name_words("a" * WORDS_MOST_CHARS)
        == file_name_words("a" * (WORDS_MOST_CHARS + 1))
        == "a" * WORDS_MOST_CHARS
    )
    exact = f"one {'a' * (WORDS_MOST_CHARS - 4)}"
    assert file_name_words(exact) == exact.replace(" ", "-")
    assert file_name_words(f"{exact}a") == "one"
    assert file_name_words("\u732b" * 40) == "\u732b" * (WORDS_MOST_BYTES // 3)
    assert file_name_words("ab cd", most_chars=5) == "ab-cd"
    assert file_name_words("ab cd", most_bytes=5) == "ab-cd"
    assert file_name_words("ab cd", most_bytes=4) == "ab"


def test_without_a_shot_a_name_begins_with_the_day_and_without_words_it_has_none() -> None:
    assert clip_stem("A cat!", "job", DAY) == f"2026-11-22_A-cat_{short_id('job')}"
    assert clip_stem("", "job", DAY) == f"2026-11-22_{short_id('job')}"
    assert clip_stem("a cat", "job", DAY, Marks(shot="!", take=7)) == f"2026-11-22_007_{short_id('job')}"
    assert clip_stem("a cat", "job", DAY, Marks(project="Dawn")) == f"2026-11-22_a-cat_{short_id('job')}"
    assert clip_folder(date(26, 3, 1)) == PurePosixPath("0026/03")


def test_project_and_shot_have_room_of_their_own() -> None:
    marks = Marks(project="p" * 90, shot="s" * 90, take=1)
    places = ("p" * PLACE_MOST_CHARS, "s" * PLACE_MOST_CHARS)
    assert clip_stem("a cat", "job", DAY, marks) == "_".join([*places, "001", short_id("job")])


def test_the_short_id_of_a_job_is_lower_case_and_eight_characters() -> None:
    for job_id in ("job", "", "\ud800", "\u732b"):
        assert len(short_id(job_id)) == 8
        assert short_id(job_id) == short_id(job_id).lower()


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("My fox", "My fox"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("  two\t\nlines  ", "two lines"),
        (" .hidden. ", "hidden"),
        ("e\u0301", "\u00e9"),
        ("safe\u202egnp", "safe-gnp"),
        ("nul\0nul", "nul-nul"),
        ("con", "_con"),
        ("NUL.tar", "_NUL.tar"),
        ("Com7", "_Com7"),
        ("lpt0.x", "_lpt0.x"),
        ("conrad", "conrad"),
        ("lpt10", "lpt10"),
        (" . ", "clip"),
        ("", "clip"),
        ("v1.2", "v1.2"),
    ],
)
def test_a_name_is_as_near_to_what_was_typed_as_every_system_allows(text: str, stem: str) -> None:
    assert safe_stem(text) == stem
    assert own_name(text) == stem


def test_a_long_name_is_cut_at_its_characters_and_at_its_bytes() -> None:
    assert safe_stem("a" * 300) == "a" * STEM_MOST_CHARS
    assert safe_stem("a" * STEM_MOST_CHARS) == "a" * STEM_MOST_CHARS
    assert safe_stem("\u732b" * 100) == "\u732b" * (STEM_MOST_BYTES // 3)
    assert safe_stem("\u00e9" * (STEM_MOST_BYTES // 2)) == "\u00e9" * (STEM_MOST_BYTES // 2)
    assert safe_stem("a" * (STEM_MOST_CHARS - 1) + " b") == "a" * (STEM_MOST_CHARS - 1)
    assert safe_stem("\u732b" * 101) == "\u732b" * (STEM_MOST_BYTES // 3)
    assert own_name("a" * 300) == own_name("a" * (WORDS_MOST_BYTES + 1)) == "a" * WORDS_MOST_BYTES
    assert own_name("a" * (WORDS_MOST_BYTES - 1) + ". b") == "a" * (WORDS_MOST_BYTES - 1)


def test_a_name_that_is_taken_gets_the_next_number_whatever_its_case() -> None:
    endings = (".mp4", ".json")
    assert free_stem("Fox", endings, set()) == "Fox"
    assert free_stem("Fox", endings, {"fox.gif"}) == "Fox"
    assert free_stem("Fox", endings, {"fox.json"}) == "Fox-2"
    assert free_stem("Fox", endings, {"fox.mp4", "fox-2.json", "fox-4.mp4"}) == "Fox-3"
    taken = {"fox.mp4", *(f"fox-{number}.mp4" for number in range(2, NAMES_TRIED - 1))}
    assert free_stem("fox", endings, taken) == f"fox-{NAMES_TRIED - 1}"
    with pytest.raises(FileExistsError, match="fox"):
        free_stem("fox", endings, {*taken, f"fox-{NAMES_TRIED - 1}.json"})


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_no_name_is_one_that_windows_keeps_for_itself(name: str) -> None:
    assert safe_stem(name) == f"_{name}"
    assert safe_stem(f"{name.lower()}.b") == f"_{name.lower()}.b"
