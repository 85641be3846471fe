"""The language of messages on a terminal: that of the settings, else that of the terminal."""

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
"""A function that turns a Sentence into text in one language."""


def speech_for(home: str | None, environ: Mapping[str, str] = os.environ) -> Speech:
    """Return the speech for whoever works with this home."""
    return speech_in(language_for(home, environ))


def language_for(home: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """Return which of LANGUAGES is used for whoever works with this home from this terminal."""
    choice = SettingsFile(resolve_paths(home).settings_path, environ).load().settings.language
    return language_of(choice, terminal_languages(environ))


def joined(parts: Iterable[str], speech: Speech, pattern: str = LOOSE_LIST) -> str:
    """Return the parts joined as it is usual in the language of `speech`. With the default pattern, parts may contain commas."""
    return reduce(lambda first, second: speech(Sentence(pattern, {"first": first, "second": second})), parts)


def speech_in(name: str) -> Speech:
    """Return the speech for one of LANGUAGES."""
    if name == ENGLISH:
        return str
    texts = read_translations(resource_path("translations", f"vidu_{name}.qm"))
    return lambda sentence: translated(sentence, lambda context, text: texts.get((context, text), text))
