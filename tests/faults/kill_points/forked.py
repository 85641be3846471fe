"""Forks the program that is to be struck from a process that has already loaded it: loading while being traced takes most of
a strike's time.
"""

import json
from pathlib import Path

from fakes.forked_processes import have_an_own_server
from fakes.quick_command import be_the_program
from faults.kill_points.stopper import Order, strike
from faults.kill_points.unsafe import CONTROLS


def be_the_stopper(
    arguments: tuple[str, ...],
    env: dict[str, str],
    folder: str,
    out_path: str,
    err_path: str,
    order: str,
    control: str | None,
) -> None:
    """In the forked process: trace and strike the program, whose helpers are forked as well."""

    def become() -> None:
        have_an_own_server(str(Path(out_path).with_name("server")))
        if control:
            CONTROLS[control]()
        be_the_program(arguments, env, folder, out_path, err_path)

    strike(Order(**json.loads(order)), become)
