"""The content of the tabs is there again at the next start, and is saved soon after each change."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from fakes.finding import button
from fakes.requests import a_request
from fakes.window_context import a_context
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTabBar

from vidu_desktop.adapters.desktop.drafts_file import DraftsFile
from vidu_desktop.controllers.draft_controller import DraftController
from vidu_desktop.domain.drafts import Drafts
from vidu_desktop.domain.framing import Framing, FramingKind
from vidu_desktop.domain.modes import Mode
from vidu_desktop.engine.intake import pictures_of
from vidu_desktop.engine.tasks import TaskKeeper
from vidu_desktop.errors import BadInput, DiskTrouble, Sentence
from vidu_desktop.ui.compose import ComposePane
from vidu_desktop.ui.widgets.picture_well import PictureWell
from vidu_desktop.ui.widgets.problem_list import ProblemList


@pytest.fixture
def make_pane(qtbot, look, desk) -> Callable[[], ComposePane]:
    def make() -> ComposePane:
        pane = ComposePane(look, desk)
        qtbot.addWidget(pane)
        pane.resize(440, 900)
        pane.show()
        return pane

    return make


class ScriptedStore:
    """Keeps drafts in memory, or fails as often as it is told; `kept` has everything that was written."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.kept: list[Drafts] = []

    def load(self) -> Drafts:
        return self.kept[-1] if self.kept else Drafts()

    async def keep(self, drafts: Drafts) -> None:
        if self.failures:
            self.failures -= 1
            raise DiskTrouble("disk-full", Sentence("The disk is full."))
        self.kept.append(drafts)


class HeardErrors:
    def __init__(self) -> None:
        self.errors: list[DiskTrouble] = []

    def say_error(self, error: DiskTrouble) -> None:
        self.errors.append(error)


def filled(*, image: tuple[str, ...] = (), **changes: object) -> Drafts:
    return Drafts(shown_mode=Mode.IMAGE, requests={Mode.IMAGE: a_request(picture_paths=image, **changes)})


def type_into(qtbot, pane: ComposePane, words: str) -> None:
    qtbot.keyClicks(pane.current_tab.findChild(QPlainTextEdit), words)


def test_each_tab_comes_back_with_pictures_words_model_and_options(make_pane, desk, qtbot) -> None:
    first = make_pane()
    first.fill(a_request("Rain.", picture_paths=("/p/1.png", "/p/2.png"), project="Dawn", shot="S010"))
    end_only = a_request(
        "Night falls.",
        model="cogvideox-3",
        mode=Mode.START_END,
        picture_paths=("", "/p/end.png"),
        size="1024x1024",
        duration=10,
    )
    desk.sizes["/p/end.png"] = (1024, 1024)
    first.fill(end_only)
    desk.answer_all()

    second = make_pane()
    second.restore(first.drafts)
    desk.answer_all()

    assert second.findChild(QTabBar).currentIndex() == 1
    assert second.current_tab.draft == end_only
    assert second.current_tab.missing_words() == "Add the start frame."
    second.show_mode(Mode.IMAGE)
    desk.answer_all()
    assert [request.picture_paths for request in second.current_tab.readiness.requests] == [
        ("/p/1.png",),
        ("/p/2.png",),
    ]
    assert second.drafts.requests == first.drafts.requests


def test_a_copy_is_called_as_the_picture_was_also_when_it_is_ordered_taken_out_and_put_back(
    make_pane, desk, qtbot
) -> None:
    copy = "/kept/inputs/ab/" + "ab" * 32 + ".png"
    pane = make_pane()
    pane.fill(
        replace(a_request("Rain.", picture_paths=(copy, "/p/own.png")), picture_names=("fox.png", "own.png"))
    )
    desk.answer_all()
    tab = pane.current_tab
    sent = [pictures_of(request)[0].name for request in tab.readiness.requests]
    tab.set_pictures(["/p/other.png"])
    tab.set_pictures([copy])
    desk.answer_all()
    again = make_pane()
    again.restore(pane.drafts)
    desk.answer_all()

    assert sent == ["fox.png", "own.png"]
    assert [pictures_of(one)[0].name for one in again.current_tab.readiness.requests] == ["fox.png"]
    assert (
        "fox.png"
        in again.findChild(PictureWell).accessibleDescription()
        + again.findChild(PictureWell).accessibleName()
    )


def test_a_tab_that_was_not_looked_at_keeps_its_draft(make_pane) -> None:
    drafts = filled(image=("/p/1.png",))
    other = a_request("Two.", mode=Mode.REFERENCE, picture_paths=("/p/a.png",))
    pane = make_pane()
    pane.restore(Drafts(shown_mode=Mode.IMAGE, requests={**drafts.requests, Mode.REFERENCE: other}))
    assert pane.drafts.requests[Mode.REFERENCE] == other


def test_a_picture_that_has_vanished_says_so_and_nothing_can_be_sent(make_pane, desk) -> None:
    gone = "“cat.png” isn't there any more. Put it back or choose another picture."
    desk.refusals["/p/cat.png"] = BadInput("picture-missing", Sentence(gone))
    pane = make_pane()
    pane.restore(filled(image=("/p/cat.png",)))
    desk.answer_all()
    said = [words for one in pane.current_tab.findChildren(ProblemList) for words in one.sentences]
    assert said == [gone]
    assert not pane.current_tab.readiness.sendable


def test_a_draft_of_a_model_or_mode_that_is_gone_keeps_pictures_and_words(make_pane) -> None:
    pane = make_pane()
    dream = a_request("Dream.", model="vidu9-dream", mode=Mode.IMAGE, picture_paths=("/p/1.png",))
    pane.restore(Drafts(shown_mode="dream", requests={Mode.IMAGE: dream, "dream": dream}))
    assert pane.current_tab.offer.model == "vidu2-image"
    assert (pane.current_tab.draft.prompt, pane.current_tab.draft.picture_paths) == ("Dream.", ("/p/1.png",))


# -- on the disk, soon ----------------------------------------------------------------------------------------------


@pytest.fixture
def live(qapp, look, make_pane):
    """Run a story on the program's own loop, with a controller that has restored the tabs."""
    import qasync

    def run(store: ScriptedStore, story: Callable[[ComposePane, HeardErrors], Awaitable[None]]) -> None:
        async def act() -> None:
            tasks, heard, pane = TaskKeeper(), HeardErrors(), make_pane()
            pane.restore(store.load())
            drafts = DraftController(a_context(look, pane, tasks, heard), pane, store, pane.drafts)
            try:
                await story(pane, heard)
            finally:
                await drafts.finish()
                await tasks.cancel_all()

        with qasync.QEventLoop(qapp) as loop:
            loop.run_until_complete(asyncio.wait_for(act(), 120))

    return run


async def until(true: Callable[[], object]) -> None:
    while not true():
        await asyncio.sleep(0.01)


def test_a_change_is_kept_while_the_window_lives_on(live, qtbot) -> None:
    store = ScriptedStore()

    async def story(pane: ComposePane, heard: HeardErrors) -> None:
        type_into(qtbot, pane, "A storm comes")
        await until(lambda: store.kept and store.kept[-1].requests[Mode.IMAGE].prompt == "A storm comes")
        pane.show_mode(Mode.REFERENCE)
        await until(lambda: store.kept[-1].shown_mode == Mode.REFERENCE)

    live(store, story)


def test_the_last_letters_before_the_end_are_kept_too(live, qtbot) -> None:
    store = ScriptedStore()

    async def story(pane: ComposePane, heard: HeardErrors) -> None:
        type_into(qtbot, pane, "The end")

    live(store, story)
    assert store.kept[-1].requests[Mode.IMAGE].prompt == "The end"


def test_where_nothing_was_changed_nothing_is_written(live, desk) -> None:
    store = ScriptedStore()
    store.kept.append(filled(image=("/p/1.png",)))

    async def story(pane: ComposePane, heard: HeardErrors) -> None:
        desk.answer_all()

    live(store, story)
    assert len(store.kept) == 1


def test_a_full_disk_is_said_once_and_the_next_change_tries_again(live, qtbot) -> None:
    store = ScriptedStore(failures=2)

    async def story(pane: ComposePane, heard: HeardErrors) -> None:
        for word in ("One", " two", " three"):
            failures = store.failures
            type_into(qtbot, pane, word)
            await until(lambda failures=failures: store.kept or store.failures < failures)
        await until(lambda: store.kept)
        assert len(heard.errors) == 1

    live(store, story)
    assert store.kept[-1].requests[Mode.IMAGE].prompt == "One two three"


@pytest.mark.parametrize("rehearsal", [False, True])
def test_a_press_on_a_draft_that_nobody_has_seen_yet_orders_a_free_one_only_or_says_why(
    make_pane, desk, rehearsal
) -> None:
    pane = make_pane()
    sent = []
    pane.submit_requested.connect(sent.append)
    pane.restore(filled(image=("/p/1.png",)))
    (pane.rehearse_action if rehearsal else pane.generate_action).trigger()
    assert any("rdered" in one.text() for one in shown_labels(pane)), "said at once"
    desk.answer_all()

    assert [one.rehearsal for one in sent] == ([True] if rehearsal else [])
    assert any("Nothing was ordered" in one.text() for one in shown_labels(pane)) is not rehearsal
    if not rehearsal:
        pane.generate_action.trigger()
        assert [one.rehearsal for one in sent] == [False]
        assert not any("Nothing was ordered" in one.text() for one in shown_labels(pane))


def shown_labels(pane: ComposePane) -> list[QLabel]:
    return [one for one in pane.findChildren(QLabel) if one.isVisible()]


def test_a_thousand_pictures_come_back_through_the_file_and_those_that_went_are_left_out_in_one_click(
    make_pane, desk, tmp_path
) -> None:
    paths = [f"/p/shots/{number:04d}.png" for number in range(1000)]
    first = make_pane()
    first.set_pictures(Mode.IMAGE, paths)
    kept = tmp_path / "drafts.json"
    asyncio.run(DraftsFile(kept).keep(first.drafts))

    gone = paths[3:5]
    for path in gone:
        desk.refusals[path] = BadInput("picture-missing", Sentence("It isn't there any more."))
    second = make_pane()
    second.restore(DraftsFile(kept).load())
    assert list(second.current_tab.draft.picture_paths) == paths
    desk.answer_all()
    assert second.current_tab.readiness.pending_count == 0
    assert not second.current_tab.readiness.sendable
    button(second, "Leave these 2 out").click()
    assert list(second.current_tab.draft.picture_paths) == [path for path in paths if path not in gone]


@pytest.mark.parametrize("looked_at", [True, False])
def test_how_a_picture_was_cut_is_kept_while_nobody_has_looked_at_it_and_where_it_is_away(
    make_pane, desk, qtbot, looked_at: bool
) -> None:
    cut = Framing(kind=FramingKind.CROP, width=16, height=9, x=0.0, y=0.125)
    request = replace(a_request(picture_paths=("/drive/high.png",)), framings=(cut,))
    drafts = Drafts(shown_mode=Mode.IMAGE, requests={Mode.IMAGE: request})
    desk.refusals["/drive/high.png"] = BadInput("picture-missing", Sentence("It is away."))
    pane = make_pane()
    pane.restore(drafts)
    if looked_at:
        desk.answer_all()
    type_into(qtbot, pane, "Rain. ")
    assert pane.drafts.requests[Mode.IMAGE].framings == (cut,)
    pane.set_pictures(Mode.IMAGE, ["/p/other.png"])
    assert pane.drafts.requests[Mode.IMAGE].framings == ()
