"""Earlier prompts, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPrompt:
    """`uses` counts the videos and orders with exactly this prompt."""

    prompt: str
    uses: int
    last_used_at: datetime


def merged(prompts: Iterable[PastPrompt]) -> list[PastPrompt]:
    """Return each prompt once, newest first, without empty ones."""
    found: dict[str, PastPrompt] = {}
    for one in prompts:
        text = one.prompt.strip()
        other = found.get(text)
        if other is not None:
            last = max(one.last_used_at, other.last_used_at)
            found[text] = PastPrompt(prompt=text, uses=one.uses + other.uses, last_used_at=last)
        elif text:
            found[text] = PastPrompt(prompt=text, uses=one.uses, last_used_at=one.last_used_at)
    return sorted(found.values(), key=lambda one: one.last_used_at, reverse=True)
