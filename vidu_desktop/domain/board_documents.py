"""A board as JSON, and back."""

from vidu_desktop.domain.batch import TAKES_MOST
from vidu_desktop.domain.board import STILLS_MOST, Board, BoardStill, StillContent
from vidu_desktop.domain.film import FADE_MOST, SPEED_LEAST, SPEED_MOST, TRIM_MOST
from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.recipes import Document, checked_document, options_from

SCHEMA = "vidu-desktop/board"
VERSION = 1


def board_to_document(board: Board) -> Document:
    """Return the board as JSON has it."""
    document: Document = {
        "schema": SCHEMA,
        "version": VERSION,
        "name": board.name,
        "chain": board.chain,
        "loop": board.loop,
        "prompt": board.prompt,
        "takes": board.takes,
        "model": board.model,
        "options": dict(board.options),
        "stills": [_still(still) for still in board.stills],
    }
    if board.sound_path:
        document["sound_path"] = board.sound_path
    if board.sound_content is not None:
        document["sound"] = _content(board.sound_content)
    return document


def board_from_document(document: object) -> Board:
    """Read what `board_to_document` wrote. Raises BadInput, also for a document of a newer version."""
    fields = checked_document(document, SCHEMA)
    stills = fields.parts("stills")
    if len(stills) > STILLS_MOST:
        raise damaged("stills")
    return Board(
        name=fields.text("name"),
        chain=fields.text("chain"),
        loop=fields.flag("loop"),
        prompt=fields.text("prompt"),
        takes=fields.clamped("takes", 1, TAKES_MOST),
        model=fields.text("model"),
        options=options_from(fields),
        stills=tuple(map(_still_back, stills)),
        sound_path=fields.path("sound_path") if fields.has("sound_path") else "",
        sound_content=_content_back(fields.part("sound")) if fields.has("sound") else None,
    )


def _still(still: BoardStill) -> Document:
    document: Document = {"path": still.path, "shot": still.shot}
    if still.content is not None:
        document |= _content(still.content)
    wanted = {
        "prompt": still.prompt,
        "options": dict(still.options) or None,
        "takes": still.takes,
        "cut": still.cut or None,
        "fade": still.fade or None,
        "skip_first": still.skip_first or None,
        "skip_last": still.skip_last or None,
        "speed": still.speed if still.speed != 1.0 else None,
    }
    return document | {name: value for name, value in wanted.items() if value is not None}


def _still_back(fields: Fields) -> BoardStill:
    return BoardStill(
        path=fields.path("path"),
        shot=fields.text("shot"),
        content=_content_back(fields) if fields.has("sha256") else None,
        prompt=fields.text_or_none("prompt"),
        options=options_from(fields) if fields.has("options") else {},
        takes=fields.clamped("takes", 1, TAKES_MOST) if fields.has("takes") else None,
        cut=fields.flag("cut") if fields.has("cut") else False,
        fade=fields.clamped("fade", 0, FADE_MOST) if fields.has("fade") else 0,
        skip_first=fields.clamped("skip_first", 0, TRIM_MOST) if fields.has("skip_first") else 0,
        skip_last=fields.clamped("skip_last", 0, TRIM_MOST) if fields.has("skip_last") else 0,
        speed=min(max(fields.number("speed"), SPEED_LEAST), SPEED_MOST) if fields.has("speed") else 1.0,
    )


def _content(content: StillContent) -> Document:
    return {"sha256": content.sha256, "file_bytes": content.file_bytes, "mtime_ns": content.mtime_ns}


def _content_back(fields: Fields) -> StillContent:
    content = StillContent(
        sha256=fields.name("sha256"),
        file_bytes=fields.whole("file_bytes", least=0),
        mtime_ns=fields.whole("mtime_ns"),
    )
    if not content.sha256.isalnum():
        raise damaged("sha256")
    return content
