"""What a dialog shows of a chain board: the words of its cards, and what may be made of it."""

import os
from collections.abc import Mapping
from dataclasses import replace

from vidu_desktop.batch.board_stand import BoardStand, GapStand, Press, StillStand
from vidu_desktop.batch.bought_before import in_words
from vidu_desktop.batch.chain_states import GapState
from vidu_desktop.controllers.board_state_words import COUNTED, STATES
from vidu_desktop.controllers.still_fixes import matches_start, remedies_of
from vidu_desktop.domain.board import BoardStill
from vidu_desktop.domain.counting import counted
from vidu_desktop.domain.frames import USUAL_FPS
from vidu_desktop.domain.framing import softness
from vidu_desktop.domain.options import OptionKey, Options
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import Problem, Remedy
from vidu_desktop.domain.seams import Jump, SeamLook
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.errors import BadInput, Sentence
from vidu_desktop.ui.models.board_cards import Card, CardTone, GapCard, StillCard
from vidu_desktop.ui.models.board_offer import BoardOffer
from vidu_desktop.ui.models.part_words import part_words
from vidu_desktop.ui.models.seam_words import seam_words
from vidu_desktop.ui.text import say, say_elapsed, say_money


def cards_of(stand: BoardStand, jumps: Mapping[int, SeamLook] | None = None) -> list[Card]:
    """Return the cards of a board: each still, followed by the gap that begins with it. `jumps` has, by the index of that
    still, what is known of gaps whose video jumps against the one before.
    """
    gaps = {one.start: one for one in stand.gaps}
    tell = _Telling()
    cards: list[Card] = []
    for index, (still, found) in enumerate(zip(stand.board.stills, stand.stills, strict=True)):
        cards.append(_still_card(index, still, found))
        if index in gaps:
            card = _gap_card(stand, gaps[index], tell)
            look = None if jumps is None else jumps.get(index)
            cards.append(card if look is None else _with_jump(card, look))
    return cards


def _still_card(index: int, still: BoardStill, found: StillStand) -> StillCard:
    name = os.path.basename(still.path)  # noqa: PTH119 - the path stays a str
    wrong = size = ""
    if isinstance(found.looked, PictureFacts):
        size = f"{found.looked.width_px} × {found.looked.height_px}"
    if not found.path:
        wrong = say(Sentence(_STILL_MISSING, {"path": still.path}))
    elif isinstance(found.looked, BadInput):
        wrong = say(found.looked.sentence)
    return StillCard(
        index=index, name=name, path=found.path or still.path, size=size, wrong=wrong, missing=not found.path
    )


class _Telling:
    """Translates each sentence only once: the gaps of a long strip share a few badges."""

    def __init__(self) -> None:
        self._said: dict[tuple[object, ...], str] = {}

    def __call__(self, template: str, **values: str | int) -> str:
        key = template, *values.items()
        words = self._said.get(key)
        if words is None:
            words = self._said[key] = say(Sentence(template, values))
        return words


def _gap_card(stand: BoardStand, gap: GapStand, tell: _Telling) -> GapCard:
    badge, tone, more = _badge(stand, gap, tell)
    board, still = stand.board, stand.board.stills[gap.start]
    best, takes = gap.best, board.takes_of(gap.start)
    sent = "" if gap.gap is None else gap.gap.request.prompt
    if sent and sent != board.prompt_of(gap.start):
        more = "\n".join((more, tell(_SENT_AS, text=sent)))
    stand_in = stand.stand_in_of(gap)
    said = [tell(_STANDS_IN_MORE)] if stand_in else []
    remedies = remedies_of(stand, gap)
    start_is_odd = Remedy.MATCH_START in remedies and matches_start(stand, gap)
    if not gap.cut and not gap.problems:
        facts = [one for one in _looked(stand, gap) if isinstance(one, PictureFacts)]
        soft = softness(facts, _options_of(stand, gap).get(OptionKey.SIZE))
        said += [] if soft is None else [say(soft)]
    return GapCard(
        start=gap.start,
        shot=still.shot,
        badge=badge,
        tone=tone,
        state="\n".join((more, *(_problem_words(one, start_is_odd) for one in gap.problems), *said)),
        prompt=board.prompt_of(gap.start),
        own_prompt=still.prompt is not None,
        takes=f"× {takes}" if takes > 1 and not gap.cut else "",
        part="" if gap.cut else part_words(still.film_part(meets=False)),
        cut=gap.cut,
        cover_path="" if best is None else best.cover_path,
        clip=best,
        stand_in=tell(_STANDS_IN) if stand_in else "",
        remedies=remedies,
        matches_start=start_is_odd,
    )


def _looked(stand: BoardStand, gap: GapStand) -> "tuple[PictureFacts | BadInput | None, ...]":
    return stand.stills[gap.start].looked, stand.stills[gap.end].looked


def _with_jump(card: GapCard, look: SeamLook) -> GapCard:
    words = say(Sentence(_BEGINS, {"jump": seam_words(look)}))
    return replace(card, jump=words, jump_tone=CardTone.BAD if look.jump() is Jump.LARGE else CardTone.WARN)


def _problem_words(problem: Problem | BadInput, start_is_odd: bool) -> str:
    if start_is_odd and isinstance(problem, Problem) and problem.remedy is Remedy.MATCH_START:
        return say(Sentence(_MATCH_START_STILL, problem.sentence.values))
    return say(problem.sentence)


def _badge(stand: BoardStand, gap: GapStand, tell: _Telling) -> tuple[str, CardTone, str]:
    """Return a gap's badge, its tone, and the longer explanation."""
    if gap.cut:
        return tell(_CUT), CardTone.QUIET, tell(_CUT_MORE)
    if gap.gap is None or gap.state is None:
        no_still = not (stand.stills[gap.start].path and stand.stills[gap.end].path)
        words, more = (_NO_STILL, _NO_STILL_MORE) if no_still else (_UNREAD, _UNREAD_MORE)
        return tell(words), CardTone.BAD if no_still else CardTone.QUIET, tell(more)
    price = say_money(gap.open_total if gap.open_takes else gap.price * gap.gap.takes)
    if _is_wrong(gap):
        return tell(_WRONG), CardTone.BAD, tell(_WRONG_MORE)
    if gap.had is not None and gap.clip is None:
        return tell(_HAD), CardTone.WARN, say(in_words(gap.had))
    if gap.state is GapState.CURRENT and gap.open_takes:
        words, tone, more = _AND_MORE[gap.is_rejected]
        return tell(words, count=gap.open_takes, total=price), tone, tell(more)
    if gap.is_rejected:
        return tell(_REJECTED), CardTone.WARN, tell(_REJECTED_MORE)
    rehearsed = _rehearsed(gap) if gap.state is GapState.NOT_MADE else None
    if rehearsed is not None:
        words, tone, more = rehearsed
        return tell(words, total=price), tone, tell(more)
    words, tone, more = STATES[gap.state]
    return tell(words, total=price), tone, tell(more)


def _rehearsed(gap: GapStand) -> tuple[str, CardTone, str] | None:
    """Return badge, tone and explanation for a gap that has a rehearsal or is getting one; None for another."""
    if gap.rehearsal is not None:
        return _REHEARSED, CardTone.QUIET, _REHEARSED_MORE
    if gap.rehearsal_state is GapState.RUNNING:
        return _REHEARSING, CardTone.ACCENT, _REHEARSING_MORE
    if gap.rehearsal_state in _WAITS:
        return _REHEARSAL_WAITS, CardTone.ACCENT, _REHEARSAL_WAITS_MORE
    if gap.older_rehearsal is not None:
        return _OLDER_REHEARSED, CardTone.QUIET, _OLDER_REHEARSED_MORE
    return None


def _is_wrong(gap: GapStand) -> bool:
    """Whether a problem must be solved before the gap's video can be made."""
    return bool(gap.problems) and gap.state is not GapState.CURRENT


def board_offer(
    stand: BoardStand, *, has_key: bool, again: bool, sound_s: float | None = None, kept: bool = True
) -> BoardOffer:
    """Return what may be made of a board. `sound_s` is the length of its sound in seconds, None without sound. `kept` is
    False while the last change couldn't be saved.
    """
    missing, all_of_it = (
        stand.sum_of(press, again=again) for press in (Press.MISSING, Press.OUT_OF_DATE_TOO)
    )
    rehearsals, _ = stand.sum_of(Press.REHEARSAL)
    had, _ = stand.sum_of(Press.OUT_OF_DATE_TOO, again=True)
    without, _ = stand.sum_of(Press.OUT_OF_DATE_TOO, again=False)
    price = max((one.price for one in stand.gaps), default=BoardOffer().adds_price)
    return BoardOffer(
        words=" · ".join(filter(None, ("" if kept else say(Sentence(_UNKEPT)), _words(stand, sound_s)))),
        missing_videos=missing[0],
        missing_total=missing[1],
        all_videos=all_of_it[0],
        all_total=all_of_it[1],
        rehearsals=rehearsals,
        had_videos=had - without,
        has_key=has_key,
        adds_price=price * stand.board.takes,
    )


def _options_of(stand: BoardStand, one: GapStand) -> Options:
    return stand.board.options_of(one.start) if one.gap is None else one.gap.request.options


def _words(stand: BoardStand, sound_s: float | None) -> str:
    """Return in words the numbers of stills and gaps, the film's length, also beside its sound, and the gaps' states."""
    if not stand.stills:
        return ""
    made = [one for one in stand.gaps if not one.cut]
    seconds = sum(_length_s(stand, one) for one in made)
    parts = [say(counted(_STILLS, len(stand.stills))), say(counted(_GAPS, len(made))), say_elapsed(seconds)]
    if sound_s is not None:
        left_s = sound_s - seconds
        template = _SOUND_LONGER if left_s > 0 else _SOUND_SHORTER
        parts.append(say(Sentence(template, {"seconds": abs(left_s)})))
    wrong = sum(_is_wrong(one) for one in made)
    if wrong:
        parts.append(say(Sentence(_COUNTED_WRONG, {"count": wrong})))
    if rejected := sum(one.is_rejected for one in made):
        parts.append(say(Sentence(_COUNTED_REJECTED, {"count": rejected})))
    states = [one.state for one in made if not (_is_wrong(one) or one.is_rejected)]
    for state, words in COUNTED.items():
        if state in states:
            parts.append(say(Sentence(words, {"count": states.count(state)})))
    if None in states:
        parts.append(say(Sentence(_COUNTED_UNKNOWN, {"count": states.count(None)})))
    return " · ".join(parts)


def _length_s(stand: BoardStand, one: GapStand) -> float:
    """Return how long a gap's video is in the film, in seconds; the frames that two videos share aren't counted off."""
    whole_s = float(_options_of(stand, one).get(OptionKey.DURATION, 0))
    still = stand.board.stills[one.start]
    return max(0.0, whole_s - (still.skip_first + still.skip_last) / USUAL_FPS) / still.speed


_WAITS = frozenset({GapState.WAITING, GapState.APPROVED})
_MATCH_START_STILL = QT_TRANSLATE_NOOP(
    "board",
    "The start still is {start_width} × {start_height}, the end still {end_width} × {end_height}. They must be within a fifth "
    "of each other. Match the start still to the end still.",
)
_BEGINS = QT_TRANSLATE_NOOP("board", "Against the video before: {jump}")
_SOUND_LONGER = QT_TRANSLATE_NOOP("board", "sound {seconds:.1f} s longer")
_SOUND_SHORTER = QT_TRANSLATE_NOOP("board", "sound {seconds:.1f} s shorter")
_CUT = QT_TRANSLATE_NOOP("board", "hard cut")
_CUT_MORE = QT_TRANSLATE_NOOP("board", "No video is made here; one still follows the other.")
_UNKEPT = QT_TRANSLATE_NOOP("board", "your last changes aren't kept yet")
_STANDS_IN = QT_TRANSLATE_NOOP("board", "its stills stand in")
_STANDS_IN_MORE = QT_TRANSLATE_NOOP(
    "board", "Where the board plays as a film, the first of its stills fades into the second here."
)
_SENT_AS = QT_TRANSLATE_NOOP("board", "Sent as: {text}")
_NO_STILL = QT_TRANSLATE_NOOP("board", "a still is missing")
_NO_STILL_MORE = QT_TRANSLATE_NOOP(
    "board",
    "One of the two stills isn't there, so nobody knows whether its video is current. Nothing is made meanwhile.",
)
_UNREAD = QT_TRANSLATE_NOOP("board", "not known yet")
_UNREAD_MORE = QT_TRANSLATE_NOOP(
    "board", "One of the two stills can't be read now. Nothing is made meanwhile."
)
_WRONG = QT_TRANSLATE_NOOP("board", "can't be made")
_WRONG_MORE = QT_TRANSLATE_NOOP("board", "Nothing is sent for this gap before that is mended:")
_HAD = QT_TRANSLATE_NOOP("board", "you have it")
_AND_MORE = (
    (
        QT_TRANSLATE_NOOP("board", "current · {count} more · {total}"),
        CardTone.GOOD,
        QT_TRANSLATE_NOOP("board", "Its video is current; more takes are wanted."),
    ),
    (
        QT_TRANSLATE_NOOP("board", "rejected · {count} more · {total}"),
        CardTone.WARN,
        QT_TRANSLATE_NOOP("board", "All its videos were rejected; more takes are wanted."),
    ),
)
_REJECTED = QT_TRANSLATE_NOOP("board", "rejected")
_REJECTED_MORE = QT_TRANSLATE_NOOP(
    "board",
    "What there is of it was rejected, and plays until there is something better: want one more take.",
)
_REHEARSED = QT_TRANSLATE_NOOP("board", "rehearsal · {total}")
_REHEARSING = QT_TRANSLATE_NOOP("board", "rehearsing")
_REHEARSED_MORE = QT_TRANSLATE_NOOP("board", "Its stills have a free rehearsal; the video itself isn't made.")
_REHEARSING_MORE = QT_TRANSLATE_NOOP(
    "board", "Its free rehearsal is being made; the video itself isn't made."
)
_REHEARSAL_WAITS = QT_TRANSLATE_NOOP("board", "rehearsal waits")
_REHEARSAL_WAITS_MORE = QT_TRANSLATE_NOOP(
    "board", "Its free rehearsal waits in the queue, which says why. The video itself isn't made."
)
_OLDER_REHEARSED = QT_TRANSLATE_NOOP("board", "older rehearsal · {total}")
_OLDER_REHEARSED_MORE = QT_TRANSLATE_NOOP(
    "board", "A free rehearsal of another still or other words stands in; the video itself isn't made."
)
_STILL_MISSING = QT_TRANSLATE_NOOP(
    "board",
    "“{path}” isn't there, or its drive doesn't answer, and the library has no copy. Put it back, or choose another picture.",
)
_STILLS = (QT_TRANSLATE_NOOP("board", "1 still"), QT_TRANSLATE_NOOP("board", "{count} stills"))
_GAPS = (QT_TRANSLATE_NOOP("board", "1 gap"), QT_TRANSLATE_NOOP("board", "{count} gaps"))
_COUNTED_WRONG = QT_TRANSLATE_NOOP("board", "{count} can't be made")
_COUNTED_REJECTED = QT_TRANSLATE_NOOP("board", "{count} rejected")
_COUNTED_UNKNOWN = QT_TRANSLATE_NOOP("board", "{count} not known yet")
