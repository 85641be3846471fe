"""Final Cut Pro 7 XML (xmeml 4), as Premiere and Resolve read it: clips one after the other, with their handles.

It is written here and not by OpenTimelineIO's adapter, which leaves the sound of our clips empty, loses the second use of a
clip, and writes rates twice (version 1.0.0, 2026-11). Times of the sequence are counted at the first clip's rate, times of a
file at its own rate. A file is described at its first use; later uses only name its id.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from vidu_desktop.adapters.video.sound_file import SoundFacts
from vidu_desktop.adapters.video.source_facts import SourceFacts

_FIELDS = {None: "none", True: "upper", False: "lower"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE xmeml>\n'


@dataclass(frozen=True, slots=True)
class Use:
    """One place of the sequence: a source from its frame `first` on. `start`, `length` and `first` are frames at the
    sequence's rate.
    """

    name: str
    source: SourceFacts
    start: int
    length: int
    first: int = 0


def fcp_xml(name: str, uses: Sequence[Use], beneath: SoundFacts | None = None) -> str:
    """Return the document. The first use gives the sequence its rate and size. The sound `beneath` starts with the sequence;
    with it, no use may have sound of its own. Names may hold printable characters only.
    """
    first = uses[0].source
    root = Xml.Element("xmeml", version="4")
    sequence = _add(root, "sequence", id="sequence-1")
    _add(sequence, "name", name)
    _add(sequence, "duration", uses[-1].start + uses[-1].length)
    _rate(sequence, first)
    _timecode(sequence, first, 0, "00:00:00:00")
    media = _add(sequence, "media")
    writer = _Writer(uses)
    channels = writer.channels if beneath is None else beneath.channels
    video = _add(media, "video")
    _picture(_add(video, "format"), first)
    writer.track(video, 0)
    if channels:
        audio = _add(media, "audio")
        _add(audio, "numOutputChannels", channels)
        _sound(_add(audio, "format"), first.sound_hz if beneath is None else beneath.sound_hz)
        for channel in range(1, channels + 1):
            if beneath is None:
                writer.track(audio, channel)
            else:
                writer.sound_track(audio, beneath, channel)
    Xml.indent(root)
    return _HEAD + Xml.tostring(root, encoding="unicode") + "\n"


class _Writer:
    """Remembers which files were already described, and links pictures and sound. Channel 0 is the pictures."""

    def __init__(self, uses: Sequence[Use]) -> None:
        self._uses = uses
        self._files: dict[str, str] = {}
        self.channels = max(use.source.channels for use in uses)

    def track(self, media: Xml.Element, channel: int) -> None:
        track = _add(media, "track")
        for number, use in enumerate(self._uses, 1):
            if channel <= use.source.channels:
                self._item(track, number, use, channel)

    def _item(self, track: Xml.Element, number: int, use: Use, channel: int) -> None:
        item = _add(track, "clipitem", id=_item_id(number, channel))
        _add(item, "name", use.name)
        _add(item, "enabled", "TRUE")
        _add(item, "duration", self._whole(use))
        _rate(item, self._uses[0].source)
        for tag, value in (
            ("start", use.start),
            ("end", use.start + use.length),
            ("in", use.first),
            ("out", use.first + use.length),
        ):
            _add(item, tag, value)
        self._file(item, use.source)
        if channel:
            source = _add(item, "sourcetrack")
            _add(source, "mediatype", "audio")
            _add(source, "trackindex", use.source.channels_beside[0] + channel)
        for other in range(use.source.channels + 1) if use.source.channels else ():
            self._link(item, number, other)

    def sound_track(self, media: Xml.Element, sound: SoundFacts, channel: int) -> None:
        """Add one channel of the sound that is beneath all uses."""
        sequence, last = self._uses[0].source, self._uses[-1]
        whole = max(1, round(sound.length_s * sequence.fps))
        shown = min(whole, last.start + last.length)
        item = _add(_add(media, "track"), "clipitem", id=f"clipitem-sound-{channel}")
        _add(item, "name", printable(sound.path.stem))
        _add(item, "enabled", "TRUE")
        _add(item, "duration", whole)
        _rate(item, sequence)
        for tag, value in (("start", 0), ("end", shown), ("in", 0), ("out", shown)):
            _add(item, tag, value)
        file = _add(item, "file", id="file-sound")
        if channel == 1:
            _add(file, "name", printable(sound.path.name))
            _add(file, "pathurl", sound.path.as_uri())
            _rate(file, sequence)
            _add(file, "duration", whole)
            audio = _add(_add(file, "media"), "audio")
            _sound(audio, sound.sound_hz)
            _add(audio, "channelcount", sound.channels)
        source = _add(item, "sourcetrack")
        _add(source, "mediatype", "audio")
        _add(source, "trackindex", channel)
        for other in range(1, sound.channels + 1) if sound.channels > 1 else ():
            link = _add(item, "link")
            _add(link, "linkclipref", f"clipitem-sound-{other}")
            _add(link, "mediatype", "audio")
            _add(link, "trackindex", other)
            _add(link, "clipindex", 1)

    def _whole(self, use: Use) -> int:
        """Return the length of the source with its handles, in frames at the sequence's rate."""
        rate = self._uses[0].source.fps
        return max(use.first + use.length, round(use.source.frame_count * rate / use.source.fps))

    def _link(self, item: Xml.Element, number: int, channel: int) -> None:
        link = _add(item, "link")
        _add(link, "linkclipref", _item_id(number, channel))
        _add(link, "mediatype", "audio" if channel else "video")
        _add(link, "trackindex", channel or 1)
        before = self._uses[:number]
        _add(link, "clipindex", sum(channel <= use.source.channels for use in before))

    def _file(self, item: Xml.Element, source: SourceFacts) -> None:
        known = str(source.path) in self._files
        file_id = self._files.setdefault(str(source.path), f"file-{len(self._files) + 1}")
        file = _add(item, "file", id=file_id)
        if known:
            return
        _add(file, "name", printable(source.path.name))
        _add(file, "pathurl", source.path.as_uri())
        _rate(file, source)
        _add(file, "duration", source.frame_count)
        _timecode(file, source, source.first_number, source.valid_timecode)
        media = _add(file, "media")
        _picture(_add(media, "video"), source)
        if source.channels:
            audio = _add(media, "audio")
            _sound(audio, source.sound_hz)
            _add(audio, "channelcount", source.channels + sum(source.channels_beside))


def _item_id(number: int, channel: int) -> str:
    return f"clipitem-{number}-audio-{channel}" if channel else f"clipitem-{number}"


def _add(parent: Xml.Element, tag: str, text: str | int = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, tag, attributes)
    element.text = str(text) or None
    return element


def _rate(parent: Xml.Element, source: SourceFacts) -> None:
    rate = _add(parent, "rate")
    _add(rate, "timebase", source.counted_fps)
    _add(rate, "ntsc", "TRUE" if source.is_ntsc else "FALSE")


def _timecode(parent: Xml.Element, source: SourceFacts, number: int, text: str) -> None:
    timecode = _add(parent, "timecode")
    _rate(timecode, source)
    _add(timecode, "string", text)
    _add(timecode, "frame", number)
    _add(timecode, "displayformat", "DF" if ";" in text else "NDF")


def _picture(parent: Xml.Element, source: SourceFacts) -> None:
    facts = _add(parent, "samplecharacteristics")
    _rate(facts, source)
    _add(facts, "width", source.width_px)
    _add(facts, "height", source.height_px)
    _add(facts, "pixelaspectratio", "square")
    _add(facts, "fielddominance", _FIELDS[source.upper_field_first])


def _sound(parent: Xml.Element, rate_hz: int) -> None:
    facts = _add(parent, "samplecharacteristics")
    _add(facts, "samplerate", rate_hz)
    _add(facts, "depth", 16)


def printable(text: str) -> str:
    """Return the text with `_` for each character that isn't printable: neither XML nor a line of an EDL may hold these."""
    return "".join(char if char.isprintable() else "_" for char in text)
