"""A model of the paid service: its ledger, its three ways to treat repeated orders, and all of its answers, as bytes.

The program's own code reads these answers, so a lost answer looks to the program as it does in reality. The service goes on
while the programs that talk to it are killed.
"""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from fakes.scripted_service import Repeats

from vidu_desktop.adapters.zai.wire import parse_accepted, parse_task_report
from vidu_desktop.engine.ports import Accepted, Order, TaskReport
from vidu_desktop.errors import AnswerLost, NotSent, Sentence, ServiceBusy

PAGE = b"<!DOCTYPE html><html><body>Bad gateway</body></html>"


@dataclass(frozen=True, kw_only=True)
class Odds:
    """Shares in [0, 1] of what goes wrong; all are zero on a calm day."""

    order: float = 0.0
    poll: float = 0.0
    fetch: float = 0.0
    disk: float = 0.0
    picture: float = 0.0
    kill: float = 0.0
    """The share of steps between the program and its surroundings at which the program is killed."""
    task_fails: float = 0.0


CALM = Odds()
ORDER_FAULTS = (
    "refused-connection",
    "lost-before",
    "lost-after",
    "lost-after",
    "500-uncharged",
    "502-charged",
    "page-charged",
    "page-uncharged",
    "no-id-charged",
    "our-fault-charged",
    "too-fast",
    "too-fast",
    "key",
    "balance",
    "policy",
)

CHARGED = frozenset({"lost-after", "502-charged", "page-charged", "no-id-charged", "our-fault-charged"})


@dataclass(kw_only=True)
class PaidTask:
    request_id: str
    done_s: float
    fails: bool
    gone_s: float


@dataclass
class PayingService:
    """`now_s` returns the true time, which goes on while the program's machine sleeps. Only `_take` charges money."""

    repeats: Repeats
    dice: random.Random
    now_s: Callable[[], float]
    knows_request_ids: bool = False
    odds: Odds = CALM
    takes_s: Callable[[], float] = lambda: 8.0
    at_once: int | None = None
    link_life_s: float = 86_400.0
    """How long each link works; the task itself is known for a day after it was done."""
    ledger: list[tuple[str, str]] = field(default_factory=list)
    tasks: dict[str, PaidTask] = field(default_factory=dict)
    arrivals: list[tuple[float, str]] = field(default_factory=list)
    polls: list[tuple[float, str]] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    """Request ids whose earlier order was accepted, or may have been as far as the program knows."""
    repeats_in_doubt: Counter[str] = field(default_factory=Counter)

    @property
    def charges(self) -> Counter[str]:
        return Counter(request_id for request_id, _ in self.ledger)

    # -- orders

    def order_fault(self) -> str | None:
        return self.dice.choice(ORDER_FAULTS) if self.dice.random() < self.odds.order else None

    def arrive(self, order: Order, fault: str | None) -> Callable[[], Accepted]:
        """Let an order arrive and take effect; return a function that reads the answer, which may raise."""
        request_id = order.request_id
        self.arrivals.append((self.now_s(), request_id))
        new = request_id not in self.doubtful
        if not new:
            self.repeats_in_doubt[request_id] += 1
        self.doubtful.add(request_id)
        answer = self._answer(request_id, fault)

        def read() -> Accepted:
            try:
                return answer()
            except AnswerLost:
                raise
            except Exception as error:
                if new and not isinstance(error, RuntimeError):
                    self.doubtful.discard(request_id)
                raise

        return read

    def _answer(self, request_id: str, fault: str | None) -> Callable[[], Accepted]:
        if fault is None or fault in CHARGED:
            taken = self._take(request_id)
        if fault == "our-fault-charged":
            return _trip
        if fault in ("lost-before", "lost-after"):
            return _lose
        status, body = taken if fault is None else self._says(fault)
        wish = self.dice.choice([None, 0.0, 2.0, 90.0]) if status == 429 else None
        return lambda: parse_accepted(status, body, retry_after_s=wish)

    def _says(self, fault: str) -> tuple[int, bytes]:
        codes = {
            "too-fast": ["1302", "1303", "1305", ""],
            "key": ["1000", "1002", "1004"],
            "balance": ["1113"],
            "policy": ["1300", "1301"],
            "500-uncharged": ["500", "1230", "1234"],
        }
        statuses = {"key": 401, "policy": 400, "500-uncharged": 500}
        if fault in codes:
            return statuses.get(fault, 429), _error(self.dice.choice(codes[fault]), fault)
        return {
            "502-charged": (502, PAGE),
            "page-charged": (200, PAGE),
            "page-uncharged": (200, PAGE),
            "no-id-charged": (200, b'{"model": "vidu2-image", "task_status": "PROCESSING"}'),
        }[fault]

    def _take(self, request_id: str) -> tuple[int, bytes]:
        known = next((name for name, task in self.tasks.items() if task.request_id == request_id), None)
        if known and self.repeats is Repeats.REFUSES:
            return 400, _error("1231", "already")
        if known and self.repeats is Repeats.FIRST_ID:
            return 200, _taken(known, request_id)
        if self.at_once is not None and self.running() >= self.at_once:
            return 429, _error("1302", "High concurrency")
        task_id = f"task-{len(self.tasks)}"
        done_s = self.now_s() + self.takes_s()
        fails = self.dice.random() < self.odds.task_fails
        self.tasks[task_id] = PaidTask(
            request_id=request_id, done_s=done_s, fails=fails, gone_s=done_s + 86_400
        )
        self.ledger.append((request_id, task_id))
        return 200, _taken(task_id, request_id)

    def running(self) -> int:
        return sum(task.done_s > self.now_s() for task in self.tasks.values())

    # -- questions

    def ask(self, task_id: str) -> TaskReport:
        self.polls.append((self.now_s(), task_id))
        if self.dice.random() < self.odds.poll:
            match self.dice.randrange(5):
                case 0:
                    raise ServiceBusy("offline", Sentence("Offline."))
                case 1:
                    return parse_task_report(502, PAGE)
                case 2:
                    return parse_task_report(200, b'{"task_status": "SUCCESS", "video_result": null}')
                case 3:
                    return parse_task_report(429, _error("1305", "busy"), retry_after_s=3.0)
                case _:
                    return parse_task_report(401, _error("1001", "key"))
        if self.knows_request_ids:
            task_id = next((name for name, task in self.tasks.items() if task.request_id == task_id), task_id)
        task = self.tasks.get(task_id)
        if task is None or self.now_s() > task.gone_s:
            return parse_task_report(400, _error("1214", "no such task"))
        said: dict[str, object] = {"id": task_id, "request_id": task.request_id, "model": "vidu2-image"}
        if self.now_s() < task.done_s:
            said["task_status"] = "PROCESSING"
        elif task.fails:
            said |= {"task_status": "FAIL", "error": {"code": "1301", "message": "blocked"}}
        else:
            until_s = min(self.now_s() + self.link_life_s, task.gone_s)
            link = f"https://files.test/{task_id}.mp4?until={until_s}"
            said |= {"task_status": "SUCCESS", "video_result": [{"url": link, "cover_image_url": link}]}
        return parse_task_report(200, json.dumps(said).encode())


def refused_connection() -> NotSent:
    return NotSent("offline", Sentence("The connection was refused."))


def _lose() -> Accepted:
    raise AnswerLost("reset", Sentence("The answer was lost."))


def _trip() -> Accepted:
    raise RuntimeError("a fault of our own")


def _taken(task_id: str, request_id: str) -> bytes:
    return json.dumps({"id": task_id, "request_id": request_id, "task_status": "PROCESSING"}).encode()


def _error(code: str, message: str) -> bytes:
    return json.dumps({"error": {"code": code, "message": message}}).encode()
