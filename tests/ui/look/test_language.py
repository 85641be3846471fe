"""The language is changed while the program runs: our texts, Qt's texts, numbers, dates, and the font."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QFileDialog, QFileIconProvider, QPushButton

from vidu_desktop.adapters.desktop.translations import read_translations
from vidu_desktop.domain.amounts import Sums, cny, usd
from vidu_desktop.ui.look import language as language_module
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.look.resources import resource_path
from vidu_desktop.ui.look.scale import body_font
from vidu_desktop.ui.text import say_sums
from vidu_desktop.ui.widgets.labels import plain_label

OURS = ("AboutDialog", "Close")
OF_QT = ("QPlatformTheme", "Cancel")


@pytest.fixture
def switch(look: Look) -> Iterator[Look]:
    before = QLocale()
    yield look
    look.set_language("en")
    QLocale.setDefault(before)
    QApplication.processEvents()


@pytest.mark.parametrize(("name", "language"), [("zh_CN", "Chinese"), ("ja", "Japanese")])
def test_everything_speaks_the_chosen_language_and_english_again(
    switch: Look, name: str, language: str
) -> None:
    texts = read_translations(resource_path("translations", f"vidu_{name}.qm"))
    switch.set_language(name)
    assert QLocale().language() is QLocale.Language[language]
    assert QCoreApplication.translate(*OURS) == texts[OURS] != OURS[1]
    assert QCoreApplication.translate(*OF_QT) != OF_QT[1]
    switch.set_language("en")
    assert QCoreApplication.translate(*OURS) == OURS[1]
    assert QCoreApplication.translate(*OF_QT) == OF_QT[1]


def test_an_update_that_writes_the_texts_anew_changes_nothing_in_an_open_window(
    switch: Look, tmp_path, monkeypatch
) -> None:
    shipped = resource_path("translations", "vidu_ja.qm")
    written = tmp_path / shipped.name
    written.write_bytes(shipped.read_bytes())
    monkeypatch.setattr(language_module, "resource_path", lambda *_: written)
    switch.set_language("ja")

    written.write_bytes(bytes(shipped.stat().st_size))  # overwritten in place, as an installer does

    assert QCoreApplication.translate(*OURS) == read_translations(shipped)[OURS]
    assert QCoreApplication.translate(*OF_QT) != OF_QT[1]


@pytest.mark.parametrize("name", ["zh_CN", "ja"])
def test_qt_s_own_dialog_for_files_speaks_the_language(switch: Look, qtbot, tmp_path, name: str) -> None:
    switch.set_language(name)
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)

    labels = [dialog.labelText(label) for label in QFileDialog.DialogLabel]
    said = [*labels, QFileIconProvider().type(QFileInfo(str(tmp_path)))]

    assert [words for words in said if re.search("[A-Za-z]", re.sub(r"\(&.\)", "", words))] == []


def test_what_is_shown_takes_the_face_of_the_language(switch: Look, qtbot, monkeypatch) -> None:
    faces = ["Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP"]
    monkeypatch.setattr(QFontDatabase, "families", lambda: faces)
    switch.set_language("zh_CN")
    label = plain_label("骨", role="title")
    there_before = QPushButton("骨")
    for widget in (label, there_before):
        qtbot.addWidget(widget)
    for language, face in (("ja", "Noto Sans CJK JP"), ("zh_CN", "Noto Sans CJK SC")):
        switch.set_language(language)
        assert {one.font().families()[-1] for one in (label, there_before)} == {face}
        assert body_font().families()[-1] == face


def test_numbers_stay_as_the_system_writes_them_where_it_speaks_the_language(
    switch: Look, monkeypatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("zh_SG"))
    switch.set_language("system")
    assert QCoreApplication.translate(*OURS) != OURS[1]
    assert QLocale().territory() is QLocale.Country.Singapore
    switch.set_language("zh_CN")
    assert QLocale().territory() is QLocale.Country.Singapore
    switch.set_language("ja")
    assert QLocale().territory() is QLocale.Country.Japan


def test_yuan_are_written_as_each_language_writes_them(switch) -> None:
    said = []
    for language in ("en", "zh_CN", "ja"):
        switch.set_language(language)
        said.append(say_sums(Sums.of([cny(12), usd("3.2")])))
    assert said == ["$3.20 + CN¥12.00", "$3.20 + ¥12.00", "$3.20 + 12.00元"]
