"""Watched folders: watching begins only with a folder, a preset and a sum, and each folder shows its state."""

import pytest
from PySide6.QtCore import Qt

from vidu_desktop.domain.amounts import usd
from vidu_desktop.ui.dialogs.watch_dialog import WatchDialog, WatchLine
from vidu_desktop.ui.dialogs.watch_form import PresetChoice

SPIN = PresetChoice("Spin", usd("0.20"))


@pytest.fixture
def dialog(qtbot, look):
    dialog = WatchDialog(look)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def a_line(batch_id: str = "watch1", *, paused: bool = False, notes: tuple[str, ...] = ()) -> WatchLine:
    return WatchLine(
        batch_id=batch_id,
        folder=f"/in/{batch_id}",
        preset="Spin",
        today="$0.40 of $5.00",
        made="2 of 3",
        state="Paused" if paused else "Watched",
        can_pause=not paused,
        can_go_on=paused,
        can_end=True,
        notes=notes,
    )


def test_it_is_begun_only_when_everything_is_said(dialog: WatchDialog, qtbot) -> None:
    begun: list[tuple] = []
    dialog.begin_requested.connect(lambda *said: begun.append(said))
    assert not dialog.begin.isEnabled()
    dialog.form.show_presets([SPIN])
    dialog.form.show_folder("/in", 3)
    assert not dialog.begin.isEnabled()
    qtbot.keyClicks(dialog.form.cap, "0.1")
    assert not dialog.begin.isEnabled()
    dialog.form.cap.clear()
    qtbot.keyClicks(dialog.form.cap, "5")
    dialog.form.take_there.click()
    qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert begun == [("/in", "Spin", usd(5), True)]
    assert "$5.00" in dialog.begin.text()


@pytest.mark.parametrize("typed", ["1,000", "CN¥30", "1e3", "5²", "٥"])
def test_what_is_no_amount_of_its_currency_is_no_days_budget(dialog: WatchDialog, typed: str) -> None:
    dialog.form.show_presets([SPIN])
    dialog.form.show_folder("/in", 0)
    dialog.form.cap.setText(typed)
    assert dialog.form.day_budget is None
    assert not dialog.begin.isEnabled()
    dialog.form.cap.setText("＄５")
    assert dialog.form.day_budget == usd(5)


def test_without_a_key_it_can_be_rehearsed(dialog: WatchDialog, qtbot) -> None:
    begun: list[tuple] = []
    dialog.begin_requested.connect(lambda *said: begun.append(said))
    dialog.set_has_key(False)
    dialog.form.show_presets([SPIN])
    dialog.form.show_folder("/in", 0)
    qtbot.keyClicks(dialog.form.cap, "5")
    assert not dialog.begin.isEnabled()
    qtbot.mouseClick(dialog.rehearse, Qt.MouseButton.LeftButton)
    assert begun == [("/in", "Spin", None, False)]


def test_each_folder_is_paused_and_goes_on_and_stays_chosen(dialog: WatchDialog, qtbot) -> None:
    asked: list[str] = []
    dialog.pause_requested.connect(lambda one: asked.append(f"pause {one}"))
    dialog.go_on_requested.connect(lambda one: asked.append(f"go on {one}"))
    dialog.end_requested.connect(lambda one: asked.append(f"end {one}"))
    dialog.show_lines([a_line("watch1"), a_line("watch2")])
    item = dialog.list.topLevelItem(1)
    assert item is not None
    dialog.list.setCurrentItem(item)
    qtbot.mouseClick(dialog.pause, Qt.MouseButton.LeftButton)
    dialog.show_lines([a_line("watch1"), a_line("watch2", paused=True)])
    assert not dialog.pause.isEnabled()
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.end_watch, Qt.MouseButton.LeftButton)
    assert asked == ["pause watch2", "go on watch2", "end watch2"]
