"""What a script gets of names that aren't UTF-8, and what a terminal does."""

import io
import os

import pytest

from vidu_desktop.cli.streams import Stream

PATH = os.fsdecode(b"/v/h\xff/\x9b2J.mp4")


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", b"/v/h\xff/\x9b2J.mp4 \xe2\x98\x83 \\ud83d\n"),
        ("ascii", b"/v/h\xff/\x9b2J.mp4 \\u2603 \\ud83d\n"),
    ],
)
def test_a_script_gets_the_bytes_of_a_name_as_they_are(encoding: str, told: bytes) -> None:
    written = io.BytesIO()
    stream = Stream(io.TextIOWrapper(written, encoding=encoding, newline=""))
    stream.line("before")
    stream.line(f"{PATH} \N{SNOWMAN} \ud83d")
    stream.line("after")
    assert written.getvalue() == b"before\n" + told + b"after\n"


def test_a_terminal_gets_escapes_because_some_bytes_steer_it() -> None:
    written = io.BytesIO()
    terminal = Terminal(written, encoding="utf-8", newline="")
    Stream(terminal).line(PATH)
    assert written.getvalue() == b"/v/h\\udcff/\\udc9b2J.mp4\n"


def test_a_stream_without_bytes_gets_escapes() -> None:
    written = io.StringIO()
    Stream(written).line(PATH)
    assert written.getvalue() == "/v/h\\udcff/\\udc9b2J.mp4\n"
