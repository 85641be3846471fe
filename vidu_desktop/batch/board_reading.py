"""Finds out how a board stands, first from what is known of its stills' files, then by reading them, and approves what the
person wants to be made of it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from vidu_desktop.batch.answering_folders import AnsweringFolders
from vidu_desktop.batch.approving import Proposal, approve
from vidu_desktop.batch.board_gaps import BoardGaps
from vidu_desktop.batch.board_stand import BoardStand, GapStand, Press, StillStand
from vidu_desktop.batch.bought_before import VideosHad
from vidu_desktop.batch.chain import Gap, chain_id, propose
from vidu_desktop.batch.chain_states import ChainStates, GapState, best_clips
from vidu_desktop.batch.checking import SheetChecker
from vidu_desktop.batch.feeder import BatchFeeder
from vidu_desktop.batch.known import Known
from vidu_desktop.batch.known_digests import KnownDigests
from vidu_desktop.batch.named import who_may_be_named
from vidu_desktop.batch.ports import BoardStore
from vidu_desktop.batch.remembered_looks import RememberedLooks
from vidu_desktop.domain.amounts import FREE, Money
from vidu_desktop.domain.batch import Batch, BatchRow, History, SeenPicture, rows_by_key
from vidu_desktop.domain.board import Board, BoardStill, StillContent
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.origin import batch_origins, without_attempt


class BoardReader:
    """Only `make` orders anything. Each file is read once, as long as its size and time stay the same."""

    def __init__(
        self, checker: SheetChecker, feeder: BatchFeeder, boards: BoardStore, now: Callable[[], datetime]
    ) -> None:
        self._folders = AnsweringFolders(checker.folders)
        self._checker = replace(checker, looks=RememberedLooks(checker.looks, self._folders))
        self._feeder = feeder
        self._boards = boards
        self._now = now
        self._digests = KnownDigests(self._folders)
        self._batches: dict[str, tuple[str, Batch, History]] = {}
        self._gaps = BoardGaps(checker.price)
        self._found: dict[str, tuple[SeenPicture, str, StillStand]] = {}
        self._remembered: tuple[BoardStill, ...] = ()

    @property
    def may_make(self) -> bool:
        """Whether anything can be ordered, which is so once the feeder has started."""
        return bool(self._feeder.own_id)

    async def look(self, board: Board) -> BoardStand:
        """Return how a board stands, as far as this is known without opening a picture. Raises BadInput for a damaged batch,
        DiskTrouble.
        """
        stills, sound = await self._files(board)
        return await self._stand(board, stills, sound, None)

    async def check(self, board: Board, anew: Collection[str] = ()) -> BoardStand:
        """Return how a board stands, with everything that keeps a gap from being made. The stills at the paths `anew` are
        read again even if their files look unchanged. Raises BadInput, DiskTrouble.
        """
        stills, sound = await self._files(board, anew)
        paths = list(await self._folders.seen(dict.fromkeys(still.path for still in stills if still.path)))
        heads = await self._checker.looks.look_at_heads(paths, lambda *_: None)
        stills = [replace(still, looked=heads.get(still.path)) for still in stills]
        had = await self._checker.bought.elsewhere(chain_id(board.chain, rehearsal=False))
        return await self._stand(board, stills, sound, had)

    async def make(
        self, stand: BoardStand, press: Press, budget: Money | None, *, again: bool
    ) -> BoardStand | None:
        """Approve what `press` means on the board as it was shown. The stills are read again first. Returns None, and
        approves nothing, when the board isn't any more as it was shown, or nothing is left to make. Raises BadInput,
        DiskTrouble.
        """
        async with self._feeder.turn:
            return await self._make(stand, press, budget, again=again)

    async def _make(
        self, stand: BoardStand, press: Press, budget: Money | None, *, again: bool
    ) -> BoardStand | None:
        wanted = stand.wanted(press, again=again)
        paths = {path for one in wanted if one.gap is not None for path in one.gap.request.picture_paths}
        fresh = await self.check(stand.board, paths)
        if fresh.sum_of(press, again=again) != stand.sum_of(press, again=again) or _keys(wanted) != _keys(
            fresh.wanted(press, again=again)
        ):
            return None
        rehearsal = press is Press.REHEARSAL
        offered = await self._proposal(fresh, press, again=again)
        if not offered.takes:
            return None
        bound = None if rehearsal else offered.whole if budget is None else min(offered.whole, budget)
        await approve(self._checker.store, offered, bound, self._now(), self._feeder.own_id)
        await self._feeder.begin(offered.batch.batch_id)
        return fresh

    async def _proposal(self, stand: BoardStand, press: Press, *, again: bool) -> Proposal:
        """Return what would be approved: the wanted gaps, and those that were approved before and aren't ordered yet."""
        rehearsal = press is Press.REHEARSAL
        pressed = [one.gap for one in stand.wanted(press, again=again) if one.gap is not None]
        wanted = {gap.basis: gap for gap in pressed}
        gaps = [
            replace(gap, takes=1) if rehearsal else gap
            for one in stand.gaps
            if one.gap is not None
            and (gap := wanted.get(one.gap.basis) or (one.gap if _comes(one, rehearsal=rehearsal) else None))
        ]
        known, _clips = await self._known(chain_id(stand.board.chain, rehearsal=rehearsal))
        return await self._propose(stand.board, known, gaps, rehearsal=rehearsal)

    async def _propose(self, board: Board, known: Known, gaps: Sequence[Gap], *, rehearsal: bool) -> Proposal:
        return propose(
            known,
            gaps,
            self._feeder.jobs,
            await self._checker.store.own_id(),
            (lambda _request: FREE) if rehearsal else self._checker.price,
            name=board.chain,
            source_path=f"{board.chain} (chain)",
            now=self._now(),
            rehearsal=rehearsal,
        )

    # Its files

    async def _files(
        self, board: Board, anew: Collection[str] = ()
    ) -> tuple[list[StillStand], StillStand | None]:
        """Return how the stills, and the sound if there is one, were found."""
        found = await self._found_of(_files_of(board), anew)
        return found[: len(board.stills)], found[-1] if board.sound_path else None

    async def _found_of(self, files: tuple[BoardStill, ...], anew: Collection[str]) -> list[StillStand]:
        seen = await self._folders.seen({still.path for still in files})
        copies: Mapping[str, str] = {}
        if any(still.path not in seen for still in files):
            copies = await self._boards.copies()
            lost = {still.content.sha256 for still in files if still.content and still.path not in seen}
            seen |= await self._folders.seen({copies[one] for one in lost if one in copies})
        paths = [_path_of(still, seen, copies) for still in files]
        if files != self._remembered:
            self._digests.remember({_seen_of(still): still.content for still in files if still.content})
            self._remembered = files
        digests = await self._digests.of([seen[path] for path in dict.fromkeys(paths) if path], anew)
        found = {path: self._still(path, seen.get(path), digests) for path in dict.fromkeys(paths)}
        return [found[path] for path in paths]

    def _still(self, path: str, seen: SeenPicture | None, digests: Mapping[str, str]) -> StillStand:
        """Return how a still was found; the identical object as the last time when nothing has changed."""
        if seen is None or path not in digests:
            return StillStand(path=path, content=None)
        had = self._found.get(path)
        if had is None or had[:2] != (seen, digests[path]):
            content = StillContent(sha256=digests[path], file_bytes=seen.file_bytes, mtime_ns=seen.mtime_ns)
            had = self._found[path] = seen, digests[path], StillStand(path=path, content=content)
        return had[2]

    # The gaps

    async def _known(self, batch_id: str) -> tuple[Known, list[Clip]]:
        """Return what is known of a chain's batch. Its files are read again only when they have changed."""
        store = self._checker.store
        stamp = (await store.stamps()).get(batch_id)
        clips = await self._checker.clips.by_origin(batch_origins(batch_id))
        if stamp is None:
            return Known(history=History()), clips
        kept = self._batches.get(batch_id)
        if kept is None or kept[0] != stamp:
            kept = stamp, await store.load(batch_id), await store.history(batch_id)
            self._batches[batch_id] = kept
        stored = frozenset(without_attempt(clip.origin) for clip in clips)
        return Known(batch=kept[1], history=kept[2], stored=stored), clips

    async def _states(self, board: Board, *, rehearsal: bool) -> tuple[ChainStates, Known]:
        batch_id = chain_id(board.chain, rehearsal=rehearsal)
        known, clips = await self._known(batch_id)
        made = best_clips(batch_id, clips)
        return ChainStates(known, self._feeder.jobs, made, await self._checker.store.own_id()), known

    async def _stand(
        self, board: Board, stills: Sequence[StillStand], sound: StillStand | None, had: VideosHad | None
    ) -> BoardStand:
        paid, known = await self._states(board, rehearsal=False)
        free, _ = await self._states(board, rehearsal=True)
        prompts = (board.prompt_of(start) for start, _ in board.spans)
        gaps = self._gaps.with_requests(board, stills, await who_may_be_named(self._checker.shelf, prompts))
        wanted = [one.gap for one in gaps if one.gap is not None]
        offered, rows = None, dict[str, BatchRow]()
        if had is not None:
            offered = await self._propose(board, known, wanted, rehearsal=False)
            rows = rows_by_key(offered.batch.rows)
        return BoardStand(
            board=board,
            stills=tuple(stills),
            sound=sound,
            gaps=self._gaps.with_states(gaps, paid, free, offered, rows, had),
            taken_money=self._feeder.jobs.taken_money(chain_id(board.chain, rehearsal=False)),
            whole=had is not None,
        )


def _files_of(board: Board) -> tuple[BoardStill, ...]:
    """Return the stills, followed by the sound as if it were a still."""
    if not board.sound_path:
        return board.stills
    return *board.stills, BoardStill(path=board.sound_path, shot="", content=board.sound_content)


def _keys(gaps: Sequence[GapStand]) -> list[str]:
    return [one.gap.basis for one in gaps if one.gap is not None]


def _comes(one: GapStand, *, rehearsal: bool) -> bool:
    state = one.rehearsal_state if rehearsal else one.state
    return state is GapState.APPROVED


def _seen_of(still: BoardStill) -> SeenPicture:
    assert still.content is not None  # noqa: S101 - the caller has checked it
    return SeenPicture(path=still.path, file_bytes=still.content.file_bytes, mtime_ns=still.content.mtime_ns)


def _path_of(still: BoardStill, seen: Mapping[str, SeenPicture], copies: Mapping[str, str]) -> str:
    if still.path in seen:
        return still.path
    copy = copies.get(still.content.sha256, "") if still.content is not None else ""
    return copy if copy in seen else ""
