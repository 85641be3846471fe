"""Fills the tab with the settings of a video: of one in the library, or of a dropped one with its recipe inside."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from vidu_desktop.controllers.library_ports import ClipSources, RecipeReader
from vidu_desktop.controllers.notices import Notices
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.json_reading import damaged
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import Sentence


class RecipesUsed:
    """`fill` puts a request into its tab; it returns False for an unknown model."""

    def __init__(
        self,
        notices: Notices,
        sources: ClipSources,
        recipes: RecipeReader,
        fill: Callable[[GenerationRequest], bool],
    ) -> None:
        self._notices = notices
        self._sources = sources
        self._recipes = recipes
        self._fill = fill

    async def use_clips(self, clips: Sequence[Clip]) -> None:
        """Fill the tab with the request by which each clip was made. Raises BadInput, DiskTrouble."""
        for clip in clips:
            found = await self._sources.request_of(clip.clip_id)
            if found is None:
                self._notices.say(Sentence(_NO_RECIPE))
            else:
                self._fill_with(*found)

    async def use_first(self, paths: Sequence[Path]) -> None:
        """Fill the tab from the first of these videos with a recipe, and say which. Raises BadInput, NotAVideo, DiskTrouble."""
        for path in paths:
            text = await self._recipes.extract_recipe(path)
            if text is not None:
                if len(paths) > 1:
                    self._notices.say(Sentence(_ONE_OF_MANY, {"name": path.name, "count": len(paths)}))
                await self._use(text)
                return
        self._notices.say(Sentence(_NO_RECIPE if len(paths) == 1 else _NO_RECIPES))

    async def _use(self, text: str) -> None:
        try:
            recipe = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise damaged("recipe") from error
        self._fill_with(*await self._sources.request_from(recipe))

    def _fill_with(self, request: GenerationRequest, lost_names: tuple[str, ...]) -> None:
        if not self._fill(request):
            self._notices.say(Sentence(_MODEL_UNKNOWN, {"model": request.model}))
        elif lost_names:
            self._notices.say(Sentence(_PICTURES_LOST, {"names": lost_names}))


_NO_RECIPE = QT_TRANSLATE_NOOP(
    "library", "This video has no recipe, so its settings aren't known. It may come from another program."
)
_NO_RECIPES = QT_TRANSLATE_NOOP(
    "library",
    "None of these videos has a recipe, so their settings aren't known. They may come from another program.",
)
_ONE_OF_MANY = QT_TRANSLATE_NOOP(
    "library",
    "The tab takes the settings of one video: of these {count}, those of “{name}”. Drop another one by itself for its own.",
)
_MODEL_UNKNOWN = QT_TRANSLATE_NOOP(
    "library", "This video was made with {model}, which this version doesn't know. Nothing was filled in."
)
_PICTURES_LOST = QT_TRANSLATE_NOOP(
    "library",
    "The settings are filled in, but these pictures aren't there any more: {names}. Choose them again.",
)
