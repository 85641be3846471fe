"""The library: every finished video as a tile or a line, to be found while typing, marked, dragged out, and thrown away."""

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vidu_desktop.domain.clip import Clip
from vidu_desktop.ui.library.clip_menu import clip_menu, verb_fits, why_unfit
from vidu_desktop.ui.library.details import DetailsPanel
from vidu_desktop.ui.library.empty_library import EmptyLibrary
from vidu_desktop.ui.library.filter_bar import FilterBar
from vidu_desktop.ui.library.library_views import LibraryViews
from vidu_desktop.ui.library.selected_details import SelectedDetails
from vidu_desktop.ui.library.trash_bar import TrashBar
from vidu_desktop.ui.library.view_keys import PlayerTakes
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_S, USUAL_TILE_PX
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.clip_details import ClipDetails
from vidu_desktop.ui.models.clip_verbs import FILE_VERBS, ClipVerb, change_of
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.widgets.drop_reading import read_drop
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.overlay import LowerLines
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.translated import Translated
from vidu_desktop.ui.widgets.work_bar import WorkBar


class LibraryPane(Translated, QFrame):
    """Shows the model's clips; the listener of `search_requested` fills the model.

    `selection` knows which clips are selected. Rows are those of the index (`Clip.row`), so that a selection of a hundred
    thousand needs no list of clips.
    """

    search_requested = Signal(object)  # LibraryQuery
    verb_requested = Signal(object, list)  # ClipVerb, rows: for verbs that need no more input from the person
    change_requested = Signal(list, object)  # rows, MarkChange
    unfit = Signal(str)  # why a verb does nothing with the selection; empty where there is nothing to say
    note_requested = Signal(str, str)  # clip id, note
    shot_requested = Signal(list, str, str)  # rows, project, shot
    rename_requested = Signal(str, str)  # clip id, file name without its ending
    details_requested = Signal(str)  # clip id; answered with `details.show_details`
    play_requested = Signal(object)  # Clip
    import_requested = Signal(object)  # list[str], files and folders; empty: the person chooses them first
    undo_requested = Signal()
    fixed_changed = Signal(str)  # why nothing may be changed now; empty when it may
    emptied = Signal()  # the library has no video; answered with `empty.show_trashed`
    trash_shown = Signal()  # the person wants to open the trash
    answers_wanted = Signal()  # the person wants to read the answers to a review packet
    folder_requested = Signal()  # the person wants to see the library's folder
    view_changed = Signal(bool, bool, int)  # as a list, with details, width of the tiles in pixels

    def __init__(
        self,
        look: Look,
        model: LibraryModel,
        parent: QWidget | None = None,
        *,
        keys: KeyMap | None = None,
        as_list: bool = False,
        with_details: bool = False,
        tile_px: int = USUAL_TILE_PX,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._key_map = keys or KeyMap()
        self._why_fixed = ""
        self._tile_px = tile_px
        self._build()
        self._connect()
        self._retranslate()
        self.bar.show_view(as_list=as_list, details=with_details, tile_px=tile_px)
        self._show_sort()
        self.bar.hide()  # before the index has answered, nobody knows whether there are videos

    def _build(self) -> None:
        restyle(self, surface="area")
        self.setAcceptDrops(True)
        self.bar = FilterBar(self._look, self._key_map)
        self.search = self.bar.search
        self._views = LibraryViews(self._look, self._model, self._key_map)
        self.grid, self.table = self._views.grid, self._views.table
        self.selection, self.drag = self._views.selection, self._views.drag
        self.details = DetailsPanel(self._look, self._key_map)
        self.details.hide()
        self._shown_details = SelectedDetails(self._model, self.selection, self.details)
        self.undo_bar = TrashBar(self._look, self._key_map)
        self.work_bar, self.import_bar = WorkBar(self._look), WorkBar(self._look)
        self.empty = EmptyLibrary(self._look)
        self._nothing_found = EmptyState(self._look, "search")
        self._clear = PushButton()
        self._nothing_found.add_button(self._clear)
        self._pages = QStackedWidget()
        self._view_page = QWidget()
        inside = QHBoxLayout(self._view_page)
        inside.setContentsMargins(GAP_S, 0, 0, 0)
        inside.addWidget(self._views)
        self._unanswered = QWidget()
        for page in (self._unanswered, self.empty, self._nothing_found, self._view_page):
            self._pages.addWidget(page)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._pages)
        self._split.addWidget(self.details)
        self._split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._split, 1)
        LowerLines(self).add(self.work_bar, self.import_bar, self.undo_bar)

    def _connect(self) -> None:
        bar = self.bar
        bar.query_changed.connect(self._follow_query)
        bar.tile_width_changed.connect(self._set_tile_width)
        bar.as_list_changed.connect(self._show_as_list)
        bar.details_wanted.connect(self._show_details_panel)
        bar.more_wanted.connect(lambda at: self.more_menu().popup(at))
        self.table.sort_wanted.connect(bar.sort_by)
        self._views.verb_wanted.connect(self.act)
        self._views.menu_wanted.connect(lambda at: self.menu().popup(at))
        self._views.area_menu_wanted.connect(lambda at: self.more_menu().popup(at))
        self._clear.clicked.connect(bar.clear)
        self._shown_details.wanted.connect(self.details_requested)
        self.details.verb_wanted.connect(self.act)
        self.details.change_wanted.connect(self.change_requested)
        self.details.note_left.connect(self.note_requested)
        self.undo_bar.undo_requested.connect(self.undo_requested)
        self._model.answered.connect(self._follow_answer)
        self._model.rowsRemoved.connect(self._follow_answer)

    # -- what is selected ------------------------------------------------------------------------------------------

    @property
    def view(self) -> QAbstractItemView:
        """The grid or the list: the one that is shown."""
        return self._views.view

    def share_keys(self, player: PlayerTakes) -> None:
        """While grid or list have the keyboard, offer the player's keys to `player`, which returns whether it took one."""
        self._views.share_keys(player)

    def focus_search(self) -> None:
        """Put the cursor into the search field, with its text selected. Before the index has answered, there may be videos."""
        self.bar.setVisible(self.bar.isVisibleTo(self) or self._pages.currentWidget() is self._unanswered)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # -- acting ----------------------------------------------------------------------------------------------------

    def act(self, verb: ClipVerb) -> None:
        """Do something with the selected clips, or first ask the person for what the verb needs."""
        self._act(verb, self.selection.current_clip(), self.selection.rows())

    def act_on(self, verb: ClipVerb, clip: Clip) -> None:
        """Do something with a clip that is shown elsewhere. Verbs that use the details panel select the clip in the list."""
        if verb in (ClipVerb.DETAILS, ClipVerb.TAGS, ClipVerb.NOTE):
            self.selection.select(clip)
        self._act(verb, clip, [clip.row])

    def _act(self, verb: ClipVerb, clip: Clip | None, rows: list[int]) -> None:
        if verb is ClipVerb.DETAILS:
            self.bar.toggle_details()
            return
        if clip is None:
            return
        if (clip.missing and verb in FILE_VERBS) or not verb_fits(verb, clip, len(rows)):
            self.unfit.emit(why_unfit(verb, clip))
        elif (change := change_of(verb, clip.marks)) is not None:
            self.change_requested.emit(rows, change)
        else:
            self._act_on(verb, clip, rows)

    def _act_on(self, verb: ClipVerb, clip: Clip, rows: list[int]) -> None:
        from vidu_desktop.ui.dialogs.rename_dialog import RenameDialog
        from vidu_desktop.ui.dialogs.shot_dialog import ShotDialog

        match verb:
            case ClipVerb.PLAY:
                self.play_requested.emit(clip)
            case ClipVerb.COPY_PROMPT:
                QApplication.clipboard().setText(clip.prompt)
            case ClipVerb.TAGS | ClipVerb.NOTE:
                self.bar.show_view(as_list=self._views.as_list, details=True, tile_px=self._tile_px)
                (self.details.edit_tags if verb is ClipVerb.TAGS else self.details.edit_note)()
            case ClipVerb.SHOT:
                shot = ShotDialog(self._look, clip.marks, len(rows), self)
                shot.chosen.connect(lambda project, name: self.shot_requested.emit(rows, project, name))
                shot.open()
            case ClipVerb.RENAME:
                rename = RenameDialog(self._look, PurePath(clip.video_path).stem, self)
                rename.chosen.connect(lambda name: self.rename_requested.emit(clip.clip_id, name))
                rename.open()
            case _:
                self.verb_requested.emit(verb, rows)

    def menu(self) -> QMenu:
        """Return a new menu for the selected clips."""
        clip = self.selection.current_clip()
        if clip is None:
            return LetteredMenu(self)
        return clip_menu(
            self._look, self._key_map, self, clip, len(self.selection.rows()), self.act, self._why_fixed
        )

    def menu_of(self, clip: Clip, act: Callable[[ClipVerb], None]) -> QMenu:
        """Return a new menu for the clip on the stage; `act` does what is chosen."""
        return clip_menu(self._look, self._key_map, self, clip, 1, act, self._why_fixed, plays=True)

    def more_menu(self) -> QMenu:
        """Return a new menu for the whole library."""
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take_in = menu.addAction(self.tr("Import videos…"))
        take_in.setEnabled(not self._why_fixed)
        take_in.triggered.connect(lambda: self.import_requested.emit([]))
        menu.addAction(self.tr("Read the answers to a review packet…")).triggered.connect(self.answers_wanted)
        menu.addAction(self.tr("Trash…")).triggered.connect(self.trash_shown)
        menu.addSeparator()
        select_all = menu.addAction(self.tr("Select all"))
        select_all.triggered.connect(self.view.selectAll)
        select_all.setEnabled(self._model.rowCount() > 0)
        menu.addAction(self.tr("Show library folder")).triggered.connect(self.folder_requested)
        return menu

    @property
    def why_fixed(self) -> str:
        """Why nothing may be changed now; empty when it may."""
        return self._why_fixed

    def set_fixed(self, why: str) -> None:
        """Forbid all changes for the reason `why`; allow them when it is empty."""
        self._why_fixed = why
        self.details.set_fixed(why)
        self.fixed_changed.emit(why)

    # -- following -------------------------------------------------------------------------------------------------

    def _follow_query(self, query: object) -> None:
        self._show_sort()
        self.search_requested.emit(query)

    def _show_sort(self) -> None:
        self.table.show_sort(self.bar.query.sort, ascending=self.bar.query.ascending)

    def _follow_answer(self) -> None:
        count, filtered = self._model.rowCount(), self.bar.query.filters
        self.bar.setVisible(count > 0 or filtered)
        self.details.setVisible(self.bar.details_shown and (count > 0 or filtered))
        if count:
            self._pages.setCurrentWidget(self._view_page)
        else:
            self._pages.setCurrentWidget(self._nothing_found if filtered else self.empty)
            if not filtered:
                self.undo_bar.dismiss()  # the empty library has its own undo, which the line would cover
                self.emptied.emit()
        self.bar.show_count(count)

    def show_details(self, details: ClipDetails) -> None:
        """Show a clip's whole recipe, if the clip is still selected."""
        self.details.show_details(details)

    # -- how it is shown -------------------------------------------------------------------------------------------

    def _show_as_list(self, as_list: bool) -> None:
        self._views.show_as_list(as_list)
        self._view_changed()

    def _show_details_panel(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self._shown_details.show_now()
        self._view_changed()

    def _set_tile_width(self, tile_px: int) -> None:
        self._tile_px = tile_px
        self.grid.set_least_tile_width(tile_px)
        self._view_changed()

    def _view_changed(self) -> None:
        self.view_changed.emit(self._views.as_list, self.bar.details_shown, self._tile_px)

    @override
    def _retranslate(self) -> None:
        self._nothing_found.say(
            self.tr("No video matches"),
            self.tr("Try fewer words or filters, or clear the search with Escape."),
        )
        self._clear.setText(self.tr("Show everything"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        writing = self.details.isAncestorOf(QApplication.focusWidget() or self)
        if event.key() == Qt.Key.Key_Escape and self.bar.query.filters and not writing:
            self.bar.clear()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        own = event.source() in (self.grid, self.table)
        if not own and not self._why_fixed and event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := read_drop(event.mimeData()).paths:
            event.acceptProposedAction()
            self.import_requested.emit(paths)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.more_menu().popup(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus(event.reason())  # no focus proxy: it would end the round of Tab here
        QTimer.singleShot(0, self, self._views.say_current)  # after Qt's own event about the focus

    @override
    def _language_changed(self) -> None:
        super()._language_changed()
        if self._pages.currentWidget() is not self._unanswered:
            self._follow_answer()
        self.view.viewport().update()
