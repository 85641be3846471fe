"""Timelines are read back by independent readers: pycmx for EDL, a strict reader of elements for FCP 7 XML."""

import io
import wave
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as Xml

import av
import opentimelineio as otio
import pycmx
import pytest
from av.stream import Disposition
from fakes.clips import a_clip
from fakes.videos import cut_copy, make_timed

from vidu_desktop.adapters.export import timeline
from vidu_desktop.adapters.export.fcp_xml import Use, fcp_xml
from vidu_desktop.adapters.export.timeline import write_timeline
from vidu_desktop.adapters.video.source_facts import SourceFacts, source_facts
from vidu_desktop.adapters.video.video_checks import verify
from vidu_desktop.domain.clip import Clip
from vidu_desktop.domain.film import FilmPart
from vidu_desktop.domain.marks import Marks
from vidu_desktop.errors import BadInput

SECOND = [number / 24 for number in range(24)]


def clip_of(path: Path) -> Clip:
    return replace(a_clip(path.stem), video_path=str(path), video=verify(str(path)))


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Clip]:
    folder = tmp_path_factory.mktemp("clips")
    whole = make_timed(folder / "whole.mp4", [number / 24 for number in range(48)], 1 / 24)
    varying = [*(number / 12 for number in range(12)), *(1 + number / 48 for number in range(48))]
    paths = [
        make_timed(folder / "music.mp4", SECOND, 1 / 24, sound_s=(0, 1), layout="stereo"),
        make_timed(folder / "mono.mp4", SECOND, 1 / 24, sound_s=(0, 1)),
        make_timed(folder / "silent.mp4", SECOND, 1 / 24),
        make_timed(folder / "turned & <tall>.mp4", SECOND, 1 / 24, turned=(0, 1, -1, 0)),
        make_timed(folder / "reel.mov", SECOND, 1 / 24, timecode="01:00:10:05"),
        make_timed(folder / "varying.mp4", varying, 1 / 48),
        cut_copy(whole, folder / "cut.mp4", 1.5),
    ]
    return {path.stem: clip_of(path) for path in paths}


# -- FCP 7 XML -------------------------------------------------------------------------------------------------------

MANY = {"track", "clipitem", "link"}
CHILDREN = {
    "xmeml": "sequence",
    "sequence": "name duration rate timecode media",
    "rate": "timebase ntsc",
    "timecode": "rate string frame displayformat",
    "track": "clipitem",
    "clipitem": "name enabled duration rate start end in out file sourcetrack link",
    "file": "name pathurl rate duration timecode media",
    "format": "samplecharacteristics",
    "samplecharacteristics": "rate width height pixelaspectratio fielddominance samplerate depth",
    "media": "video audio",
    "video": "format track samplecharacteristics",
    "audio": "numOutputChannels format track samplecharacteristics channelcount",
    "sourcetrack": "mediatype trackindex",
    "link": "linkclipref mediatype trackindex clipindex",
}


def read_strictly(path: Path) -> Xml.Element:
    """Return the root; fail where something occurs twice, is empty, isn't known, or refers to something that isn't there."""
    root = Xml.parse(path).getroot()
    described: set[str] = set()
    items = [element.get("id") for element in root.iter("clipitem")]
    assert len(items) == len(set(items))
    for element in root.iter():
        children = Counter(child.tag for child in element)
        assert set(children) <= set(CHILDREN.get(element.tag, "").split()), element.tag
        assert [tag for tag, count in children.items() if count > 1 and tag not in MANY] == []
        if element.tag == "file" and element.get("id") in described:
            assert len(element) == 0
            continue
        if element.tag == "file":
            described.add(element.attrib["id"])
        assert len(element) or (element.text or "").strip(), f"{element.tag} is empty"
    assert {link.findtext("linkclipref") for link in root.iter("link")} <= set(items)
    return root


def places(track: Xml.Element) -> list[tuple[str, int, int, int, int]]:
    def number(item: Xml.Element, tag: str) -> int:
        return int(item.findtext(tag) or "")

    return [
        (str(item.findtext("name")), *(number(item, tag) for tag in ("start", "end", "in", "out")))  # type: ignore[misc]
        for item in track.findall("clipitem")
    ]


def test_a_clip_with_music_that_is_used_twice_is_there_twice_with_all_its_sound(
    clips: dict[str, Clip], tmp_path: Path
) -> None:
    used = [clips[name] for name in ("music", "silent", "music", "mono")]

    write_timeline(used, tmp_path / "cut.xml", "cut")

    root = read_strictly(tmp_path / "cut.xml")
    [pictures] = root.findall("sequence/media/video/track")
    left, right = root.findall("sequence/media/audio/track")
    assert places(pictures) == [
        ("music", 0, 24, 0, 24),
        ("silent", 24, 48, 0, 24),
        ("music", 48, 72, 0, 24),
        ("mono", 72, 96, 0, 24),
    ]
    assert places(left) == [("music", 0, 24, 0, 24), ("music", 48, 72, 0, 24), ("mono", 72, 96, 0, 24)]
    assert places(right) == [("music", 0, 24, 0, 24), ("music", 48, 72, 0, 24)]
    files = {file.findtext("name"): file for file in root.iter("file") if len(file)}
    assert sorted(str(name) for name in files) == ["mono.mp4", "music.mp4", "silent.mp4"]
    assert files["silent.mp4"].find("media/audio") is None
    assert files["music.mp4"].findtext("media/audio/channelcount") == "2"
    assert files["mono.mp4"].findtext("media/audio/channelcount") == "1"
    assert files["music.mp4"].findtext("media/audio/samplecharacteristics/samplerate") == "44100"
    uses = [item.find("file") for item in pictures.findall("clipitem")]
    ids = [file.get("id") for file in uses if file is not None]
    assert ids[0] == ids[2] != ids[1]


def test_pictures_and_sound_of_one_use_are_linked_to_each_other_only(
    clips: dict[str, Clip], tmp_path: Path
) -> None:
    write_timeline([clips["music"], clips["music"]], tmp_path / "cut.xml", "cut")

    root = read_strictly(tmp_path / "cut.xml")
    groups = [
        {str(link.findtext("linkclipref")) for link in item.findall("link")} | {str(item.get("id"))}
        for item in root.iter("clipitem")
    ]
    assert {len(group) for group in groups} == {3}
    assert len({frozenset(group) for group in groups}) == 2


def test_silent_clips_claim_no_sound(clips: dict[str, Clip], tmp_path: Path) -> None:
    write_timeline([clips["silent"], clips["silent"]], tmp_path / "cut.xml", "cut")

    assert read_strictly(tmp_path / "cut.xml").find(".//audio") is None


def test_size_source_timecode_and_length_are_what_is_shown(clips: dict[str, Clip], tmp_path: Path) -> None:
    used = [clips[name] for name in ("turned & <tall>", "reel", "varying", "cut")]

    write_timeline(used, tmp_path / "cut.xml", "a & <cut>\x07")

    root = read_strictly(tmp_path / "cut.xml")
    assert root.findtext("sequence/name") == "a & <cut>_"
    size = root.find("sequence/media/video/format/samplecharacteristics")
    assert size is not None
    assert (size.findtext("width"), size.findtext("height")) == ("180", "320")
    files = {file.findtext("name"): file for file in root.iter("file")}
    assert files["reel.mov"].findtext("timecode/string") == "01:00:10:05"
    assert files["reel.mov"].findtext("timecode/frame") == str((3600 + 10) * 24 + 5)
    assert files["varying.mp4"].findtext("rate/timebase") == "48"
    assert files["varying.mp4"].findtext("duration") == "96"
    [pictures] = root.findall("sequence/media/video/track")
    assert [(start, end) for _n, start, end, _i, _o in places(pictures)] == [
        (0, 24),
        (24, 48),
        (48, 96),
        (96, 108),
    ]


@pytest.mark.parametrize(
    ("fps", "base", "ntsc"),
    [
        (24000 / 1001, "24", "TRUE"),
        (23.976, "24", "TRUE"),
        (24.0, "24", "FALSE"),
        (30000 / 1001, "30", "TRUE"),
        (60.0, "60", "FALSE"),
    ],
)
def test_each_rate_is_said_once_and_rightly(tmp_path: Path, fps: float, base: str, ntsc: str) -> None:
    write_timeline([a_clip(fps=fps)], tmp_path / "cut.xml", "cut")

    rates = {
        (rate.findtext("timebase"), rate.findtext("ntsc"))
        for rate in read_strictly(tmp_path / "cut.xml").iter("rate")
    }
    assert rates == {(base, ntsc)}


# -- EDL -------------------------------------------------------------------------------------------------------------


def test_an_edl_is_read_by_another_reader_with_its_source_timecode(
    clips: dict[str, Clip], tmp_path: Path
) -> None:
    used = [clips[name] for name in ("music", "reel", "music", "varying", "cut")]

    write_timeline(used, tmp_path / "cut.edl", "my\ncut")

    text = (tmp_path / "cut.edl").read_text("utf-8")
    assert text.splitlines()[:2] == ["TITLE: my_cut", "FCM: NON-DROP FRAME"]
    read = pycmx.parse_cmx3600(io.StringIO(text))
    edits = [edit for event in read.events for edit in event.edits]
    assert read.title == "my_cut"
    assert [edit.clip_name for edit in edits] == [
        "music.mp4",
        "reel.mov",
        "music.mp4",
        "varying.mp4",
        "cut.mp4",
    ]
    assert all(edit.channels.video and not edit.channels.audio for edit in edits)
    assert [(edit.record_in, edit.record_out) for edit in edits] == [
        ("00:00:00:00", "00:00:01:00"),
        ("00:00:01:00", "00:00:02:00"),
        ("00:00:02:00", "00:00:03:00"),
        ("00:00:03:00", "00:00:05:00"),
        ("00:00:05:00", "00:00:05:12"),
    ]
    assert (edits[1].source_in, edits[1].source_out) == ("01:00:10:05", "01:00:11:05")
    assert edits[0].source_in == edits[2].source_in == "00:00:00:00"
    assert not list(read.unrecognized_statements)


HOSTILE = ["FROM CLIP NAME: evil.mp4", "FROM FILE: /evil.mp4", "SOURCE FILE: evil", "LOC: 01:00:00:00 RED evil", "x\n002  EVIL V C",
           "\u2028TITLE: evil", "* FROM CLIP NAME: evil.mp4", "\x0cM2 EVIL 000.0"]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_what_a_shot_is_called_is_no_statement_of_an_edl(
    clips: dict[str, Clip], words: str, tmp_path: Path
) -> None:
    called = replace(clips["music"], prompt=words, marks=Marks(shot=words, note=words, project=words))
    write_timeline([called, clips["reel"]], tmp_path / "cut.edl", words)

    read = pycmx.parse_cmx3600(io.StringIO((tmp_path / "cut.edl").read_text("utf-8")))
    edits = [edit for event in read.events for edit in event.edits]
    assert [edit.clip_name for edit in edits] == ["music.mp4", "reel.mov"]
    assert [edit.source_file for edit in edits] == [None, None]
    assert not list(read.unrecognized_statements)
    lines = (tmp_path / "cut.edl").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith(("* LOC", "* SOURCE", "M2"))] == []
    assert len([line for line in lines if line.startswith(("TITLE:", "* FROM FILE:"))]) == 3


def test_more_than_an_edl_can_number_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="999"):
        write_timeline([a_clip()] * 1000, tmp_path / "cut.edl", "cut")

    assert list(tmp_path.iterdir()) == []


def test_of_several_sounds_the_xml_names_the_channels_of_the_one_that_is_heard(tmp_path: Path) -> None:
    clip = a_clip()
    facts = SourceFacts(
        path=Path(clip.video_path), fps=24.0, frame_count=24, width_px=2, height_px=2, channels=2,
        channels_beside=(1, 6),
    )  # fmt: skip
    document = Xml.fromstring(fcp_xml("cut", [Use("a", facts, 0, 24)]))

    assert [item.findtext("trackindex") for item in document.iter("sourcetrack")] == ["2", "3"]
    assert document.findtext(".//file/media/audio/channelcount") == "9"


def test_a_source_knows_which_of_its_sounds_is_heard(tmp_path: Path) -> None:
    path = make_timed(tmp_path / "clip.mp4", SECOND, 1 / 24, sound_s=(0, 1))
    two = tmp_path / "two.mp4"
    with av.open(str(path)) as before, av.open(str(two), "w") as after:
        shown, quiet, heard = (
            after.add_stream_from_template(stream)
            for stream in (before.streams.video[0], before.streams.audio[0], before.streams.audio[0])
        )
        quiet.disposition, heard.disposition = Disposition(0), Disposition.default
        for packet in before.demux():
            if packet.size:
                copy = av.Packet(bytes(packet))
                copy.pts, copy.dts, copy.duration = packet.pts, packet.dts, packet.duration
                copy.time_base, copy.is_keyframe = packet.time_base, packet.is_keyframe
                packet.stream = shown if packet.stream.type == "video" else quiet
                after.mux(packet)
                if packet.stream is quiet:
                    copy.stream = heard
                    after.mux(copy)

    facts = source_facts(clip_of(two))

    assert (facts.channels, facts.channels_beside) == (1, (1, 0))


# -- OpenTimelineIO --------------------------------------------------------------------------------------------------


def test_opentimelineio_has_sound_where_there_is_some_and_source_timecode(
    clips: dict[str, Clip], tmp_path: Path
) -> None:
    write_timeline(
        [clips[name] for name in ("music", "reel", "music", "varying")], tmp_path / "c.otio", "cut"
    )

    timeline = otio.adapters.read_from_file(str(tmp_path / "c.otio"))
    [pictures], [sounds] = timeline.video_tracks(), timeline.audio_tracks()
    assert [type(item).__name__ for item in sounds] == ["Clip", "Gap", "Clip", "Gap"]
    assert pictures[1].source_range.start_time.to_timecode() == "01:00:10:05"
    assert pictures[1].media_reference.available_range.start_time.to_timecode() == "01:00:10:05"
    assert pictures[3].source_range.duration.to_seconds() == pytest.approx(2.0)


@pytest.mark.parametrize(("speed", "tracks"), [(1.0, [["Clip", "Clip"]]), (2.0, [["Gap", "Clip"]])])
def test_a_clip_that_is_silent_in_the_film_for_its_speed_is_silent_in_its_timeline(
    clips: dict[str, Clip], tmp_path: Path, speed: float, tracks: list[list[str]]
) -> None:
    music = clips["music"]
    parts = [FilmPart(video_path=music.video_path, speed=one) for one in (speed, 1.0)]
    write_timeline([music, music], tmp_path / "c.otio", "cut", parts)

    timeline = otio.adapters.read_from_file(str(tmp_path / "c.otio"))
    assert [[type(item).__name__ for item in track] for track in timeline.audio_tracks()] == tracks
    assert all(track.duration() == timeline.video_tracks()[0].duration() for track in timeline.audio_tracks())


def test_where_every_clip_is_silent_for_its_speed_there_is_no_track_of_sound(
    clips: dict[str, Clip], tmp_path: Path
) -> None:
    music = clips["music"]
    parts = [FilmPart(video_path=music.video_path, speed=0.5)]
    write_timeline([music], tmp_path / "c.otio", "cut", parts)

    assert otio.adapters.read_from_file(str(tmp_path / "c.otio")).audio_tracks() == []


@pytest.mark.parametrize(
    "said", ["25:99:00:00", "nonsense", "00:00", "-1:00:00:00", "24:00:00:00", "01:00:60:00", "01:00:00:24"]
)
def test_a_timecode_that_is_none_is_taken_for_midnight(tmp_path: Path, said: str) -> None:
    facts = SourceFacts(path=tmp_path, fps=24.0, frame_count=24, width_px=2, height_px=2, timecode=said)

    assert (facts.first_number, facts.valid_timecode) == (0, "00:00:00:00")


def test_a_source_that_runs_over_midnight_keeps_its_timecode(tmp_path: Path) -> None:
    clip = clip_of(make_timed(tmp_path / "late.mov", SECOND, 1 / 24, timecode="23:59:59:12"))
    for ending in ("edl", "xml", "otio"):
        write_timeline([clip], tmp_path / f"cut.{ending}", "cut")

    [event] = pycmx.parse_cmx3600(io.StringIO((tmp_path / "cut.edl").read_text())).events
    file = Xml.parse(tmp_path / "cut.xml").find(".//file")
    [track] = otio.adapters.read_from_file(str(tmp_path / "cut.otio")).video_tracks()

    assert (event.edits[0].source_in, event.edits[0].source_out) == ("23:59:59:12", "00:00:00:12")
    assert file is not None
    said = file.findtext("timecode/string"), file.findtext("timecode/frame")
    assert said == ("23:59:59:12", str(24 * 3600 * 24 - 12))
    assert track[0].source_range.start_time.to_timecode() == "23:59:59:12"


# -- other rates and names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "fps", "number"),
    [
        ("00:00:59;29", 30000 / 1001, 1799),
        ("00:01:00;02", 30000 / 1001, 1800),
        ("00:10:00;00", 30000 / 1001, 17982),
        ("01:00:00;00", 30000 / 1001, 107892),
        ("01:00:00;00", 60000 / 1001, 215784),
        ("01:00:00:00", 30000 / 1001, 108000),
    ],
)
def test_numbers_that_are_dropped_are_not_counted(tmp_path: Path, said: str, fps: float, number: int) -> None:
    facts = SourceFacts(path=tmp_path, fps=fps, frame_count=24, width_px=2, height_px=2, timecode=said)

    assert (facts.first_number, facts.valid_timecode) == (number, said)
    assert facts.first_number == otio.opentime.from_timecode(said, fps).value


@pytest.mark.parametrize("fps", [30000 / 1001, 60000 / 1001])
@pytest.mark.parametrize("said", ["00:00:00;00", "00:00:59;10", "01:09:58;00", "23:59:59;28"])
def test_an_edl_begins_at_the_timecode_that_the_frame_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, fps: float
) -> None:
    for skipped in (0, 1, 40, 1_799, 1_800, 17_982, 40_000):
        facts = SourceFacts(
            path=tmp_path, fps=fps, frame_count=50_000, width_px=2, height_px=2, timecode=said
        )
        monkeypatch.setattr(timeline, "source_facts", lambda clip, facts=facts: facts)
        part = FilmPart(video_path="", skip_first=skipped, skip_last=49_990 - skipped)

        write_timeline([a_clip()], tmp_path / "c.edl", "cut", [part])

        [event] = pycmx.parse_cmx3600(io.StringIO((tmp_path / "c.edl").read_text("utf-8"))).events
        begin = otio.opentime.RationalTime(facts.first_number + skipped, fps)
        day = 144 * (round(fps) * 600 - 9 * round(fps / 15))
        label = otio.opentime.RationalTime(begin.value % day, fps).to_timecode()
        assert event.edits[0].source_in == label.replace(";", ":")


@pytest.mark.parametrize(("fps", "base"), [(24000 / 1001, 24), (25.0, 25), (30.0, 30), (60.0, 60)])
def test_no_numbers_are_dropped_at_other_rates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fps: float, base: int
) -> None:
    facts = SourceFacts(
        path=tmp_path, fps=fps, frame_count=10, width_px=2, height_px=2, timecode="01:00:00;02"
    )
    monkeypatch.setattr(timeline, "source_facts", lambda clip: facts)

    write_timeline([a_clip()], tmp_path / "c.xml", "cut")

    file = next(read_strictly(tmp_path / "c.xml").iter("file"))
    said = [file.findtext(f"timecode/{tag}") for tag in ("string", "frame", "displayformat")]
    assert said == ["01:00:00:02", str(base * 3600 + 2), "NDF"]


@pytest.mark.parametrize(
    ("codec", "order", "said"),
    [
        ("libx264", "tff=1", "upper"),
        ("libx264", "bff=1", "lower"),
        ("libx264", "", "none"),
        ("dvvideo", "", "lower"),
    ],
)
def test_fields_are_told_in_the_order_in_which_they_are_shown(
    tmp_path: Path, codec: str, order: str, said: str
) -> None:
    with av.open(str(tmp_path / "fields.mov"), "w", format="mov") as container:
        stream = container.add_stream(codec, rate=25)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 720, 576, "yuv420p"
        stream.options = {"x264-params": order} if order else {}
        for number in range(3):
            frame = av.VideoFrame(720, 576, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes([128]) * plane.buffer_size)
            frame.pts, frame.time_base = number, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))

    write_timeline([clip_of(tmp_path / "fields.mov")], tmp_path / "c.xml", "cut")

    root = read_strictly(tmp_path / "c.xml")
    assert {element.text for element in root.iter("fielddominance")} == {said}


def test_a_source_that_drops_numbers_is_read_back_with_its_own_timecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = a_clip()
    facts = SourceFacts(
        path=Path(clip.video_path), fps=30000 / 1001, frame_count=10, width_px=2, height_px=2,
        timecode="01:00:00;00",
    )  # fmt: skip
    monkeypatch.setattr(timeline, "source_facts", lambda clip: facts)

    for ending in ("otio", "xml", "edl"):
        write_timeline([clip], tmp_path / f"c.{ending}", "cut")

    [item] = otio.adapters.read_from_file(str(tmp_path / "c.otio")).video_tracks()[0]
    assert item.source_range.start_time.to_timecode() == "01:00:00;00"
    file = next(read_strictly(tmp_path / "c.xml").iter("file"))
    assert [file.findtext(f"timecode/{tag}") for tag in ("string", "frame")] == ["01:00:00;00", "107892"]
    assert " 01:00:00:00 01:00:00:10 " in (tmp_path / "c.edl").read_text("utf-8")


@pytest.mark.parametrize("fps", [7.5, 1 / 3, 1 / 10_800])
def test_a_slow_clip_in_an_edl_lasts_as_long_as_it_does(tmp_path: Path, fps: float) -> None:
    clips = [a_clip(fps=24.0), a_clip(fps=fps)]
    facts = replace(clips[1].video, frame_count=3, duration_s=3 / fps)
    slow = replace(clips[1], video=facts, video_path=str(tmp_path / "slow.mp4"))

    write_timeline([clips[0], slow], tmp_path / "c.edl", "cut")

    read = pycmx.parse_cmx3600(io.StringIO((tmp_path / "c.edl").read_text("utf-8")))
    edit = [edit for event in read.events for edit in event.edits][-1]
    begin, end = (otio.opentime.from_timecode(text, 24) for text in (edit.record_in, edit.record_out))
    assert (end - begin).to_seconds() == pytest.approx(3 / fps, abs=0.05)


@pytest.mark.parametrize("ending", ["xml", "edl"])
def test_a_rate_below_one_gives_a_timeline_no_timecode(tmp_path: Path, ending: str) -> None:
    with pytest.raises(BadInput, match="Nothing was written"):
        write_timeline([a_clip(fps=1 / 10_800)], tmp_path / f"c.{ending}", "cut")


@pytest.mark.parametrize("ending", ["otio", "xml", "edl"])
def test_a_name_whose_bytes_are_not_utf8_is_written_so_that_it_can_be_read(
    tmp_path: Path, ending: str
) -> None:
    clip = replace(a_clip(), video_path=str(tmp_path / "caf\udce9.mp4"))

    write_timeline([clip], tmp_path / f"c.{ending}", "cut")

    assert "caf" in (tmp_path / f"c.{ending}").read_text("utf-8")


@pytest.fixture
def song(tmp_path: Path) -> Path:
    path = tmp_path / "song é.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, 44_100, 0, "NONE", ""))
        sound.writeframes(bytes(2 * 44_100 // 2))
    return path


def test_a_sound_beneath_is_on_a_track_of_its_own_in_place_of_the_clips(
    clips: dict[str, Clip], song: Path, tmp_path: Path
) -> None:
    clip = clips["music"]
    write_timeline([clip, clip], tmp_path / "cut.xml", "cut", sound_path=str(song))
    write_timeline([clip, clip], tmp_path / "cut.otio", "cut", sound_path=str(song))

    root = read_strictly(tmp_path / "cut.xml")
    (track,) = root.findall("sequence/media/audio/track")
    (item,) = track.findall("clipitem")
    rate = clip.video.fps
    assert item.findtext("file/pathurl") == song.as_uri()
    assert item.findtext("file/media/audio/channelcount") == "1"
    assert item.findtext("file/media/audio/samplecharacteristics/samplerate") == "44100"
    assert (item.findtext("start"), item.findtext("end")) == ("0", str(round(rate / 2)))
    timeline = otio.adapters.read_from_file(str(tmp_path / "cut.otio"))
    (sounds,) = timeline.audio_tracks()
    (beneath,) = sounds
    assert beneath.media_reference.target_url == song.as_uri()
    assert beneath.source_range.duration.to_seconds() == pytest.approx(0.5, abs=1 / rate)


def test_a_sound_that_is_longer_than_the_film_ends_with_it(
    clips: dict[str, Clip], song: Path, tmp_path: Path
) -> None:
    clip = clips["music"]
    part = FilmPart(video_path=clip.video_path, skip_first=20)
    write_timeline([clip], tmp_path / "cut.xml", "cut", [part], sound_path=str(song))

    root = read_strictly(tmp_path / "cut.xml")
    ends = {item.findtext("end") for item in root.iter("clipitem")}
    assert len(ends) == 1


def test_a_film_without_its_videos_sound_has_no_track_of_it(clips: dict[str, Clip], tmp_path: Path) -> None:
    write_timeline([clips["music"]], tmp_path / "cut.otio", "cut", own_sound=False)

    assert otio.adapters.read_from_file(str(tmp_path / "cut.otio")).audio_tracks() == []
