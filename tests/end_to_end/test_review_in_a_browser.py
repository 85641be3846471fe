"""A review packet in a real browser: shown without a network, answered by a person, and read back."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from fakes.browser import Browser
from fakes.ui_values import a_clip
from fakes.videos import make_video

from vidu_desktop.adapters.export.review_packet import read_answers, write_packet
from vidu_desktop.domain.marks import Marks, Verdict
from vidu_desktop.domain.review import REVIEW_WORDS, reviewed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
EVIL = "</script><img src=x onerror=\"document.title='taken'\">"


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_it_plays_takes_answers_and_asks_nothing_of_any_network(tmp_path: Path) -> None:
    assert CHROMIUM is not None
    clips = [
        a_clip(name, video_path=str(make_video(tmp_path / f"{name}.mp4", seconds=1.0)), prompt=prompt)
        for name, prompt in (("one", "the fox runs"), ("two", EVIL))
    ]
    page, failed = asyncio.run(write_packet(clips, tmp_path / "packet", REVIEW_WORDS))
    assert failed == []
    saved = tmp_path / "saved"
    saved.mkdir()

    with Browser(CHROMIUM, page, tmp_path / "profile", saved) as browser:
        first = "document.querySelectorAll('section')[0]"
        lengths = browser.run(
            "Promise.all([...document.querySelectorAll('video')].map((video) => new Promise((done) => {"
            " if (video.readyState >= 1) done(video.duration);"
            " video.addEventListener('loadedmetadata', () => done(video.duration));"
            " video.addEventListener('error', () => done(video.error.message)); })))"
        )
        assert lengths == pytest.approx([1.0, 1.0], abs=0.1)
        assert browser.run("document.title") == "packet"
        browser.run("document.querySelector('header input').focus()")
        browser.type("Mei")
        browser.run(f"{first}.querySelector('input[value=keep]').click()")
        assert browser.run("document.querySelector('#decided').textContent") == "1 of 2 decided"
        browser.run(f"{first}.querySelector('textarea').focus()")
        browser.type("Good, but late")
        browser.run(
            f"new Promise((done) => {{ const video = {first}.querySelector('video');"
            " video.addEventListener('seeked', () => done(), { once: true }); video.currentTime = 0.5; })"
        )
        browser.run(f"{first}.querySelector('.remark').click()")
        browser.type("the tail is cut")
        browser.run("document.querySelectorAll('section')[1].querySelector('input[value=reject]').click()")
        browser.run("document.querySelector('#save').click()")
        browser.until("Browser.downloadProgress", state="completed")
        assert all(url.startswith(("file:", "blob:", "data:")) for url in browser.asked), browser.asked

    (answers,) = saved.iterdir()
    assert answers.name == "review answers Mei.json"
    review = read_answers(answers)
    first_answer, second_answer = review.answers
    assert [one.clip_id for one in review.answers] == [clip.clip_id for clip in clips]
    marks = reviewed(Marks(), first_answer, review.reviewer)
    assert marks.verdict is Verdict.KEEP
    assert "Mei: Good, but late" in marks.note
    assert "0:00.50" in marks.note
    assert "the tail is cut" in marks.note
    assert reviewed(Marks(), second_answer, review.reviewer).verdict is Verdict.REJECT
    assert json.loads(answers.read_text(encoding="utf-8"))["title"] == "packet"
