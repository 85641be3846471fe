"""Chain boards on a disk that is a dictionary, and a person who works on one board at a machine that makes the videos."""

import asyncio
import json
from dataclasses import replace

from fakes.batch_desk import Desk
from fakes.batches import BatchMachine, FakeClips
from fakes.virtual_time import until, with_virtual_time

from vidu_desktop.batch.board_keeping import BoardKeeper
from vidu_desktop.batch.board_reading import BoardReader
from vidu_desktop.batch.board_stand import BoardStand, Press
from vidu_desktop.batch.bought_before import BoughtBefore
from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.board import Board, BoardNames, KeptBoard, board_id, free_name
from vidu_desktop.domain.board_documents import board_from_document, board_to_document
from vidu_desktop.errors import DiskTrouble, Sentence

DAWN = Board(name="Dawn", chain="Dawn").with_stills(0, ["/stills/a.png", "/stills/b.png"])


class FakeBoards:
    """Implements the store of boards."""

    def __init__(self) -> None:
        self.documents: dict[str, str] = {}
        self.stills: dict[str, str] = {}
        self.kept: list[str] = []
        self.refuses = False
        """Whether writing fails at present."""

    async def names(self) -> BoardNames:
        found = [json.loads(text) for text in self.documents.values()]
        found.sort(key=lambda one: one["name"] == one["chain"])
        return BoardNames(
            tuple([one["name"] for one in found]), chains={one["chain"]: one["name"] for one in found}
        )

    async def load(self, name: str) -> KeptBoard | None:
        text = self.documents.get(board_id(name))
        return None if text is None else KeptBoard(board_from_document(json.loads(text)), text)

    async def save(self, board: Board, stamp: str) -> KeptBoard:
        if self.refuses:
            raise DiskTrouble("library-elsewhere", Sentence("another computer works on it"))
        there = self.documents.get(board_id(board.name))
        if there is not None and there != stamp:
            names = await self.names()
            board = replace(board, name=free_name(board.name, names.names))
        text = json.dumps(board_to_document(board))
        self.documents[board_id(board.name)] = text
        return KeptBoard(board, text)

    async def rename(self, board: Board, name: str, stamp: str) -> KeptBoard:
        same = board_id(name) == board_id(board.name)
        kept = await self.save(replace(board, name=name), stamp if same else "")
        if not same and self.documents.get(board_id(board.name)) == stamp:
            del self.documents[board_id(board.name)]
        return kept

    async def copies(self) -> dict[str, str]:
        return self.stills

    async def keep_still(self, path: str, sha256: str) -> bool:
        self.kept.append(path)
        self.stills[sha256] = f"/library/.boards/stills/{sha256}.png"
        return True


class FakeBoardTrash:
    """Implements the trash of `boards`."""

    def __init__(self, boards: FakeBoards) -> None:
        self._boards = boards
        self.documents: dict[str, str] = {}
        self.gone: set[str] = set()

    async def put(self, board: Board) -> str:
        known_by = board_id(board.name)
        await asyncio.sleep(0)  # a real disk takes time, too
        text = self._boards.documents.pop(known_by, json.dumps(board_to_document(board)))
        trash_id = f"{known_by}-{len(self.gone)}{len(self.documents)}"
        self.documents[trash_id] = text
        self.gone |= {known_by, board_id(board.chain)}
        return trash_id

    async def take_back(self, trash_id: str) -> KeptBoard | None:
        text = self.documents.pop(trash_id, None)
        return None if text is None else await self._boards.save(board_from_document(json.loads(text)), "")

    async def hidden(self) -> set[str]:
        return self.gone


class BoardDesk(Desk):
    """A board whose stills are named by letters. At first, each still's content is its own name."""

    def __init__(self) -> None:
        super().__init__()
        for letter in "ABCDEFGH":
            self.put(letter, letter)
        self.boards = FakeBoards()
        self.trash = FakeBoardTrash(self.boards)
        self.restart()
        usual = Board(name="Dawn", chain="Dawn")
        self.board = replace(usual, options=usual.offer.defaults, prompt="walks on")

    def become(self, machine: BatchMachine, files: dict[str, SeenPicture], held: dict[str, str]) -> None:
        """Continue on another machine with these files on its disk."""
        self.machine = machine
        machine.folders.files, machine.folders.held = files, held
        self.clips = FakeClips(machine.world.library.clips)
        self.checker = replace(
            self.checker,
            folders=machine.folders,
            store=machine.store,
            clips=self.clips,
            bought=BoughtBefore(machine.store, self.clips, machine.jobs_known),
        )
        self.restart()

    def put(self, letter: str, held: str, mtime_ns: int = 1) -> None:
        """Change the content of a still."""
        self.machine.folders.put(f"/stills/{letter}.png", held, mtime_ns=mtime_ns)

    def restart(self) -> None:
        """Forget everything that was read in this run."""
        self.reader = BoardReader(
            self.checker, self.machine.feeder, self.boards, self.machine.world.clock.now
        )
        self.keeper = BoardKeeper(self.boards, self.machine.store, self.trash)

    def strip(self, letters: str) -> Board:
        """Return the board with these stills and everything else unchanged."""
        return replace(self.board, stills=()).with_stills(0, [f"/stills/{one}.png" for one in letters])

    async def stand(self, board: Board) -> BoardStand:
        return await self.reader.check(board)

    async def states(self, board: Board) -> list[GapState | None]:
        return [one.state for one in (await self.stand(board)).gaps]

    async def press(self, board: Board, press: Press = Press.MISSING, *, again: bool = False) -> int:
        """Press a button once and wait for its videos; return how many were bought."""
        before = self.machine.paid.total()
        stand = await self.stand(board)
        videos, _ = stand.sum_of(press, again=again)
        await self.reader.make(stand, press, None, again=again)
        await until(self.machine.rest)
        bought = self.machine.paid.total() - before
        if press is not Press.REHEARSAL:
            assert bought == videos, "what stands on the button is what is bought"
        return bought


def play_at_board(story) -> None:
    """Run a story in virtual time while the machine works."""

    async def whole() -> None:
        desk = BoardDesk()
        await desk.machine.start()
        await story(desk)
        await desk.machine.die()

    with_virtual_time(whole)
