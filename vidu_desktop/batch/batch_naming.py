"""What batches are called where a person reads of them: a chain's batch by the name that its board has at present."""

from collections.abc import Collection
from contextlib import suppress

from vidu_desktop.batch.chain import chain_id
from vidu_desktop.batch.ports import BatchStore, BoardStore
from vidu_desktop.domain.batch import Batch
from vidu_desktop.errors import BadInput


class BatchNaming:
    """A batch itself keeps the name under which a chain was begun: its id and its videos' project come from that."""

    def __init__(self, batches: BatchStore, boards: BoardStore) -> None:
        self._batches = batches
        self._boards = boards

    async def name_of(self, batch: Batch) -> str:
        """Return the name of a batch, or of the board whose videos it makes. Raises DiskTrouble."""
        return (await self._named({batch.batch_id: batch.name}))[batch.batch_id]

    async def names_of(self, batch_ids: Collection[str]) -> dict[str, str]:
        """Return the names of batches by their ids, without those that are damaged or gone. Raises DiskTrouble."""
        names = {}
        for batch_id in batch_ids:
            with suppress(BadInput):
                names[batch_id] = (await self._batches.outline(batch_id)).batch.name
        return await self._named(names)

    async def _named(self, names: dict[str, str]) -> dict[str, str]:
        chains = {batch_id for batch_id, name in names.items() if batch_id in _ids_of_chain(name)}
        called = (await self._boards.names()).chains if chains else {}
        return {
            batch_id: called.get(name, name) if batch_id in chains else name
            for batch_id, name in names.items()
        }


def _ids_of_chain(name: str) -> tuple[str, str]:
    return chain_id(name, rehearsal=False), chain_id(name, rehearsal=True)
