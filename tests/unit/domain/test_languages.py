"""Which of our languages a person gets."""

import pytest

from vidu_desktop.domain.languages import language_of


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        ("system", ["zh-Hans-CN", "zh", "en"], "zh_CN"),
        ("system", ["zh_TW.UTF-8"], "zh_CN"),
        ("system", ["ja_JP.UTF-8"], "ja"),
        ("system", ["de-DE", "ja-JP", "zh-CN"], "ja"),
        ("system", ["en-GB", "ja"], "en"),
        ("system", ["jam", "de"], "en"),
        ("system", ["C"], "en"),
        ("system", [], "en"),
        ("ja", ["zh_CN"], "ja"),
        ("en", ["ja"], "en"),
    ],
)
def test_the_choice_holds_else_the_first_of_the_system_s_that_we_speak(choice, system, expected) -> None:
    assert language_of(choice, system) == expected
