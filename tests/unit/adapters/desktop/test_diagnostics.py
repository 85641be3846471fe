"""The report for whoever helps: made from an allow-list, readable before it is sent, with nothing private in it."""

import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from fakes.kept_things import a_job

from vidu_desktop.adapters.desktop.diagnostics import (
    LOG_MOST_BYTES,
    ReportFacts,
    read_log_tail,
    report_of,
    system_here,
    versions_here,
    write_report,
)
from vidu_desktop.domain.amounts import Currency, usd
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.pictures import JobPicture
from vidu_desktop.domain.settings import Settings
from vidu_desktop.errors import DiskTrouble, Sentence

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
KEY = "canarykey00112233445566778899aabb.CanarySecretPart"
CANARIES = (
    "CanaryPrompt", "CanaryPicture", "canary-task", "canary-request", "CanarySignature", "canary.files.example",
    "CanaryPerson", "CanaryHost", "CanaryWords", "CanaryKey", *KEY.split("."),
)  # fmt: skip


def a_telling_job() -> Job:
    job = a_job(
        state=JobState.READY_TO_FETCH,
        request_id="canary-request",
        task_id="canary-task",
        video_url="https://canary.files.example/v.mp4?Signature=CanarySignature",
        cover_url="https://canary.files.example/c.jpg?Signature=CanarySignature",
        service_url="https://CanaryHost.example/v4",
        accepted_at=NOW - timedelta(hours=2),
        link_expires_at=NOW + timedelta(hours=22),
        fetch_attempts=3,
        trouble=Trouble(
            code="unreachable",
            sentence=Sentence("Hm, {x}.", {"x": "CanaryWords"}),
            service_words="CanaryWords",
        ),
        pictures=(JobPicture(source_path="/home/CanaryPerson/CanaryPicture.png", name="CanaryPicture.png"),),
    )
    return replace(
        job,
        request=replace(
            job.request,
            prompt="CanaryPrompt walks",
            picture_paths=("/home/CanaryPerson/CanaryPicture.png",),
        ),
    )


def telling_facts(**changes) -> ReportFacts:
    log = "\n".join(
        [
            f"12:00 INFO headers Authorization: Bearer {KEY}",
            "12:01 WARNING fetch of https://canary.files.example/v.mp4?Signature=CanarySignature was cut",
            "12:02 ERROR job with CanaryPrompt walks for canary-task in /home/CanaryPerson/Videos failed",
            "12:03 INFO the journal is open",
        ]
    )
    facts = ReportFacts(
        made_at=NOW,
        settings=Settings(
            base_url="https://CanaryHost.example/v4",
            library_dir="/home/CanaryPerson/Videos",
            prices={"vidu2-image": Decimal("0.21")},
            budgets={Currency.USD: usd("77.31")},
        ),
        jobs=[a_telling_job()],
        removed_jobs=2,
        free_bytes=5_000_000_000,
        versions=versions_here("0.1.0"),
        surroundings=system_here(),
        counts={"clips": 17},
        log=log,
        hidden=(KEY, "/home/CanaryPerson", "CanaryPerson"),
    )
    return replace(facts, **changes)


def everything_in(facts: ReportFacts, path: Path) -> str:
    write_report(path, report_of(facts))
    with zipfile.ZipFile(path) as archive:
        return "\n".join(name + "\n" + archive.read(name).decode() for name in archive.namelist())


def test_nothing_private_is_in_a_report(tmp_path: Path) -> None:
    text = everything_in(telling_facts(), tmp_path / "report.zip").casefold()
    assert [canary for canary in CANARIES if canary.casefold() in text] == []
    assert "77.31" not in text


def test_the_search_would_find_what_is_private() -> None:
    """The negative control: the input of the report does contain all of these."""
    facts = telling_facts()
    told = f"{facts!r} {facts.hidden} {facts.jobs[0].video_url} CanaryKey".casefold()
    assert [canary for canary in CANARIES if canary.casefold() not in told] == []


def test_it_says_what_helps(tmp_path: Path) -> None:
    files = report_of(telling_facts())
    document = json.loads(files["report.json"])
    assert document["versions"]["program"] == "0.1.0"
    assert document["counts"] == {
        "clips": 17,
        "jobs": 1,
        "jobs_removed": 2,
        "jobs_by_state": {"READY_TO_FETCH": 1},
    }
    (job,) = document["jobs"]
    assert (job["state"], job["trouble"], job["fetch_attempts"]) == ("READY_TO_FETCH", "unreachable", 3)
    assert job["accepted_at"] == "2026-11-22T10:00:00+00:00"
    assert document["settings"]["budget"] == "set"
    assert "the journal is open" in files["log.txt"].decode()


def test_a_code_that_is_none_does_not_carry_words_in() -> None:
    job = replace(a_telling_job(), trouble=Trouble(code="CanaryPrompt walks", sentence=Sentence("x")))
    document = json.loads(report_of(telling_facts(jobs=[job]))["report.json"])
    assert document["jobs"][0]["trouble"] == "other"


def test_a_person_can_read_what_it_holds_first() -> None:
    files = report_of(telling_facts())
    assert next(iter(files)) == "README.txt"
    readme = files["README.txt"].decode()
    assert all(name in readme for name in files if name != "README.txt")


def test_the_end_of_the_log_is_taken_over_its_turn(tmp_path: Path) -> None:
    log_path = tmp_path / "x.log"
    assert read_log_tail(log_path) == ""
    log_path.with_name("x.log.1").write_text("long ago\n" * LOG_MOST_BYTES)
    log_path.write_text("just now\n")
    tail = read_log_tail(log_path)
    assert tail.endswith("long ago\njust now\n")
    assert len(tail) == LOG_MOST_BYTES


def test_where_it_cannot_be_written_it_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        write_report(tmp_path / "gone" / "report.zip", report_of(telling_facts()))
    assert list(tmp_path.iterdir()) == []
