"""The library's drive may stop answering: only threads wait for it, never the window's loop."""

import threading

import pytest
from fakes.kept_things import a_job
from fakes.library_home import Home

from vidu_desktop.adapters.library_store.library_disk import LibraryDisk
from vidu_desktop.adapters.library_store.library_store import LibraryStore
from vidu_desktop.adapters.records.library_layout import LibraryLayout
from vidu_desktop.errors import DiskTrouble

PATIENCE_S = 60.0
pytestmark = pytest.mark.anyio


async def test_whether_the_folder_is_there_is_asked_in_no_thread_with_a_loop(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = home.start()
    await home.keep(library, a_job())
    loop_thread = threading.current_thread()
    asked_by: list[threading.Thread] = []

    def is_there(layout: LibraryLayout) -> bool:
        asked_by.append(threading.current_thread())
        return layout.root.is_dir()

    monkeypatch.setattr(LibraryLayout, "is_there", property(is_there))
    await library.catch_up()
    await library.find(a_job("another"))
    await library.rebuild()
    await home.trash.put(["job-1"])
    await home.trash.contents()
    await home.store.ready_root()
    home.store.require_writable()

    assert len(asked_by) >= 7
    assert loop_thread not in asked_by


async def test_what_would_change_a_library_that_doesnt_answer_is_refused_with_the_reason(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.start()
    answers = threading.Event()
    monkeypatch.setattr(LibraryLayout, "is_there", property(lambda _layout: answers.wait(PATIENCE_S)))
    store = LibraryStore(
        home.root,
        index_path=home.index_path,
        covers_dir=home.tmp,
        inputs_dir=home.inputs_dir,
        videos=home.video_looks,
        answers_s=0.0,
    )
    try:
        with pytest.raises(DiskTrouble, match="doesn't answer"):
            store.require_writable()
    finally:
        answers.set()
        store.close()


async def test_without_a_thread_left_nothing_is_changed_and_no_room_is_known(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.start()
    disk = LibraryDisk(home.tmp, home.store)

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refuse)
        with pytest.raises(DiskTrouble, match="no memory left"):
            home.store.require_writable()
        assert disk.free_bytes() == await disk.room_once_awake() == 0
        assert "no memory left" in str(disk.why_none)
    assert disk.free_bytes() > 0
