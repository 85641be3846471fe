"""What ordered a job: nothing, or a stable key such as `batch:<id>/<row>/<take>`.

The program never orders the same key twice by itself: the engine refuses a second job with it while the first
is alive or paid. The job's id is derived from the key, so that after a crash at any point a second try finds
the first job. When the service failed and the person orders again, that attempt has a key of its own, with
`#` and a number behind it.
"""

from urllib.parse import quote

_ATTEMPTS = "again:"
_NAMESPACE = "5b7ad2a6-31f4-4f0e-9c55-0a4c0e7b3d11"
"""Our namespace. It must never change, or the same rows would get other job ids."""


def job_id_of_origin(origin: str) -> str:
    """Return the id of the one job with this origin, the same on every computer."""
    import uuid  # it looks for the platform: not for every start

    return uuid.uuid5(uuid.UUID(_NAMESPACE), origin.encode("utf-8", "surrogatepass").hex()).hex


def batch_origin(batch_id: str, row_key: str, take: int) -> str:
    """Return the origin of a take of a batch's row."""
    return f"{batch_origins(batch_id)}{quote(row_key, safe='', errors='surrogatepass')}/{take}"


def batch_origins(batch_id: str) -> str:
    """Return the text with which all origins of a batch begin."""
    return f"batch:{batch_id}/"


def batch_of(origin: str) -> str:
    """Return the id of the batch that an origin belongs to."""
    return origin.partition(":")[2].partition("/")[0]


def is_of_batch(origin: str) -> bool:
    """Whether a batch ordered it: such orders wait while there are others."""
    return origin.startswith("batch:")


def without_attempt(origin: str) -> str:
    """Return the origin without the number of the attempt."""
    return origin.partition("#")[0]


def origin_of_attempts(job_id: str) -> str:
    """Return the origin that groups further attempts at a job that had no origin itself."""
    return f"{_ATTEMPTS}{job_id}"


def job_id_of_first_attempt(wanted: str) -> str:
    """Return the id of the first job for an origin; `wanted` is an origin without an attempt's number."""
    own = wanted.removeprefix(_ATTEMPTS)
    return job_id_of_origin(wanted) if own == wanted else own


def attempt_number(origin: str) -> int:
    """Return which attempt an origin is, the first one being 1."""
    return int(origin.partition("#")[2] or 1)


def next_attempt(origin: str) -> str:
    """Return the origin of the attempt that follows this one."""
    return origin_of_attempt(without_attempt(origin), attempt_number(origin) + 1)


def origin_of_attempt(wanted: str, number: int) -> str:
    """Return the origin of an attempt, counted from 1; `wanted` is an origin without an attempt's number."""
    return wanted if number == 1 else f"{wanted}#{number}"
