"""Where a job comes from: nothing, or a stable key such as `batch:<id>/<row>/<take>`.

The same key is never ordered twice by itself: the engine refuses a second live or paid job with it, and its job id is
made of it, so that whatever crashes in between, a second try finds the first. Another attempt after one that failed at
the service is another order on the person's word, and has a key of its own behind a `#`.
"""

from urllib.parse import quote

_ATTEMPTS = "again:"
_NAMESPACE = "5b7ad2a6-31f4-4f0e-9c55-0a4c0e7b3d11"
"""Ours, for all time: another one would make other job ids of the same rows."""


def job_id_of_origin(origin: str) -> str:
    """Return the id of the one job with this origin, the same on every computer."""
    import uuid  # it looks for the platform: not for every start

    return uuid.uuid5(uuid.UUID(_NAMESPACE), origin.encode("utf-8", "surrogatepass").hex()).hex


def batch_origin(batch_id: str, row_key: str, take: int) -> str:
    """Return the origin of a take of a batch's row."""
    return f"{batch_origins(batch_id)}{quote(row_key, safe='', errors='surrogatepass')}/{take}"


def batch_origins(batch_id: str) -> str:
    """Return what all origins of this batch begin with."""
    return f"batch:{batch_id}/"


def batch_of(origin: str) -> str:
    """Return the id of the batch of an origin."""
    return origin.partition(":")[2].partition("/")[0]


def is_of_batch(origin: str) -> bool:
    """Whether a batch asked for it: such orders wait while there are others."""
    return origin.startswith("batch:")


def without_attempt(origin: str) -> str:
    """Return what was wanted, whichever attempt this is."""
    return origin.partition("#")[0]


def origin_of_attempts(job_id: str) -> str:
    """Return what further attempts at a job without an origin are known by."""
    return f"{_ATTEMPTS}{job_id}"


def job_id_of_first_attempt(wanted: str) -> str:
    """Return the id of the first job at this; `wanted` has no attempt's number."""
    own = wanted.removeprefix(_ATTEMPTS)
    return job_id_of_origin(wanted) if own == wanted else own


def attempt_number(origin: str) -> int:
    """Return which attempt at what was wanted this is, from 1 on."""
    return int(origin.partition("#")[2] or 1)


def next_attempt(origin: str) -> str:
    """Return the origin of the attempt that follows this one."""
    return origin_of_attempt(without_attempt(origin), attempt_number(origin) + 1)


def origin_of_attempt(wanted: str, number: int) -> str:
    """Return the origin of an attempt, from 1 on; `wanted` has no attempt's number."""
    return wanted if number == 1 else f"{wanted}#{number}"
