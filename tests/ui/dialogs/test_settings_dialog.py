"""The settings: nothing is changed before Save, the key is hidden and handed over once, and addresses are checked while they
are typed.
"""

import ast
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from fakes.finding import button, called
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

import vidu_desktop.ui
from vidu_desktop.domain.amounts import Currency, Money, usd
from vidu_desktop.domain.doors import DEFAULT_BASE_URL, DOOR_URLS, Door
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.proxy import ProxyKind, ProxySetting
from vidu_desktop.domain.settings import Settings
from vidu_desktop.ui.dialogs.about_dialog import AboutDialog
from vidu_desktop.ui.dialogs.key_state import KeyState
from vidu_desktop.ui.dialogs.settings_dialog import SettingsDialog
from vidu_desktop.ui.widgets.form import Form
from vidu_desktop.ui.widgets.segmented import Segmented


def problems(dialog: SettingsDialog) -> list[str]:
    """Return the problem with the service's address that is shown in red."""
    labels = dialog.service.findChildren(QLabel)
    return [one.text() for one in labels if one.property("tone") == "bad" and not one.isHidden()]


@pytest.fixture
def opened(qtbot, look):
    def make(settings=None, key_state=None, **more):
        keys = key_state or KeyState()
        keys = keys if isinstance(keys, dict) else {Door.ZAI: keys, Door.BIGMODEL: KeyState()}
        dialog = SettingsDialog(look, settings or Settings(), keys, **more)
        qtbot.addWidget(dialog)
        dialog.said = {"settings": [], "keys": []}
        dialog.settings_changed.connect(dialog.said["settings"].append)
        dialog.key_entered.connect(lambda *key: dialog.said["keys"].append(key))
        dialog.open()
        return dialog

    return make


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_saving_without_a_change_says_nothing(opened):
    dialog = opened(
        Settings(jobs_at_once=3, budgets={Currency.USD: usd("12.50")}, prices={"other-model": Decimal(1)})
    )

    button(dialog, "Save").click()

    assert dialog.said == {"settings": [], "keys": []}


def test_saving_settings_that_could_not_be_read_says_that_they_are_meant(opened):
    dialog = opened(Settings(), in_doubt=True)

    button(dialog, "Save").click()

    assert dialog.said["settings"] == [Settings()]


def test_every_setting_comes_out_as_it_was_set_and_the_rest_stays(opened):
    before = Settings(prices={"other-model": Decimal(1)})
    dialog = opened(before)

    dialog.service.base_url_edit.setText("http://localhost:8000/v4/")
    dialog.money.at_once.setValue(7)
    dialog.money.prices["vidu2-image"].setText("0,25")
    dialog.money.has_budget.setChecked(True)
    dialog.money.budget.setText("30")
    dialog.money.trust.setChecked(True)
    dialog.library._take("/videos")
    called(dialog.library, "Empty the trash by itself", QComboBox).setCurrentIndex(2)
    called(dialog.program, "Appearance", Segmented).set_value("dark")
    button(dialog, "Save").click()

    assert dialog.said["settings"] == [
        replace(
            before,
            base_url="http://localhost:8000/v4",
            jobs_at_once=7,
            prices={"other-model": Decimal(1), "vidu2-image": Decimal("0.25")},
            budgets={Currency.USD: usd(30)},
            trust_repeat_refusal=True,
            library_dir="/videos",
            appearance="dark",
            empty_trash_after_days=30,
        )
    ]


KEPT_PROXY = ProxySetting(kind=ProxyKind.ADDRESS, address="http://me@proxy.test:3128", with_password=True)


def test_a_password_in_the_address_of_a_proxy_is_taken_out_and_handed_over_before_the_settings(opened, qtbot):
    dialog = opened()
    handed = []
    dialog.proxy_password_entered.connect(
        lambda *given: handed.append((*given, len(dialog.said["settings"])))
    )
    page = dialog.network
    page.kinds[ProxyKind.ADDRESS].setChecked(True)
    assert not button(dialog, "Save").isEnabled(), "an address is missing"
    qtbot.keyClicks(page.address_edit, "http://me:secret-word@proxy.test:3128")
    page.address_edit.editingFinished.emit()  # as if the field lost the focus, which it can't on this platform

    assert page.address_edit.text() == KEPT_PROXY.address
    assert page.password_edit.echoMode() is QLineEdit.EchoMode.Password
    button(dialog, "Save").click()
    assert [one.proxy for one in dialog.said["settings"]] == [KEPT_PROXY]
    assert handed == [(KEPT_PROXY.address, "secret-word", 0)]
    assert "secret-word" not in words_in(dialog) + repr(dialog.said["settings"])


def test_a_kept_password_stays_with_its_proxy_and_goes_to_no_other(opened):
    dialog = opened(Settings(proxy=KEPT_PROXY))
    assert dialog.network.proxy == KEPT_PROXY
    dialog.network.address_edit.setText("http://me@other.test:3128")
    assert dialog.network.proxy is not None
    assert not dialog.network.proxy.with_password


def test_the_way_is_tested_as_it_is_chosen_and_not_as_it_was_saved(opened, qtbot):
    dialog = opened(Settings(proxy=KEPT_PROXY))
    with qtbot.waitSignal(dialog.way_test_requested) as caught:
        dialog.network.test_button.click()
    assert caught.args == [KEPT_PROXY, ""]
    dialog.network.show_test_result("The proxy proxy.test:3128 can't be reached.", ok=False)
    assert "proxy.test:3128 can't be reached" in words_in(dialog)

    dialog.network.kinds[ProxyKind.NONE].setChecked(True)
    assert "can't be reached" not in words_in(dialog), "that was said of another way"
    with qtbot.waitSignal(dialog.way_test_requested) as caught:
        dialog.network.test_button.click()
    assert caught.args == [ProxySetting(kind=ProxyKind.NONE), ""]
    assert dialog.said["settings"] == []


def choose(dialog, door):
    """Choose a door as a click on it does."""
    name = {Door.ZAI: "Z.AI", Door.BIGMODEL: "BigModel"}.get(door, "Another address")
    next(one for one in dialog.service.doors.findChildren(QRadioButton) if one.text() == name).click()


def test_every_price_of_either_door_has_the_room_it_needs(opened):
    dialog = opened()
    dialog.show_page(1)
    for door in (Door.ZAI, Door.BIGMODEL):
        choose(dialog, door)
        QApplication.processEvents()  # lays the rows out
        page = dialog.money
        assert page.height() >= page.layout().totalHeightForWidth(page.width()), door


def test_each_door_has_its_own_address_and_key(opened):
    dialog = opened(
        key_state={
            Door.ZAI: KeyState(place=KeyPlace.KEYRING),
            Door.BIGMODEL: KeyState(place=KeyPlace.ENVIRONMENT, variable="ZHIPUAI_API_KEY"),
        }
    )
    page = dialog.service
    assert "kept in the system's keyring" in words_in(page)
    assert not page.base_url_edit.isEnabled()
    choose(dialog, Door.BIGMODEL)

    assert page.base_url_edit.text() == DOOR_URLS[Door.BIGMODEL]
    assert "ZHIPUAI_API_KEY is set" in words_in(page)
    assert not page.key_edit.isEnabled()
    button(dialog, "Save").click()
    assert [one.base_url for one in dialog.said["settings"]] == [DOOR_URLS[Door.BIGMODEL]]


def test_a_key_that_was_typed_for_one_door_is_never_kept_for_the_other(opened):
    dialog = opened()
    dialog.service.key_edit.setText("key-of-zai")
    choose(dialog, Door.BIGMODEL)
    assert dialog.service.key_edit.text() == ""
    assert "no key for BigModel" in words_in(dialog.service)
    dialog.service.key_edit.setText("key-of-bigmodel")
    button(dialog, "Save").click()

    assert [(key, door) for key, _, door in dialog.said["keys"]] == [("key-of-bigmodel", Door.BIGMODEL)]


def test_each_door_has_its_own_prices_and_bigmodels_may_be_left_open(opened):
    before = Settings(prices={"vidu2-image": Decimal("0.25")}, bigmodel_prices={"other-model": Decimal(1)})
    dialog = opened(before)
    dialog.money.prices["vidu2-reference"].setText("0.5")
    choose(dialog, Door.BIGMODEL)
    assert {field.text() for field in dialog.money.prices.values()} == {""}
    assert "yuan" in words_in(dialog.money)
    dialog.money.prices["vidu2-image"].setText("0.18")
    choose(dialog, Door.ZAI)
    assert dialog.money.prices["vidu2-image"].amount == Decimal("0.25")
    choose(dialog, Door.BIGMODEL)
    button(dialog, "Save").click()

    [saved] = dialog.said["settings"]
    assert saved.prices == {"vidu2-image": Decimal("0.25"), "vidu2-reference": Decimal("0.5")}
    assert saved.bigmodel_prices == {"other-model": Decimal(1), "vidu2-image": Decimal("0.18")}


def test_an_own_address_is_still_there_after_a_look_at_the_doors(opened):
    dialog = opened(Settings(base_url="https://gateway.office.test/v4"))
    assert dialog.service.base_url_edit.isEnabled()
    choose(dialog, Door.ZAI)
    choose(dialog, "another")
    assert dialog.service.base_url_edit.text() == "https://gateway.office.test/v4"
    dialog.service.base_url_edit.setText("https://open.bigmodel.cn/api/paas/v5")
    assert "no key for BigModel" in words_in(dialog.service)


def test_an_own_address_without_a_key_is_not_called_by_the_name_of_a_door(opened):
    dialog = opened()
    assert "no key for Z.AI yet" in words_in(dialog.service)
    choose(dialog, "another")
    dialog.service.base_url_edit.setText("https://gateway.office.test/v4")
    assert "no key for this address yet" in words_in(dialog.service)
    assert "Z.AI yet" not in words_in(dialog.service)
    choose(dialog, Door.BIGMODEL)
    assert "no key for BigModel yet" in words_in(dialog.service)


def test_cancel_changes_nothing(opened):
    dialog = opened()
    dialog.money.at_once.setValue(9)
    dialog.service.key_edit.setText("secret")

    button(dialog, "Cancel").click()

    assert dialog.said == {"settings": [], "keys": []}


def test_a_new_key_isnt_meant_for_a_keyring_that_is_gone_though_it_had_the_former_one(opened):
    dialog = opened(key_state=KeyState(place=KeyPlace.KEYRING, available=(KeyPlace.SESSION, KeyPlace.FILE)))

    assert dialog.service.chosen_place is KeyPlace.SESSION


def test_a_typed_key_is_hidden_and_handed_over_with_its_place(opened):
    dialog = opened(
        key_state=KeyState(available=(KeyPlace.SESSION, KeyPlace.FILE), note="No keyring answers.")
    )
    assert dialog.service.key_edit.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.service.places[KeyPlace.KEYRING].isEnabled()
    assert dialog.service.chosen_place is KeyPlace.SESSION
    assert "No keyring answers." in words_in(dialog)

    dialog.service.key_edit.setText("  secret-key ")
    dialog.service.places[KeyPlace.FILE].setChecked(True)
    button(dialog, "Save").click()

    assert dialog.said["keys"] == [("secret-key", "file", Door.ZAI)]
    assert "secret-key" not in words_in(dialog)


def test_the_key_is_tested_without_being_saved_and_the_answer_is_shown(opened, qtbot):
    dialog = opened(key_state=KeyState(place=KeyPlace.KEYRING))
    dialog.service.key_edit.setText("new-key")

    with qtbot.waitSignal(dialog.key_test_requested) as caught:
        dialog.service.test_button.click()
    assert caught.args == ["new-key"]
    assert not dialog.service.test_button.isEnabled()  # one test of a key at a time
    dialog.show_key_test_result("The service refused the key.", False)

    assert "The service refused the key." in words_in(dialog)
    assert dialog.service.test_button.isEnabled()
    assert dialog.said["keys"] == []


def test_the_key_that_holds_is_tested_when_none_was_typed(opened, qtbot):
    dialog = opened(key_state=KeyState(place=KeyPlace.KEYRING))

    with qtbot.waitSignal(dialog.key_test_requested) as caught:
        dialog.service.test_button.click()

    assert caught.args == [""]


def test_there_is_nothing_to_test_without_a_key(opened):
    dialog = opened()
    assert not dialog.service.test_button.isEnabled()
    dialog.service.key_edit.setText("k")
    assert dialog.service.test_button.isEnabled()


@pytest.mark.parametrize("address", ["https://other.example/v4", "none at all"])
def test_a_key_is_not_sent_to_an_unsaved_address_and_tab_and_space_say_so(opened, qtbot, address):
    service = opened(key_state=KeyState(place=KeyPlace.SESSION)).service
    service.base_url_edit.setText(address)
    service.key_edit.setText("k")
    service.key_edit.setFocus()

    qtbot.keyClick(service.key_edit, Qt.Key.Key_Tab)
    with (
        qtbot.assertNotEmitted(service.key_test_requested),
        qtbot.assertNotEmitted(service.key_forget_requested),
    ):
        qtbot.keyClick(service.window().focusWidget(), Qt.Key.Key_Space)

    assert "Save the new address first" in [
        one.text() for one in service.findChildren(QLabel) if one.isVisible()
    ]


def test_forgetting_is_offered_only_for_a_key_that_we_keep(opened, qtbot):
    assert opened().service.forget_button.isHidden()
    assert opened(key_state=KeyState(place=KeyPlace.ENVIRONMENT)).service.forget_button.isHidden()
    dialog = opened(key_state=KeyState(place=KeyPlace.FILE))

    with qtbot.waitSignal(dialog.key_forgotten) as forgotten:
        dialog.service.forget_button.click()
    assert forgotten.args == [Door.ZAI]


def test_the_environment_wins_and_says_so(opened):
    before = Settings(base_url="https://kept.example/v4")
    dialog = opened(
        before, KeyState(place=KeyPlace.ENVIRONMENT, environment_base_url="https://environment.example/v4")
    )

    assert "ZAI_API_KEY is set" in words_in(dialog)
    assert "ZAI_BASE_URL is set" in words_in(dialog)
    assert dialog.service.key_edit.placeholderText() == "The one in ZAI_API_KEY"  # no key can be typed there
    assert "change it there or take it away, then start the program again" in words_in(dialog)
    assert dialog.focusWidget() is dialog.service.test_button
    assert not dialog.service.key_edit.isEnabled()
    assert dialog.service.base_url_edit.text() == "https://environment.example/v4"
    assert not dialog.service.base_url_edit.isEnabled()
    dialog.money.at_once.setValue(2)
    button(dialog, "Save").click()
    assert dialog.said["settings"] == [replace(before, jobs_at_once=2)]  # the saved address stays


@pytest.mark.parametrize("text", ["api.z.ai", "ftp://api.z.ai", "http://api.z.ai/v4", "https://u:p@api.z.ai"])
def test_a_wrong_address_is_said_at_its_place_and_cannot_be_saved(opened, text):
    dialog = opened()
    dialog.service.base_url_edit.setText(text)

    assert problems(dialog)
    assert not button(dialog, "Save").isEnabled()
    choose(dialog, Door.ZAI)
    assert dialog.service.base_url_edit.text() == DEFAULT_BASE_URL
    assert not problems(dialog)
    assert button(dialog, "Save").isEnabled()


def test_a_budget_at_one_door_takes_no_price_to_the_other_door(opened):
    dialog = opened(Settings(budgets={Currency.USD: usd(30)}, prices={"vidu2-image": Decimal("0.25")}))
    choose(dialog, Door.BIGMODEL)
    assert {field.text() for field in dialog.money.prices.values()} == {""}
    choose(dialog, Door.ZAI)
    assert dialog.money.prices["vidu2-image"].amount == Decimal("0.25")
    assert dialog.money.bigmodel_prices == {}


def test_a_price_or_budget_without_a_number_cannot_be_saved(opened):
    dialog = opened()
    dialog.money.prices["vidu2-image"].setText("")
    assert not button(dialog, "Save").isEnabled()
    dialog.money.prices["vidu2-image"].setText("0.20")
    assert button(dialog, "Save").isEnabled()

    dialog.money.has_budget.setChecked(True)

    assert not button(dialog, "Save").isEnabled()


def test_a_price_back_at_its_usual_figure_is_no_override(opened):
    dialog = opened(Settings(prices={"vidu2-image": Decimal("0.25")}))

    dialog.money.prices["vidu2-image"].setText("0.2")
    button(dialog, "Save").click()

    assert dialog.said["settings"][0].prices == {}


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("0.1", Decimal("0.1")),
        ("1,5", Decimal("1.5")),
        ("$2", Decimal(2)),
        ("", None),
        (".", None),
        ("1,000", None),
        ("1,0000", Decimal(1)),
        ("CN¥5", None),
        ("5²", None),
        ("1a-2.50e", None),
    ],
)
def test_a_price_is_read_as_sums_are_everywhere(opened, typed, amount):
    dialog = opened()
    field = dialog.money.prices["vidu2-image"]
    field.setText(typed)

    assert field.amount == amount
    assert button(dialog, "Save").isEnabled() == (amount is not None)
    assert (field.property("wrong") == "true") == (amount is None)


def test_what_is_no_amount_is_neither_saved_as_an_empty_field_nor_as_what_was_there_before(opened):
    dialog = opened(Settings(bigmodel_prices={"vidu2-image": Decimal("2.5")}))
    dialog.money.has_budget.setChecked(True)
    dialog.money.budget.setText("30")
    choose(dialog, Door.BIGMODEL)
    price, budget = dialog.money.prices["vidu2-image"], dialog.money.budget
    for field in (price, budget):
        field.setText("1,000")
        assert not button(dialog, "Save").isEnabled()
        assert field.property("wrong") == "true"
        choose(dialog, Door.ZAI)
        choose(dialog, Door.BIGMODEL)
        assert field.text() == "1,000", "what was typed is kept"
        assert not button(dialog, "Save").isEnabled()
        field.clear()
        assert button(dialog, "Save").isEnabled()


def test_a_price_of_the_file_with_more_places_than_one_types_stays_as_it_is(opened):
    price = Decimal("0.123456789")
    dialog = opened(Settings(prices={"vidu2-image": price}))
    dialog.money.at_once.setValue(2)
    button(dialog, "Save").click()
    assert [one.prices for one in dialog.said["settings"]] == [{"vidu2-image": price}]


def test_every_field_has_a_name_and_every_label_is_plain(opened, look, qtbot):
    about = AboutDialog(look, "1.2.3")
    qtbot.addWidget(about)
    dialog = opened()

    fields = [
        *dialog.findChildren(QLineEdit),
        dialog.money.at_once,
        dialog.money.trust,
        dialog.money.has_budget,
    ]
    assert all(field.accessibleName() for field in fields)
    for label in (*dialog.findChildren(QLabel), *about.findChildren(QLabel)):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_the_notices_name_the_licences_that_bind(qtbot, look):
    about = AboutDialog(look, "1.2.3")
    qtbot.addWidget(about)

    said = words_in(about)
    assert all(word in said for word in ("1.2.3", "LGPL 3", "x264", "GPL 2", "icons", "not made or endorsed"))


def test_about_leads_to_what_is_new(qtbot, look):
    about = AboutDialog(look, "1.2.3")
    qtbot.addWidget(about)
    button = next(one for one in about.findChildren(QPushButton) if one.text() == "What is new")

    with qtbot.waitSignal(about.changes_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _exec_calls(source: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (
            (node.func.attr == "exec"
            and ast.unparse(node.func.value) != "drag")
            or node.func.attr in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory", "getText")
            or (node.func.attr in ("question", "warning", "critical", "information") and ast.unparse(node.func.value) == "QMessageBox")
        )
    ]  # fmt: skip


def test_no_dialog_is_executed():
    """A nested event loop inside a coroutine would kill the engine's tasks for good."""
    assert _exec_calls("dialog.exec()\nQMessageBox.question(None, '', '')") == [1, 2]  # it finds both

    for path in Path(vidu_desktop.ui.__file__).parent.rglob("*.py"):
        assert _exec_calls(path.read_text(encoding="utf-8")) == [], path


def test_while_a_key_is_tested_the_keyboard_goes_to_no_other_button_and_comes_back(opened, qtbot):
    service = opened(key_state=KeyState(place=KeyPlace.KEYRING)).service
    service.test_button.setFocus()
    qtbot.keyClick(service.test_button, Qt.Key.Key_Space)
    assert service.window().focusWidget() is service.key_edit

    service.show_key_test_result("The service takes this key.", ok=True)
    assert service.window().focusWidget() is service.test_button


def test_where_all_comes_from_the_environment_a_tested_key_leaves_the_keyboard_on_no_other_button(
    opened, qtbot
):
    state = KeyState(place=KeyPlace.ENVIRONMENT, environment_base_url="http://127.0.0.1:8771/v4")
    service = opened(key_state=state).service
    service.test_button.setFocus()
    qtbot.keyClick(service.test_button, Qt.Key.Key_Return)
    assert not isinstance(service.window().focusWidget(), QPushButton)

    service.show_key_test_result("Nobody could tell.", ok=False)
    assert service.window().focusWidget() is service.test_button


def test_a_person_who_went_on_while_a_key_was_tested_is_left_where_they_are(opened, qtbot):
    own = Settings(base_url="https://gateway.office.test/v4")
    service = opened(own, KeyState(place=KeyPlace.KEYRING)).service
    service.test_button.setFocus()
    qtbot.keyClick(service.test_button, Qt.Key.Key_Space)
    service.base_url_edit.setFocus()

    service.show_key_test_result("The service takes this key.", ok=True)
    assert service.window().focusWidget() is service.base_url_edit


def test_forgetting_the_key_leaves_the_keyboard_in_the_field_for_another(opened, qtbot):
    service = opened(key_state=KeyState(place=KeyPlace.FILE)).service
    service.forget_button.setFocus()
    qtbot.keyClick(service.forget_button, Qt.Key.Key_Space)
    assert service.window().focusWidget() is service.key_edit


def test_a_key_that_cant_be_kept_is_said_in_the_dialog_where_another_place_is_chosen(opened):
    dialog = opened()
    dialog.service.key_edit.setText("secret-key")
    dialog.money.at_once.setValue(2)
    button(dialog, "Save").click()
    assert dialog.isVisible()

    dialog.key_not_kept("The system's keyring refused.")
    assert dialog.isVisible()
    assert "The system's keyring refused." in words_in(dialog)
    dialog.service.places[KeyPlace.SESSION].setChecked(True)
    button(dialog, "Save").click()
    assert [key[:2] for key in dialog.said["keys"]] == [("secret-key", "keyring"), ("secret-key", "session")]
    assert len(dialog.said["settings"]) == 1  # sent only once


def test_on_a_low_screen_the_pages_scroll_and_the_answers_stay(opened):
    dialog = opened()
    high_px = dialog.height()
    dialog.resize(dialog.width(), 400)
    QApplication.processEvents()

    assert dialog.height() == 400 < high_px
    save = button(dialog, "Save")
    assert dialog.rect().contains(QRect(save.mapTo(dialog, QPoint()), save.size()))
    assert dialog.network.isVisibleTo(dialog) or dialog.service.isVisibleTo(dialog)


def test_on_a_low_screen_the_field_that_has_the_keyboard_is_in_sight(opened):
    dialog = opened()
    key = dialog.service.key_edit
    assert dialog.focusWidget() is key
    for height_px in (360, 420, 700):
        dialog.resize(dialog.width(), height_px)
        QApplication.processEvents()
        assert key.visibleRegion().boundingRect() == key.rect(), height_px


def test_an_address_that_isnt_typed_yet_is_missing_and_not_wrong(opened, qtbot):
    dialog = opened()
    choose(dialog, "another")
    assert problems(dialog) == []
    assert dialog.service.base_url_edit.property("wrong") == "false"
    assert not button(dialog, "Save").isEnabled()

    qtbot.keyClicks(dialog.service.base_url_edit, "h")
    assert problems(dialog) != []
    qtbot.keyClick(dialog.service.base_url_edit, Qt.Key.Key_Backspace)
    assert problems(dialog) != []


def test_no_page_scrolls_further_than_its_own_content(opened, qtbot):
    dialog = opened()
    dialog.resize(dialog.width(), dialog.minimumHeight())
    area = dialog.findChild(QScrollArea)
    ends = []
    for number in range(5):
        dialog.show_page(number)
        QApplication.processEvents()
        page = next(one for one in dialog.findChildren(Form) if one.isVisible())
        parts = [one for one in page.findChildren(QWidget) if one.isVisible()]
        end = max(one.mapTo(area.widget(), one.rect().bottomLeft()).y() for one in parts)
        ends.append(end)
        assert area.widget().height() <= max(end + 2, area.viewport().height())
    assert max(ends) > min(ends), "the pages are of one length"


def held_up(dialog):
    """Return what the dialog says beside its pages of fields that can't be seen."""
    beside = [one for one in dialog.findChildren(QLabel) if one.parent() is dialog and one.isVisible()]
    return " ".join(one.text() for one in beside)


def test_a_wrong_figure_for_the_door_that_is_not_shown_is_named(opened):
    dialog = opened()
    choose(dialog, Door.BIGMODEL)
    dialog.money.prices["viduq1-image"].setText("abc")
    choose(dialog, Door.ZAI)

    assert not button(dialog, "Save").isEnabled()
    assert "Vidu Q1" in held_up(dialog)
    assert "yuan" in held_up(dialog)
    assert "BigModel" in held_up(dialog)

    choose(dialog, Door.BIGMODEL)

    assert "yuan" not in held_up(dialog)


def test_an_empty_price_and_a_wrong_budget_of_the_hidden_door_are_named(opened):
    dialog = opened(Settings(budgets={Currency.USD: usd(3), Currency.CNY: Money(Decimal(9), Currency.CNY)}))
    dialog.money.budget.setText("3,,")
    choose(dialog, Door.BIGMODEL)
    assert dialog.money.budget.accessibleName() not in held_up(dialog)
    assert "Budget in US dollars" in held_up(dialog)

    choose(dialog, Door.ZAI)
    dialog.money.budget.setText("3")
    dialog.money.prices["vidu2-image"].clear()
    choose(dialog, Door.BIGMODEL)

    assert "Price of" in held_up(dialog)
    assert "US dollars" in held_up(dialog)


def test_a_wrong_field_on_another_page_is_named_with_its_page(opened):
    dialog = opened()
    dialog.money.prices["vidu2-image"].setText("abc")
    choose(dialog, "another")
    dialog.show_page(4)

    said = held_up(dialog)
    assert "“Work and money”" in said
    assert "“Service”" in said

    dialog.show_page(1)

    assert "“Work and money”" not in held_up(dialog)  # there it has a red edge
    dialog.money.prices["vidu2-image"].setText("0.2")
    choose(dialog, Door.ZAI)
    assert held_up(dialog) == ""
    assert button(dialog, "Save").isEnabled()
