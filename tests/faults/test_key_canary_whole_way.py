"""The key on the whole way of paid jobs: real requests, real files, logs at DEBUG, troubles included.

A canary key and signed links go through everything; then every byte that was written, every line that was logged
and every header that another host saw is searched.
"""

import asyncio
import logging
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import pytest
from fakes.pictures import make_picture
from fakes.requests import a_request
from fakes.scripted_service import (
    Kind,
    ScriptedService,
    close_at_once,
    lost_answer,
    nth_of,
    says_bytes,
    says_error,
)
from fakes.videos import make_video

from vidu_desktop.adapters.desktop.instance_lock import HolderKind
from vidu_desktop.adapters.desktop.key_variables import KEY_VARIABLE
from vidu_desktop.adapters.desktop.settings_file import BASE_URL_VARIABLE
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.wiring.session import Session

KEY = "c0ffee00112233445566778899aabbcc.CanarySecretPart77"
SECRET_PARTS = (KEY.encode(), b"CanarySecretPart77", KEY.encode("utf-16-le"))


@dataclass
class Whole:
    written: dict[str, bytes]
    logged: bytes
    file_headers: list[str]
    helpers: list[str]
    states: list[str]


def environments_of_helpers() -> list[str]:
    """Return the environment of every process that this one has started and that hasn't ended."""
    found = []
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            found.append(str(child.environ()))
    return found


async def go_the_whole_way(home: Path, service: ScriptedService, picture: str) -> tuple[list[str], list[str]]:
    session = Session(str(home), kind=HolderKind.COMMAND, on_notice=lambda sentence: None)
    logging.getLogger().setLevel(logging.DEBUG)
    for name in ("httpx", "httpcore"):  # as somebody might do to look for a fault
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        await session.find_key()
        await session.lock()
        engine = session.program.engine
        await engine.start()
        request = a_request("canary", picture_paths=(picture,))
        for number in range(5):
            engine.submit(replace(request, prompt=f"canary {number}"), rehearsal=False)
        async with asyncio.timeout(60):
            while len(engine.jobs()) < 5 or not all(
                job.ended or engine.stands_still(job.job_id, 60) for job in engine.jobs()
            ):
                await asyncio.sleep(0.05)
        return sorted(job.state.value for job in engine.jobs()), environments_of_helpers()
    finally:
        await session.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Whole:
    folder = tmp_path_factory.mktemp("whole")
    video = make_video(folder / "v.mp4", seconds=0.5).read_bytes()
    plan = nth_of(
        Kind.SUBMIT,
        {
            1: lost_answer(),
            2: says_error(400, "1301", f"Your key {KEY} asked for too much."),
            3: close_at_once(),
            4: says_bytes(b'{"echo": "' + KEY.encode() + b'"}'),
        },
    )
    home = folder / "home"
    loggers = [logging.getLogger(name) for name in ("", "httpx", "httpcore")]
    levels = [logger.level for logger in loggers]
    with ScriptedService(video=video, key=KEY, plan=plan) as service, pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEY_VARIABLE, KEY)
        patch.setenv(BASE_URL_VARIABLE, service.base_url)
        try:
            states, helpers = asyncio.run(
                go_the_whole_way(home, service, str(make_picture(folder / "p.png")))
            )
        finally:
            for logger, level in zip(loggers, levels, strict=True):
                logger.setLevel(level)
        files = [request for request in service.requests if request.kind is Kind.FILE]
        return Whole(
            written={str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()},
            logged=(home / "logs" / "vidu-desktop.log").read_bytes()
            if (home / "logs" / "vidu-desktop.log").exists()
            else b"",
            file_headers=[f"{name}: {value}" for request in files for name, value in request.headers.items()],
            helpers=helpers,
            states=states,
        )


def test_the_key_is_in_no_file_and_no_log_and_no_header_to_another_host(whole: Whole):
    assert "STORED" in whole.states
    assert "UNKNOWN" in whole.states
    assert "REFUSED" in whole.states
    assert len(whole.written) > 8
    found = [path for path, content in whole.written.items() if any(part in content for part in SECRET_PARTS)]
    assert found == []
    assert whole.logged != b""
    assert whole.file_headers != []
    assert [header for header in whole.file_headers if "anary" in header or "uthorization" in header] == []


def test_the_key_is_in_the_environment_of_no_helper(whole: Whole):
    assert len(whole.helpers) >= 2
    assert [helper for helper in whole.helpers if "CanarySecretPart77" in helper] == []


def test_the_search_would_find_a_key_that_a_helper_inherited(tmp_path, monkeypatch):
    """The negative control: the key is put back before the helpers are started."""
    monkeypatch.setenv(KEY_VARIABLE, KEY)

    async def with_a_helper() -> list[str]:
        processes = HelperProcesses(workers=1)
        try:
            await processes.run(30.0, os.getcwd)
            return environments_of_helpers()
        finally:
            processes.close()

    assert any("CanarySecretPart77" in helper for helper in asyncio.run(with_a_helper()))


def test_the_search_would_find_a_key_that_leaked(whole: Whole):
    leaking = {**whole.written, "x.log": b"Authorization: Bearer " + KEY.encode()}
    assert [path for path, content in leaking.items() if any(part in content for part in SECRET_PARTS)] == [
        "x.log"
    ]
