"""Batches are called as the person calls them: a renamed board's by the board's present name."""

from dataclasses import replace

from fakes.batches import a_batch
from fakes.boards import BoardDesk, play_at_board

from vidu_desktop.batch.batch_naming import BatchNaming
from vidu_desktop.batch.board_stand import Press
from vidu_desktop.batch.chain import chain_id


def test_a_chain_has_its_boards_present_name_and_a_sheet_of_that_name_its_own() -> None:
    async def story(desk: BoardDesk) -> None:
        board = desk.strip("AB")
        await desk.keeper.keep(board)
        await desk.press(board)
        await desk.press(board, Press.REHEARSAL)
        paid, free = chain_id("Dawn", rehearsal=False), chain_id("Dawn", rehearsal=True)
        await desk.machine.store.save(replace(a_batch(1), batch_id="sheet", name="Dawn"))
        naming = BatchNaming(desk.machine.store, desk.boards)
        assert await naming.names_of([paid, "sheet"]) == {paid: "Dawn", "sheet": "Dawn"}

        await desk.keeper.rename(board, "Dusk")

        desk.machine.disk.heads["damaged"] = "{}"
        assert await naming.names_of([paid, "sheet", "damaged"]) == {paid: "Dusk", "sheet": "Dawn"}
        assert await naming.name_of(await desk.machine.store.load(paid)) == "Dusk"
        assert await naming.name_of(replace(a_batch(1), batch_id=free, name="Dawn")) == "Dusk"
        assert await naming.name_of(replace(a_batch(1), batch_id="sheet", name="Dawn")) == "Dawn"

    play_at_board(story)


def test_a_copy_beside_a_board_doesnt_take_its_name_and_a_chain_without_a_board_keeps_its_own() -> None:
    async def story(desk: BoardDesk) -> None:
        await desk.boards.save(desk.strip("AB"), "")
        await desk.boards.save(replace(desk.strip("AC"), name="Dawn 2"), "")
        naming = BatchNaming(desk.machine.store, desk.boards)
        dawn = replace(a_batch(1), batch_id=chain_id("Dawn", rehearsal=False), name="Dawn")
        noon = replace(a_batch(1), batch_id=chain_id("Noon", rehearsal=False), name="Noon")
        assert await naming.name_of(dawn) == "Dawn"
        assert await naming.name_of(noon) == "Noon"

    play_at_board(story)
