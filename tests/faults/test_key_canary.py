"""The key and signed links are in nothing that is written: a canary, and a search over every byte."""

import asyncio
import json
import logging
from dataclasses import replace
from pathlib import Path

from fakes.kept_things import FakeVideos, a_job, video_bytes

from vidu_desktop.adapters.desktop.clock import SystemClock
from vidu_desktop.adapters.desktop.instance_lock import HolderKind, InstanceLock
from vidu_desktop.adapters.desktop.keyrings import KeyringDesk
from vidu_desktop.adapters.desktop.keys import ApiKey, KeyStore
from vidu_desktop.adapters.desktop.logs import Logs
from vidu_desktop.adapters.desktop.paths import Paths, resolve_paths
from vidu_desktop.adapters.desktop.settings_file import SettingsFile
from vidu_desktop.domain.job import JobState, Trouble
from vidu_desktop.domain.key_place import KeyPlace
from vidu_desktop.domain.money import csv_rows
from vidu_desktop.domain.settings import Settings
from vidu_desktop.errors import Sentence
from vidu_desktop.wiring.storage import open_storage

KEY = "canarykey00112233445566778899aabb.CanarySecretPart"
SIGNATURE = "CanarySignature"
LINK = f"https://files.example/v.mp4?Expires=1&Signature={SIGNATURE}"


async def use_everything(paths: Paths, place: KeyPlace) -> None:
    """Do everything once that writes a file, in the same way as the program, with a log that takes everything."""
    logs = Logs(paths.log_path, logging.DEBUG)
    lock = InstanceLock(paths.lock_path)
    storage = open_storage(paths, Settings(), FakeVideos(), SystemClock())
    try:
        assert lock.acquire(HolderKind.WINDOW) is None
        keyring = KeyringDesk(find_keyring=lambda: None)
        store = KeyStore(paths.key_path, environ={"ZAI_API_KEY": KEY}, keyring=keyring)
        found = await store.load()
        assert found.key is not None
        logs.hide(found.key.reveal())
        await store.keep(ApiKey(KEY), place)
        SettingsFile(paths.settings_path, {"ZAI_API_KEY": KEY}).save(Settings())
        log = logging.getLogger("vidu_desktop.test")
        log.debug("headers %s", {"Authorization": f"Bearer {KEY}"})
        log.error("poll of %s with %r failed", LINK, found)

        trouble = Trouble(code="x", sentence=Sentence("It broke."))
        job = a_job(state=JobState.SENDING, service_url="https://api.example/v4", trouble=trouble)
        await storage.jobs.save(job)
        job = replace(a_job(state=JobState.VERIFYING), video_url=LINK, cover_url=LINK)
        await storage.jobs.save(job)
        part = paths.staging_dir / "v.part"
        part.parent.mkdir(parents=True)
        part.write_bytes(video_bytes("frames"))
        clip = await storage.library.keep(job, part, await storage.library.verify(part))
        job = job.moved(JobState.STORED, clip_id=clip.clip_id, video_path=clip.video_path)
        await storage.jobs.save(job)
        (paths.data_dir / "books.csv").write_text(json.dumps(csv_rows([job], clip.created_at.tzinfo)))  # type: ignore[arg-type]
        await storage.trash.put([clip.clip_id])
        await storage.trash.take_back([clip.clip_id])
        storage.ballast.hold()
    finally:
        storage.close()
        lock.release()
        logs.close()


def files_with(root: Path, text: str) -> set[str]:
    files = [path for path in root.rglob("*") if path.is_file()]
    assert len(files) >= 8
    return {path.name for path in files if text.casefold().encode() in path.read_bytes().lower()}


def test_the_key_is_in_no_file(tmp_path: Path) -> None:
    asyncio.run(use_everything(resolve_paths(str(tmp_path), {}), KeyPlace.SESSION))

    for part in (KEY, *KEY.split(".")):
        assert files_with(tmp_path, part) == set()


def test_the_search_finds_a_key_where_one_is(tmp_path: Path) -> None:
    """The negative control: the person chose to keep the key in the file."""
    paths = resolve_paths(str(tmp_path), {})
    asyncio.run(use_everything(paths, KeyPlace.FILE))

    assert files_with(tmp_path, KEY) == {paths.key_path.name}


def test_a_signed_link_is_nowhere_but_in_the_journal_which_must_fetch_it(tmp_path: Path) -> None:
    paths = resolve_paths(str(tmp_path), {})
    asyncio.run(use_everything(paths, KeyPlace.SESSION))

    assert files_with(tmp_path, SIGNATURE) <= {paths.journal_path.name}
