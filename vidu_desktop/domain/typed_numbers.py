"""Numbers as people type them into fields, options and cells: one reading for all, so that what one of them takes no other one
refuses. Full-width digits count as digits, because Chinese and Japanese keyboards write them; those of other scripts don't. Pure.
"""

import re
from decimal import Decimal

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xFFE5: "¥"}
_DECIMAL = re.compile(r"(?=[.,]?[0-9])[0-9]{0,7}(?:\.[0-9]{0,9}|,(?![0-9]{3}$)[0-9]{0,9})?")
WHOLE_MOST_DIGITS = 9


def narrow(text: str) -> str:
    """Return a text with narrow letters, digits and signs in place of full-width ones. Nothing else changes: Unicode's own
    folding (NFKC) makes 52 of `5²`.
    """
    return text.translate(_NARROW).strip()


def typed_whole(text: str) -> int | None:
    """Read a whole number from 0 on, of at most WHOLE_MOST_DIGITS digits; None for any other text."""
    digits = narrow(text)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= WHOLE_MOST_DIGITS):
        return None
    return int(digits)


def typed_decimal(text: str) -> Decimal | None:
    """Read a number from 0 on: `5`, `0.5`, `0,50`; None for any other text. `1,000` is none: it is a thousand to some and one
    to others.
    """
    number = narrow(text)
    return Decimal(number.replace(",", ".")) if _DECIMAL.fullmatch(number) else None
