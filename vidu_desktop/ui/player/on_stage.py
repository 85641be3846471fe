"""What is on the stage: nothing, a video, or several videos that play as one film."""

from dataclasses import dataclass, replace

from vidu_desktop.domain.film import Film


@dataclass(frozen=True, slots=True)
class OnStage:
    """`paths` and `titles` are those of the single video, or of the film's parts in their order."""

    paths: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    film: Film | None = None

    def place_of(self, frame: int) -> tuple[int, int]:
        """Return the index of the part that a frame belongs to, and the number of the frame in that part's video."""
        return (0, frame) if self.film is None else self.film.place_of(frame)

    def moved(self, path: str, moved_path: str) -> "OnStage":
        """Return a copy in which the file `path` lies at `moved_path`."""
        paths = tuple(moved_path if one == path else one for one in self.paths)
        film = None if self.film is None else self.film.moved(path, moved_path)
        return replace(self, paths=paths, film=film)


NOTHING = OnStage()


@dataclass(frozen=True, slots=True)
class Released:
    """What was on the stage when one of its files was released, to be moved. `chosen` says whether the person had chosen it."""

    path: str
    shown: OnStage
    chosen: bool
    stood_at: int | None  # frame number; None while it played
