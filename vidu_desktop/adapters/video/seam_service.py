"""Compares the frames at the seams of films, in a separate helper process with a low priority."""

from vidu_desktop.adapters.processes.helper_processes import HelperFailed, HelperProcesses, Mishap, Task
from vidu_desktop.adapters.video.fidelity_service import MEASURING_NICENESS
from vidu_desktop.domain.film import FilmPart
from vidu_desktop.domain.seams import SeamLook
from vidu_desktop.errors import NotAVideo

_DEADLINE_S = 60.0
_IDLE_S = 20.0
_LOOK: Task[FilmPart, FilmPart, SeamLook] = Task("vidu_desktop.adapters.video.seam_comparison:look_at_seam")


class SeamService:
    """Implements the controllers' port SeamMeter. The helper ends after `_IDLE_S` without work."""

    def __init__(self) -> None:
        self._processes = HelperProcesses(
            workers=1, niceness=MEASURING_NICENESS, idle_s=_IDLE_S, name="seams"
        )
        self._known: dict[tuple[FilmPart, FilmPart], SeamLook | None] = {}

    async def look(self, before: FilmPart, behind: FilmPart) -> SeamLook | None:
        """Measure a seam; each seam is measured only once. None where a video can't be read or takes too much time, and where no
        helper can be started now. Raises DiskTrouble.
        """
        seam = before, behind
        if seam not in self._known:
            try:
                found: SeamLook = await self._processes.run(_DEADLINE_S, _LOOK, before, behind)
                self._known[seam] = found
            except (HelperFailed, NotAVideo) as error:
                if isinstance(error, HelperFailed) and error.mishap is Mishap.NOT_STARTED:
                    return None  # which says nothing about the videos
                self._known[seam] = None
        return self._known[seam]

    def close(self) -> None:
        """End the helper at once and cancel its call."""
        self._processes.close()
