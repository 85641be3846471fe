"""The page of a review packet: a browser finds nothing of a stranger's in it, and its script counts frames like the program."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from fakes.ui_values import a_clip

from vidu_desktop.adapters.export.review_page import SCRIPT, page_of
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.review import REVIEW_WORDS, review_document, review_from_document, reviewed

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \u2028 & {done} “quotes” '\""


class Page(HTMLParser):
    """What a browser finds in the page: tags with their attributes, and the text of each script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            (self.scripts if tag == "script" else self.styles).append("")

    def handle_data(self, data) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style"):
            (self.scripts if self.tags[-1][0] == "script" else self.styles)[-1] += data


def a_page() -> tuple[dict[str, object], Page]:
    clips = [a_clip("one", EVIL, marks=Marks(note=EVIL)), a_clip("two", "")]
    document = review_document(EVIL, clips, ["clips/one.mp4", "clips/two & more.mp4"])
    return document, Page(page_of(document, REVIEW_WORDS))


def test_nothing_that_people_wrote_becomes_part_of_the_page() -> None:
    document, page = a_page()
    assert sorted(tag for tag, _ in page.tags) == sorted(
        ["html", "head", "meta", "meta", "meta", "title", "style", "body", "noscript", "p", *["script"] * 3]
    )
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert json.loads(page.scripts[0]) == document
    assert json.loads(page.scripts[1]) == REVIEW_WORDS
    assert page.scripts[2].strip() == SCRIPT.strip()


def test_the_page_asks_nothing_of_any_network_and_lets_no_other_script_in() -> None:
    _, page = a_page()
    (policy,) = [attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv")]
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    digests = [
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in (SCRIPT, page.styles[0])
    ]
    assert rules == {
        "default-src": "'none'",
        "media-src": "'self' file:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "script-src": digests[0],
        "style-src": digests[1],
    }
    assert not re.search(
        r"https?:|//\w|innerHTML|insertAdjacent|document\.write|eval\(|fetch\(|XMLHttp", SCRIPT
    )


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_the_script_makes_answers_that_the_program_reads() -> None:
    document, _ = a_page()
    state = {
        "reviewer": "Mei",
        "clips": {
            "one": {
                "verdict": "keep",
                "note": "Good",
                "remarks": [
                    {"time_s": 61.5, "frame": 37, "text": EVIL},
                    {"time_s": 1, "frame": 1, "text": " "},
                ],
            }
        },
    }
    asks = (
        f"const document_ = {json.dumps(document)}, state = {json.dumps(state)};"
        "console.log(JSON.stringify([answersOf(document_, state), timecode(61.5), frameAt(1.5, 24),"
        " filled('{done} of {count} {other}', {done: 1, count: 2})]))"
    )
    done = subprocess.run(["node", "-e", SCRIPT + asks], capture_output=True, text=True, check=True)
    answers, time, frame, words = json.loads(done.stdout)
    assert (time, frame, words) == ("1:01.50", 37, "1 of 2 {other}")
    review = review_from_document(answers)
    assert [answer.clip_id for answer in review.answers] == ["one"]
    marks = reviewed(Marks(note="Mine."), review.answers[0], review.reviewer)
    assert marks.verdict is Verdict.KEEP
    lines = marks.note.splitlines()
    assert lines[:2] == ["Mine.", "Mei: Good"]
    assert lines[2].startswith(f"Mei: {time} ({frame}): </script>")
