"""The program as a command on its own home, a service that follows a script, and a picture to send."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.scripted_service import ScriptedService
from fakes.videos import make_video


@pytest.fixture(scope="session")
def video(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_video(tmp_path_factory.mktemp("video") / "v.mp4", seconds=1.0).read_bytes()


@pytest.fixture
def service(video: bytes) -> Iterator[ScriptedService]:
    with ScriptedService(video=video) as service:
        yield service


@pytest.fixture
def picture(tmp_path: Path) -> str:
    return str(make_picture(tmp_path / "p.png", size=(320, 180)))


@pytest.fixture
def run(tmp_path: Path, service: ScriptedService) -> QuickCommand:
    return QuickCommand(tmp_path / "home", service)
