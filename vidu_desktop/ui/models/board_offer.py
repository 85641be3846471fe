"""What can be made of a chain board, and for how much money."""

from dataclasses import dataclass

from vidu_desktop.domain.amounts import FREE, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardOffer:
    """What can be made of a board, in videos and money: the missing videos alone, and all of them with those that are out of
    date. `words` describe the state of its gaps. `had_videos` counts the videos that another chain or batch already has.
    """

    words: str = ""
    missing_videos: int = 0
    missing_total: Money = FREE
    all_videos: int = 0
    all_total: Money = FREE
    rehearsals: int = 0
    had_videos: int = 0
    has_key: bool = True
    adds_price: Money = FREE
    """What each gap costs that has to be made anew when one more still comes in."""
