"""What a command says at its end, where it didn't finish."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from vidu_desktop.adapters.disk import os_errors
from vidu_desktop.cli.job_verbs import outcome_of


@pytest.mark.parametrize("full", [True, False])
def test_a_full_disk_is_not_left_to_a_command_that_has_ended(full: bool) -> None:
    said: list[str] = []
    report = SimpleNamespace(refused=lambda error: None, say=lambda sentence: said.append(str(sentence)))

    async def fails() -> int:
        raise os_errors.full(Path("/library")) if full else os_errors.gone(Path("/library"))

    assert asyncio.run(outcome_of(fails(), report)) == 3  # type: ignore[arg-type]
    assert ["doesn't go on by itself" in words for words in said] == [True] * full
