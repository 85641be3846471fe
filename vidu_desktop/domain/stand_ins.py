"""What the player shows for a gap without a video: the first still fades into the second. Pure."""

from dataclasses import dataclass

from vidu_desktop.domain.frames import USUAL_FPS, FrameTable


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """`gap` is the shot of the still with which the gap begins. Where one of the stills is missing, both
    paths are those of the other. It lasts as long as the gap's video would; `size_px` is that of the first
    still.
    """

    gap: str
    start_path: str
    end_path: str
    seconds: float
    size_px: tuple[int, int]

    def table_like(self, video: FrameTable | None) -> FrameTable:
        """Return its frames at the rate and size of a video that plays beside it; None without such a video."""
        fps = USUAL_FPS if video is None else video.even_rate_fps
        width, height = self.size_px if video is None else (video.width_px, video.height_px)
        count = max(2, round(self.seconds * fps))
        return FrameTable(
            starts_s=tuple(number / fps for number in range(count)),
            end_s=count / fps,
            fps=fps,
            width_px=width,
            height_px=height,
        )
