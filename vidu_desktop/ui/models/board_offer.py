"""What may be made of a chain board."""

from dataclasses import dataclass

from vidu_desktop.domain.amounts import FREE, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardOffer:
    """What can be made of a board, in videos and money: what is missing, and what is out of date with it. `words` say how
    its gaps stand; `had_videos` are of gaps whose video another chain or batch has.
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
    """What the gaps cost that one more still makes anew, for each of them."""
