"""The queue: every job with its state in words, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vidu_desktop.domain.job import UNSENT, Job
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.scale import GAP_M, GAP_S, FontRole
from vidu_desktop.ui.look.style_sheet import restyle
from vidu_desktop.ui.models.cover_cache import CoverCache
from vidu_desktop.ui.models.job_actions import JobAction, is_cleared, is_tried_with_all
from vidu_desktop.ui.models.job_kind import JobKind
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.queue.cancel_dialog import CancelDialog
from vidu_desktop.ui.queue.cleared_bar import ClearedBar
from vidu_desktop.ui.queue.filter_button import job_kind_words
from vidu_desktop.ui.queue.header import QueueHeader
from vidu_desktop.ui.queue.queue_view import QueueView
from vidu_desktop.ui.queue.row_layout import THUMB
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog
from vidu_desktop.ui.text import say_sums
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.labels import plain_label
from vidu_desktop.ui.widgets.menus import LetteredMenu
from vidu_desktop.ui.widgets.overlay import LowerLines
from vidu_desktop.ui.widgets.push_button import PushButton
from vidu_desktop.ui.widgets.spoken import announce
from vidu_desktop.ui.widgets.translated import Translated


class QueuePane(Translated, QFrame):
    """Asks the person before jobs are cancelled that were sent, and shows a dialog to decide about lost answers; every other
    wish is passed on at once.

    Nothing is shown until the model is filled for the first time, even if it is filled with no job.
    """

    cancel_requested = Signal(object)  # list[str], job ids; so are the next two
    retry_requested = Signal(object)
    remove_requested = Signal(object)
    move_requested = Signal(
        object, object
    )  # list[str], job ids; job id before which they shall stand, None: last
    use_again_requested = Signal(str)  # job id
    edit_requested = Signal(str)  # id of a job that hasn't been sent
    send_again_requested = Signal(object)  # list[str], job ids: send once more with the same request ids
    give_up_requested = Signal(object)  # list[str], job ids: treat as lost
    rescue_requested = Signal(str, str)  # job id, task id from the service's console
    play_requested = Signal(str)  # job id
    folder_requested = Signal(str)  # job id: show the file of its video in its folder
    last_frame_requested = Signal(str, bool)  # job id; True for start and end frame, False for image to video
    thumb_wanted = Signal(object)  # str, path of a thumbnail that is visible and doesn't exist
    pause_requested = Signal(bool)  # True to pause

    def __init__(
        self, look: Look, model: QueueModel, parent: QWidget | None = None, *, keys: KeyMap | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._keys = keys
        self._model = model
        # Twice the logical size: sharp on dense screens, still small.
        self._thumbs = CoverCache(QSize(THUMB) * 2, self)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._build()
        self._connect()
        self._retranslate()
        self._follow_counts()
        self.header.hide()

    def _build(self) -> None:
        restyle(self, surface="area")
        self.header = QueueHeader(self._look)
        self._notice = QFrame()
        restyle(self._notice, surface="notice", tone="warn")
        self._notice_text = plain_label(role=FontRole.CAPTION, wrap=True)
        notice_row = QHBoxLayout(self._notice)
        notice_row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        notice_row.addWidget(self._notice_text, 1)
        self.resume = PushButton()
        restyle(self.resume, kind="secondary", dense="true")
        notice_row.addWidget(self.resume)
        self._notice.hide()
        self._narrowed = QFrame()
        restyle(self._narrowed, surface="notice", tone="info")
        self._narrowed_text = plain_label(role=FontRole.CAPTION, wrap=True)
        self.show_all = PushButton()
        restyle(self.show_all, kind="secondary", dense="true")
        narrowed_row = QHBoxLayout(self._narrowed)
        narrowed_row.setContentsMargins(GAP_M, GAP_S, GAP_M, GAP_S)
        narrowed_row.addWidget(self._narrowed_text, 1)
        narrowed_row.addWidget(self.show_all)
        self._narrowed.hide()
        self.view = QueueView(self._look, self._thumbs, self._keys)
        self.view.setModel(self._model)
        self._empty = EmptyState(self._look, "queue")
        self._pages = QStackedWidget()
        self._pages.addWidget(QWidget())  # before the jobs are read, nobody knows whether there are any
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self._notice, self._narrowed):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.undo_bar = ClearedBar(self._look, self._keys or KeyMap())
        LowerLines(self).add(self.undo_bar)

    def _connect(self) -> None:
        self._model.counts_changed.connect(self._follow_counts)
        for signal in (self._model.rowsInserted, self._model.rowsRemoved, self._model.modelReset):
            signal.connect(self._follow_rows)
        self._thumbs.missed.connect(self.thumb_wanted)
        self._seconds.timeout.connect(self._model.tick)
        self.header.only_chosen.connect(self._model.show_only)
        self._model.only_changed.connect(self._follow_only)
        self.show_all.clicked.connect(lambda: self._model.show_only(None))
        self.view.move_requested.connect(self.move_requested)
        self.header.retry_all_requested.connect(self._retry_failed)
        self.header.clear_requested.connect(self._clear_finished)
        self.header.pause_requested.connect(self.pause_requested)
        self.resume.clicked.connect(lambda: self.pause_requested.emit(False))
        self.view.action_requested.connect(self._act)
        self.view.area_menu_requested.connect(lambda at: self.area_menu().popup(at))

    def area_menu(self) -> QMenu:
        """Return a new menu for the whole queue."""
        menu = LetteredMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paused = self._notice.isVisibleTo(self)
        pause = menu.addAction(self.tr("Resume sending") if paused else self.tr("Pause sending"))
        pause.triggered.connect(lambda: self.pause_requested.emit(not paused))
        menu.addSeparator()
        counts = self._model.counts
        retry = self.tr("Retry all failed")
        if counts.retry_money:
            retry = self.tr("Retry all failed · {price}").format(price=say_sums(counts.retry_money))
        for words, act, able in (
            (self.tr("Select all"), self.view.selectAll, self._model.rowCount() > 0),
            (self.tr("Show all"), lambda: self._model.show_only(None), self._model.only is not None),
            (retry, self._retry_failed, counts.to_retry > 0),
            (self.tr("Clear finished and taken off"), self._clear_finished, counts.clearable > 0),
        ):
            entry = menu.addAction(words)
            entry.triggered.connect(act)
            entry.setEnabled(able)
        return menu

    def set_paused(self, paused: bool) -> None:
        """Show whether the person has paused the queue, and the button that resumes it, with or without jobs."""
        self.header.set_paused(paused)
        if self._notice.isVisibleTo(self) and not paused and self.resume.hasFocus():
            self.view.setFocus()
        if paused and not self._notice.isVisibleTo(self):
            announce(self, self._notice_text.text())
        self._notice.setVisible(paused)

    def thumb_made(self, path: str) -> None:
        """Show a thumbnail that has been made."""
        self._thumbs.forget(path)
        self.view.viewport().update()

    def bring_into_sight(self, job_id: str) -> None:
        """Bring a job's row into view, from which the arrow keys go on. While a row has the keyboard, the view stays where it
        is.
        """
        index = self._model.reveal(job_id)
        if index.isValid() and not self.view.hasFocus():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.view.selectionModel().setCurrentIndex(index, flag)
            self.view.scrollTo(index)

    def close_thumbs(self) -> None:
        """Stop reading pictures, at the end of the program."""
        self._thumbs.close()

    @property
    def counting(self) -> bool:
        """Whether rows are repainted each second."""
        return self._seconds.isActive()

    def _act(self, action: JobAction, jobs: list[Job]) -> None:
        match action:
            case JobAction.DECIDE:
                self._decide(jobs[0])
            case JobAction.CANCEL:
                self._cancel(jobs)
            case JobAction.LAST_FRAME_TO_IMAGE | JobAction.LAST_FRAME_TO_START:
                self.last_frame_requested.emit(jobs[0].job_id, action is JobAction.LAST_FRAME_TO_START)
            case JobAction.SHOW_IN_FOLDER:
                self.folder_requested.emit(jobs[0].job_id)
            case JobAction.PLAY:
                self.play_requested.emit(jobs[0].job_id)
            case JobAction.USE_AGAIN | JobAction.CHANGE:
                self.use_again_requested.emit(jobs[0].job_id)
            case JobAction.EDIT:
                self.edit_requested.emit(jobs[0].job_id)
            case JobAction.SHOW_INSTEAD:
                self._show_instead(jobs[0])
            case JobAction.RETRY:
                self.retry_requested.emit(_ids(jobs))
            case JobAction.REMOVE:
                self.remove_requested.emit(_ids(jobs))

    def _cancel(self, jobs: list[Job]) -> None:
        # Unsent jobs cost nothing and can be retried, so they are cancelled without a question.
        if unsent := [job for job in jobs if job.state in UNSENT]:
            self.cancel_requested.emit(_ids(unsent))
        left = [job for job in jobs if job.state not in UNSENT]
        if not left:
            return
        dialog = CancelDialog(self._look, left, self)
        dialog.stop_requested.connect(self.cancel_requested)
        dialog.open()

    def _decide(self, job: Job) -> None:
        others = (other for other in self._model.jobs() if other.job_id != job.job_id)
        alike = [other for other in others if (other.state, other.charge) == (job.state, job.charge)]
        path = self._model.thumb_path_of(job)
        picture = self._thumbs.pixmap(path) if path else None
        dialog = UnknownDialog(self._look, job, self, alike=alike, picture=picture)
        dialog.send_again_requested.connect(self.send_again_requested)
        dialog.give_up_requested.connect(self.give_up_requested)
        dialog.rescue_requested.connect(self.rescue_requested)
        dialog.open()

    def _clear_finished(self) -> None:
        self.remove_requested.emit(_ids(job for job in self._model.jobs() if is_cleared(job)))

    def _retry_failed(self) -> None:
        again, jobs = self._model.again, self._model.jobs()
        self.retry_requested.emit(_ids(job for job in jobs if is_tried_with_all(job, again(job.job_id))))

    def _show_instead(self, job: Job) -> None:
        instead_id = self._model.again(job.job_id).instead_id
        index = self._model.reveal(instead_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            self.view.setFocus()
        else:
            self.play_requested.emit(instead_id)  # the row of the other job is gone, not its video

    def _follow_only(self) -> None:
        only = self._model.only
        if only is None and self.show_all.hasFocus():
            self.view.setFocus()
        self.header.show_only(only)
        self._narrowed.setVisible(only is not None)
        self._say_narrowed()

    def _say_narrowed(self) -> None:
        if self._model.only is not None:
            self._narrowed_text.setText(
                self.tr("Only {count} of {all} shown: {kind}.").format(
                    count=self._model.rowCount(),
                    all=len(self._model),
                    kind=job_kind_words(self._model.only).lower(),
                )
            )

    def _follow_counts(self) -> None:
        if self._model.only is JobKind.AT_RISK and not self._model.counts.at_risk:
            self._model.show_only(None)  # all of them are decided
        self.header.show_counts(self._model.counts)
        self._say_narrowed()
        self._follow_seconds()

    def _follow_rows(self) -> None:
        self._pages.setCurrentWidget(self.view if len(self._model) else self._empty)
        self.header.setVisible(len(self._model) > 0)

    def _follow_seconds(self) -> None:
        wanted = self._model.counts.running > 0 and self.isVisible()
        if wanted and not self._seconds.isActive():
            self._seconds.start()
        elif not wanted:
            self._seconds.stop()

    @override
    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Queue"))
        self._notice_text.setText(self.tr("Paused. Nothing is sent until you resume."))
        self.resume.setText(self.tr("Resume"))
        self.show_all.setText(self.tr("Show all"))
        self._say_narrowed()
        self._empty.say(
            self.tr("Nothing in the queue"),
            self.tr("What you generate or rehearse shows here, from the click to the finished video."),
        )

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.area_menu().popup(event.globalPos())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_seconds()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow_seconds()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.view.setFocus(event.reason())  # no focus proxy: it would end the round of Tab here
        QTimer.singleShot(0, self.view, self.view.say_current)  # after Qt's own event about the focus


def _ids(jobs: Iterable[Job]) -> list[str]:
    return [job.job_id for job in jobs]
