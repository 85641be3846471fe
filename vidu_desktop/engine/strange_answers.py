"""Answers that are about another order than the one that was asked for: a cache, a proxy or a fault at the service may give
one, and it must neither end a paid video nor bring home another in its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vidu_desktop.domain.job import Job, Trouble
from vidu_desktop.domain.translation import QT_TRANSLATE_NOOP
from vidu_desktop.engine.tallies import OrderNames
from vidu_desktop.errors import Sentence

ANOTHER_ORDER = "another-order"
_BELIEVED_AFTER = 5
_BELIEVED_AFTER_S = 60.0


@dataclass(slots=True)
class StrangeAnswers:
    """Counts the answers in a row about one task that name a request id which isn't this order's."""

    count: int = 0
    since_s: float = 0.0

    def puts_off(self, job: Job, answer: Mapping[str, object], names: OrderNames, now_s: float) -> bool:
        """Whether this answer doesn't count. One that names another order of ours never counts. One that names an order
        that nobody here knows is believed once the service has kept to it for a while: not every service may name orders
        as we do.
        """
        ticket, task_id = _text(answer.get("request_id")), _text(answer.get("id"))
        if ticket in _own_tickets(job) or (not ticket and task_id == job.task_id):
            self.count = 0
            return False
        if is_of_another(job, answer, names):
            return True
        if not ticket:
            return False
        self.since_s = self.since_s if self.count else now_s
        self.count += 1
        return self.count < _BELIEVED_AFTER or now_s - self.since_s < _BELIEVED_AFTER_S


def is_of_another(job: Job, answer: Mapping[str, object], names: OrderNames) -> bool:
    """Whether the answer names another order of ours: by its request id, or by a task id without our request id."""
    ticket = _text(answer.get("request_id"))
    if ticket in _own_tickets(job):
        return False
    return names.are_of_another(job, ticket, _text(answer.get("id")))


def not_about_this(*, task_known: bool) -> Trouble:
    """Return the trouble of a job that got an answer about another order. Without `task_known` it was the answer to the order
    itself, so nobody knows whether that was taken.
    """
    return Trouble(code=ANOTHER_ORDER, sentence=Sentence(_ASKED_AGAIN if task_known else _LOST))


def _own_tickets(job: Job) -> frozenset[str]:
    """Return the request ids by which the service knows this order: ours, and the one that it gave itself."""
    accepted = job.answers.get("accepted")
    given = _text(accepted.get("request_id")) if isinstance(accepted, Mapping) else ""
    return frozenset({job.request_id or "", given}) - {""}


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


_ASKED_AGAIN = QT_TRANSLATE_NOOP(
    "engine",
    "What came was the answer to another order, so it doesn't count. The service is asked again by itself; nothing more is "
    "charged.",
)
_LOST = QT_TRANSLATE_NOOP(
    "engine",
    "The order was sent, but what came was the answer to another order. It may have been charged, so it isn't sent again "
    "by itself.",
)
