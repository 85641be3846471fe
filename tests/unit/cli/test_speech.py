"""People are told things in their language, scripts in English."""

import json

from vidu_desktop.adapters.desktop.translations import read_translations
from vidu_desktop.cli.reports import JsonReport, PeopleReport
from vidu_desktop.cli.speech import speech_for, speech_in
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.look.resources import resource_path

NOTHING = "Nothing is unfinished."
JAPANESE = read_translations(resource_path("translations", "vidu_ja.qm"))


def test_the_settings_decide_and_else_the_terminal(tmp_path) -> None:
    assert speech_for(str(tmp_path), {"LANG": "de_DE.UTF-8"})(Sentence(NOTHING)) == NOTHING
    in_japanese = JAPANESE["command line", NOTHING]
    assert speech_for(str(tmp_path), {"LANG": "ja_JP.UTF-8"})(Sentence(NOTHING)) == in_japanese
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(json.dumps({"language": "ja"}))
    assert speech_for(str(tmp_path), {"LANG": "de_DE.UTF-8"})(Sentence(NOTHING)) == in_japanese


def test_scripts_are_told_in_english(capsys) -> None:
    for report in (PeopleReport(speech_in("ja")), JsonReport()):
        report.say(Sentence(NOTHING))
        assert report.end()
    assert capsys.readouterr().err.splitlines() == [JAPANESE["command line", NOTHING], NOTHING]
