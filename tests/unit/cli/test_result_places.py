"""Where a result will go is checked before anything is paid."""

import os
from pathlib import Path

import pytest

from vidu_desktop.cli.batch_listing import check_result_path
from vidu_desktop.errors import BadInput


def test_what_cannot_be_written_is_refused_before(tmp_path: Path) -> None:
    sheet = tmp_path / "spring.csv"
    sheet.write_text("picture\n")
    (tmp_path / "link.csv").symlink_to(sheet)
    os.mkfifo(tmp_path / "pipe.csv")
    for place, code in (
        (sheet, "result-is-source"),
        (tmp_path / "link.csv", "result-is-source"),
        (tmp_path / "pipe.csv", "result-place"),
        (tmp_path, "result-place"),
        (tmp_path / "none" / "out.csv", "result-place"),
    ):
        with pytest.raises(BadInput) as refused:
            check_result_path(place, str(sheet))
        assert refused.value.code == code


def test_a_new_file_and_an_earlier_result_are_fine(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("")
    for place in (tmp_path / "new.csv", tmp_path / "old.csv"):
        check_result_path(place, str(tmp_path / "spring.csv"))


def test_a_folder_that_may_not_be_looked_into_is_refused_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # faked, because root may write everywhere
    with pytest.raises(BadInput) as refused:
        check_result_path(tmp_path / "new.csv", "spring.csv")
    assert refused.value.code == "result-place"
    assert "you may not write into it" in str(refused.value.sentence)
