"""Changes outside the focused widget are announced to screen readers; changes that happen by themselves are not."""

from dataclasses import replace

import pytest
from fakes.ui_values import a_clip, show
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.doors import Door
from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.domain.settings import Settings
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.dialogs.batch_dialog import BatchChoices, BatchDialog, BatchOffer
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog
from vidu_desktop.ui.library import filter_bar
from vidu_desktop.ui.library.filter_bar import FilterBar
from vidu_desktop.ui.library.trash_bar import TrashBar
from vidu_desktop.ui.models.clip_columns import ClipColumn
from vidu_desktop.ui.models.key_map import KeyMap
from vidu_desktop.ui.models.library_model import LibraryModel
from vidu_desktop.ui.models.queue_model import QueueModel
from vidu_desktop.ui.player.transport import Transport
from vidu_desktop.ui.queue.queue_pane import QueuePane
from vidu_desktop.ui.widgets.empty_state import EmptyState
from vidu_desktop.ui.widgets.frame_view import FrameView
from vidu_desktop.ui.widgets.picture_places import Slot
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.problem_list import ProblemList
from vidu_desktop.ui.widgets.segmented import Segmented


def test_the_way_back_is_said_with_its_key(look, qtbot, announced) -> None:
    bar = TrashBar(look, KeyMap())
    qtbot.addWidget(bar)

    bar.announce(3)

    assert announced == ["3 videos moved to the trash. Ctrl+Z takes it back."]


def test_a_pause_is_said_when_it_begins_and_not_again(look, qtbot, announced) -> None:
    pane = QueuePane(look, QueueModel(lambda _sha256: ""))
    qtbot.addWidget(pane)
    pane.show()

    for paused in (True, True, False):
        pane.set_paused(paused)

    assert announced == ["Paused. Nothing is sent until you resume."]
    pane.close_thumbs()


def test_the_number_found_is_said_once_the_typing_rests(look, qtbot, announced, monkeypatch) -> None:
    monkeypatch.setattr(filter_bar, "REST_MS", 0)
    bar = FilterBar(look)
    qtbot.addWidget(bar)
    bar.show_count(900)  # without a search

    for text, count in (("f", 400), ("fo", 30), ("fox", 7)):
        bar.ask(replace(bar.query, text=text))
        bar.show_count(count)
    qtbot.waitUntil(lambda: bool(announced))
    bar.show_count(8)  # a new video, not the answer to a search

    assert announced == ["7 found"]


def test_a_problem_is_said_when_it_comes_and_not_with_every_letter(look, qtbot, announced) -> None:
    problems = ProblemList(look)
    qtbot.addWidget(problems)
    problems.show()

    for over in (1, 2, 3):
        words = Sentence("Shorten it by {over}.", {"over": over})
        problems.set_problems(
            [Problem(code="prompt-too-long", place="prompt", sentence=words, remedy=Remedy.NONE)]
        )
    problems.set_problems([])

    assert announced == ["Shorten it by 1."]


def test_a_cell_of_the_list_says_what_is_in_it(qapp) -> None:
    model = LibraryModel()
    show(model, [a_clip("clip", "The fox walks.")])

    def said(column: ClipColumn) -> str:
        return str(model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert "The fox walks" in said(ClipColumn.TITLE)
    assert "The fox walks" not in said(ClipColumn.LENGTH)
    assert said(ClipColumn.LENGTH) == model.index(0, ClipColumn.LENGTH).data()
    model.close()


def test_what_stands_is_named_and_what_runs_is_not_read_frame_by_frame(look, qtbot) -> None:
    transport = Transport(look, KeyMap(), volume=1.0, muted=False)
    qtbot.addWidget(transport)
    transport.show_length(24.0, 96)
    transport.show_frame(5)

    def told() -> tuple[str, int, list[str]]:
        labels = [label.accessibleName() for label in transport.findChildren(QLabel)]
        return transport.timecode.text(), transport.scrubber.value(), [name for name in labels if name]

    transport.show_playing(True)
    transport.show_frame(6)
    before = told()
    for frame in range(7, 40):
        transport.show_frame(frame)
    assert told() == before
    assert transport.timecode.placeholderText() == "00:00:01:15"  # but it is visible

    transport.show_playing(False)
    assert told() == ("00:00:01:15", 39, ["Frame 40 of 96"])


@pytest.mark.parametrize("page", [0, 4])
def test_what_came_of_a_test_in_the_settings_is_said(look, qtbot, announced, page: int) -> None:
    dialog = SettingsDialog(look, Settings(), dict.fromkeys(Door, KeyState()))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_page(page)

    if page == 0:
        dialog.service.show_key_test_result("The service takes this key.", ok=True)
    else:
        dialog.network.show_test_result("The service takes this key.", ok=True)

    assert announced == ["The service takes this key."]


def test_what_a_batch_comes_to_is_said_once(look, qtbot, announced) -> None:
    dialog = BatchDialog(look, "jobs.csv", BatchChoices(fields=[], settings=[], remedies=[]))
    qtbot.addWidget(dialog)
    dialog.show()
    offer = BatchOffer(
        words="", videos=4, total=usd(1), first_videos=3, first_total=usd("0.6"), rehearsal_videos=3
    )
    for shown in (offer, offer, replace(offer, videos=5)):
        dialog.show_offer(shown)
    dialog.show_refusal("There is no such sheet.")
    assert [words.partition(" · ")[0] for words in announced] == [
        "4 videos",
        "5 videos",
        "There is no such sheet.",
    ]


def test_a_picture_is_called_by_its_place_and_an_empty_place_by_what_to_do(look, qtbot) -> None:
    well = PictureWell(look)
    qtbot.addWidget(well)
    well.set_words("Drop a picture", "or click to choose", heard="First frame")
    assert (well.accessibleName(), well.accessibleDescription()) == ("Drop a picture", "or click to choose")

    well.show_slot(Slot(path="/fox.png"), wrong=False)

    assert well.accessibleName() == "First frame"


def test_an_area_without_anything_to_show_says_so_in_sentences(look, qtbot) -> None:
    area = EmptyState(look, "library")
    qtbot.addWidget(area)
    area.say("No videos yet", "Drop some here.")
    heard = QAccessible.queryAccessibleInterface(area)
    assert heard.role() == QAccessible.Role.Grouping
    assert heard.text(QAccessible.Text.Name) == "No videos yet. Drop some here."


@pytest.mark.parametrize("kind", ["segments", "stage"])
def test_widgets_of_our_own_say_what_they_are(look, qtbot, kind: str) -> None:
    widget, role = (
        (Segmented(look, ("a", "b"), str), QAccessible.Role.Grouping)
        if kind == "segments"
        else (FrameView(look), QAccessible.Role.Graphic)
    )
    qtbot.addWidget(widget)
    widget.setAccessibleName("Something")

    heard = QAccessible.queryAccessibleInterface(widget)

    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (role, "Something")
