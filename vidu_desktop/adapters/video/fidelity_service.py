"""How far clips moved away from their pictures: measured in a helper process of its own, so that a video which has just
come never waits for one that is only measured.
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
"""Nobody waits for a measure: it has what the others leave, and a helper of its own."""


class FidelityService:
    """The helper is started with the first clip; `rest` ends it until there is another, `close` for good."""

    def __init__(self) -> None:
        self._processes = HelperProcesses(workers=1, niceness=MEASURING_NICENESS)

    async def measure(self, video_path: Path, ends: EndPictures) -> Fidelity | None:
        """Measure a clip against the pictures that are still there; None when it takes too much time or memory.
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
        """End the helper at once; what is under way is cancelled."""
        self._processes.close()
