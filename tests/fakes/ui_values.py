"""Jobs and clips for tests of the interface, made with few words."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from fakes.requests import a_request

from vidu_desktop.domain.amounts import usd
from vidu_desktop.domain.clip import Clip, VideoFacts
from vidu_desktop.domain.job import Job, JobState, Trouble
from vidu_desktop.domain.pictures import JobPicture, PreparedPicture
from vidu_desktop.errors import Sentence
from vidu_desktop.ui.models.library_model import LibraryModel

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
_PAID = {
    JobState.ACCEPTED, JobState.WAITING, JobState.READY_TO_FETCH, JobState.FETCHING, JobState.VERIFYING,
    JobState.STORED, JobState.FAILED, JobState.EXPIRED,
}  # fmt: skip


def a_job(
    job_id: str = "job", state: JobState = JobState.READY, prompt: str = "A fox turns its head", **changes
) -> Job:
    taken = state in _PAID
    job = Job(
        job_id=job_id,
        state=state,
        request=a_request(prompt, picture_paths=("/pictures/fox.png",)),
        pictures=(
            JobPicture(
                source_path="/pictures/fox.png",
                name="fox.png",
                prepared=PreparedPicture(
                    sha256="f0" * 32, media_type="image/png", width_px=1280, height_px=720, image_bytes=9
                ),
            ),
        ),
        rehearsal=False,
        price=usd("0.20"),
        created_at=NOW - timedelta(minutes=1),
        task_id="task" if taken else None,
        sent_at=NOW - timedelta(seconds=31) if taken or state is JobState.UNKNOWN else None,
        accepted_at=NOW - timedelta(seconds=30) if taken else None,
        stored_at=NOW - timedelta(seconds=5) if state is JobState.STORED else None,
        clip_id="clip" if state is JobState.STORED else None,
        video_path="/library/clip.mp4" if state is JobState.STORED else None,
    )
    return replace(job, **changes)


def a_trouble(
    code: str = "1301", words: str = "", template: str = "The service blocked this request."
) -> Trouble:
    return Trouble(code=code, sentence=Sentence(template), service_words=words)


def a_clip(clip_id: str = "clip", prompt: str = "A fox turns its head", **changes) -> Clip:
    clip = Clip(
        clip_id=clip_id,
        video_path=f"/library/{clip_id}.mp4",
        cover_path=f"/covers/{clip_id}.jpg",
        created_at=NOW,
        mode="image",
        model="vidu2-image",
        prompt=prompt,
        rehearsal=False,
        price=usd("0.20"),
        video=VideoFacts(
            width_px=1280, height_px=720, duration_s=4.0, fps=24.0, frame_count=96,
            video_codec="h264", audio_codec=None, file_bytes=1_000_000, sha256="ab" * 32,
        ),
    )  # fmt: skip
    return replace(clip, **changes)


def show(model: LibraryModel, clips: Sequence[Clip]) -> list[Clip]:
    """Let the model show these clips as if they came from the database; return them with their rows."""
    rows = array("q", range(len(clips), 0, -1))
    model.set_rows(rows)
    shown = [replace(clip, row=row) for clip, row in zip(clips, rows, strict=True)]
    model.put_clips(shown)
    return shown
