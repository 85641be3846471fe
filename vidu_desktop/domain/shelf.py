"""The shelf: characters and products that stay the same from video to video, each with pictures and a line of
text. Their documents lie in the library, beside the pictures, which are named by their hash.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vidu_desktop.domain.json_reading import Fields, damaged
from vidu_desktop.domain.pictures import PreparedPicture
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence

SHELF_SCHEMA = "vidu-desktop/shelf"
SHELF_NAME_MOST_CHARS = 40
SHELF_WORDS_MOST_CHARS = 200
SHELF_PICTURES_MOST = 3
"""As many as one video takes."""
MEDIA_TYPES = ("image/png", "image/jpeg", "image/webp")
_SIDE_MOST_PX = 1_000_000
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfItem:
    """`words` describe the item in a prompt, such as `a red fox with a torn ear`; they may be empty. An item
    has one to three pictures, each as it is sent.
    """

    name: str
    words: str = ""
    pictures: tuple[PreparedPicture, ...] = ()

    @property
    def key(self) -> str:
        """The name without letter case: no two items share it."""
        return self.name.casefold()


def tidy_words(text: str) -> str:
    """Return a text on one line, with composed accents, without characters that can't be seen or sent."""
    plain = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs", "Cf", "Zl", "Zp") else char for char in text
    )
    return " ".join(unicodedata.normalize("NFC", plain).split())


def bare_name(text: str) -> str:
    """Return a name as somebody writes it, without the `@` that begins it in prompts and lists."""
    return tidy_words(text).lstrip("@\uff20").strip()


def shelf_name(text: str) -> str:
    """Return a name as the shelf stores it. Raises BadInput for an empty or too long name, and for one with
    an `@`.
    """
    name = bare_name(text)
    if not name:
        raise BadInput("shelf-no-name", Sentence(_NO_NAME))
    if len(name) > SHELF_NAME_MOST_CHARS:
        raise BadInput("shelf-long-name", Sentence(_LONG_NAME, {"most": SHELF_NAME_MOST_CHARS}))
    if "@" in name or "\uff20" in name:
        raise BadInput("shelf-name-at", Sentence(_AT_IN_NAME, {"name": name}))
    return name


def check_counts(words: str, pictures: int) -> None:
    """Raise BadInput for no picture, for more pictures than a video takes, and for a text that leaves no room
    for a prompt.
    """
    if not pictures:
        raise BadInput("shelf-no-picture", Sentence(_NO_PICTURE))
    if pictures > SHELF_PICTURES_MOST:
        values = {"most": SHELF_PICTURES_MOST, "count": pictures}
        raise BadInput("shelf-many-pictures", Sentence(_MANY, values))
    if len(tidy_words(words)) > SHELF_WORDS_MOST_CHARS:
        raise BadInput("shelf-many-words", Sentence(_LONG_WORDS, {"most": SHELF_WORDS_MOST_CHARS}))


def shelf_item(name: str, words: str, pictures: Iterable[PreparedPicture]) -> ShelfItem:
    """Return a shelf item; a picture given twice is kept once. Raises BadInput."""
    different = tuple({picture.sha256: picture for picture in pictures}.values())
    check_counts(words, len(different))
    return ShelfItem(name=shelf_name(name), words=tidy_words(words), pictures=different)


def item_to_document(item: ShelfItem) -> dict[str, object]:
    """Return an item as JSON values, with its pictures by their hash."""
    return {
        "name": item.name,
        "words": item.words,
        "pictures": [
            {name: getattr(picture, name) for name in PreparedPicture.__slots__} for picture in item.pictures
        ],
    }


def item_from_document(fields: Fields) -> ShelfItem:
    """Read what `item_to_document` wrote. Raises BadInput."""
    pictures = [_picture(picture) for picture in fields.parts("pictures")]
    return shelf_item(fields.text("name"), fields.text_or_none("words") or "", pictures)


def _picture(fields: Fields) -> PreparedPicture:
    sha256, media_type = fields.text("sha256"), fields.text("media_type")
    if not _SHA256.fullmatch(sha256):  # in a stranger's document it could be a path
        raise damaged("sha256")
    if media_type not in MEDIA_TYPES:
        raise damaged("media_type")
    return PreparedPicture(
        sha256=sha256,
        media_type=media_type,
        width_px=fields.whole("width_px", 1, _SIDE_MOST_PX),
        height_px=fields.whole("height_px", 1, _SIDE_MOST_PX),
        image_bytes=fields.whole("image_bytes", 1),
    )


def with_free_name(item: ShelfItem, taken: Iterable[str]) -> ShelfItem:
    """Return the item with a number behind its name if that is taken (`Fox 2`), so that no item is
    overwritten.
    """
    names = {name.casefold() for name in taken}
    name, number = item.name, 1
    while name.casefold() in names:
        number += 1
        ending = f" {number}"
        name = item.name[: SHELF_NAME_MOST_CHARS - len(ending)].rstrip() + ending
    return replace(item, name=name)


_NO_NAME = QT_TRANSLATE_NOOP("shelf", "Give it a name first: a prompt calls it by that.")
_LONG_NAME = QT_TRANSLATE_NOOP(
    "shelf", "A name on the shelf has at most {most} characters. Choose a shorter one."
)
_AT_IN_NAME = QT_TRANSLATE_NOOP(
    "shelf", "“{name}” has an @ in it, with which a name begins in a prompt. Leave it out."
)
_NO_PICTURE = QT_TRANSLATE_NOOP("shelf", "Add a picture: nobody knows it without one.")
_MANY = QT_TRANSLATE_NOOP(
    "shelf", "These are {count} pictures; a video takes {most}. Leave those out that show the least."
)
_LONG_WORDS = QT_TRANSLATE_NOOP(
    "shelf",
    "The line is too long: it has at most {most} characters, so that the prompt has room for the rest.",
)
