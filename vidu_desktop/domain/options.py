"""The options of a video, by name: the closed set of options, and which values a model takes.

Everything that deals with options is a loop over the `OptionSpec`s of the catalogue: the checks, the wire
body, the rehearsal that reads it, the command line, the option row, details, filters, record and recipe.
Facts about an option that hold for every model (its name on the wire, in older documents, on the command
line) are in KINDS.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from vidu_desktop.domain.modes import FrameSize, parse_ratio
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.domain.typed_numbers import typed_whole

OptionValue = str | int | bool
"""A JSON value; a frame size is the text `1280x720`."""
Options = Mapping[str, OptionValue]
"""Values by OptionKey. Documents of a newer version may hold names unknown to this one; they are kept."""


class OptionKey(StrEnum):
    """The names of the options, as in documents and on the command line."""

    DURATION = "duration"
    """Seconds."""
    SIZE = "size"
    QUALITY = "quality"
    FPS = "fps"
    """Frames a second."""
    MOVEMENT = "movement"
    """How much moves in the picture."""
    ASPECT_RATIO = "aspect_ratio"
    AUDIO = "audio"
    """Whether the service adds background music."""


class Movement(StrEnum):
    """How much moves in the picture. The values are the service's."""

    AUTO = "auto"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionKind:
    """The facts about an option that hold for every model. `type` is the type of its values; `form` raises
    ValueError for a text that can't be one. `older_name` is the field that held the option in documents until
    2026-11, before options were stored by name; None for newer options. `lengthens` says that larger values
    take the service longer. `per_gap` says that the gaps of a chain may differ in it; the shape of the videos
    may not. `filtered` offers it as a filter in the library, where saved searches call it `older_filter`.
    `metavar` and `meaning` are for the command line. `column_names` are names of sheet columns for it in
    English, Chinese and Japanese, parted by blanks, and `value_names` are names of its values in cells of a sheet, those
    that the window shows among them.
    """

    wire_name: str
    type: type[str] | type[int] | type[bool]
    form: Callable[[str], object] = str
    metavar: str = "NAME"
    meaning: str = ""
    older_name: str | None = None
    lengthens: bool = False
    per_gap: bool = False
    filtered: bool = False
    older_filter: str | None = None
    column_names: str = ""
    value_names: Mapping[OptionValue, str] = field(default_factory=dict)


_FLAGS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
KINDS: Mapping[OptionKey, OptionKind] = {
    OptionKey.DURATION: OptionKind(
        wire_name="duration",
        type=int,
        metavar="S",
        meaning="seconds",
        older_name="duration_s",
        lengthens=True,
        column_names="duration seconds length duration_s 时长 秒数 長さ 尺 秒",
    ),
    OptionKey.SIZE: OptionKind(
        wire_name="size",
        type=str,
        form=FrameSize.parse,
        metavar="WxH",
        older_name="size",
        lengthens=True,
        column_names="size resolution 尺寸 分辨率 サイズ 解像度",
    ),
    OptionKey.QUALITY: OptionKind(
        wire_name="quality",
        type=str,
        metavar="HOW",
        lengthens=True,
        filtered=True,
        column_names="quality 质量 画質 品質",
        value_names={
            "speed": "quick fast 快 快速 速度 速度优先 速度優先 高速",
            "quality": "best high 高 质量 高质量 质量优先 品質 高品質 品質優先",
        },
    ),
    OptionKey.FPS: OptionKind(
        wire_name="fps",
        type=int,
        metavar="N",
        meaning="frames a second",
        lengthens=True,
        filtered=True,
        column_names="fps frame_rate frames_per_second 帧率 フレームレート",
    ),
    OptionKey.MOVEMENT: OptionKind(
        wire_name="movement_amplitude",
        type=str,
        metavar="HOW",
        older_name="movement",
        per_gap=True,
        filtered=True,
        older_filter="movements",
        column_names="movement motion movement_amplitude camera_movement 运动 运动幅度 动作幅度 幅度 動き 動きの大きさ",
        value_names={
            Movement.AUTO: "自动 自動 オート",
            Movement.SMALL: "小 较小 小さい 小さめ",
            Movement.MEDIUM: "中 中等 中くらい",
            Movement.LARGE: "大 较大 大きい 大きめ",
        },
    ),
    OptionKey.ASPECT_RATIO: OptionKind(
        wire_name="aspect_ratio",
        type=str,
        form=parse_ratio,
        metavar="W:H",
        older_name="aspect_ratio",
        column_names="aspect_ratio ratio aspect 宽高比 比例 画面比例 アスペクト比 縦横比",
    ),
    OptionKey.AUDIO: OptionKind(
        wire_name="with_audio",
        type=bool,
        meaning="with background music",
        older_name="with_audio",
        column_names="audio music with_audio sound 音乐 背景音乐 配乐 音楽 bgm",
        value_names={
            True: "1 y ✓ ✔ ○ 是 有 开 はい あり オン",
            False: "0 n - × 否 无 無 关 いいえ なし オフ",
        },
    ),
}


def option_name(key: str) -> str:
    """Return the name of an option within a sentence."""
    return _NAMES[OptionKey(key)] if key in _NAMES else key.replace("_", " ")


_NAMES = {
    OptionKey.DURATION: QT_TRANSLATE_NOOP("options", "duration"),
    OptionKey.SIZE: QT_TRANSLATE_NOOP("options", "size"),
    OptionKey.QUALITY: QT_TRANSLATE_NOOP("options", "quality"),
    OptionKey.FPS: QT_TRANSLATE_NOOP("options", "fps"),
    OptionKey.MOVEMENT: QT_TRANSLATE_NOOP("options", "movement"),
    OptionKey.ASPECT_RATIO: QT_TRANSLATE_NOOP("options", "aspect ratio"),
    OptionKey.AUDIO: QT_TRANSLATE_NOOP("options", "music"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionSpec:
    """One option of a model. `values` are the legal ones, the default first."""

    key: OptionKey
    values: tuple[OptionValue, ...]

    @property
    def kind(self) -> OptionKind:
        """The facts that hold for every model."""
        return KINDS[self.key]

    @property
    def default(self) -> OptionValue:
        """The value when the person chose none."""
        return self.values[0]

    def takes(self, value: object) -> bool:
        """Whether a value is legal. True and 1 are different here, although Python calls them equal."""
        return any(
            value == legal and isinstance(value, bool) is isinstance(legal, bool) for legal in self.values
        )


def read_value(key: OptionKey, text: str) -> OptionValue:
    """Return the value that a text means. Raises ValueError for a text that can't be a value of this option."""
    kind = KINDS[key]
    if kind.type is int:
        number = typed_whole(text)
        if number is None:
            raise ValueError(f"not a whole number: {text[:40]!r}")
        return number
    if kind.type is bool:
        if text not in _FLAGS:
            raise ValueError(f"neither yes nor no: {text[:40]!r}")
        return _FLAGS[text]
    kind.form(text)
    return text


def is_value(key: OptionKey, value: object) -> bool:
    """Whether a value from a document is a possible value of this option, for any model."""
    kind = KINDS[key]
    if kind.type is bool or isinstance(value, bool):
        return kind.type is bool and isinstance(value, bool)
    if not isinstance(value, kind.type):
        return False
    try:
        kind.form(str(value))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1024, typed=True)
def may_be_option(name: str, value: OptionValue) -> bool:
    """Whether a document may hold this value under this name. Under a name that only a newer version knows,
    anything may stand. Cached: thousands of jobs hold the same few values.
    """
    return name not in KINDS or is_value(OptionKey(name), value)


NOT_OFFERED = QT_TRANSLATE_NOOP("rules", "{model} doesn't offer {option} {value}. Choose one of: {allowed}.")
NO_SUCH_OPTION = QT_TRANSLATE_NOOP("rules", "{model} has no option {option}. Leave it out.")

JUDGED_BY = OptionKey.MOVEMENT
"""The option by which the money page groups cost per kept video: it has the largest influence on whether a
take is good.
"""
