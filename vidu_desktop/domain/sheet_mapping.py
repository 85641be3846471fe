"""What each column of a sheet is used for: as the person said, or guessed from its name and its content."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vidu_desktop.domain.options import KINDS, OptionKey
from vidu_desktop.domain.pictures import PICTURE_SUFFIXES
from vidu_desktop.domain.sheet import Sheet, clean_header
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence, Value


class Field(StrEnum):
    """Uses of a column besides the options of the catalogue, which are fields under their own names."""

    PICTURE = "picture"
    """The first frame, or a picture of a subject; several columns are several pictures."""
    END_PICTURE = "end_picture"
    PROMPT = "prompt"
    KEY = "key"
    """The key by which the person knows a row; it stays the same when the row is changed."""
    TAKES = "takes"
    MODEL = "model"
    PROJECT = "project"
    SHOT = "shot"
    NAME = "name"
    """How the file name of the row's video begins; not part of the row's identity."""
    BATCH = "batch"
    """In a result sheet: the batch it came from."""
    ROW = "row"
    """In a result sheet: the row's key in its batch."""
    STATE = "state"
    """In a result sheet: what became of the row."""


FIELDS: tuple[str, ...] = (*Field, *OptionKey)
_NAMING = frozenset({Field.KEY, Field.NAME, Field.PROJECT, Field.SHOT})
"""What a video is called and where it belongs: a column may be for that and for one thing more."""
RESULT_FIELDS = frozenset({Field.BATCH, Field.ROW, Field.STATE})
LEFT_OUT = "left out"
"""The state of a row that wasn't meant to become a video."""
CHOSEN_FIELDS: tuple[str, ...] = tuple(field for field in FIELDS if field not in RESULT_FIELDS)
"""The fields that a person may name."""
RESULT_PREFIX = "Vidu "
"""How the names of the columns begin that a result sheet adds; they are recognised when the sheet is read
again.
"""

_NAMES: Mapping[str, str] = {
    Field.PICTURE: "picture image img photo still first_frame start_frame start_picture start_image first_image "
    "image_1 picture_1 file filename file_name image_file image_path picture_file 图片 图像 图 首帧 首图 照片 文件名 "
    "画像 写真 開始フレーム 先頭フレーム 始点画像 ファイル名 画像ファイル",
    Field.END_PICTURE: "end_picture end_image end_frame last_frame last_picture last_image tail_frame tail_image 尾帧 末帧 "
    "结束帧 尾图 終了フレーム 最終フレーム 末尾フレーム 終点画像",
    Field.PROMPT: "prompt text description motion_prompt caption 提示词 提示語 提示词文本 描述 文案 プロンプト 説明 指示 文章",
    Field.KEY: "key id sku code number no item_number part_number article 标识 编号 货号 编码 序号 商品番号 品番 番号 管理番号 識別子 キー",
    Field.TAKES: "takes versions variants copies 条数 数量 版本数 份数 テイク テイク数 本数",
    Field.MODEL: "model 模型 モデル",
    Field.PROJECT: "project campaign collection 项目 專案 プロジェクト 案件",
    Field.NAME: "video_name clip_name output output_name output_file 视频名 视频文件名 输出名 動画名 出力名 出力ファイル名",
    Field.SHOT: "shot scene 镜头 分镜 场景 カット ショット シーン",
}
_OPTION_NAMES: dict[str, str] = {key: kind.column_names for key, kind in KINDS.items()}
_FIELD_OF_NAME = {
    name: field for field, names in {**_NAMES, **_OPTION_NAMES}.items() for name in names.split()
}
_NUMBER = re.compile(r"[\s_]?\d{1,2}$")
_LOOKED_AT = 200
_WORDY_CHARS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """The use of one column. `sure` is false where only its content suggests it: such a guess is shown before
    money depends on it.
    """

    column: int
    field: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    column: int
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMapping:
    """Which columns are used for what. All other columns are the person's own and kept as they are."""

    columns: tuple[Mapped, ...] = ()

    def all_of(self, field: str) -> list[int]:
        """Return the columns of a field, from left to right."""
        return sorted(one.column for one in self.columns if one.field == field)

    def one_of(self, field: str) -> int | None:
        """Return the column of a field; None when there is none."""
        return next(iter(self.all_of(field)), None)

    @property
    def unsure(self) -> list[Mapped]:
        """The uses that only the content suggests."""
        return [one for one in self.columns if not one.sure]


def read_choice(text: str) -> tuple[str, str]:
    """Read `COLUMN=FIELD`; an empty field leaves the column alone. Raises BadInput."""
    column, equals, field = text.rpartition("=")
    field = field.strip().casefold().replace("-", "_")
    if not equals or not column.strip():
        raise BadInput("map-form", Sentence(_FORM, {"text": text}))
    if field and field not in CHOSEN_FIELDS:
        values: dict[str, Value] = {"field": field, "fields": tuple(CHOSEN_FIELDS)}
        raise BadInput("map-field", Sentence(_NO_SUCH_FIELD, values))
    return clean_header(column), field


def mapping_of(sheet: Sheet, choices: Sequence[tuple[str, str]] = ()) -> SheetMapping:
    """Return the uses in `choices` (column, field), and guesses for the other columns. Raises BadInput for a
    column that doesn't exist or has several uses, and for two columns with a field that only one can have.
    """
    chosen = [(_column_named(sheet, column), field) for column, field in choices]
    _check_columns_said_once(sheet, chosen)
    said = {column for column, _field in chosen}
    mapped = [Mapped(column=column, field=field) for column, field in chosen if field]
    fields_said = {one.field for one in mapped}
    by_name = [
        _Named(name, column, field)
        for column, name in enumerate(sheet.columns)
        if column not in said and (field := field_of_name(name)) and field not in fields_said
    ]
    mapped += _one_each(by_name)
    mapped += _by_content(sheet, mapped, said)
    counts = defaultdict(list)
    for one in mapped:
        counts[one.field].append(sheet.columns[one.column])
    for field, names in counts.items():
        if len(names) > 1 and field != Field.PICTURE:
            values: dict[str, Value] = {"field": field, "columns": tuple(names)}
            raise BadInput("map-twice", Sentence(_TWICE, values))
    return SheetMapping(columns=tuple(sorted(mapped, key=lambda one: one.column)))


def _check_columns_said_once(sheet: Sheet, chosen: Sequence[tuple[int, str]]) -> None:
    """Raise BadInput for a column that is said to be for several things, unless all but one only name the row's video."""
    fields_of = defaultdict[int, list[str]](list)
    for column, field in chosen:
        fields_of[column].append(field)
    for column, fields in fields_of.items():
        made_of = [field for field in fields if field not in _NAMING]
        if len(made_of) > 1 or len(set(fields)) < len(fields) or ("" in fields and len(fields) > 1):
            said = tuple(f"{sheet.columns[column]}={field}" for field in fields)
            raise BadInput(
                "map-column-twice", Sentence(_SEVERAL, {"column": sheet.columns[column], "said": said})
            )


def field_of_name(header: str) -> str | None:
    """Return the use of a column with this name; None for a column of the person's own."""
    if header.startswith(RESULT_PREFIX):
        name = header.removeprefix(RESULT_PREFIX).casefold()
        return next((field for field in RESULT_FIELDS if field == name), None)
    plain = re.sub(r"[\s\-_/.:]+", "_", unicodedata.normalize("NFKC", header).casefold()).strip("_@#*")
    if _FIELD_OF_NAME.get(_NUMBER.sub("", plain)) == Field.PICTURE:
        return Field.PICTURE
    return _FIELD_OF_NAME.get(plain) or (plain if plain in CHOSEN_FIELDS else None)


def looks_like_picture(text: str) -> bool:
    """Whether a cell may name a picture file."""
    return text.strip().strip("\"'").casefold().endswith(PICTURE_SUFFIXES)


def _one_each(named: Sequence[_Named]) -> list[Mapped]:
    """Keep one column for each field. Of several whose names fit (`prompt` and `description`), the first is
    used; numbered picture columns stay together.
    """
    taken: dict[object, Mapped] = {}
    numbered = {one.column for one in named if one.field == Field.PICTURE and _NUMBER.search(one.name)}
    for one in named:
        unlike = (one.field, one.column) if one.column in numbered else one.field
        if not (one.field == Field.PICTURE and numbered) or one.column in numbered:
            taken.setdefault(unlike, Mapped(column=one.column, field=one.field))
    return list(taken.values())


def _by_content(sheet: Sheet, mapped: Sequence[Mapped], said: set[int]) -> list[Mapped]:
    """Guess from the cells which other columns hold pictures and the prompt. `said` are the columns that the person has
    chosen a use for.
    """
    fields = {one.field for one in mapped}
    used = said | {one.column for one in mapped}
    free = [
        column
        for column, name in enumerate(sheet.columns)
        if column not in used and not name.startswith(RESULT_PREFIX)
    ]
    texts = {column: _first_texts(sheet, column) for column in free}
    pictures = [column for column in free if _mostly(map(looks_like_picture, texts[column]))]
    found: list[Mapped] = []
    if Field.PICTURE not in fields and pictures:
        # A cell that ends like a picture file is one; which of two columns is the first frame is a guess.
        found.append(Mapped(column=pictures[0], field=Field.PICTURE, sure=len(pictures) == 1))
    if Field.END_PICTURE not in fields:
        found += _end_by_content(sheet, [*mapped, *found], pictures, free)
    wordy = [column for column in free if column not in pictures and _mostly(map(_is_wordy, texts[column]))]
    if Field.PROMPT not in fields and len(wordy) == 1:
        found.append(Mapped(column=wordy[0], field=Field.PROMPT, sure=False))
    return found


def _first_texts(sheet: Sheet, column: int) -> list[str]:
    return [row.cells[column] for row in sheet.rows[:_LOOKED_AT] if row.cells[column].strip()]


def _is_wordy(text: str) -> bool:
    return len(text) >= _WORDY_CHARS or not text.isascii()


def _end_by_content(
    sheet: Sheet, mapped: Sequence[Mapped], pictures: Sequence[int], free: Sequence[int]
) -> list[Mapped]:
    """Guess that the only other column of pictures holds the end pictures: without that, a pair would be
    bought as a video of its first half.
    """
    firsts = [one.column for one in mapped if one.field == Field.PICTURE]
    if len(firsts) != 1:
        return []
    others = [column for column in pictures if column not in firsts]
    partner = _PARTNERS.get(sheet.columns[firsts[0]].strip().casefold())
    named = [column for column in free if sheet.columns[column].strip().casefold() == partner]
    ends = others or named
    return [Mapped(column=ends[0], field=Field.END_PICTURE, sure=False)] if len(ends) == 1 else []


_PARTNERS = {"start": "end", "begin": "end", "first": "last", "from": "to", "before": "after"}
"""Names that mean a pair only when both are there."""


def _mostly(hits: Iterable[bool]) -> bool:
    counted = list(hits)
    return bool(counted) and sum(counted) * 5 >= len(counted) * 4


def _column_named(sheet: Sheet, wanted: str) -> int:
    for column, name in enumerate(sheet.columns):
        if name.casefold() == wanted.casefold():
            return column
    values: dict[str, Value] = {"column": wanted, "columns": tuple(sheet.columns)}
    raise BadInput("map-column", Sentence(_NO_SUCH_COLUMN, values))


_FORM = QT_TRANSLATE_NOOP("batch", "“{text}” doesn't say what a column is for. Write it as COLUMN=FIELD.")
_NO_SUCH_FIELD = QT_TRANSLATE_NOOP(
    "batch", "There is no field “{field}” that a column could be for. Choose one of: {fields}."
)
_NO_SUCH_COLUMN = QT_TRANSLATE_NOOP("batch", "There is no column “{column}”. There is: {columns}.")
_TWICE = QT_TRANSLATE_NOOP("batch", "Only one column can be the {field}, and these are named so: {columns}.")
_SEVERAL = QT_TRANSLATE_NOOP(
    "batch",
    "What the column “{column}” is for is said more than once: {said}. Say it once. Nothing was sent.",
)
