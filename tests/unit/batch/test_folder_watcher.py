"""A watched folder: each picture that appears becomes one video, never two, and a day costs no more than was allowed."""

import asyncio
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

import pytest
from fakes.batches import PRICE_USD, BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time
from fakes.world import a_request

from vidu_desktop.batch import folder_watcher
from vidu_desktop.batch.batch_jobs import BatchJobs
from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.folder_watcher import FolderWatcher
from vidu_desktop.batch.watched_folder import Standing, WatchWish, watch_id
from vidu_desktop.domain.amounts import Sums, usd
from vidu_desktop.domain.job import Charge
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import FIRST_PICTURE_SUFFIXES, PictureFacts
from vidu_desktop.errors import BadInput, Sentence

FOLDER = "/in"
ID = watch_id(FOLDER, rehearsal=False)
DAY_S = 24 * 3600.0


class Looks:
    async def get_ready(self) -> None:
        pass

    async def look_at_heads(self, paths, on_looked):
        return {path: self._look(path) for path in paths}

    def _look(self, path: str) -> PictureFacts | BadInput:
        if "torn" in path:
            return BadInput("picture-damaged", Sentence("This picture is damaged."))
        return PictureFacts(
            path=path, name=path, width_px=320, height_px=180, file_bytes=9, media_type="image/png"
        )


class Post:
    """A machine that watches a folder, and a person who puts pictures into it."""

    def __init__(self, earlier: "Post | None" = None, *, kill_at: int | None = None) -> None:
        self.machine = BatchMachine(earlier.machine if earlier else None, kill_at)
        machine = self.machine
        if earlier is None:
            machine.folders.put(f"{FOLDER}/old.png", "old")
        else:
            machine.folders.held = earlier.machine.folders.held
        clips = FakeClips(machine.world.library.clips)
        self.watcher = FolderWatcher(
            machine.feeder,
            machine.store,
            clips,
            machine.folders,
            Looks(),
            lambda _request: machine.price,
            BoughtBefore(machine.store, clips, machine.jobs_known),
            machine.world.clock,
        )

    async def start(self) -> None:
        await self.machine.start()
        self.task = asyncio.get_running_loop().create_task(self.watcher.run())

    async def die(self) -> None:
        self.machine.switch.killed.set()
        if hasattr(self, "task"):
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)
        if not hasattr(self.machine, "task"):
            self.machine.task = asyncio.get_running_loop().create_task(asyncio.sleep(0))
        await self.machine.die()

    async def watch(
        self, day_budget: str = "100", *, prompt: str = "turns", take_there: bool = False
    ) -> None:
        wish = WatchWish(
            folder=FOLDER,
            preset="spin",
            request=replace(a_request(prompt=prompt), picture_paths=()),
            day_budget=usd(day_budget),
            take_there=take_there,
        )
        await self.watcher.begin(wish)

    def put(self, name: str, held: str | None = None, *, mtime_ns: int = 1) -> None:
        self.machine.folders.put(f"{FOLDER}/{name}", held or name, mtime_ns=mtime_ns)

    async def rest(self) -> None:
        """Wait until all pictures have been examined, and as many as allowed have been made."""
        await asyncio.sleep(4 * folder_watcher.LOOK_EVERY_S)
        await until(self.machine.waits)
        await asyncio.sleep(4 * folder_watcher.LOOK_EVERY_S)
        await until(self.machine.waits)

    def made(self) -> Counter[str]:
        """Return how often each content was paid for."""
        held = self.machine.folders.held
        return Counter(
            held.get(job.request.picture_paths[0], job.request.picture_paths[0])
            for job in self.machine.engine.books()
            if job.charge is Charge.SPENT
        )

    async def standing(self) -> Standing:
        return (await self.watcher.standings())[0].standing


@pytest.fixture
def slow_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at folders rarely, for stories that last days."""
    monkeypatch.setattr(folder_watcher, "LOOK_EVERY_S", 600.0)


def play(story, *, kill_at: int | None = None) -> None:
    async def whole() -> None:
        post = Post(kill_at=kill_at)
        await post.start()
        await story(post)
        await post.die()

    with_virtual_time(whole)


def test_what_appears_is_made_and_what_lay_there_is_not() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        post.put("a.png")
        post.put("b.png")
        await post.rest()
        assert post.made() == {"a.png": 1, "b.png": 1}

    play(story)


def test_what_lies_there_is_made_when_the_person_wants_it() -> None:
    async def story(post: Post) -> None:
        await post.watch(take_there=True)
        await post.rest()
        assert post.made() == {"old": 1}

    play(story)


def test_what_an_earlier_version_took_for_no_picture_may_have_lain_there_and_is_not_paid() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        store = post.machine.store
        batch = await store.load(ID)
        assert batch.watch is not None
        await store.save(replace(batch, watch=replace(batch.watch, endings=FIRST_PICTURE_SUFFIXES)))
        post.put("lay there.JFIF")
        post.put("a.PNG")
        await post.rest()
        assert post.made() == {"a.PNG": 1}
        await post.watch()  # with other settings, perhaps
        await post.rest()
        assert post.made() == {"a.PNG": 1}
        await post.watcher.end(ID)
        await post.watch()
        post.put("b.jfif")
        await post.rest()
        assert post.made() == {"a.PNG": 1, "b.jfif": 1}

    play(story)


def test_a_file_that_grows_is_not_read_before_it_rests() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        for written in range(1, 20):
            post.put("a.png", "a" * written, mtime_ns=written)
            await asyncio.sleep(0.6 * folder_watcher.LOOK_EVERY_S)
        assert not post.machine.engine.jobs()
        await post.rest()
        assert post.made() == {"a" * 19: 1}

    play(story)


def test_an_empty_file_waits_for_its_content() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        post.put("a.png")
        post.machine.folders.files[f"{FOLDER}/a.png"] = replace(
            post.machine.folders.files[f"{FOLDER}/a.png"], file_bytes=0
        )
        await post.rest()
        assert not post.machine.engine.jobs()

    play(story)


async def everything_again(post: Post) -> Post:
    """Put the same picture there in every way that people do, with restarts and other presets in between."""
    await post.watch()
    post.put("a.png", "same")
    await post.rest()
    post.put("copy of a.png", "same", mtime_ns=2)
    await post.rest()
    del post.machine.folders.files[f"{FOLDER}/a.png"]
    await post.rest()
    post.put("a.png", "same", mtime_ns=3)
    await post.rest()
    await post.die()
    post = Post(post)
    await post.start()
    await post.rest()
    post.put("again.png", "same", mtime_ns=4)
    await post.rest()
    await post.watcher.end(ID)
    await post.watch(prompt="another preset", take_there=True)
    await post.rest()
    return post


def test_the_same_content_is_never_made_twice() -> None:
    async def whole() -> None:
        post = Post()
        await post.start()
        post = await everything_again(post)
        assert post.made()["same"] == 1
        await post.die()

    with_virtual_time(whole)


def test_known_by_their_names_pictures_would_be_made_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    async def digests(self, paths) -> dict[str, str]:
        return {path: f"{path}{self.files[path].mtime_ns}" for path in paths}

    async def whole() -> None:
        post = Post()
        monkeypatch.setattr(type(post.machine.folders), "digests", digests)
        await post.start()
        post = await everything_again(post)
        assert post.made()["same"] > 1
        await post.die()

    with_virtual_time(whole)


def test_a_renamed_picture_that_was_there_is_not_made_and_another_that_looks_like_it_is() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        files = post.machine.folders.files
        del files[f"{FOLDER}/old.png"]
        post.put("renamed.png", "old")
        await post.rest()
        assert not post.made()
        post.put("old.png", "old")
        await post.rest()
        post.put("twin.png", "new")  # with the same size and time
        await post.rest()
        assert post.made() == {"new": 1}

    play(story)


@pytest.mark.usefixtures("slow_looks")
def test_a_picture_that_waits_may_be_moved() -> None:
    async def story(post: Post) -> None:
        await post.watch("0.20")
        for name in ("a", "b"):
            post.put(f"{name}.png", name)
            await post.rest()
        del post.machine.folders.files[f"{FOLDER}/b.png"]
        post.put("sub/b.png", "b")
        await asyncio.sleep(DAY_S)
        await post.rest()
        assert post.made() == {"a": 1, "b": 1}

    play(story)


def most_in_a_day() -> Decimal:
    """Put ten pictures there with a limit for three, and end the program twice meanwhile. Return the cost of the most
    expensive day.
    """
    days: Counter[object] = Counter()

    async def whole() -> None:
        post = Post()
        await post.start()
        await post.watch("0.65")
        for number in range(10):
            post.put(f"{number}.png")
        post.machine.world.service.fails = {"task-1"}  # it is charged all the same
        await post.rest()
        for _ in range(2):
            await post.die()
            post = Post(post)
            await post.start()
            await post.rest()
        await asyncio.sleep(DAY_S)
        await post.rest()
        for job in post.machine.engine.books():
            if job.charge is Charge.SPENT and job.accepted_at is not None:
                days[job.accepted_at.astimezone().date()] += 1
        await post.die()

    with_virtual_time(whole)
    return max(days.values()) * PRICE_USD


@pytest.mark.usefixtures("slow_looks")
def test_a_day_costs_what_was_allowed_at_most_also_over_restarts() -> None:
    assert most_in_a_day() == usd("0.60")


@pytest.mark.usefixtures("slow_looks")
def test_without_the_days_own_books_the_cap_would_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BatchJobs, "taken_on", lambda *_: Sums())

    assert most_in_a_day() > usd("0.65")


@pytest.mark.usefixtures("slow_looks")
def test_the_next_day_goes_on_by_itself() -> None:
    async def story(post: Post) -> None:
        await post.watch("0.40")
        for number in range(4):
            post.put(f"{number}.png")
        await post.rest()
        assert post.made().total() == 2
        assert await post.standing() is post.watcher.standing_here(ID) is Standing.TOMORROW
        await asyncio.sleep(DAY_S)
        await post.rest()
        assert post.made().total() == 4
        assert await post.standing() is Standing.WATCHED

    play(story)


def test_what_another_computer_ordered_today_counts_and_is_not_ordered_here() -> None:
    async def whole() -> None:
        post = Post()
        await post.start()
        await post.watch("0.40")
        post.put("a.png")
        await post.rest()
        await post.die()

        there = Post()
        there.machine.disk = there.machine.store.disk = post.machine.disk
        there.machine.folders.files, there.machine.folders.held = (
            post.machine.folders.files,
            post.machine.folders.held,
        )
        there.machine.store.id = "there"
        await there.start()
        await there.rest()
        assert await there.standing() is Standing.ELSEWHERE
        await there.watcher.go_on(ID)
        there.put("b.png")
        there.put("c.png")
        await there.rest()
        assert there.made().total() == 1
        assert await there.standing() is Standing.TOMORROW
        await there.die()

    with_virtual_time(whole)


def test_it_waits_while_it_is_paused_and_takes_in_what_came_meanwhile() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        await post.watcher.pause(ID)
        post.put("a.png")
        await post.rest()
        assert not post.made()
        assert await post.standing() is Standing.PAUSED
        await post.watcher.go_on(ID)
        await post.rest()
        assert post.made() == {"a.png": 1}
        await post.watcher.end(ID)
        post.put("b.png")
        await post.rest()
        assert post.made() == {"a.png": 1}
        assert await post.standing() is Standing.ENDED

    play(story)


def test_what_is_damaged_or_was_made_by_hand_is_said_and_not_made() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        request = replace(a_request(prompt="turns"), picture_paths=(f"{FOLDER}/hand.png",))
        post.machine.engine.submit(request, rehearsal=False)
        await until(post.machine.rest)
        post.put("hand.png")
        post.put("torn.png")
        await post.rest()
        (stands,) = await post.watcher.standings()
        assert [path for path, _ in stands.not_made] == [f"{FOLDER}/hand.png", f"{FOLDER}/torn.png"]
        assert post.made().total() == 1
        # and a changed or removed picture is no longer described as it was
        post.put("torn.png", "other bytes", mtime_ns=2)
        await post.rest()
        (stands,) = await post.watcher.standings()
        assert [path for path, _ in stands.not_made].count(f"{FOLDER}/torn.png") <= 1
        del post.machine.folders.files[f"{FOLDER}/hand.png"], post.machine.folders.files[f"{FOLDER}/torn.png"]
        await post.rest()
        (stands,) = await post.watcher.standings()
        assert stands.not_made == ()

    play(story)


def test_another_price_than_the_approved_one_waits_for_another_approval() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        post.machine.price = usd("0.30")
        post.put("a.png")
        await post.rest()
        assert not post.made()
        assert await post.standing() is Standing.PRICE

    play(story)


def test_a_folder_that_may_not_be_read_any_more_is_said_and_looked_for_again() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        post.machine.folders.refuses = BadInput("file-forbidden", Sentence("You may not read this."))
        await post.rest()
        assert await post.standing() is Standing.AWAY
        assert await post.watcher.count_in(FOLDER) == 0
        post.machine.folders.refuses = None
        await post.rest()
        assert await post.standing() is Standing.WATCHED

    play(story)


def test_a_fault_of_ours_at_one_folder_ends_no_watching(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(post: Post) -> None:
        await post.watch()

        async def trips(_paths: Collection[str]) -> dict[str, str]:
            raise RuntimeError("a fault of ours")

        with monkeypatch.context() as patched:
            patched.setattr(post.machine.folders, "digests", trips)
            post.put("a.png")
            await post.rest()
        assert not post.made()
        await post.rest()
        assert post.made() == {"a.png": 1}

    play(story)


def test_a_folder_that_may_not_be_read_isnt_watched() -> None:
    async def story(post: Post) -> None:
        post.machine.folders.refuses = BadInput("file-forbidden", Sentence("You may not read this."))
        with pytest.raises(BadInput, match="file-forbidden"):
            await post.watch()

    play(story)


def test_a_folder_that_is_away_is_said_and_looked_for_again() -> None:
    async def story(post: Post) -> None:
        await post.watch()
        files = dict(post.machine.folders.files)
        post.machine.folders.files.clear()
        await post.rest()
        assert await post.standing() is post.watcher.standing_here(ID) is Standing.AWAY
        post.machine.folders.files.update(files)
        await post.rest()
        assert await post.standing() is post.watcher.standing_here(ID) is Standing.WATCHED

    play(story)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"day_budget": None}, "watch-no-cap"),
        ({"folder": "/nowhere"}, "watch-no-folder"),
        ({"request": replace(a_request(Mode.START_END), picture_paths=())}, "watch-pairs"),
    ],
)
def test_what_cannot_be_watched_is_refused_before_anything_is_written(change, code: str) -> None:
    async def story(post: Post) -> None:
        request = replace(a_request(), picture_paths=())
        wish = WatchWish(folder=FOLDER, preset="spin", request=request, day_budget=usd(1))
        with pytest.raises(BadInput) as refused:
            await post.watcher.begin(replace(wish, **change))
        assert refused.value.code == code
        assert not post.machine.disk.heads

    play(story)


def paid_when_killed(kill_at: int) -> tuple[Counter[str], int]:
    """Kill at a step; then the program restarts, and the person gives the same command again. Return what was paid, and the
    steps.
    """
    paid: Counter[str] = Counter()
    steps = 0

    async def whole() -> None:
        nonlocal steps
        post = Post(kill_at=kill_at)

        async def live() -> None:
            await post.start()
            await post.watch()
            post.put("a.png")
            post.put("b.png", "b", mtime_ns=2)
            await post.rest()

        task = asyncio.get_running_loop().create_task(live())
        await until(lambda: post.machine.switch.killed.is_set() or task.done())
        steps = post.machine.switch.steps
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await post.die()
        again = Post(post)
        again.put("a.png")
        again.put("b.png", "b", mtime_ns=2)
        await again.start()
        await again.watch(take_there=True)
        await again.rest()
        paid.update(again.made())
        unknown = sum(job.charge is Charge.AT_RISK for job in again.machine.engine.jobs())
        assert paid.keys() <= {"a.png", "b", "old"}
        assert len(paid) + unknown == 3, kill_at
        assert len(again.machine.world.service.charges) <= len(paid) + unknown, kill_at
        await again.die()

    with_virtual_time(whole)
    return paid, steps


@pytest.mark.leaves_tasks
def test_killed_at_any_step_no_picture_is_paid_twice_and_none_is_forgotten() -> None:
    _, steps = paid_when_killed(10**9)
    assert steps > 30

    for kill_at in range(1, steps + 1):
        assert max(paid_when_killed(kill_at)[0].values()) == 1, kill_at
