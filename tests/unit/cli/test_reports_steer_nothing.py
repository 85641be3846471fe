"""Nothing that a command prints for people steers their terminal, wherever its words come from."""

import pytest

from vidu_desktop.cli.reports import PeopleReport
from vidu_desktop.errors import BadInput, Sentence

STEERS = "red \x1b[31m bell \x07 csi \x9b31m turned \u202e end"


def test_lists_remarks_and_refusals_steer_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    report = PeopleReport()
    report.item({}, STEERS)
    report.say(STEERS)
    report.say(Sentence("{words}", {"words": STEERS}))
    report.refused(BadInput("odd", Sentence("{words}", {"words": STEERS})))

    out, err = capsys.readouterr()

    assert (out.count("end"), err.count("end")) == (1, 3)
    assert not set("\x1b\x07\x9b\u202e") & set(out + err)
