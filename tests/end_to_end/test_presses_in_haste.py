"""The window is asked to fill a tab from library, stage, queue or a file, and Generate is pressed in the same moment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fakes.forked_processes import forked_helpers
from fakes.opened_window import OpenedWindow, run_window, until
from fakes.pictures import make_picture
from fakes.scripted_service import ScriptedService
from fakes.small_rehearsals import small_rehearsals
from fakes.videos import make_video
from PySide6.QtCore import QEvent

from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.job import JobState
from vidu_desktop.domain.modes import Mode
from vidu_desktop.ui.dialogs.prompt_history_dialog import PromptHistoryDialog
from vidu_desktop.ui.look.look import Look
from vidu_desktop.ui.models.clip_verbs import ClipVerb
from vidu_desktop.ui.widgets.drop_reading import DropReading


@pytest.fixture(scope="module", autouse=True)
def quick_helpers():
    with forked_helpers(), small_rehearsals():
        yield


@pytest.fixture(autouse=True)
def no_rest_after_a_press(qapp):
    usual_ms = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(usual_ms)


@pytest.fixture
def service(tmp_path):
    video = make_video(tmp_path / "v.mp4", seconds=1.0).read_bytes()
    with ScriptedService(video=video) as service:
        yield service


def test_no_way_of_filling_a_tab_lets_an_early_press_pay_for_what_lay_there_before(
    qapp, tmp_path, monkeypatch, service
) -> None:
    monkeypatch.setenv("ZAI_BASE_URL", service.base_url)
    monkeypatch.setenv("ZAI_API_KEY", "test-key")
    monkeypatch.setitem(KeyringDesk.__init__.__kwdefaults__, "find_keyring", lambda: None)
    qapp.setQuitOnLastWindowClosed(False)
    picture = make_picture(tmp_path / "beach.png", size=(320, 180))
    other = make_picture(tmp_path / "other.png", size=(320, 180))
    (tmp_path / "shots").mkdir()
    make_picture(tmp_path / "shots" / "one.png", size=(320, 180))

    async def story(seen: OpenedWindow) -> None:
        window, compose = seen.window, seen.window.compose
        await seen.order(picture, "A paper boat", press="Rehearse")
        await until(lambda: len(seen.clips()) == 1, "its tile")
        await until(lambda: window.stage.frame is not None, "a frame on the stage")
        (clip,) = seen.clips()
        (made,) = seen.jobs()
        rows = 1

        for name, fill in ways(seen, clip, made.job_id, tmp_path).items():
            compose.show_mode(Mode.IMAGE)
            compose.set_pictures(Mode.IMAGE, [str(other)])
            seen.prompt.set_text("Old")
            await until(lambda: compose.current_tab.readiness.sendable, "an order that could go")
            old = compose.current_tab.draft

            fill()
            compose.generate_action.trigger()

            assert "Nothing was ordered: what you chose last" in seen.words(compose), name
            await until(
                lambda: not (compose.coming.is_anything or compose.current_tab.intake.coming.is_anything),
                name,
            )
            if name == "history":
                seen.click("Use it", seen.dialog(PromptHistoryDialog))
            assert compose.current_tab.draft != old, name
            assert len(seen.jobs()) == rows, name

        # A waiting job that is taken off to be changed. Without these requests, a press orders at once.
        window.queue.pause_requested.emit(True)
        compose.set_pictures(Mode.IMAGE, [str(other)])
        await seen.order(None, "Waits")
        rows += 1
        waiting = next(job for job in seen.jobs() if job.request.prompt == "Waits")
        seen.prompt.set_text("Old")
        await until(lambda: compose.current_tab.readiness.sendable, "an order that could go")
        seen.window.queue.edit_requested.emit(waiting.job_id)
        compose.generate_action.trigger()
        assert "Nothing was ordered: what you chose last" in seen.words(compose)
        await until(lambda: seen.prompt.text == "Waits", "the job in its tab")
        assert [job.state for job in seen.jobs()].count(JobState.STORED) == 1
        assert len(seen.jobs()) == rows
        assert service.charges == {}

    run_window(qapp, Look(qapp, "light"), tmp_path / "home", story)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def ways(seen: OpenedWindow, clip: Clip, job_id: str, folder: Path) -> dict[str, Callable[[], object]]:
    library, stage, queue = seen.window.library, seen.window.stage, seen.window.queue
    video = Path(clip.video_path)

    def by_library(verb: ClipVerb) -> Callable[[], object]:
        return lambda: library.verb_requested.emit(verb, [clip.row])

    def last_frame_of_the_row() -> None:
        queue.last_frame_requested.emit(job_id, False)

    return {
        "use again": by_library(ClipVerb.USE_AGAIN),
        "last frame": by_library(ClipVerb.LAST_FRAME_TO_IMAGE),
        "last frame into start and end": by_library(ClipVerb.LAST_FRAME_TO_START),
        "use again what is on the stage": lambda: stage.verb_requested.emit(ClipVerb.USE_AGAIN),
        "the frame on the stage": lambda: stage.next_frame_requested.emit(clip.video_path, 3, False),
        "the last frame of a row": last_frame_of_the_row,
        "a dropped video": lambda: seen.drop(video, on=stage),
        "a video on a well": lambda: seen.window.compose.current_tab.take(
            DropReading(files=(clip.video_path,)), 0
        ),
        "a folder": lambda: seen.drop(folder / "shots"),
        "history": lambda: seen.choose("Earlier prompts\u2026"),
    }
