"""Each earlier prompt is listed once, the last used one first."""

from datetime import UTC, datetime

from vidu_desktop.domain.prompt_history import PastPrompt, merged


def used(prompt: str, minute: int, uses: int = 1) -> PastPrompt:
    return PastPrompt(prompt=prompt, uses=uses, last_used_at=datetime(2026, 11, 29, 9, minute, tzinfo=UTC))


def test_a_prompt_of_library_and_queue_is_one_with_all_its_uses_and_its_last_moment() -> None:
    found = merged([used("Rain.", 1, uses=3), used("Snow.", 2), used(" Rain.\n", 5)])
    assert found == [used("Rain.", 5, uses=4), used("Snow.", 2)]


def test_no_words_are_no_prompt() -> None:
    assert merged([used("", 1), used(" \n", 2)]) == []


def test_capitals_make_another_prompt() -> None:
    assert [one.prompt for one in merged([used("rain", 1), used("Rain", 2)])] == ["Rain", "rain"]
