"""The main window and every dialog with a little of everything in them. All data is in Chinese characters and digits, so that
Latin letters are the program's own texts.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from fakes.real_frame_service import RealFrameService
from fakes.ui_values import NOW, a_clip, a_job, show
from fakes.window_fixtures import FakePictureService
from PySide6.QtCore import QItemSelectionModel, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.board import Board
from vidu_desktop.domain.catalogue import CATALOGUE, Offer
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.export import ExportFormat, ExportSettings
from vidu_desktop.domain.happening import Happening
from vidu_desktop.domain.job import ACCEPTED_ID_LOST, Job, JobState, Trouble
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.money_sums import MoneySums
from vidu_desktop.domain.prompt_history import PastPrompt
from vidu_desktop.domain.settings import Settings
from vidu_desktop.domain.sheet import SheetRow
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.compare.compare_window import CompareWindow
from vidu_desktop.ui.compare.pair import FramePair, Side
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.dialogs.about_dialog import AboutDialog
from vidu_desktop.ui.dialogs.batch_dialog import BatchChoices, BatchDialog, BatchOffer
from vidu_desktop.ui.dialogs.batch_wishes import Setting
from vidu_desktop.ui.dialogs.board_dialog import BoardDialog
from vidu_desktop.ui.dialogs.export_dialog import ExportDialog
from vidu_desktop.ui.dialogs.fetch_link_dialog import FetchLinkDialog
from vidu_desktop.ui.dialogs.happenings_dialog import HappeningsDialog
from vidu_desktop.ui.dialogs.join_dialog import JoinDialog
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.dialogs.money_dialog import Books, MoneyDialog
from vidu_desktop.ui.dialogs.preset_dialogs import PresetsDialog, SavePresetDialog
from vidu_desktop.ui.dialogs.prompt_history_dialog import PromptHistoryDialog
from vidu_desktop.ui.dialogs.rename_dialog import RenameDialog
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog
from vidu_desktop.ui.dialogs.shelf_dialog import ShelfDialog
from vidu_desktop.ui.dialogs.shelf_item_dialog import ShelfItemDialog
from vidu_desktop.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from vidu_desktop.ui.dialogs.shot_dialog import ShotDialog
from vidu_desktop.ui.dialogs.trash_dialog import TrashDialog, TrashLine
from vidu_desktop.ui.dialogs.unfinished_dialog import UnfinishedDialog
from vidu_desktop.ui.dialogs.watch_dialog import WatchDialog, WatchLine
from vidu_desktop.ui.dialogs.watch_form import PresetChoice
from vidu_desktop.ui.library.library_pane import LibraryPane
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.main_window import MainWindow
from vidu_desktop.ui.models.batch_table import BatchContent, RowGroup
from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.player_pane import PlayerPane
from vidu_desktop.ui.queue.cancel_dialog import CancelDialog
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.queue.unknown_dialog import UnknownDialog

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
PROMPT = "狐狸转头"
REFUSED = "The service blocked this request."


def some_jobs() -> list[Job]:
    """Return one job per state; those that went wrong have a reason."""
    trouble = Trouble(code="1", sentence=Sentence("The service asks us to slow down. It goes on by itself."))
    wrong = {JobState.FAILED, JobState.REFUSED, JobState.EXPIRED, JobState.UNKNOWN}
    return [
        a_job(f"{number}", state, PROMPT, trouble=trouble if state in wrong else None)
        for number, state in enumerate(JobState)
    ]


def some_clips() -> list[Clip]:
    """Return a winning take, a rejected take, a rehearsal, and a clip whose file is missing."""
    shot = Marks(project="晨", shot="010", take=1, rating=3, tags=("海",), note="好")
    return [
        a_clip("1", PROMPT, marks=replace(shot, verdict=Verdict.KEEP, winner=True), cover_path=""),
        a_clip("2", PROMPT, marks=replace(shot, take=2, verdict=Verdict.REJECT), cover_path=""),
        a_clip("3", PROMPT, rehearsal=True, price=usd(0), cover_path=""),
        a_clip("4", PROMPT, missing=True, cover_path=""),
    ]


def full_window(look: Look, desk: Any, folder: Path) -> MainWindow:
    """Return the main window with jobs and videos. `close_full_window` must close it."""
    memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    keys = KeyMap()
    window = MainWindow(memory)
    jobs, clips = QueueModel(lambda _sha256: "", now=lambda: NOW), LibraryModel(parent=window)
    queue = QueuePane(look, jobs, keys=keys)
    compose = ComposePane(look, desk, keys=keys)
    frames: Any = RealFrameService()
    library = LibraryPane(look, clips, keys=keys, with_details=True)
    stage = PlayerPane(look, frames, keys=keys)
    window.fill(look, compose, stage, queue, library, keys)
    jobs.set_jobs(some_jobs())
    show(clips, some_clips())
    window.show()
    window.show_library()  # the details follow the selection only while visible
    library.grid.selectionModel().setCurrentIndex(clips.index(0, 0), _CHOOSE)
    QApplication.processEvents()
    return window


def close_full_window(window: MainWindow) -> None:
    for queue in window.findChildren(QueuePane):
        queue.close_thumbs()
    for clips in window.findChildren(LibraryModel):
        clips.close()


def _board(look: Look) -> QWidget:
    dialog = BoardDialog(look, [Offer(spec, mode) for spec in CATALOGUE for mode in spec.modes][:1])
    dialog.show_names(["一"], "一")
    dialog.show_board(Board(name="一", chain="一"), [])
    return dialog


def _compare(look: Look) -> QWidget:
    still = QImage(64, 36, QImage.Format.Format_RGB32)
    pair = FramePair(Side(stills=(still, still)), Side(stills=(still, still)))
    return CompareWindow(look, pair, (some_clips()[0], some_clips()[1]))


def _export(look: Look) -> QWidget:
    choice = ExportChoice(settings=ExportSettings(format=ExportFormat.GIF), folder="/0")
    return ExportDialog(look, some_clips()[:2], choice)


def _happenings(look: Look) -> QWidget:
    dialog = HappeningsDialog(look)
    dialog.show_happenings([Happening(at=NOW, words="好", path="/0")])
    return dialog


def _batch(look: Look) -> QWidget:
    choices = BatchChoices(
        fields=[("1", "一")],
        settings=[Setting("1", "一", [("1", "一"), ("2", "二")])],
        remedies=[("1", "一")],
    )
    dialog = BatchDialog(look, "1.csv", choices)
    good = SheetRow(line=2, cells=("1.png", "二"))
    wrong = SheetRow(line=3, cells=("2.png", "二"))
    dialog.show_rows(
        BatchContent(
            columns=("一", "二"),
            fields=("1", ""),
            field_words=("一", ""),
            rows=(good, wrong),
            problems={3: {0: "一"}},
            groups=(RowGroup("1", "一", (3,), wrong=True),),
            state_of=lambda _line: "$0.20",
        )
    )
    dialog.show_offer(
        BatchOffer(
            words="8", videos=4, total=usd(1), first_videos=3, first_total=usd("0.6"), rehearsal_videos=3
        )
    )
    return dialog


def _settings(page: int) -> Callable[[Look], QWidget]:
    def make(look: Look) -> QWidget:
        dialog = SettingsDialog(
            look, Settings(budgets={Currency.USD: usd(30)}, library_dir="/0"), dict.fromkeys(Door, KeyState())
        )
        dialog.show_page(page)
        return dialog

    return make


def _trash(look: Look) -> QWidget:
    dialog = TrashDialog(look)
    dialog.show_contents(
        [
            TrashLine(
                trash_id=clip.clip_id,
                words=clip.prompt,
                trashed_at=NOW,
                file_bytes=clip.video.file_bytes,
            )
            for clip in some_clips()
        ]
    )
    return dialog


def _watch(look: Look) -> QWidget:
    dialog = WatchDialog(look)
    dialog.form.show_presets([PresetChoice("一", usd("0.20"))])
    dialog.show_lines(
        [
            WatchLine(
                batch_id="1", folder="/0", preset="一", today="$0.40", made="2", state="一",
                can_pause=True, can_go_on=False, can_end=True, notes=("一",),
            )
        ]
    )  # fmt: skip
    return dialog


def _unknown(look: Look) -> QWidget:
    trouble = Trouble(code=ACCEPTED_ID_LOST, sentence=Sentence(REFUSED))
    return UnknownDialog(look, a_job("1", JobState.UNKNOWN, PROMPT, trouble=trouble))


DIALOGS: dict[str, Callable[[Look], QWidget]] = {
    "about": lambda look: AboutDialog(look, "1.2", checks_updates=True),
    "batch": _batch,
    "board": _board,
    "compare": _compare,
    "cancel": lambda look: CancelDialog(look, [a_job("1", JobState.WAITING, PROMPT)]),
    "export": _export,
    "fetch": lambda look: FetchLinkDialog(look, "https://1.2/3.png"),
    "happenings": _happenings,
    "join": lambda look: JoinDialog(look, some_clips()[:2]),
    "money": lambda look: MoneyDialog(
        look, Books(sums=MoneySums(some_jobs(), NOW.date(), UTC), budgets={Currency.USD: usd(5)})
    ),
    "presets": PresetsDialog,
    "save preset": lambda look: SavePresetDialog(look, PROMPT, ["雨"], Mode.IMAGE),
    "prompts": lambda look: PromptHistoryDialog(look, [PastPrompt(prompt=PROMPT, uses=2, last_used_at=NOW)]),
    "rename": lambda look: RenameDialog(look, "一"),
    "service": _settings(0),
    "money page": _settings(1),
    "library page": _settings(2),
    "program": _settings(3),
    "network": _settings(4),
    "shelf": ShelfDialog,
    "shelf item": lambda look: ShelfItemDialog(look, FakePictureService(), []),
    "shortcuts": lambda look: ShortcutsDialog(look, KeyMap()),
    "shot": lambda look: ShotDialog(look, Marks(), 2),
    "trash": _trash,
    "unfinished": lambda look: UnfinishedDialog(look, 2),
    "unknown": _unknown,
    "watch": _watch,
}
