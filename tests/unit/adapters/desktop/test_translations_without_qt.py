"""The window's translations, read without Qt; and which language a terminal asks for."""

import subprocess
from pathlib import Path

import PySide6
import pytest

from vidu_desktop.adapters.desktop.translations import read_translations, terminal_languages

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context><name>queue</name>
<message><source>Wait for “{name}”.</source><translation>「{name}」を待つ。</translation></message>
<message numerus="yes"><source>%n videos</source><translation><numerusform>%n 本</numerusform></translation></message>
<message><source>New</source><translation type="unfinished"></translation></message>
</context>
<context><name>stage</name><message><source>Play</source><translation>再生</translation></message></context>
</TS>
"""


@pytest.fixture(scope="module")
def qm_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("qm") / "a.qm"
    made.with_suffix(".ts").write_text(TS, "utf-8")
    tool = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([tool, made.with_suffix(".ts"), "-qm", made], check=True, capture_output=True)
    return made


def test_texts_are_found_by_context_and_source(qm_path: Path) -> None:
    assert read_translations(qm_path) == {
        ("queue", "Wait for “{name}”."): "「{name}」を待つ。",
        ("queue", "%n videos"): "%n 本",
        ("stage", "Play"): "再生",
    }


def test_a_file_that_is_missing_damaged_or_cut_leaves_english(qm_path: Path, tmp_path: Path) -> None:
    whole = qm_path.read_bytes()
    for data in (b"", b"not a translation", whole[:20], whole[:16] + b"\x69\xff\xff\xff\xff\x03"):
        (tmp_path / "b.qm").write_bytes(data)
        assert read_translations(tmp_path / "b.qm") == {}
    assert read_translations(tmp_path / "gone.qm") == {}


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "ja_JP.UTF-8"}, ["ja_JP.UTF-8"]),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, ["zh_CN.UTF-8"]),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, []),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "zh_CN:de"}, ["zh_CN", "de", "de_DE.UTF-8"]),
        ({"LANG": "C", "LANGUAGE": "ja"}, []),
    ],
)
def test_a_terminal_is_spoken_to_as_gnu_s_programs_do(environ: dict[str, str], expected: list[str]) -> None:
    assert terminal_languages(environ) == expected
