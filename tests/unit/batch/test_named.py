"""The shelf's names in the prompts of many rows."""

import asyncio

from vidu_desktop.batch.named import who_may_be_named


class EmptyShelf:
    async def all(self) -> list:
        return []

    def paths_of(self, item: object) -> tuple[str, ...]:
        raise AssertionError(f"nobody is on the shelf: {item}")


def test_the_window_is_drawn_while_the_names_in_many_prompts_are_looked_for() -> None:
    turns = 0

    async def story() -> None:
        async def draw() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        drawing = asyncio.get_running_loop().create_task(draw())
        assert await who_may_be_named(EmptyShelf(), ("a gull rises" for _ in range(500_000))) == ()
        drawing.cancel()

    asyncio.run(story())

    assert turns >= 3
