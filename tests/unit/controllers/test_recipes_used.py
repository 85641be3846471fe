"""Videos dropped for their recipes: one fills the tab, and the person is told what became of the others."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes.requests import a_request

from vidu_desktop.controllers.recipes_used import RecipesUsed
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.ui.text import say


class Drop:
    """Videos with recipes that have their names; those in `without` have none."""

    def __init__(self, *without: str) -> None:
        self.without = without
        self.filled: list[str] = []
        self.said: list[str] = []
        notices = SimpleNamespace(say=lambda sentence: self.said.append(say(sentence)))
        self.recipes = RecipesUsed(notices, self, self, self.fill)

    async def extract_recipe(self, path: Path) -> str | None:
        return None if path.stem in self.without else f'"{path.stem}"'

    async def request_from(self, recipe: str) -> tuple[GenerationRequest, tuple[str, ...]]:
        return a_request(prompt=recipe), ()

    def fill(self, request: GenerationRequest) -> bool:
        self.filled.append(request.prompt)
        return True

    def take(self, *names: str) -> None:
        asyncio.run(self.recipes.use_first([Path(f"{name}.mp4") for name in names]))


def test_of_several_videos_it_is_said_whose_settings_were_taken() -> None:
    drop = Drop()
    drop.take("one", "two", "three")
    assert drop.filled == ["one"]
    (words,) = drop.said
    assert "“one.mp4”" in words
    assert "3" in words


def test_one_video_fills_the_tab_without_a_word() -> None:
    drop = Drop()
    drop.take("one")
    assert (drop.filled, drop.said) == (["one"], [])


def test_of_several_videos_the_first_with_a_recipe_fills_the_tab() -> None:
    drop = Drop("one")
    drop.take("one", "two")
    assert drop.filled == ["two"]
    assert "“two.mp4”" in drop.said[0]


@pytest.mark.parametrize("names", [("one",), ("one", "two")])
def test_where_no_video_has_a_recipe_nothing_is_filled_in(names: tuple[str, ...]) -> None:
    drop = Drop(*names)
    drop.take(*names)
    assert drop.filled == []
    assert "recipe" in drop.said[0]
