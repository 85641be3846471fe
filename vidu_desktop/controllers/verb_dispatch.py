"""Passes verbs for clips of the library to the controllers that carry them out."""

from collections.abc import Sequence

from vidu_desktop.controllers.board_controller import BoardController
from vidu_desktop.controllers.compare_controller import CompareController
from vidu_desktop.controllers.export_controller import VERBS as EXPORT_VERBS
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.film_controller import FilmController
from vidu_desktop.controllers.frame_controller import FrameController
from vidu_desktop.controllers.preset_controller import PresetController
from vidu_desktop.controllers.shelf_controller import ShelfController
from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.models.clip_verbs import ClipVerb


class VerbDispatch:
    """Verbs for frames, boards, films, comparisons, exports, presets and the shelf."""

    def __init__(
        self,
        frames: FrameController,
        comparisons: CompareController,
        exports: ExportController,
        presets: PresetController,
        films: FilmController,
        board: BoardController,
        shelf: ShelfController,
    ) -> None:
        self._frames = frames
        self._comparisons = comparisons
        self._exports = exports
        self._presets = presets
        self._films = films
        self._board = board
        self._shelf = shelf

    def act(self, verb: ClipVerb, clips: Sequence[Clip]) -> None:
        """Carry out a verb for these clips, of which there is at least one."""
        match verb:
            case ClipVerb.LAST_FRAME_TO_IMAGE | ClipVerb.LAST_FRAME_TO_START:
                start_end = verb is ClipVerb.LAST_FRAME_TO_START
                self._frames.last_as_next(clips[0].video_path, start_end)
            case ClipVerb.FIRST_FRAME_TO_BOARD | ClipVerb.LAST_FRAME_TO_BOARD:
                self._board.add_frames(clips, first=verb is ClipVerb.FIRST_FRAME_TO_BOARD)
            case ClipVerb.COMPARE:
                self._comparisons.takes(clips)
            case ClipVerb.ONION:
                self._comparisons.with_pictures(clips[0])
            case ClipVerb.PLAY_FILM:
                self._films.play(clips)
            case ClipVerb.SHELF:
                self._shelf.ask_for_frame(clips[0].video_path)
            case ClipVerb.PRESET:
                self._presets.save_clip(clips[0])
            case _ if verb in EXPORT_VERBS:
                self._exports.begin(verb, clips)
