"""The first request must not import anything: on the loop's thread, that would block the interface for 130 ms or more."""

import subprocess
import sys

ASK = """
import asyncio, sys
from vidu_desktop.adapters.zai.connections import ZaiConnections

async def ask(lend):
    before = set()
    try:
        async with lend() as client:
            before = set(sys.modules)
            await client.get("http://127.0.0.1:9/")
    except Exception as error:
        assert "ConnectError" in type(error).__name__, error
    print(*sorted(set(sys.modules) - before))

async def main():
    connections = ZaiConnections("http://127.0.0.1:9", lambda: "key")
    await ask({lend})
    await connections.close()

asyncio.run(main())
"""
BARE = "lambda: __import__('httpx').AsyncClient(trust_env=False)"


def imported_by_the_first_request(lend: str) -> list[str]:
    answer = subprocess.run(
        [sys.executable, "-c", ASK.replace("{lend}", lend)], capture_output=True, text=True, check=True
    )
    return answer.stdout.split()


def test_the_first_request_of_a_lent_client_imports_nothing() -> None:
    assert imported_by_the_first_request("connections.for_questions") == []


def test_a_client_that_nobody_prepared_imports_its_backend_with_the_first_request() -> None:
    assert "anyio._backends._asyncio" in imported_by_the_first_request(BARE)


def test_getting_ready_imports_everything_beforehand() -> None:
    ask = """
import asyncio, sys
from vidu_desktop.adapters.zai.connections import ZaiConnections

def refuse():
    raise OSError(24, "Too many open files")

asyncio.events.new_event_loop = refuse  # a loop needs three open files
connections = ZaiConnections("http://127.0.0.1:9", lambda: "key")
print("httpx" in sys.modules)
connections.get_ready()
connections.workers.shutdown(wait=True)
print("httpx" in sys.modules, "anyio._backends._asyncio" in sys.modules)
"""
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "True", "True"]
    assert answer.stderr == ""
