"""What is on the stage: nothing, a video, or several that play as one film."""

from dataclasses import dataclass, replace

from vidu_desktop.domain.film import Film


@dataclass(frozen=True, slots=True)
class OnStage:
    """`paths` and `titles` are those of the video, or of the film's parts in their order."""

    paths: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    film: Film | None = None

    def place_of(self, frame: int) -> tuple[int, int]:
        """Return which part a frame belongs to, and which of that part's own frames it is."""
        return (0, frame) if self.film is None else self.film.place_of(frame)

    def moved(self, path: str, moved_path: str) -> "OnStage":
        """Return the same with one file elsewhere."""
        paths = tuple(moved_path if one == path else one for one in self.paths)
        film = None if self.film is None else self.film.moved(path, moved_path)
        return replace(self, paths=paths, film=film)


NOTHING = OnStage()


@dataclass(frozen=True, slots=True)
class Released:
    """What was on the stage when one of its files was about to be moved."""

    path: str
    shown: OnStage
    chosen: bool
    stood_at: int | None  # None while it played
