"""What is on the stage, and where what happens there goes."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from vidu_desktop.controllers.context import WindowContext
from vidu_desktop.controllers.export_controller import ExportController
from vidu_desktop.controllers.ports import ClipLookup
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.titles import clip_title
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.local_files import url_of
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.player.player_pane import PlayerPane


class StageController:
    """Knows which clip is shown: its path changes when it is renamed, its id doesn't."""

    def __init__(
        self,
        context: WindowContext,
        stage: PlayerPane,
        compose: ComposePane,
        clips: ClipLookup,
        exports: ExportController,
        library: LibraryPane,
    ) -> None:
        self._notices = context.notices
        self._guarded = context.guarded
        self._stage = stage
        self._compose = compose
        self._clips = clips
        self._exports = exports
        self._library = library
        self._shown_id = ""
        stage.export_requested.connect(self.export_shown)
        stage.pictures_dropped.connect(self.hand_to_tab)
        stage.verb_requested.connect(lambda verb: self._guarded.start("act on the stage", self._act, verb))

    def play(self, clip: Clip) -> None:
        """Put a video of the library on the stage."""
        self._stage.play(clip.video_path, clip_title(clip))
        self._shown_id = clip.clip_id
        self._stage.take_keyboard()

    def offer(self, clip: Clip) -> None:
        """Put a new video on the stage unless the person looks at another one."""
        if self._stage.offer(clip.video_path, clip_title(clip)):
            self._shown_id = clip.clip_id

    async def _act(self, verb: ClipVerb) -> None:
        clip = await self._clips.get(self._shown_id)
        if clip is not None and clip.video_path == self._stage.path:
            self._library.act_on(verb, clip)
        else:
            self._notices.say(Sentence(_NOT_OF_LIBRARY))

    def export_shown(self, path: str, first: int | None, last: int | None) -> None:
        """Ask how the clip on the stage is exported, from in to out point; None is its own end."""
        self._guarded.start("export what is shown", self._export_shown, path, first, last)

    async def _export_shown(self, path: str, first: int | None, last: int | None) -> None:
        clip = await self._clips.get(self._shown_id)
        if clip is not None and clip.video_path == path:
            self._exports.begin_part(clip, first, last)
        else:
            self._notices.say(Sentence(_NOT_OF_LIBRARY))

    def hand_to_tab(self, paths: Sequence[str]) -> None:
        """Hand pictures that were dropped on the stage to the tab that is shown."""
        mime = QMimeData()
        mime.setUrls([url_of(path) for path in paths])
        self._compose.current_tab.take_mime(mime)


_NOT_OF_LIBRARY = QT_TRANSLATE_NOOP(
    "library", "This video isn't in the library any more, so nothing can be done with it there."
)
