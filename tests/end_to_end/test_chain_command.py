"""`chain` as a real process with a service on loopback: each gap is paid once, whatever happens to the stills."""

import shutil
from pathlib import Path

import pytest
from fakes.command import Command, Done
from fakes.pictures import make_picture
from fakes.quick_command import QuickCommand
from fakes.scripted_service import ScriptedService
from fakes.videos import make_video

CHAIN = ("--name", "Dawn", "--prompt", "walks", "--json")


@pytest.fixture
def service(tmp_path: Path):
    video = make_video(tmp_path / "v.mp4", seconds=1.0).read_bytes()
    with ScriptedService(video=video) as service:
        yield service


@pytest.fixture
def run(tmp_path: Path, service: ScriptedService) -> Command:
    return QuickCommand(tmp_path / "home", service)


@pytest.fixture
def stills(tmp_path: Path) -> list[str]:
    return [
        str(make_picture(tmp_path / f"{name}.png", size=(320 + 2 * place, 180)))
        for place, name in enumerate("abc")
    ]


def gaps(done: Done) -> list[object]:
    return [line["state"] for line in done.objects if "gap" in line]


def test_a_changed_still_makes_its_two_gaps_anew_and_the_old_one_is_free(
    run: Command, service: ScriptedService, stills: list[str], tmp_path: Path
) -> None:
    film, cut = tmp_path / "film.mp4", tmp_path / "cut.otio"
    too_dear = run("chain", *stills, *CHAIN, "--budget", "0.39")
    assert (too_dear.code, service.charges.total()) == (2, 0)

    unsayable = ("--timeline", str(tmp_path / "cut.edl"), "--speed", "2")
    refused = run("chain", *stills, *CHAIN, "--budget", "1", *unsayable)
    assert (refused.code, service.charges.total()) == (2, 0)

    made = run("chain", *stills, *CHAIN, "--budget", "1", "--join", str(film), "--timeline", str(cut))
    assert made.code == 0, made.err
    assert (gaps(made), service.charges.total()) == (["current"] * 2, 2)
    assert film.exists()
    assert cut.exists()

    old = Path(stills[1]).read_bytes()
    make_picture(Path(stills[1]), size=(328, 180))
    looked = run("chain", *stills, *CHAIN, "--dry-run")
    assert (looked.code, gaps(looked)) == (0, ["out-of-date"] * 2)
    assert [
        (line["clip"], line["older_clip"], line["older_path"]) for line in looked.objects if "gap" in line
    ] == [(None, line["clip"], line["path"]) for line in made.objects if "gap" in line]
    assert all(line["older_clip"] is None for line in made.objects if "gap" in line)
    assert [line["total_usd"] for line in looked.objects if "chain" in line] == [0.4]
    dear = run("chain", *stills, *CHAIN, "--dry-run", "--budget", "0.79")  # 0.4 are already spent
    assert (dear.code, gaps(dear)) == (2, ["out-of-date"] * 2)
    assert [dear.objects[-2]["total_usd"], dear.last["error"]["code"]] == [0.4, "budget-exceeded"]
    assert run("chain", *stills, *CHAIN, "--dry-run", "--budget", "0.8").code == 0
    assert run("chain", *stills, *CHAIN, "--budget", "1").code == 0
    assert service.charges.total() == 4

    Path(stills[1]).write_bytes(old)
    shutil.copyfile(stills[2], tmp_path / "renamed.png")
    for another in (("--budget", "1"), ("--dry-run",)):
        other = run("chain", *stills, "--name", "Another", "--prompt", "walks", "--json", *another)
        assert (other.code, other.objects[-1]["error"]["code"]) == (2, "have-already")
        assert service.charges.total() == 4
    for free in (("--again",), ("--rehearse",)):
        looked = run("chain", *stills, "--name", "Another", "--prompt", "walks", "--json", "--dry-run", *free)
        assert looked.code == 0, looked.err
    back = run("chain", *stills[:2], str(tmp_path / "renamed.png"), *CHAIN, "--budget", "1")
    assert (back.code, gaps(back), service.charges.total()) == (0, ["current"] * 2, 4)


def test_blanks_around_a_prompt_mean_nothing_as_on_a_board(
    run: Command, service: ScriptedService, stills: list[str]
) -> None:
    for prompt in (" walks\n", "walks", "walks "):
        done = run("chain", *stills, "--name", "Dawn", "--prompt", prompt, "--json", "--budget", "1")
        assert (done.code, gaps(done), service.charges.total()) == (0, ["current"] * 2, 2), done.err


def test_stills_that_do_not_fit_are_named_with_their_gap_and_small_ones_are_said(
    run: Command, stills: list[str], tmp_path: Path
) -> None:
    square = str(make_picture(tmp_path / "square.png", size=(300, 300)))
    looked = run("chain", *stills[:2], square, *CHAIN, "--dry-run")
    (error,) = [line["error"] for line in looked.objects if "error" in line]
    assert (looked.code, error["code"]) == (2, "pair-mismatch")
    assert error["message"].startswith("S020, b.png → square.png: The end frame is 300 × 300")
    small = run("chain", *stills, *CHAIN, "--dry-run")
    assert small.code == 0
    assert "Of these pictures, 3 have less than half the video's width or height" in small.err


def test_what_is_wrong_is_said_at_once_and_nothing_is_begun(
    run: Command, service: ScriptedService, stills: list[str], tmp_path: Path
) -> None:
    (tmp_path / "prompts.txt").write_text("one\ntwo\nthree\n")
    (tmp_path / "short.txt").write_text("one\n")
    (tmp_path / "page.png").write_text("<html>")
    film = ["--join", str(tmp_path / "film.mp4")]
    wrong: list[tuple[list[str], list[str]]] = [
        ([*stills[:1], "--budget", "1"], ["chain-too-short"]),
        (stills, ["budget-missing"]),
        ([*stills, "--budget", "1", "--join", stills[0]], ["target-there"]),
        ([*stills, "--budget", "1", "--timeline", str(tmp_path / "cut.aaf")], ["timeline-kind"]),
        ([*stills, "--budget", "1", "--join", str(tmp_path / "none" / "film.mp4")], ["target-folder"]),
        ([*stills, "--dry-run", "--prompts", str(tmp_path / "prompts.txt")], ["prompts-count"]),
        ([*stills, "--budget", "1", "--prompts", str(tmp_path / "short.txt")], ["prompts-count"]),
        ([*stills, "--dry-run", "--prompts", stills[0]], ["prompts-unreadable"]),
        ([*stills, "--budget", "1", *film, "--trim", "200"], ["film-trim"]),
        ([*stills, "--rehearse", *film, "--trim", "S020=96"], ["film-trim"]),
        ([*stills, "--dry-run", *film, "--trim", "200"], ["film-trim"]),
        (
            [*stills, str(tmp_path / "page.png"), str(tmp_path / "gone.png"), "--dry-run"],
            ["picture-html", "picture-missing"],
        ),
    ]
    for arguments, codes in wrong:
        done = run("chain", *arguments, *CHAIN)
        assert done.code == 2, done.err
        assert [line["error"]["code"] for line in done.objects] == codes
    assert service.requests == []
    assert not list(tmp_path.rglob(".batches/*"))
