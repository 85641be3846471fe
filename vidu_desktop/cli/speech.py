"""The language in which people are told things on a terminal: the one of the settings, else the terminal's."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import reduce

from vidu_desktop.adapters.desktop.paths import resolve_paths
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.adapters.desktop.translations import read_translations, terminal_languages
from vidu_desktop.domain.languages import ENGLISH, language_of
from vidu_desktop.domain.translation import LOOSE_LIST, translated
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.resources import resource_path

Speech = Callable[[Sentence], str]
"""Says a sentence in somebody's language."""


def speech_for(home: str | None, environ: Mapping[str, str] = os.environ) -> Speech:
    """Return how sentences are said to whoever works on this home."""
    return speech_in(language_for(home, environ))


def language_for(home: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """Return which of LANGUAGES is spoken to whoever works on this home from this terminal."""
    choice = SettingsFile(resolve_paths(home).settings_path, environ).load().settings.language
    return language_of(choice, terminal_languages(environ))


def joined(parts: Iterable[str], speech: Speech, pattern: str = LOOSE_LIST) -> str:
    """Return parts behind each other as somebody's language does it; by the usual pattern they may have commas in them."""
    return reduce(lambda first, second: speech(Sentence(pattern, {"first": first, "second": second})), parts)


def speech_in(name: str) -> Speech:
    """Return how sentences are said in one of LANGUAGES."""
    if name == ENGLISH:
        return str
    texts = read_translations(resource_path("translations", f"vidu_{name}.qm"))
    return lambda sentence: translated(sentence, lambda context, text: texts.get((context, text), text))
