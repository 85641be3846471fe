"""What helper processes are asked to do. The imports wait until then: only helpers load PyAV and Pillow."""

from collections.abc import Callable
from pathlib import Path

from vidu_desktop.rehearsal.render_order import TakenOrder


def warm_reader() -> None:
    import vidu_desktop.rehearsal.request_reading  # noqa: F401


def warm_renderer() -> None:
    import vidu_desktop.rehearsal.rendering  # noqa: F401


def read_order(body_path: Path, folder: Path) -> TakenOrder:
    from vidu_desktop.rehearsal import request_reading

    return request_reading.read_order(body_path, folder)


def render(order: TakenOrder, folder: Path, report: Callable[[float], None]) -> None:
    from vidu_desktop.rehearsal import rendering

    rendering.render(order, folder, report)
