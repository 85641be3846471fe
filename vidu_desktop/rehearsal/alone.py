"""`vidu-desktop rehearsal --port N`: the rehearsal service alone, for any client that knows the service's API."""

import signal
import sys
import threading
from pathlib import Path

from vidu_desktop.errors import NotSent
from vidu_desktop.rehearsal.server import RehearsalServer


def run_alone(port: int, work_dir: Path) -> int:
    """Serve on 127.0.0.1 until Ctrl-C or SIGTERM; any key is accepted. Return the exit code: 0, or 2 when the server can't
    start.

    Must be called in the main thread, because it handles the two signals while it runs.
    """
    server = RehearsalServer(work_dir, port=port, any_key=True)
    ended = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: ended.set()) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        try:
            server.start()
        except NotSent as error:
            print(error.sentence, file=sys.stderr)
            return 2
        print(f"Rehearsing on {server.base_url}")
        print("Nothing is charged and nothing leaves this machine; any key is good. Use it with:")
        print(f"  ZAI_BASE_URL={server.base_url} ZAI_API_KEY=any")
        print("Ctrl-C ends it.", flush=True)
        # In short waits, because on Windows an endless wait would block Ctrl-C.
        while not ended.wait(0.5):
            pass
        return 0
    finally:
        server.stop()
        for number, handler in before.items():
            signal.signal(number, handler)
