"""Every text for people can be translated and is: lupdate finds each text in the context where it is looked up at run time,
each has a translation in every language, and the files that the program reads are made from these translations.
"""

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from architecture.source_reading import (
    CHECKOUT_DIR,
    Rule,
    breaches,
    called_name,
    calls,
    found_in,
    nodes,
    owner_of,
)

from vidu_desktop.domain.languages import ENGLISH, LANGUAGES

TS_PATHS = sorted((CHECKOUT_DIR / "resources" / "translations").glob("vidu_*.ts"))
_PLACES = re.compile(r"\{[^{}]*\}|%n")
_AS_IN_ENGLISH = re.compile(r"…\(&|[\d}] %")
_MNEMONICS = re.compile(r"(?<!&)&(?=[^&\s])")


def _script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translate = _script(CHECKOUT_DIR / "packaging" / "translate.py")


def tr_is_asked_of_self(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """lupdate uses the enclosing class as the context; at run time it is the class of the object on which `tr` is called."""
    for call in calls(tree):
        if called_name(call) == "tr" and owner_of(call) != "self":
            yield call.lineno, f"{ast.unparse(call.func)}() is looked up where no translator finds it"


def texts_stand_outside_of_f_strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """lupdate doesn't read f-strings, and a translator couldn't change the order of what is around a text in one."""
    for node in nodes(tree):
        if isinstance(node, ast.JoinedStr):
            for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
                if called_name(call) in ("tr", "translate", "QT_TRANSLATE_NOOP"):
                    yield call.lineno, "a text in an f-string isn't seen by the translators' tools"


RULES = (tr_is_asked_of_self, texts_stand_outside_of_f_strings)


@pytest.mark.parametrize("rule", RULES)
def test_the_translators_tools_see_every_text(rule: Rule) -> None:
    assert breaches(RULES, ())[rule] == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (tr_is_asked_of_self, "self._pane.tr('Save')"),
        (tr_is_asked_of_self, "tr('Save')"),
        (texts_stand_outside_of_f_strings, "f\"{self.tr('Videos')} (*.mp4)\""),
        (texts_stand_outside_of_f_strings, "f\"{translate('Keys', 'Play')}:\""),
    ],
)
def test_a_text_that_they_miss_is_seen(rule: Rule, source: str) -> None:
    assert len(found_in(rule, source)) == 1
    assert found_in(rule, "self.tr('Save {name}').format(name=x)") == []


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    """Return the texts of a `.ts` file, by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    }


def forms(message: ET.Element) -> list[str]:
    """Return the translation in each plural form; [""] while it is unfinished."""
    said = message.find("translation")
    if said is None or said.get("type"):
        return [""]
    return [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]


def slips(source: str, said: str) -> list[str]:
    """Return a translator's mistakes: a missing translation, changed placeholders, missing access keys, English spacing."""
    wrong = []
    if not said.strip():
        wrong.append("isn't translated")
    elif sorted(_PLACES.findall(source)) != sorted(_PLACES.findall(said)):
        wrong.append("has other places for values")
    elif len(_MNEMONICS.findall(source)) != len(_MNEMONICS.findall(said)):
        wrong.append("has other accelerators")
    elif _AS_IN_ENGLISH.search(said):
        wrong.append("has an ellipsis before its key, or a blank before %, as neither language writes it")
    return wrong


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A `.ts` file with the texts that are in the source now."""
    path = tmp_path_factory.mktemp("texts") / "now.ts"
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ja"></TS>', "utf-8"
    )
    translate.collect(path)
    return path


@pytest.mark.parametrize("ts_path", TS_PATHS, ids=lambda path: path.stem)
def test_every_text_is_translated_and_none_that_is_gone(ts_path: Path, collected: Path) -> None:
    """If this fails, run `python packaging/translate.py` and fill in what it names."""
    now, kept = messages(collected).keys(), messages(ts_path).keys()
    assert sorted(now - kept) == []
    assert sorted(kept - now) == []


@pytest.mark.parametrize("ts_path", TS_PATHS, ids=lambda path: path.stem)
def test_translations_keep_places_for_values_and_accelerators(ts_path: Path) -> None:
    wrong = [
        f"{context}: “{source}” {slip}"
        for (context, source), message in messages(ts_path).items()
        for said in forms(message)
        for slip in slips(source, said)
    ]
    assert wrong == []


@pytest.mark.parametrize("ts_path", TS_PATHS, ids=lambda path: path.stem)
def test_what_the_program_reads_was_made_of_what_translators_wrote(ts_path: Path, tmp_path: Path) -> None:
    translate.compile_qm(ts_path, tmp_path / "now.qm")
    assert (tmp_path / "now.qm").read_bytes() == ts_path.with_suffix(".qm").read_bytes()


def test_every_language_has_its_file() -> None:
    assert {path.stem.removeprefix("vidu_") for path in TS_PATHS} == set(LANGUAGES) - {ENGLISH}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Save", ""),
        ("{count} left", "还剩"),
        ("{mean:.1f}", "{mean}"),
        ("&Save", "保存"),
        ("Start && end", "首尾(&S)"),
        ("&Open…", "打开…(&O)"),
        ("{part} %", "{part} %"),
    ],
)
def test_a_translator_s_slip_is_seen(source: str, said: str) -> None:
    assert len(slips(source, said)) == 1


def test_what_is_as_it_should_be_is_left_alone() -> None:
    assert slips("&Start && end of {name}", "{name}的首尾(&S)") == []


def test_a_text_without_its_translation_is_unfinished() -> None:
    message = ET.fromstring(
        '<message><source>a</source><translation type="unfinished">b</translation></message>'
    )
    assert forms(message) == [""]
