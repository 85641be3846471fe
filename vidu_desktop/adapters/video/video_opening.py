"""Opens a video file, in a helper process or in a reader's own thread.

Playlists and web pages can't be opened here: the bytes must begin as an MP4, the demuxer is named and not guessed, and the
only allowed protocol is that of local files.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from vidu_desktop.adapters.disk.reading import open_regular
from vidu_desktop.adapters.video.main_streams import are_coded_unreadably, main_pictures
from vidu_desktop.adapters.video.video_errors import not_a_video, unreadable
from vidu_desktop.errors import ViduDesktopError

_LOCAL_ONLY = {"protocol_whitelist": "file", "enable_drefs": "0", "use_absolute_path": "0"}


@contextmanager
def opened_file(path: str) -> Iterator[BinaryIO]:
    """Open a regular file to read. Raises DiskTrouble when it can't be read, even later in the body."""
    try:
        file = open_regular(path)
    except OSError as error:
        raise unreadable(path, error) from error
    with file:
        try:
            yield file
        except OSError as error:
            raise unreadable(path, error) from error


@contextmanager
def opened_video(
    path: str, *, all_frames: bool = False, threads: str = "NONE"
) -> Iterator[tuple[InputContainer, VideoStream]]:
    """Open with the MP4 demuxer and no other; errors that the library raises for a broken file become NotAVideo.

    `all_frames` includes the frames that an edit list hides, so that they can be counted against the index. `threads` is how
    the decoder may use threads: in a helper, they would reserve much of its memory.
    """
    av.logging.set_level(av.logging.PANIC)
    try:
        # With `file:`, nothing in a name can be taken for another protocol.
        with av.open(
            f"file:{path}",
            format="mp4",
            options={**_LOCAL_ONLY, "ignore_editlist": "1" if all_frames else "0"},
        ) as container:
            stream = main_pictures(container)
            if stream is None:
                raise not_a_video("video-coding" if are_coded_unreadably(container) else "video-no-picture")
            stream.thread_type = threads
            yield container, stream
    except (ViduDesktopError, MemoryError):
        raise
    except Exception as error:
        raise not_a_video("video-damaged") from error
