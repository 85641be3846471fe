"""Each decision has a date and a status, and the list of decisions is complete."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

DECISIONS_DIR = Path(__file__).parents[2] / "packaging" / "decisions"
PAGES = sorted(path for path in DECISIONS_DIR.glob("*.md") if path.name != "README.md")
HEAD = re.compile(
    r"# (?P<title>.+)\n\nDate: (?P<decided>\S+?)(?:, changed (?P<changed>\S+?))?\. Status: (?P<status>.+)\.\n\n"
)
STATUS = re.compile(r"in force|replaced by \[.+\]\((?P<page>[\w-]+\.md)\)")


def what_is_wrong(text: str, pages: set[str], today: date) -> Iterator[str]:
    """Return what the head of a decision lacks; empty if nothing is wrong."""
    head = HEAD.match(text)
    if head is None:
        yield "no title, or no line `Date: 2026-11-22. Status: in force.` below it"
        return
    try:
        days = [date.fromisoformat(day) for day in (head["decided"], head["changed"]) if day]
    except ValueError:
        yield "a date that is none"
        return
    if days != sorted(set(days)) or days[-1] > today:
        yield "dates that are not in their order, or still to come"
    status = STATUS.fullmatch(head["status"])
    if status is None:
        yield "a status that is neither `in force` nor `replaced by [...](page.md)`"
    elif status["page"] and status["page"] not in pages:
        yield "replaced by a page that is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_decision_has_a_date_and_a_status(page: Path) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)  # in some time zones it is tomorrow already
    assert list(what_is_wrong(page.read_text("utf-8"), {page.name for page in PAGES}, tomorrow)) == []


@pytest.mark.parametrize(
    "head",
    [
        "# A title\n\n**Wanted.** No date.\n\n",
        "# A title\n\nDate: 2026-11-22.\n\n",
        "# A title\n\nDate: 22.11.2026. Status: in force.\n\n",
        "# A title\n\nDate: 2026-02-30. Status: in force.\n\n",
        "# A title\n\nDate: 2026-12-01. Status: in force.\n\n",
        "# A title\n\nDate: 2026-11-22, changed 2026-11-21. Status: in force.\n\n",
        "# A title\n\nDate: 2026-11-22. Status: somehow.\n\n",
        "# A title\n\nDate: 2026-11-22. Status: replaced by [another](gone.md).\n\n",
    ],
)
def test_a_head_that_lacks_something_is_seen(head: str) -> None:
    assert len(list(what_is_wrong(head, {"player.md"}, date(2026, 11, 30)))) == 1


@pytest.mark.parametrize("status", ["in force", "replaced by [the player](player.md)"])
def test_a_whole_head_is_left_alone(status: str) -> None:
    head = f"# A title\n\nDate: 2026-11-22, changed 2026-11-29. Status: {status}.\n\n"
    assert list(what_is_wrong(head, {"player.md"}, date(2026, 11, 30))) == []


def test_the_list_names_each_decision_once_and_by_what_it_decides() -> None:
    listed = re.findall(
        r"^- \[(.+)\]\((.+)\)$", (DECISIONS_DIR / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(name for _title, name in listed) == [page.name for page in PAGES]
    # A page's title may be longer than its entry in the list, but not different.
    titles = {page.name: page.read_text("utf-8").partition("\n")[0] for page in PAGES}
    assert [name for title, name in listed if not titles[name].startswith(f"# {title}")] == []
