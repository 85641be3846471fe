"""Lists of the pictures in folders, including folders that the person may not read."""

import errno
import os
from pathlib import Path

import pytest

from vidu_desktop.adapters.sheets.picture_folders import pictures_of
from vidu_desktop.errors import BadInput


def test_a_folder_that_may_not_be_read_is_not_one_without_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: str) -> object:  # nothing is forbidden to root
        raise PermissionError(errno.EACCES, "not yours", path)

    assert pictures_of(str(tmp_path)) == []
    monkeypatch.setattr(os, "scandir", forbidden)

    with pytest.raises(BadInput) as raised:
        pictures_of(str(tmp_path))
    assert raised.value.code == "file-forbidden"
    assert pictures_of(str(tmp_path / "gone")) is None
