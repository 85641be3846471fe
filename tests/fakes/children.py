"""The helper processes of a program, as the system lists them."""

from contextlib import suppress

import psutil  # type: ignore[import-untyped]


def helpers_of(program: psutil.Process | None = None) -> list[psutil.Process]:
    """Return the helpers that a program has now; by default those of this one. Multiprocessing's own processes, which stay as long
    as the program, aren't among them, nor is what ends meanwhile.
    """
    found = []
    for child in (program or psutil.Process()).children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if "spawn_main" in " ".join(child.cmdline()):
                found.append(child)
    return found


def pids_of_helpers() -> set[int]:
    """Return the process ids of this program's helpers."""
    return {helper.pid for helper in helpers_of()}
