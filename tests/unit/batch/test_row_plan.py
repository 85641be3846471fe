"""Every row is checked before anything is paid: all problems at once, each at its cell."""

from dataclasses import replace

import pytest
from fakes.batches import FakeFolders
from fakes.shelves import an_item

from vidu_desktop.batch.plan import Plan, Wishes
from vidu_desktop.batch.remembered_looks import RememberedShelf
from vidu_desktop.batch.row_plan import RowPlanner
from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.batch import SeenPicture
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.row_reading import Lines
from vidu_desktop.domain.sheet import CellTrouble, Guess, Sheet, SheetRow
from vidu_desktop.domain.sheet_mapping import mapping_of, read_choice
from vidu_desktop.domain.shelf import ShelfItem
from vidu_desktop.errors import BadInput, Sentence

FOLDER = "/jobs"


class Looks:
    """Every picture has 320 × 180 pixels, except those whose names say otherwise."""

    async def look_at_heads(self, paths, on_looked):
        on_looked(len(paths), len(paths))
        return {path: self._look(path) for path in paths}

    def _look(self, path: str) -> PictureFacts | BadInput:
        if "broken" in path:
            return BadInput("picture-damaged", Sentence("Broken."))
        width = 3200 if "wide" in path else 320
        return PictureFacts(
            path=path, name=path, width_px=width, height_px=180, file_bytes=9, media_type="image/png"
        )


def sheet_of(
    *rows: str, hidden: tuple[int, ...] = (), troubles: dict[int, tuple] | None = None, **more
) -> Sheet:
    head, *lines = rows
    return Sheet(
        columns=tuple(head.split("|")),
        rows=tuple(
            SheetRow(
                line=line,
                cells=tuple(text.split("|")),
                hidden=line in hidden,
                troubles=(troubles or {}).get(line, ()),
            )
            for line, text in enumerate(lines, 2)
        ),
        **more,
    )


async def planned(
    sheet: Sheet, *choices: str, files: str = "1.png 2.png 3.png wide.png broken.png", shelf=None, **wishes
) -> Plan:
    folders = FakeFolders()
    for name in files.split():
        path = f"{FOLDER}/{name}"
        folders.files[path] = SeenPicture(path=path, file_bytes=9, mtime_ns=1)
    wishes.setdefault("prompt", "")
    mapping = mapping_of(sheet, [read_choice(choice) for choice in choices])
    planner = RowPlanner(sheet, mapping, Wishes(**wishes), f"{FOLDER}/spring.csv")
    price = usd("0.2")
    return await planner.plan(Looks(), folders, lambda request: price, lambda done, count: None, shelf)


def codes(plan: Plan) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.column, problem.code) for problem in plan.problems]


class OneFox:
    """A shelf with one item. `sent` has what is sent of pictures, `opened` those that were asked for."""

    def __init__(self, **sent: str) -> None:
        self.sent = {f"{FOLDER}/{name}.png": sha256 for name, sha256 in sent.items()}
        self.opened: list[str] = []

    async def all(self) -> list[ShelfItem]:
        return [an_item("Fox", "a red fox", "fox.png")]

    def paths_of(self, item: ShelfItem) -> tuple[str, ...]:
        return tuple(f"/shelf/{picture.sha256}.png" for picture in item.pictures)

    async def sent_sha256(self, path: str) -> str:
        self.opened.append(path)
        return self.sent.get(path, "")


@pytest.mark.anyio
async def test_who_is_on_the_shelf_is_sent_in_words_and_with_pictures_where_a_mode_takes_them() -> None:
    rows = sheet_of("picture|prompt", "1.png|@fox runs", "2.png|nobody runs")
    plan = await planned(rows, shelf=OneFox())
    assert [row.request.prompt for row in plan.rows] == ["Fox (a red fox) runs", "nobody runs"]
    assert [len(row.request.picture_paths) for row in plan.rows] == [1, 1]

    plan = await planned(rows, shelf=OneFox(), mode=Mode.REFERENCE)
    assert [len(row.request.picture_paths) for row in plan.rows] == [2, 1]


@pytest.mark.anyio
async def test_somebodys_picture_in_a_row_is_known_by_what_it_shows_and_no_other_row_is_opened() -> None:
    (fox,) = await OneFox().all()
    shelf = OneFox(cover=fox.pictures[0].sha256)
    rows = sheet_of(
        "picture|prompt", "cover.png|@fox runs", "cover.png|@fox sits", "1.png|@fox", "2.png|nobody runs"
    )
    plan = await planned(rows, shelf=shelf, files="cover.png 1.png 2.png", mode=Mode.REFERENCE)
    assert [len(row.request.picture_paths) for row in plan.rows] == [1, 1, 2, 1]
    assert shelf.opened == [f"{FOLDER}/cover.png", f"{FOLDER}/1.png"]


@pytest.mark.anyio
async def test_a_sheet_that_is_checked_again_prepares_only_pictures_whose_files_have_changed() -> None:
    folders, shelf, path = FakeFolders(), OneFox(one="5" * 64), f"{FOLDER}/one.png"
    remembered = RememberedShelf(shelf, folders)
    for mtime_ns in (1, 1, 2):
        folders.files[path] = SeenPicture(path=path, file_bytes=9, mtime_ns=mtime_ns)
        assert await remembered.sent_sha256(path) == "5" * 64
    assert shelf.opened == [path, path]
    del folders.files[path]
    await remembered.sent_sha256(path)
    await remembered.sent_sha256(path)
    assert len(shelf.opened) == 4, "a file that isn't there may be there the next time"


@pytest.mark.anyio
async def test_a_name_that_nobody_on_the_shelf_has_stops_its_row() -> None:
    rows = sheet_of("picture|prompt", "1.png|@Wolf runs", "2.png|mail@example.com")
    plan = await planned(rows, shelf=OneFox())
    assert codes(plan) == [(2, "prompt", "shelf-unknown")]


@pytest.mark.anyio
async def test_control_characters_of_the_words_for_all_rows_are_said_and_those_of_a_cell_once() -> None:
    cell = {2: ((1, CellTrouble.CONTROLS),)}
    plan = await planned(
        sheet_of("picture|prompt", "1.png|a\x1bb", "2.png|", troubles=cell), prompt="all\x1b rows"
    )
    assert codes(plan) == [(2, "prompt", "cell-controls"), (3, "prompt", "prompt-controls")]


@pytest.mark.anyio
async def test_cells_go_before_what_is_said_for_all_rows() -> None:
    sheet = sheet_of(
        "picture|prompt|movement|size|project|takes",
        "1.png|one|Large|720×480|Spring|3",
        "2.png|||||",
    )

    plan = await planned(
        sheet, prompt="for all", project="Autumn", options={OptionKey.MOVEMENT: "small"}, takes=2
    )

    first, second = plan.chosen
    assert codes(plan) == []
    assert (first.takes, second.takes) == (3, 2)
    assert (first.request.prompt, second.request.prompt) == ("one", "for all")
    assert (first.request.options["movement"], second.request.options["movement"]) == ("large", "small")
    assert first.request.options["size"] == "720x480"
    assert (first.request.project, second.request.project) == ("Spring", "Autumn")
    assert plan.total == usd("1.0")


@pytest.mark.anyio
async def test_what_is_wrong_is_said_all_at_once_at_its_cells() -> None:
    sheet = sheet_of(
        "picture|prompt|duration|takes",
        "1.png|x|9|",
        "gone.png|x||",
        "wide.png|x||",
        "broken.png|x||",
        f"2.png|{'x' * 600}||",
        "3.png|x|soon|many",
    )

    assert codes(await planned(sheet)) == [
        (2, "duration", "option-value"),
        (3, "picture", "picture-not-found"),
        (4, "picture", "picture-ratio"),
        (5, "picture", "picture-damaged"),
        (6, "prompt", "prompt-too-long"),
        (7, "takes", "takes-value"),
        (7, "duration", "option-value"),
    ]


@pytest.mark.anyio
async def test_guesses_that_cost_money_are_problems() -> None:
    sheet = sheet_of(
        "picture|prompt",
        "1.png|x",
        "1.png|x",
        "2.png|",
        "Total|",
        "3.png|x",
        hidden=(6,),
        troubles={2: ((1, CellTrouble.UNCALCULATED),)},
        guesses=(Guess(what="encoding", value="gb18030", sure=False),),
    )

    plan = await planned(sheet, prompt=None)

    assert {code for _, _, code in codes(plan)} == {
        "cell-uncalculated", "row-twin", "prompt-missing", "row-total", "hidden-rows", "guess-encoding",
    }  # fmt: skip


@pytest.mark.anyio
async def test_a_formula_that_went_wrong_is_told_once_and_not_as_a_missing_prompt_besides() -> None:
    sheet = sheet_of("picture|prompt", "1.png|", troubles={2: ((1, CellTrouble.ERROR),)})

    assert codes(await planned(sheet, prompt=None)) == [(2, "prompt", "cell-error")]


@pytest.mark.anyio
async def test_rows_are_chosen_by_line_number_and_hidden_ones_by_word() -> None:
    sheet = sheet_of("picture|prompt", "1.png|a", "2.png|b", "3.png|c", hidden=(3,))

    assert [row.line for row in (await planned(sheet, hidden="take", lines=Lines("3-9"))).chosen] == [3, 4]
    assert [row.line for row in (await planned(sheet, hidden="leave")).chosen] == [2, 4]
    assert [row.line for row in (await planned(sheet, hidden="leave", first=1)).chosen] == [2]
    assert len((await planned(sheet, hidden="leave")).rows) == 3


@pytest.mark.anyio
async def test_the_mode_is_that_of_the_columns() -> None:
    pair = await planned(sheet_of("picture|end frame", "1.png|2.png"))
    several = await planned(sheet_of("picture|prompt", "1.png; 2.png|x"))
    numbered = await planned(sheet_of("picture 1|picture 2|prompt", "1.png|2.png|x"))

    assert (pair.mode, several.mode, numbered.mode) == (Mode.START_END, Mode.REFERENCE, Mode.REFERENCE)
    for plan in (pair, several, numbered):
        assert codes(plan) == []
        assert plan.chosen[0].request.picture_paths == ("/jobs/1.png", "/jobs/2.png")


@pytest.mark.anyio
@pytest.mark.parametrize("mode", [None, Mode.REFERENCE])
async def test_a_picture_of_a_folder_is_one_whatever_signs_are_in_its_name(mode: Mode | None) -> None:
    names = ["1.png;2.png", "1.png\n2.png"]
    sheet = replace(sheet_of("picture", *names), of_folder=True)
    folders = FakeFolders()
    for name in (*names, "1.png", "2.png"):
        path = f"{FOLDER}/{name}"
        folders.files[path] = SeenPicture(path=path, file_bytes=9, mtime_ns=1)
    planner = RowPlanner(sheet, mapping_of(sheet, []), Wishes(prompt="x", mode=mode), f"{FOLDER}/spring.csv")

    plan = await planner.plan(Looks(), folders, lambda request: usd("0.2"), lambda done, count: None, None)

    assert codes(plan) == []
    assert plan.mode is (mode or Mode.IMAGE)
    assert [row.request.picture_paths for row in plan.chosen] == [(f"{FOLDER}/{name}",) for name in names]


@pytest.mark.anyio
async def test_a_row_is_known_by_its_content_whatever_is_added_and_however_it_is_sorted() -> None:
    before = await planned(sheet_of("picture|prompt", "1.png|a", "2.png|b"))
    after = await planned(sheet_of("Client|prompt|picture", "Mia|b|2.png", "Ann|a|1.png"))

    assert [row.key for row in before.rows] == [row.key for row in after.rows][::-1]


@pytest.mark.anyio
async def test_a_key_of_the_persons_own_keeps_a_row_when_it_is_changed() -> None:
    plan = await planned(sheet_of("sku|picture|prompt", "A1|1.png|a", "A1|2.png|b", "A3|3.png|c"))

    assert [row.key for row in plan.chosen][::2] == ["A1", "A3"]
    assert codes(plan) == [(3, "sku", "key-twice")]


@pytest.mark.anyio
async def test_a_template_makes_the_prompts() -> None:
    sheet = sheet_of("picture|name|colour", "1.png|The fox|red", "2.png|The owl|")

    plan = await planned(sheet, template="{name} turns[, in {colour}]")

    assert [row.request.prompt for row in plan.chosen] == ["The fox turns, in red", "The owl turns"]


@pytest.mark.anyio
@pytest.mark.parametrize("wish", ["template", "prompt"])
async def test_a_column_that_a_prompt_needs_and_that_is_empty_is_a_problem(wish: str) -> None:
    sheet = sheet_of("picture|name|colour", "1.png|The fox|red", "2.png||blue", "3.png|The owl|")

    plan = await planned(sheet, **{wish: "{name} turns[, in {colour}]"})

    assert codes(plan) == [(3, "name", "template-empty")]
    assert [row.request.prompt for row in plan.chosen if row.request][::2] == [
        "The fox turns, in red",
        "The owl turns",
    ]


@pytest.mark.anyio
async def test_a_prompt_for_all_rows_that_names_columns_is_made_of_them_and_any_other_is_sent_as_it_is() -> (
    None
):
    sheet = sheet_of("picture|prompt|name", "1.png|its own {name}|Fox", "2.png||Owl")

    named = await planned(sheet, prompt="{Name} turns")
    plain = await planned(sheet, prompt="a {curly} brace [and another")

    assert [row.request.prompt for row in named.chosen] == ["its own {name}", "Owl turns"]
    assert [row.request.prompt for row in plain.chosen] == ["its own {name}", "a {curly} brace [and another"]
    with pytest.raises(BadInput, match="template-column"):
        await planned(sheet, prompt="{name} and {nobody}")


@pytest.mark.anyio
async def test_a_sheet_without_pictures_is_refused() -> None:
    with pytest.raises(BadInput, match="map-no-picture"):
        await planned(sheet_of("name|colour", "a|b"))
    book = replace(sheet_of("name|colour", "a|b"), sheet_name="Notes", sheet_names=("Notes", "Shots"))
    with pytest.raises(BadInput, match="map-no-picture") as refused:
        await planned(book)
    assert "“Notes”" in str(refused.value.sentence)
    assert "others: Shots" in str(refused.value.sentence)


@pytest.mark.anyio
async def test_videos_are_named_by_a_column_or_a_pattern_and_clashes_are_told_whatever_their_capitals() -> (
    None
):
    rows = "picture|video name|sku", "1.png|Fox|1", "2.png||2", "3.png|FOX|3"

    plan = await planned(sheet_of(*rows), names="item {sku}")

    assert codes(plan) == [(4, "video name", "name-twice")]
    assert [row.request.name for row in plan.rows if row.request] == ["Fox", "item 2", "FOX"]


@pytest.mark.anyio
async def test_another_name_is_no_other_row() -> None:
    one, other = [
        (await planned(sheet_of("picture|video name", f"1.png|{name}"))).rows[0].key
        for name in ("Fox", "Wolf")
    ]

    assert one == other
