"""The report that a person may send to somebody who helps them: one zip, made from an allow-list of fields.

Only fields that are named here are in it. It contains no prompts, pictures, links or numbers of orders, no names of files,
and not the person's name; the log is redacted once more before it goes in.
"""

import io
import json
import platform
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from vidu_desktop.adapters.desktop.logs import GONE, redact
from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.disk.writing import save_file, writing
from vidu_desktop.domain.doors import DEFAULT_BASE_URL
from vidu_desktop.domain.job import Job
from vidu_desktop.domain.options import OptionKey
from vidu_desktop.domain.settings import Settings

LOG_MOST_BYTES = 200_000
README_NAME, FACTS_NAME, LOG_NAME = "README.txt", "report.json", "log.txt"
LIBRARIES = (
    "PySide6_Essentials", "PySide6_Addons", "qasync", "httpx", "truststore", "platformdirs", "keyring", "filelock",
    "av", "Pillow", "starlette", "uvicorn",
)  # fmt: skip

_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]{1,20}://)[^\s/\"'<>,;)\]}]*[^\s\"'<>,;)\]}]*", re.IGNORECASE)
_CODE = re.compile(r"[a-z0-9-]{1,32}")
_HIDE_FROM_CHARS = 4
"""Shorter prompts and names aren't searched for in the log: taking them out would remove half of its words."""
_README = """Vidu Desktop: a report about a problem
=====================================

Made {made_at}, by your wish. Nothing was sent anywhere: read it, then send it yourself if you like.

{facts}   versions of the program and of what it stands on, the kind of system, your settings (without
              folders, addresses and amounts), how much room is free, and for each job its state and its times.
{log}       the last lines of the program's log.

What is not in it: your key, prompts, pictures, links, numbers of orders, names of files and folders, your name.
Should you find something that you'd rather not show, delete it: each file is plain text.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """The input of a report. `hidden` are texts that are taken out of the log wherever they occur: the key, and the names of
    the person and of folders. The other parts of the report are made only of fields that are named here. `counts` and
    `surroundings` are plain numbers and words; the caller makes them from its own allow-list (`clips`, `screens`, ...).
    """

    made_at: datetime
    settings: Settings
    jobs: Sequence[Job]
    removed_jobs: int
    free_bytes: int
    versions: Mapping[str, str]
    surroundings: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    log: str = ""
    hidden: Sequence[str] = field(default=(), repr=False)


def versions_here(program: str) -> dict[str, str]:
    """Return the versions of the program, of Python, and of the libraries; reads the disk."""
    found = {"program": program, "python": sys.version.split()[0]}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # a bundle may be made without it
            found[name] = "unknown"
    return found


def system_here() -> dict[str, str]:
    """Return what kind of machine this is, without its name."""
    return {
        "system": platform.system(),
        "release": platform.release(),
        "machine": platform.machine(),
        "python build": platform.python_implementation(),
    }


def read_log_tail(log_path: Path) -> str:
    """Return the last LOG_MOST_BYTES of the log. Where the current file is shorter, the end of the previous one comes before
    it. Empty when there is no log.
    """
    tail = b""
    for path in (log_path.with_name(f"{log_path.name}.1"), log_path):
        try:
            with open_regular(path) as file:
                size = file.seek(0, io.SEEK_END)
                file.seek(max(0, size - LOG_MOST_BYTES))
                tail += file.read(LOG_MOST_BYTES)
        except OSError:
            continue
    return tail[-LOG_MOST_BYTES:].decode("utf-8", errors="replace")


def report_of(facts: ReportFacts) -> dict[str, bytes]:
    """Return the files of a report by name. Pure."""
    document = {
        "made_at": _time(facts.made_at),
        "versions": dict(facts.versions),
        "surroundings": dict(facts.surroundings),
        "settings": _settings(facts.settings),
        "free_megabytes": facts.free_bytes // 1_000_000,
        "counts": {
            **facts.counts,
            "jobs": len(facts.jobs),
            "jobs_removed": facts.removed_jobs,
            "jobs_by_state": dict(Counter(job.state.value for job in facts.jobs)),
        },
        "jobs": [_job(number, job) for number, job in enumerate(facts.jobs, start=1)],
    }
    readme = _README.format(made_at=facts.made_at.strftime("%Y-%m-%d %H:%M"), facts=FACTS_NAME, log=LOG_NAME)
    return {
        README_NAME: readme.encode(),
        FACTS_NAME: json.dumps(document, indent=1, ensure_ascii=False).encode(),
        LOG_NAME: _clean_log(facts.log, _worth_hiding(facts)).encode(),
    }


def write_report(path: Path, files: Mapping[str, bytes]) -> None:
    """Write the zip, completely or not at all. Raises DiskTrouble."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    save_file(path, writing(packed.getvalue()))


def _settings(settings: Settings) -> dict[str, object]:
    return {
        "base_url": "standard" if settings.base_url == DEFAULT_BASE_URL else "another",
        "library_dir": "chosen" if settings.library_dir else "standard",
        "jobs_at_once": settings.jobs_at_once,
        "own_prices": len(settings.prices),
        "budget": "set" if settings.budgets else "none",
        "trust_repeat_refusal": settings.trust_repeat_refusal,
        "appearance": settings.appearance,
        "language": settings.language,
        "proxy": settings.proxy.kind.value,
        "notify": settings.notify,
    }


def _job(number: int, job: Job) -> dict[str, object]:
    return {
        "number": number,
        "state": job.state.value,
        "charge": job.charge.value,
        "model": job.request.model,
        "mode": job.request.mode,
        "options": {key: job.request.options[key] for key in OptionKey if key in job.request.options},
        "rehearsal": job.rehearsal,
        "pictures": len(job.pictures),
        "pictures_prepared": sum(picture.prepared is not None for picture in job.pictures),
        "prompt_chars": len(job.request.prompt),
        "created_at": _time(job.created_at),
        "sent_at": _time(job.sent_at),
        "accepted_at": _time(job.accepted_at),
        "finished_at": _time(job.finished_at),
        "stored_at": _time(job.stored_at),
        "link_expires_at": _time(job.link_expires_at),
        "send_attempts": job.send_attempts,
        "fetch_attempts": job.fetch_attempts,
        "trouble": None if job.trouble is None else _code(job.trouble.code),
    }


def _code(code: str) -> str:
    """Return the code, or "other" for a text that doesn't look like a code: some come from the service."""
    return code if _CODE.fullmatch(code) else "other"


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


def _worth_hiding(facts: ReportFacts) -> list[str]:
    """Return the texts that must not be in a report, the longest first, because a name may be part of a path."""
    texts = set(facts.hidden)
    for job in facts.jobs:
        texts |= {job.request.prompt, job.request_id or "", job.task_id or "", job.video_path or ""}
        texts |= {job.clip_id or "", *job.request.picture_paths}
        for picture in job.pictures:
            texts |= {picture.source_path, picture.name}
    return sorted((text for text in texts if len(text) >= _HIDE_FROM_CHARS), key=len, reverse=True)


def _clean_log(log: str, hidden: Sequence[str]) -> str:
    for text in hidden:
        log = log.replace(text, GONE)
    return _ADDRESS.sub(rf"\1{GONE}", redact(log))
