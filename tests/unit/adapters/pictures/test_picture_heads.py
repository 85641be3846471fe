"""Reading only the heads of many pictures gives the same sizes as a full check, and a refusal for each file that is no
picture.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.pictures import make_picture

from vidu_desktop.adapters.pictures.picture_files import PictureFiles
from vidu_desktop.adapters.processes.helper_processes import HelperProcesses
from vidu_desktop.domain.catalogue import spec_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.errors import BadInput

LIMITS = spec_for_mode(Mode.IMAGE).picture_limits


@pytest.fixture(scope="module")
def processes() -> Iterator[HelperProcesses]:
    processes = HelperProcesses(workers=1)
    yield processes
    processes.close()


@pytest.mark.anyio
async def test_heads_tell_what_a_whole_look_tells(tmp_path: Path, processes: HelperProcesses) -> None:
    pictures = PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")
    made = [
        make_picture(tmp_path / f"{number}.{kind}", size=(320 + number, 180))
        for number, kind in enumerate(("png", "jpg", "webp", "bmp", "gif", "tiff"))
    ]
    paths = [str(path) for path in made]
    done: list[tuple[int, int]] = []

    looked = await pictures.look_at_heads(paths, lambda *step: done.append(step))

    for path in paths:
        whole, head = await pictures.look_at(path, LIMITS), looked[path]
        assert isinstance(head, PictureFacts)
        assert (head.width_px, head.height_px, head.media_type) == (
            whole.width_px,
            whole.height_px,
            whole.media_type,
        )
    assert done[-1] == (len(paths), len(paths))


@pytest.mark.anyio
async def test_each_that_is_no_picture_is_refused_by_itself(
    tmp_path: Path, processes: HelperProcesses
) -> None:
    pictures = PictureFiles(processes, inputs_dir=tmp_path / "inputs", thumbs_dir=tmp_path / "thumbs")
    good = make_picture(tmp_path / "good.png")
    text = tmp_path / "text.png"
    text.write_text("no picture")
    paths = [str(good), str(text), str(tmp_path / "none.png")]

    looked = await pictures.look_at_heads(paths, lambda done, count: None)

    assert isinstance(looked[paths[0]], PictureFacts)
    refusals = [looked[path] for path in paths[1:]]
    assert all(isinstance(one, BadInput) for one in refusals)
    assert [one.code for one in refusals] == ["picture-not-a-picture", "picture-missing"]
