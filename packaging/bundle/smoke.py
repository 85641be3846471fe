"""Uses a built program as a person would, on all three systems, and fails at the first thing that doesn't work.

    python packaging/bundle/smoke.py PROGRAM [--picture WINDOW.png]

This script needs only Python. The program must not need even that: it gets an environment with only a home and a screen, and
a folder of its own. On Linux, if the system allows that, neither this checkout nor any Python on the disk is visible to it.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

CHECKOUT_DIR = Path(__file__).resolve().parents[2]
SAMPLES = ("fox.png", "lantern.png", "seaside-dusk.jpg", "seaside-night.jpg", "batch.csv")
MODES = {
    "image": ("狐狸 fox.png",),
    "start-end": ("seaside-dusk.jpg", "seaside-night.jpg"),
    "reference": ("狐狸 fox.png", "lantern.png"),
}
FORMATS = {
    "mp4": ".mp4", "clean-mp4": ".mp4", "h264": ".mp4", "gif": ".gif", "webp": ".webp", "png-sequence": "", "prores": ".mov",
    "still": ".png",
}  # fmt: skip
TIMELINES = ("cut.otio", "cut.xml", "cut.edl")
PATIENCE_S = 600.0
FILLED_COLOURS = 300
"""Text and icons bring this many colours by their soft edges; a bare window has a hundred."""

HIDE = """
mount=$1
shift
for folder in "$@"; do
    shift
    [ "$folder" = -- ] && break
    "$mount" -t tmpfs none "$folder" || exit 97
done
exec "$@"
"""


class Failed(Exception):
    """The program didn't do what it should; the message says what."""


class Program:
    """The program in an environment of its own. `prefix` starts it where Python and the checkout are hidden."""

    def __init__(self, path: Path, work_dir: Path, prefix: Sequence[str]) -> None:
        self._path = path
        self.work_dir = work_dir
        self._prefix = prefix
        (work_dir / "nothing").mkdir()

    def environ(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        kept = (
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "TEMP",
            "TMP",
            "APPDATA",
            "LOCALAPPDATA",
            "USERPROFILE",
        )
        environ = {name: os.environ[name] for name in kept if name in os.environ}
        environ |= {"HOME": str(self.work_dir), "PATH": str(self.work_dir / "nothing"), "LANG": "C.UTF-8"}
        return environ | {"PYTHONUTF8": "1"} | dict(more or {})

    def command(self, *words: str | Path) -> list[str]:
        return [*self._prefix, str(self._path), "--home", str(self.work_dir / "home"), *map(str, words)]

    def run(
        self,
        *words: str | Path,
        plain: bool = False,
        more: Mapping[str, str] | None = None,
        for_people: bool = False,
    ) -> str:
        """Return the program's output for scripts or for people; `more` is added to its environment. Raises Failed."""
        command = [*self._prefix, str(self._path), *map(str, words)] if plain else self.command(*words)
        done = subprocess.run(
            command,
            cwd=self.work_dir,
            env=self.environ(more),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
        )
        if done.returncode:
            raise Failed(
                f"{' '.join(map(str, words))}: ended with {done.returncode}\n{done.stdout}{done.stderr}"
            )
        return done.stderr if for_people else done.stdout

    def lines(self, *words: str | Path) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]


def hidden_folders() -> list[str]:
    """Return the checkout, and every Python that the program could use by mistake."""
    pythons = [*Path("/usr/lib").glob("python3*"), *Path("/usr/local/lib").glob("python3*")]
    own = [Path(sys.base_prefix), Path(sys.prefix)]
    folders = [
        CHECKOUT_DIR,
        *(path for path in pythons if path.is_dir()),
        *(p for p in own if p != Path("/usr")),
    ]
    # A folder inside a hidden one is hidden with it.
    return [
        str(one) for one in folders if not any(one.is_relative_to(other) for other in folders if other != one)
    ]


def hiding() -> list[str]:
    """Return the beginning of a command line that hides Python and the checkout; empty if the system doesn't allow that."""
    tools = [shutil.which(name) for name in ("unshare", "sh", "mount", "true")]
    if sys.platform != "linux" or None in tools:
        return []
    # Whole paths, since the program's PATH contains none of them.
    unshare, shell, mount, nothing = map(str, tools)
    for apart in (["--mount"], ["--mount", "--map-root-user"]):
        prefix = [unshare, *apart, shell, "-c", HIDE, "hide", mount, *hidden_folders(), "--"]
        if subprocess.run([*prefix, nothing], capture_output=True, check=False).returncode == 0:
            return prefix
    return []


def whole_program(path: Path, work_dir: Path) -> Path:
    """Copy the program with everything that belongs to it to a place far from the build, as on a person's computer."""
    folder = next((parent for parent in path.parents if parent.suffix == ".app"), path.parent)
    shutil.copytree(folder, work_dir / folder.name, symlinks=True)
    return work_dir / folder.name / path.relative_to(folder)


def find_samples(program_path: Path, work_dir: Path) -> None:
    """Copy the sample pictures out of the program itself, one of them under a Chinese name."""
    root = next((parent for parent in program_path.parents if parent.suffix == ".app"), program_path.parent)
    samples_dir = next(root.rglob("samples/fox.png")).parent
    for name in SAMPLES:
        shutil.copy(samples_dir / name, work_dir / ("狐狸 fox.png" if name == "fox.png" else name))


# -- what is tried ------------------------------------------------------------------------------------------------------


def tells_its_version(program: Program) -> None:
    said = program.run("--version", plain=True)
    if not re.fullmatch(r"vidu-desktop \d+\.\d+\.\d+\S*\s*", said):
        raise Failed(f"--version printed {said!r}")


def speaks(program: Program, language: str) -> None:
    said = program.run(
        "jobs", more={"LANG": f"{language}.UTF-8", "LC_ALL": "", "LANGUAGE": ""}, for_people=True
    )
    if said.isascii():
        raise Failed(f"in {language} it says {said!r}")


def rehearses(program: Program, mode: str) -> Path:
    last = program.lines("generate", mode, *MODES[mode], "--prompt", "Evening wind, 晚风", "--rehearse")[-1]
    path = Path(str(last["path"]))
    if last["state"] != "STORED" or path.stat().st_size < 10_000:
        raise Failed(f"the rehearsal of {mode} came to {last}")
    return path


def exports(program: Program, clip: Path, file_format: str) -> None:
    folder = program.work_dir / "exports" / file_format
    folder.mkdir(parents=True)
    program.run("library", "export", clip, "--as", file_format, "--to", folder)
    found = [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size > 1000]
    if not any(path.suffix == (FORMATS[file_format] or ".png") for path in found):
        raise Failed(f"export as {file_format} left {found}")


def joins_and_lists(program: Program, clips: Sequence[Path]) -> None:
    for verb, name in (
        ("join", "film.mp4"),
        ("sheet", "sheet.html"),
        *(("timeline", name) for name in TIMELINES),
    ):
        program.run("library", verb, *clips, "--to", program.work_dir / name)
        if not (program.work_dir / name).stat().st_size:
            raise Failed(f"{name} is empty")


def reads_sheets(program: Program) -> None:
    """Run a batch from a sheet, save its result as a workbook, and read that workbook again."""
    program.run("batch", "batch.csv", "--rehearse", "--rows", "2", "--result", "result.xlsx")
    lines = program.lines("batch", "result.xlsx", "--dry-run", "--hidden", "take", "--again", "take")
    if not lines:
        raise Failed("a workbook of its own has no rows")


def verifies(program: Program) -> None:
    program.run("library", "verify")
    program.run("library", "measure")


def opens_its_window(program: Program, picture: Path | None) -> None:
    with screen(program.work_dir) as (environ, colours):
        window = subprocess.Popen(program.command(), cwd=program.work_dir, env=program.environ(environ))
        try:
            wait_for(lambda: answers(program, environ), window, "a window that a second start raises")
            if colours is not None:
                wait_for(lambda: colours() > FILLED_COLOURS, window, "words in the window")
                time.sleep(3)  # covers and pictures come a moment later, and people will look at this picture
            if picture is not None and shutil.which("import"):
                subprocess.run(
                    ["import", "-window", "root", picture], env={**os.environ, **environ}, check=True
                )
            window.terminate()
            code = window.wait(timeout=60)
        finally:
            window.kill()
            window.wait()
    if code and sys.platform != "win32":  # there, a program can only be killed
        raise Failed(f"the window ended with {code}")


def answers(program: Program, environ: Mapping[str, str]) -> bool:
    """Whether a window answers: a second start then raises it and ends with 0 at once."""
    if not (program.work_dir / "home" / "data" / "lock.holder").exists():
        return False  # without a first window, this start would become the window
    second = subprocess.Popen(program.command(), cwd=program.work_dir, env=program.environ(environ))
    try:
        return second.wait(timeout=30) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        second.kill()
        second.wait()


def wait_for(true, window: subprocess.Popen, what: str) -> None:
    until_s = time.monotonic() + 120
    while not true():
        if window.poll() is not None or time.monotonic() > until_s:
            raise Failed(f"waited in vain: {what}")
        time.sleep(0.2)


@contextmanager
def screen(work_dir: Path) -> Iterator[tuple[dict[str, str], object]]:
    """Yield a screen for the window: a virtual one on Linux, elsewhere the existing one."""
    if sys.platform != "linux":
        yield {}, None
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-fbdir", str(work_dir)]
    server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        pixels = work_dir / "Xvfb_screen0"
        yield (
            {"DISPLAY": f":{number}"},
            lambda: len(set(memoryview(pixels.read_bytes()[-4_000_000:]).cast("I"))),
        )
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("program", type=Path)
    arguments.add_argument("--picture", type=Path, help="where a picture of the window is put, on Linux")
    wanted = arguments.parse_args()
    prefix = hiding()
    print("without Python and checkout" if prefix else "Python and checkout can't be hidden here", flush=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        work_dir = Path(name).resolve()
        path = whole_program(wanted.program.resolve(), work_dir)
        find_samples(path, work_dir)
        program = Program(path, work_dir, prefix)
        clips: list[Path] = []
        picture = wanted.picture.resolve() if wanted.picture else None
        steps = [
            ("version", lambda: tells_its_version(program)),
            ("Chinese", lambda: speaks(program, "zh_CN")),
            ("Japanese", lambda: speaks(program, "ja_JP")),
            *(
                (f"rehearsal, {mode}", lambda mode=mode: clips.append(rehearses(program, mode)))
                for mode in MODES
            ),
            *((f"export, {one}", lambda one=one: exports(program, clips[0], one)) for one in FORMATS),
            ("join, timelines, contact sheet", lambda: joins_and_lists(program, clips)),
            ("sheets", lambda: reads_sheets(program)),
            ("library verify and measure", lambda: verifies(program)),
            ("window", lambda: opens_its_window(program, picture)),
        ]
        for what, step in steps:
            began_s = time.monotonic()
            try:
                step()
            except (Failed, OSError, subprocess.SubprocessError) as error:
                sys.exit(f"{what}: FAILED\n{error}")
            print(f"{what}: good, {time.monotonic() - began_s:.1f} s", flush=True)


if __name__ == "__main__":
    main()
