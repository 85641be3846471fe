"""The export dialogs: names are previewed, contradictions are reported, and only what the format supports can be set."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes.export_pages import ExportPage, JoinPage
from fakes.finding import button, only
from fakes.ui_values import NOW, a_clip
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QProgressBar, QWidget

from vidu_desktop.adapters.export.contact_sheet_file import sheet_entries
from vidu_desktop.domain.export import ExportFormat, ExportSettings, Fit
from vidu_desktop.domain.film import FilmPart, FilmWish, parts_in_a_row
from vidu_desktop.domain.marks import Marks
from vidu_desktop.ui.dialogs.export_dialog import ExportDialog
from vidu_desktop.ui.dialogs.join_dialog import JoinDialog
from vidu_desktop.ui.models.export_choice import ExportChoice
from vidu_desktop.ui.sheet_pdf import pdf_of
from vidu_desktop.ui.widgets.work_bar import WorkBar

F = ExportFormat
CLIPS = [
    a_clip(name, marks=Marks(project="Moon", shot="S010", take=take)) for take, name in enumerate("abc", 1)
]


@pytest.fixture
def dialog(qtbot, look, tmp_path):
    return opened(qtbot, look, CLIPS[:1], str(tmp_path))


def opened(qtbot, look, clips, folder="", kind=F.GIF):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ExportDialog(
        look, clips, ExportChoice(settings=ExportSettings(format=kind), folder=folder), window
    )
    dialog.window_that_holds_it = window
    dialog.open()
    return dialog


def plain(text):
    return text.replace("\u200b", "")


@pytest.mark.parametrize(("kind", "copies"), [(F.MP4, True), (F.CLEAN_MP4, True), (F.GIF, False)])
def test_a_copy_says_why_nothing_can_be_set(qtbot, look, tmp_path, kind, copies):
    dialog = opened(qtbot, look, CLIPS[:1], str(tmp_path), kind)
    why = dialog.findChild(QLabel, "copied")
    assert why.isVisible() is copies
    assert "choose “MP4, encoded anew”" in plain(why.text())


def test_the_names_are_seen_while_the_pattern_is_typed(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, CLIPS, str(tmp_path))

    ExportPage(dialog).pattern.setText("{project}_{shot}_{take:03}")

    assert plain(dialog.findChild(QLabel, "preview").text()) == "Moon_S010_001.gif, Moon_S010_002.gif …"


def test_a_name_that_is_there_already_is_seen_numbered_on(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, CLIPS, str(tmp_path))
    ExportPage(dialog).pattern.setText("{take}")

    dialog.show_taken("/another/folder", {"1.gif"})
    assert plain(dialog.findChild(QLabel, "preview").text()) == "1.gif, 2.gif …"
    dialog.show_taken(str(tmp_path), {"1.gif", "1-2.gif", "2.mp4"})
    assert (
        plain(dialog.findChild(QLabel, "preview").text())
        == "1-3.gif, 2.gif …\n“1.gif” is there already and stays as it is."
    )

    with qtbot.waitSignal(dialog.folder_changed) as changed:
        dialog.set_folder("/empty")
    assert changed.args == ["/empty"]
    assert plain(dialog.findChild(QLabel, "preview").text()) == "1.gif, 2.gif …"


def test_there_is_room_for_names_that_need_more_lines(qtbot, look, tmp_path):
    clips = [a_clip(f"2026-11-22_a-fox-turns-its-head_k3f9q2t{end}") for end in "ab"]
    dialog = opened(qtbot, look, clips, str(tmp_path))

    dialog.show_taken(str(tmp_path), {f"{clip.clip_id}.gif" for clip in clips})

    preview = dialog.findChild(QLabel, "preview")
    assert preview.text().count("\n") == 1
    QApplication.processEvents()
    assert preview.height() >= preview.heightForWidth(preview.width())


def test_nonsense_is_said_and_cannot_be_exported(dialog):
    ExportPage(dialog).pattern.setText("{nonsense}")

    assert "nonsense" in dialog.findChild(QLabel, "preview").text()
    assert any(
        "{shot}" in label.text() and label.isVisibleTo(dialog) for label in dialog.findChildren(QLabel)
    )
    assert not ExportPage(dialog).export.isEnabled()


def test_without_a_folder_nothing_is_exported(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, CLIPS)
    assert not ExportPage(dialog).export.isEnabled()

    dialog.set_folder(str(tmp_path))

    assert ExportPage(dialog).export.isEnabled()


def test_in_point_after_out_point_is_said(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, CLIPS[:1], str(tmp_path))
    ExportPage(dialog).ends[0].setValue(9)
    ExportPage(dialog).ends[1].setValue(3)

    assert not ExportPage(dialog).export.isEnabled()


@pytest.mark.parametrize("kind", list(ExportFormat))
def test_only_what_the_format_honours_can_be_set(qtbot, look, tmp_path, kind):
    dialog = opened(qtbot, look, CLIPS[:1], str(tmp_path), kind)

    moving = not kind.copies and kind is not F.STILL
    assert ExportPage(dialog).side.isEnabled() is not kind.copies
    assert ExportPage(dialog).rate.isEnabled() is moving
    assert ExportPage(dialog).boomerang.isEnabled() is moving
    assert ExportPage(dialog).ends[0].isEnabled() is not kind.copies


def test_the_choice_is_what_was_set(qtbot, dialog, tmp_path):
    ExportPage(dialog).side.setCurrentIndex(ExportPage(dialog).side.findData(640))
    ExportPage(dialog).drawings.setCurrentIndex(1)
    ExportPage(dialog).ends[0].setValue(3)

    with qtbot.waitSignal(dialog.chosen) as caught:
        ExportPage(dialog).export.click()

    (choice,) = caught.args
    assert choice.settings == ExportSettings(format=F.GIF, side_px=640, hold=2, first=2)
    assert choice.folder == str(tmp_path)


@pytest.fixture
def joining(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = JoinDialog(look, CLIPS[::-1], window)  # the newest first, as in the list
    dialog.window_that_holds_it = window
    dialog.open()
    return dialog


def order_shown(dialog):
    """Return the numbers and takes without the title behind them, which is the same for all."""
    order = JoinPage(dialog).order
    shown = [order.item(row).text() for row in range(order.count())]
    assert all(words.endswith(" · A fox turns its head") for words in shown)
    return [words.partition(" · ")[0] for words in shown]


def test_joining_says_the_order_and_begins_with_the_shots_own(qtbot, joining):
    assert order_shown(joining) == ["1. S010_T001", "2. S010_T002", "3. S010_T003"]

    with qtbot.waitSignal(joining.chosen) as caught:
        JoinPage(joining).button("Leave the doubled frame at each seam out").setChecked(True)
        JoinPage(joining).button("Choose where…").click()

    parts = parts_in_a_row([clip.video_path for clip in CLIPS], drop_seams=True)
    assert caught.args == [CLIPS, FilmWish(parts=parts)]
    assert not JoinPage(joining).shapes


def a_shape(name, width_px, height_px):
    clip = a_clip(name)
    return replace(clip, video=replace(clip.video, width_px=width_px, height_px=height_px))


def test_where_shapes_differ_joining_says_so_and_lets_one_choose(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = JoinDialog(look, [a_shape("wide", 1280, 720), a_shape("tall", 720, 1280)], window)
    dialog.open()

    assert JoinPage(dialog).shapes
    assert "1280 × 720" in JoinPage(dialog).shapes
    JoinPage(dialog).button("Turn the order round").click()
    assert "720 × 1280" in JoinPage(dialog).shapes
    with qtbot.waitSignal(dialog.chosen) as caught:
        JoinPage(dialog).fit.setFocus()
        qtbot.keyClick(JoinPage(dialog).fit, Qt.Key.Key_Down)
        JoinPage(dialog).button("Choose where…").click()
    assert caught.args[1].fit is Fit.CROP


def test_what_is_left_out_of_a_video_and_its_speed_go_with_it_to_another_place(qtbot, joining):
    page = JoinPage(joining)
    page.order.setCurrentRow(1)
    page.left_out("beginning").setValue(3)
    page.left_out("end").setValue(2)
    page.speed.setCurrentIndex(page.speed.findData(0.5))
    assert page.order.item(1).text().endswith(" · −3 … −2 · 0.5×")

    page.button("Up").click()
    assert page.order.item(0).text().endswith(" · −3 … −2 · 0.5×")
    assert page.left_out("beginning").value() == 3
    page.button("Match colours to their pictures, and at the seams").setChecked(True)
    with qtbot.waitSignal(joining.play_requested) as caught:
        page.button("Play").click()

    clips, film = caught.args
    assert clips == [CLIPS[1], CLIPS[0], CLIPS[2]]
    assert [(part.skip_first, part.skip_last, part.speed) for part in film.parts] == [
        (3, 2, 0.5),
        (0, 0, 1.0),
        (0, 0, 1.0),
    ]
    assert film.match_colours


def test_a_film_that_plays_is_joined_as_it_plays(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    first, *others = (
        FilmPart(video_path=clip.video_path, skip_first=row * 2) for row, clip in enumerate(CLIPS)
    )
    film = FilmWish(parts=(first, *others), fit=Fit.CROP, own_sound=False)
    dialog = JoinDialog(look, CLIPS[::-1], window, film=film)
    dialog.open()
    page = JoinPage(dialog)

    assert dialog.clips() == CLIPS[::-1]
    assert page.button("Leave the doubled frame at each seam out").isChecked()
    page.order.setCurrentRow(2)
    assert page.left_out("beginning").value() == 3  # the doubled frame is left out, too
    with qtbot.waitSignal(dialog.chosen) as caught:
        page.button("Choose where…").click()
    assert caught.args == [CLIPS[::-1], film]


def test_behind_a_hard_cut_no_frame_is_doubled_and_none_is_left_out_for_that(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    paths = [clip.video_path for clip in CLIPS]
    parts = (
        FilmPart(video_path=paths[0]),
        FilmPart(video_path=paths[1], cut=True),
        FilmPart(video_path=paths[2], skip_first=1),
    )
    dialog = JoinDialog(look, CLIPS, window, film=FilmWish(parts=parts))
    dialog.open()
    page = JoinPage(dialog)
    seams = page.button("Leave the doubled frame at each seam out")
    assert seams.isChecked()

    page.order.setCurrentRow(1)
    page.left_out("end").setValue(4)
    with qtbot.waitSignal(dialog.chosen) as caught:
        page.button("Choose where…").click()

    assert caught.args[1].parts == (parts[0], replace(parts[1], skip_last=4), parts[2])
    seams.setChecked(False)
    with qtbot.waitSignal(dialog.chosen) as caught:
        page.button("Choose where…").click()
    assert [part.skip_first for part in caught.args[1].parts] == [0, 0, 0]


def test_a_loop_goes_without_the_frame_with_which_it_begins_again_until_its_ends_are_others(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    paths = [clip.video_path for clip in CLIPS]
    parts = (
        FilmPart(video_path=paths[0]),
        FilmPart(video_path=paths[1], skip_first=1),
        FilmPart(video_path=paths[2], skip_first=1, skip_last=3),
    )
    film = FilmWish(parts=parts, loops=True)
    dialog = JoinDialog(look, CLIPS, window, film=film)
    dialog.open()
    page = JoinPage(dialog)
    page.order.setCurrentRow(2)
    assert page.left_out("end").value() == 2  # the doubled frame is left out, too

    def written() -> FilmWish:
        with qtbot.waitSignal(dialog.chosen) as caught:
            page.button("Choose where…").click()
        return caught.args[1]

    assert written() == film
    seams = page.button("Leave the doubled frame at each seam out")
    seams.setChecked(False)
    assert [(one.skip_first, one.skip_last) for one in written().parts] == [(0, 0), (0, 0), (0, 2)]
    seams.setChecked(True)
    page.button("Up").click()
    assert [(one.skip_first, one.skip_last) for one in written().parts] == [(0, 0), (1, 2), (1, 0)]


def test_the_covers_in_the_order_keep_their_shape(qtbot, look, tmp_path):
    cover = QImage(100, 200, QImage.Format.Format_RGB32)
    cover.fill(QColor("#ff0000"))
    cover.save(str(tmp_path / "tall.png"))
    window = QWidget()
    qtbot.addWidget(window)
    clips = [a_clip("a"), replace(a_shape("tall", 720, 1280), cover_path=str(tmp_path / "tall.png"))]
    dialog = JoinDialog(look, clips, window)
    dialog.open()
    JoinPage(dialog).order.setCurrentRow(0)

    place = JoinPage(dialog).order.visualItemRect(JoinPage(dialog).order.item(1))
    shown = JoinPage(dialog).order.viewport().grab(place).toImage()

    red = [
        (x, y)
        for x in range(shown.width())
        for y in range(shown.height())
        if shown.pixelColor(x, y).red() > 200 and shown.pixelColor(x, y).green() < 60
    ]
    wide = max(x for x, _ in red) - min(x for x, _ in red) + 1
    high = max(y for _, y in red) - min(y for _, y in red) + 1
    assert abs(high - 2 * wide) <= 3


def test_a_hair_of_difference_is_no_other_shape(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = JoinDialog(look, [a_shape("a", 1280, 720), a_shape("b", 854, 480)], window)
    dialog.open()

    assert not JoinPage(dialog).shapes
    assert not JoinPage(dialog).fit.isVisible()


def test_a_rate_that_a_gif_cannot_show_is_not_offered(qtbot, dialog):
    rates = {ExportPage(dialog).rate.itemData(row): row for row in range(ExportPage(dialog).rate.count())}

    assert not ExportPage(dialog).rate.model().index(rates[60.0], 0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert ExportPage(dialog).rate.model().index(rates[50.0], 0).flags() & Qt.ItemFlag.ItemIsEnabled
    ExportPage(dialog).format.setCurrentIndex(list(F).index(F.H264))
    assert ExportPage(dialog).rate.model().index(rates[60.0], 0).flags() & Qt.ItemFlag.ItemIsEnabled
    ExportPage(dialog).rate.setCurrentIndex(rates[60.0])
    ExportPage(dialog).format.setCurrentIndex(list(F).index(F.GIF))
    assert ExportPage(dialog).rate.currentData() is None


def test_a_picture_too_large_for_the_format_is_said_before(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, [a_shape("large", 16_400, 720)], str(tmp_path), F.WEBP)

    assert "16383 pixels" in dialog.findChild(QLabel, "preview").text()
    assert not ExportPage(dialog).export.isEnabled()
    ExportPage(dialog).side.setCurrentIndex(1)
    assert ExportPage(dialog).export.isEnabled()


def test_where_one_is_in_no_shot_the_oldest_is_joined_first(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    young, old = a_clip("young", created_at=NOW), a_clip("old", created_at=NOW - timedelta(minutes=1))

    dialog = JoinDialog(look, [*CLIPS[::-1], young, old], window)

    assert dialog.clips()[0] is old


def test_the_order_is_changed_with_the_keyboard(qtbot, joining):
    JoinPage(joining).order.setFocus()
    JoinPage(joining).order.setCurrentRow(2)

    qtbot.keyClick(JoinPage(joining).order, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert order_shown(joining) == ["1. S010_T001", "2. S010_T003", "3. S010_T002"]
    assert JoinPage(joining).order.currentRow() == 1

    qtbot.keyClick(JoinPage(joining).order, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert order_shown(joining) == ["1. S010_T001", "2. S010_T002", "3. S010_T003"]
    assert not JoinPage(joining).button("Down").isEnabled()


def test_the_order_is_changed_with_buttons_and_turned_round_with_one_press(qtbot, joining):
    JoinPage(joining).order.setCurrentRow(0)
    assert not JoinPage(joining).button("Up").isEnabled()

    JoinPage(joining).button("Down").click()
    assert [clip.clip_id for clip in joining.clips()] == ["b", "a", "c"]

    JoinPage(joining).button("Turn the order round").click()
    assert order_shown(joining) == ["1. S010_T003", "2. S010_T001", "3. S010_T002"]

    with qtbot.waitSignal(joining.chosen) as caught:
        JoinPage(joining).button("Choose where…").click()
    assert [clip.clip_id for clip in caught.args[0]] == ["c", "a", "b"]


def test_a_video_that_is_dropped_elsewhere_in_the_order_is_numbered_anew(joining):
    shown = JoinPage(joining).order
    assert shown.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove

    shown.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
    assert order_shown(joining) == ["1. S010_T003", "2. S010_T001", "3. S010_T002"]

    shown.insertItem(0, shown.takeItem(2))  # some versions of Qt move a row like this
    assert order_shown(joining) == ["1. S010_T002", "2. S010_T003", "3. S010_T001"]


def test_the_bar_shows_how_far_it_is_and_can_end_it(qtbot, look):
    bar = WorkBar(look)
    qtbot.addWidget(bar)
    bar.begin("Exporting 1 of 2: Fox")
    bar.show_progress("Exporting 2 of 2: Cat", 0.75)
    assert (bar.isVisible(), only(bar, QProgressBar).value()) == (True, 750)

    with qtbot.waitSignal(bar.cancel_requested):
        button(bar, "Cancel").click()
    bar.end()

    assert not bar.isVisible()


def test_a_contact_sheet_becomes_a_pdf_with_its_pictures(qapp, tmp_path):
    from PySide6.QtGui import QColor, QImage

    cover = QImage(QSize(64, 36), QImage.Format.Format_RGB32)
    cover.fill(QColor("red"))
    assert cover.save(str(tmp_path / "cover.jpg"), "JPEG")
    clips = [a_clip(name, cover_path=str(tmp_path / "cover.jpg")) for name in "abcdefghij"]

    sheet = pdf_of(sheet_entries(clips), "Takes")
    bare = pdf_of(sheet_entries([a_clip(name, cover_path="") for name in "abcdefghij"]), "Takes")

    for made in (sheet, bare):
        assert made.startswith(b"%PDF")
        assert made.rstrip().endswith(b"%%EOF")
    assert b"/Subtype /Image" in sheet
    assert b"/Subtype /Image" not in bare


def reason(dialog):
    return dialog.findChild(QLabel, "reason").text()


def test_a_grey_export_says_what_is_missing_and_a_folder_can_be_typed(qtbot, dialog, tmp_path):
    page = ExportPage(dialog)
    dialog.set_folder("")
    assert not page.export.isEnabled()
    assert "folder" in reason(dialog)
    asked = []
    dialog.folder_changed.connect(asked.append)

    qtbot.keyClicks(page.folder, str(tmp_path))
    assert asked[-1] == str(tmp_path)
    dialog.show_taken(str(tmp_path), ())
    assert page.export.isEnabled()

    qtbot.keyClicks(page.folder, "x")
    dialog.show_folder_gone(f"{tmp_path}x")
    assert not page.export.isEnabled()
    assert f"{tmp_path}x" in reason(dialog)

    dialog.set_folder(str(tmp_path))
    chosen = []
    dialog.chosen.connect(chosen.append)
    page.export.click()
    assert chosen[0].folder == str(tmp_path)


def test_a_typed_folder_that_is_not_there_yet_is_made_an_earlier_one_may_be_a_drive_that_is_away(
    qtbot, dialog, tmp_path
):
    page = ExportPage(dialog)
    page.folder.selectAll()
    qtbot.keyClicks(page.folder, str(tmp_path / "new"))
    dialog.show_folder_gone(str(tmp_path / "new"), may_be_made=True)
    assert page.export.isEnabled()
    assert "will be made" in reason(dialog)

    dialog.set_folder(str(tmp_path / "drive"))
    dialog.show_folder_gone(str(tmp_path / "drive"), may_be_made=True)
    assert not page.export.isEnabled()
    assert "There is no folder" in reason(dialog)


def test_the_size_is_said_as_well_as_it_is_known(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, CLIPS, str(tmp_path), F.MP4)
    assert reason(dialog).endswith("in all")
    ExportPage(dialog).format.setCurrentIndex(list(F).index(F.PRORES))
    assert reason(dialog).startswith("Between")


def test_a_way_to_export_is_kept_under_a_name_and_comes_back(qtbot, look, tmp_path):
    dialog = opened(qtbot, look, CLIPS, str(tmp_path))
    page = ExportPage(dialog)
    assert not button(dialog, "Save").isEnabled()
    page.format.setCurrentIndex(list(F).index(F.PNG_SEQUENCE))
    page.drawings.setCurrentIndex(1)
    page.pattern.setText("{take:03}")
    page.preset.setEditText("Comp")
    with qtbot.waitSignal(dialog.preset_saved) as saved:
        button(dialog, "Save").click()
    name, choice = saved.args
    assert (choice.settings.hold, choice.pattern, choice.folder) == (2, "{take:03}", str(tmp_path))

    window = dialog.window_that_holds_it
    first = ExportChoice(settings=ExportSettings(format=F.MP4))
    other = ExportDialog(look, CLIPS, first, window, presets={name: choice})
    page = ExportPage(other)
    page.preset.setCurrentIndex(0)
    page.preset.activated.emit(0)
    with qtbot.waitSignal(other.chosen) as caught:
        page.export.click()
    assert caught.args == [choice]

    with qtbot.waitSignal(other.preset_removed) as removed:
        button(other, "Remove").click()
    assert removed.args == ["Comp"]
    assert page.preset.count() == 0
