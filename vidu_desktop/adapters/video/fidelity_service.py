"""Measures how far clips moved away from their pictures, in a separate helper process, so that a video that has just arrived
never waits for a measurement.
"""

from pathlib import Path

from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Task
from vidu_desktop.domain.export import EndPictures
from vidu_desktop.domain.fidelity import Fidelity

# 4 s of 720p take 1 s here, a minute of it 10 s; on a busy machine three times as much.
_DEADLINE_S = 90.0


_MEASURE: Task[str, str | None, str | None, Fidelity] = Task(
    "vidu_desktop.adapters.video.fidelity_comparison:measure"
)
MEASURING_NICENESS = 15
"""Nobody waits for a measurement, so it gets a helper of its own with a low priority."""


class FidelityService:
    """The helper starts with the first clip. `rest` ends it until the next clip, `close` ends it for good."""

    def __init__(self) -> None:
        self._processes = HelperProcesses(workers=1, niceness=MEASURING_NICENESS)

    async def measure(self, video_path: Path, ends: EndPictures) -> Fidelity | None:
        """Measure a clip against those of its pictures that are still there; None when it takes too much time or memory.
        Raises NotAVideo, DiskTrouble.
        """
        try:
            return await self._processes.run(_DEADLINE_S, _MEASURE, str(video_path), ends.start, ends.end)
        except HelperFailed:
            return None

    def rest(self) -> None:
        """End the helper, whose libraries take 100 MB, until it is needed again. Blocks for tenths of a second."""
        self.close()
        self._processes = HelperProcesses(workers=1, niceness=MEASURING_NICENESS)

    def close(self) -> None:
        """End the helper at once and cancel its call."""
        self._processes.close()
