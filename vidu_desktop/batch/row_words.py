"""Why a row, or a sheet, can't be bought as it is: the sentences, by code."""

from vidu_desktop.domain.picture_search import Missed
from vidu_desktop.domain.request import PROMPT_CONTROLS
from vidu_desktop.domain.sheet import CellTrouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP

WORDS: dict[str, str] = {
    "map-no-picture": QT_TRANSLATE_NOOP(
        "batch", "No column is known to name the pictures. Say which one does: COLUMN=picture."
    ),
    CellTrouble.ERROR: QT_TRANSLATE_NOOP(
        "batch", "This cell holds a formula's error. Mend the formula, or write what is meant."
    ),
    CellTrouble.UNCALCULATED: QT_TRANSLATE_NOOP(
        "batch",
        "This cell holds a formula that was never calculated. Open the sheet in your spreadsheet program and save it.",
    ),
    CellTrouble.MERGED: QT_TRANSLATE_NOOP(
        "batch",
        "This cell is merged with the one above, whose text it doesn't have. Part them and fill it in.",
    ),
    CellTrouble.CONTROLS: QT_TRANSLATE_NOOP(
        "batch", "This cell holds control characters, which can't be seen. Type its text anew."
    ),
    Missed.NOT_FOUND: QT_TRANSLATE_NOOP(
        "batch", "There is no picture “{cell}” beside the sheet or in the folders that you chose."
    ),
    Missed.SEVERAL: QT_TRANSLATE_NOOP(
        "batch", "Several files could be “{cell}”: {files}. Write the folder into the cell, too."
    ),
    Missed.ELSEWHERE: QT_TRANSLATE_NOOP(
        "batch", "“{cell}” lies on another computer. Copy the picture here and name it by its file."
    ),
    "row-total": QT_TRANSLATE_NOOP(
        "batch", "This line looks like the sheet's own total. Leave it out, or give it a picture."
    ),
    "takes-value": QT_TRANSLATE_NOOP("batch", "“{value}” is no number of takes from 0 to 99."),
    "model-value": QT_TRANSLATE_NOOP(
        "batch", "There is no model “{model}” for {mode}. Choose one of: {allowed}."
    ),
    "prompt-missing": QT_TRANSLATE_NOOP(
        "batch", "This row has no prompt. Write one, give one for all such rows, or say that none is meant."
    ),
    "template-empty": QT_TRANSLATE_NOOP(
        "batch",
        "“{column}” is empty here, and the prompt needs it. Fill it in, or put what may go into square brackets.",
    ),
    "key-twice": QT_TRANSLATE_NOOP("batch", "Line {other} has the same key. Each row needs one of its own."),
    "name-twice": QT_TRANSLATE_NOOP(
        "batch",
        "Line {other} has the same name “{name}” for its video, or one that differs in capitals only. Give each its own.",
    ),
    "row-twin": QT_TRANSLATE_NOOP(
        "batch",
        "Line {other} asks for the same, and both would be paid. Leave one out, or ask for two takes of one.",
    ),
    "row-same": QT_TRANSLATE_NOOP(
        "batch",
        "Line {other} asks for the same video, and each would be paid. Leave one out, or say that each is to be made.",
    ),
    "have-already": QT_TRANSLATE_NOOP(
        "batch",
        "You have this video since {day}: the batch “{batch}” made it of the same pictures, prompt and settings. Leave it "
        "out, or say that it is to be another take.",
    ),
    "have-by-hand": QT_TRANSLATE_NOOP(
        "batch",
        "You have this video since {day}: it was ordered by hand with the same pictures, prompt and settings. Leave it out, "
        "or say that it is to be another take.",
    ),
    "hidden-rows": QT_TRANSLATE_NOOP(
        "batch",
        "Hidden rows: {count}; rows that can be seen: {shown}, {price}. With the hidden ones it is {both}. Say whether they are "
        "left or taken.",
    ),
    "guess-encoding": QT_TRANSLATE_NOOP(
        "batch",
        "That the sheet is written in {value} is a guess. If its texts look right, say {flag} {value}.",
    ),
    "guess-separator": QT_TRANSLATE_NOOP(
        "batch", "That a {value} stands between the columns is a guess. If it is right, say {flag} {value}."
    ),
    "guess-header_line": QT_TRANSLATE_NOOP(
        "batch",
        "That the columns' names stand in line {value} is a guess. If it is right, say {flag} {value}.",
    ),
    "guess-sheet": QT_TRANSLATE_NOOP(
        "batch", "The workbook has several tables, and “{value}” is only the first. Say {flag} NAME."
    ),
    "guess-pairs": QT_TRANSLATE_NOOP(
        "batch",
        "That pictures belong together by {value} is a guess. If the pairs look right, say {flag} {value}.",
    ),
    "guess-column": QT_TRANSLATE_NOOP(
        "batch", "That “{name}” is the {field} is a guess by what stands in it. Say it: COLUMN=FIELD."
    ),
}
NO_PICTURE_HERE = QT_TRANSLATE_NOOP(
    "batch",
    "In the table “{table}” no column is known to name the pictures. The workbook has others: {others}. Choose another table "
    "(--sheet), or say which column does: COLUMN=picture.",
)
SAME_BEFORE = QT_TRANSLATE_NOOP(
    "batch",
    "This batch has ordered the same video for another row, and it would be paid once more. Leave this one out, or say that "
    "each is to be made.",
)
GROUP_WORDS: dict[str, str] = {
    Missed.NOT_FOUND: QT_TRANSLATE_NOOP("batch", "Pictures not found"),
    Missed.SEVERAL: QT_TRANSLATE_NOOP("batch", "Pictures that could be several files"),
    Missed.ELSEWHERE: QT_TRANSLATE_NOOP("batch", "Pictures on other computers"),
    CellTrouble.ERROR: QT_TRANSLATE_NOOP("batch", "Errors of formulas"),
    CellTrouble.UNCALCULATED: QT_TRANSLATE_NOOP("batch", "Formulas without a value"),
    CellTrouble.MERGED: QT_TRANSLATE_NOOP("batch", "Merged cells"),
    CellTrouble.CONTROLS: QT_TRANSLATE_NOOP("batch", "Control characters"),
    "row-total": QT_TRANSLATE_NOOP("batch", "The sheet's own totals"),
    "takes-value": QT_TRANSLATE_NOOP("batch", "Takes that are no number"),
    "model-value": QT_TRANSLATE_NOOP("batch", "Models that aren't there"),
    "prompt-missing": QT_TRANSLATE_NOOP("batch", "Without a prompt"),
    "template-empty": QT_TRANSLATE_NOOP("batch", "Columns that the prompt needs and that are empty"),
    "prompt-too-long": QT_TRANSLATE_NOOP("batch", "Prompts too long"),
    PROMPT_CONTROLS: QT_TRANSLATE_NOOP("batch", "Control characters"),
    "key-twice": QT_TRANSLATE_NOOP("batch", "Keys that are there twice"),
    "row-twin": QT_TRANSLATE_NOOP("batch", "Twins"),
    "row-same": QT_TRANSLATE_NOOP("batch", "The same video in several lines"),
    "name-twice": QT_TRANSLATE_NOOP("batch", "Names of videos that are there twice"),
    "have-already": QT_TRANSLATE_NOOP("batch", "Videos that you have already"),
    "option-value": QT_TRANSLATE_NOOP("batch", "Settings that aren't offered"),
    "option-unknown": QT_TRANSLATE_NOOP("batch", "Settings that the model hasn't"),
    "pictures-missing": QT_TRANSLATE_NOOP("batch", "Too few pictures"),
    "pictures-too-many": QT_TRANSLATE_NOOP("batch", "Too many pictures"),
    "picture-ratio": QT_TRANSLATE_NOOP("batch", "Pictures of an odd shape"),
    "picture-too-small": QT_TRANSLATE_NOOP("batch", "Pictures too small"),
    "pair-mismatch": QT_TRANSLATE_NOOP("batch", "Pairs that don't match"),
    "picture-damaged": QT_TRANSLATE_NOOP("batch", "Damaged pictures"),
}
"""The heading for all rows with one problem, by code."""
