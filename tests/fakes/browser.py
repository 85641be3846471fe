"""A real headless Chromium, controlled over its debugging pipe."""

import json
import os
import select
import subprocess
from collections import deque
from pathlib import Path
from typing import Any, Self

_PATIENCE_S = 60.0


class Browser:
    """Opens one page. `asked` records its network requests; its downloads go into the folder `saved`."""

    def __init__(self, program: str, page: Path, profile: Path, saved: Path) -> None:
        self.asked: list[str] = []
        self._events: deque[dict[str, Any]] = deque()
        self._number = 0
        its_in, ours_out = os.pipe()
        ours_in, its_out = os.pipe()
        start = (
            'exec "$0" --headless --no-sandbox --disable-gpu --no-first-run --remote-debugging-pipe '
            f'--user-data-dir="$1" about:blank 3<&{its_in} 4>&{its_out}'
        )
        self._process = subprocess.Popen(
            ["bash", "-c", start, program, str(profile)],
            pass_fds=(its_in, its_out),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(its_in)
        os.close(its_out)
        self._out, self._in = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")
        self._left = b""
        self._session = ""
        target = next(one for one in self.do("Target.getTargets")["targetInfos"] if one["type"] == "page")
        found = self.do("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.do("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(saved), eventsEnabled=True)
        self._session = found["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self.do(f"{domain}.enable")
        self.do("Page.navigate", url=page.as_uri())
        self.until("Page.loadEventFired")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._out.close()
        self._process.terminate()
        self._process.wait(_PATIENCE_S)
        self._in.close()

    def do(self, method: str, **values: object) -> dict[str, Any]:
        """Send a command and return its result."""
        self._number += 1
        order: dict[str, object] = {"id": self._number, "method": method, "params": values}
        if self._session and not method.startswith("Browser."):
            order["sessionId"] = self._session
        self._out.write(json.dumps(order).encode() + b"\0")
        self._out.flush()
        while (said := self._next()).get("id") != self._number:
            self._note(said)
        assert "error" not in said, said
        answer: dict[str, Any] = said["result"]
        return answer

    def until(self, event: str, **values: object) -> dict[str, Any]:
        """Wait for an event with these values, and return all of its parameters."""
        while True:
            said = self._events.popleft() if self._events else self._next()
            self._note(said, keep=False)
            told: dict[str, Any] = said.get("params", {})
            if said.get("method") == event and all(told.get(key) == value for key, value in values.items()):
                return told

    def run(self, script: str) -> object:
        """Run a script in the page and return its value; a promise is awaited."""
        said = self.do("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in said, said
        return said["result"].get("value")

    def type(self, text: str) -> None:
        """Type into the focused element."""
        self.do("Input.insertText", text=text)

    def _note(self, said: dict[str, Any], *, keep: bool = True) -> None:
        if said.get("method") == "Network.requestWillBeSent":
            self.asked.append(said["params"]["request"]["url"])
        elif keep:
            self._events.append(said)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._in], [], [], _PATIENCE_S)
            more = os.read(self._in.fileno(), 65536) if ready else b""
            assert more, "the browser has ended, or says nothing any more"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        said: dict[str, Any] = json.loads(one)
        return said
