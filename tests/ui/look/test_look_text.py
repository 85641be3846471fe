"""Texts in the current language: sentences, states, times and money."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator

import vidu_desktop
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.translation import SENTENCE_CONTEXTS
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.text import (
    say,
    say_day,
    say_elapsed,
    say_list,
    say_moment,
    say_moment_briefly,
    say_money,
    say_on,
    say_pair,
    say_price,
    say_sentences,
    say_state,
)
from vidu_desktop.ui.widgets.labels import breakable

PACKAGE_DIR = Path(vidu_desktop.__file__).parent


class OneTranslation(QTranslator):
    def __init__(self, context: str, source: str, target: str) -> None:
        super().__init__()
        self.entry = (context, source, target)

    def translate(self, context, source, disambiguation=None, n=-1) -> str | None:
        return self.entry[2] if (context, source) == self.entry[:2] else None


@pytest.fixture
def translated(qapp):
    installed = []

    def install(context: str, source: str, target: str) -> None:
        installed.append(OneTranslation(context, source, target))
        qapp.installTranslator(installed[-1])

    yield install
    for translator in installed:
        qapp.removeTranslator(translator)


def test_a_sentence_is_said_in_the_language_that_is_set(translated) -> None:
    translated("rules", "Shorten it by {over}.", "{over} 文字短くしてください。")
    assert say(Sentence("Shorten it by {over}.", {"over": 7})) == "7 文字短くしてください。"


def test_a_translator_s_slip_falls_back_to_english(translated) -> None:
    translated("rules", "Shorten it by {over}.", "{ovr} 文字短く")
    assert say(Sentence("Shorten it by {over}.", {"over": 7})) == "Shorten it by 7."


def test_every_context_that_marks_a_sentence_is_looked_up() -> None:
    used = set()
    for path in PACKAGE_DIR.rglob("*.py"):
        if "ui" in path.relative_to(PACKAGE_DIR).parts:
            continue
        used |= set(re.findall(r'QT_TRANSLATE_NOOP\(\s*"([^"]+)"', path.read_text(encoding="utf-8")))
    assert used - set(SENTENCE_CONTEXTS) == set(), "add these to SENTENCE_CONTEXTS in domain/translation.py"


def test_each_state_has_words_of_its_own(qapp) -> None:
    words = [say_state(state) for state in JobState]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-3, "0 s"),
        (8.9, "8 s"),
        (59, "59 s"),
        (60, "1 min 00 s"),
        (3599, "59 min 59 s"),
        (7380, "2 h 03 min"),
    ],
)
def test_times_are_said_as_people_read_them(qapp, seconds: float, words: str) -> None:
    assert say_elapsed(seconds) == words


@pytest.mark.parametrize(
    ("price", "words"),
    [
        ("0", "free"),
        ("0.2", "$0.20"),
        ("2.40", "$2.40"),
        ("0.125", "$0.125"),
        ("1234.5", "$1,234.50"),
        ("10", "$10.00"),
    ],
)
def test_prices_have_cents_and_more_only_where_needed(qapp, price: str, words: str) -> None:
    assert say_price(usd(price)) == words


@pytest.mark.parametrize(
    "name", ["panorama_from_the_mountain_top_2026.png", "x" * 300, "a/b-c.d", "short words only"]
)
def test_long_names_get_places_to_break_and_stay_the_same_otherwise(name: str) -> None:
    broken = breakable(f"“{name}” is 5 × 4.")
    assert broken.replace("\u200b", "").replace("\u00a0", " ") == f"“{name}” is 5 × 4."
    assert max(len(piece) for piece in re.split("[\u200b ]", broken)) < 45


@pytest.fixture
def habit():
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


AT = datetime(2026, 11, 2, 9, 5).astimezone()


@pytest.mark.parametrize(
    ("locale", "full", "today", "another_day"),
    [
        ("C", "2 Nov 2026 09:05", "09:05", "2 Nov 2026"),
        ("de_DE", "02.11.26 09:05", "09:05", "02.11.26"),
        ("ja_JP", "2026/11/02 9:05", "9:05", "2026/11/02"),
    ],
)
def test_moments_are_written_as_people_write_them(habit, locale, full, today, another_day) -> None:
    habit(locale)

    assert say_moment(AT) == full
    assert say_moment_briefly(AT, AT + timedelta(hours=3)) == today
    assert say_moment_briefly(AT, AT + timedelta(days=1)) == say_day(AT.date()) == another_day


@pytest.mark.parametrize(
    ("locale", "count", "money", "places"),
    [
        ("en_US", "12,345 videos", "$1,234.50", "mean 1.3"),
        ("zh_CN", "12,345 videos", "$1,234.50", "mean 1.3"),
        ("ja_JP", "12,345 videos", "$1,234.50", "mean 1.3"),
        ("de_DE", "12.345 videos", "$1.234,50", "mean 1,3"),
    ],
)
def test_numbers_within_sentences_are_written_as_the_language_does(
    locale: str, count: str, money: str, places: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        assert say(Sentence("{count} videos", {"count": 12345})) == count
        assert say(Sentence("mean {mean:.1f}", {"mean": 1.26})) == places
        assert say_money(usd("1234.5")) == money
        assert say(Sentence("{width} × {line}", {"width": 1280, "line": 4321})) == "1280 × 4321"
    finally:
        QLocale.setDefault(before)


def test_parts_are_joined_as_the_language_does(translated) -> None:
    assert say_list(("fox", "", "owl")) == "fox, owl"
    assert say_sentences(("It runs.", "", "3 s")) == "It runs. 3 s"
    assert say_pair("Size", "8 MB") == "Size: 8 MB"
    assert say_on("Saved.", "", "Not measured.") == "Saved. Not measured."

    for source, target in (
        ("{first}, {second}", "{first}、{second}"),
        ("{first}. {second}", "{first}。{second}"),
        ("{name}: {value}", "{name}：{value}"),
        ("{first} {second}", "{first}{second}"),
    ):
        translated("lists", source, target)

    assert say_list(("fox", "", "owl")) == "fox、owl"
    assert say(Sentence("{names}", {"names": ("fox", "owl")})) == "fox、owl"
    assert say_sentences(("走る。", "", "3秒")) == "走る。3秒"
    assert say_pair("サイズ", "8 MB") == "サイズ：8 MB"
    assert say_on("保存しました。", "", "測れません。") == "保存しました。測れません。"
