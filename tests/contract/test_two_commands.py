"""The first part of the two start commands: what they find missing on a system, and what they do about it.

The system is imitated by small programs at the front of PATH; nothing is installed.
"""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from vidu_desktop.adapters.desktop.window_libraries import packages_by_library

CHECKOUT_DIR = Path(__file__).parents[2]
WINDOW_LIBRARIES = list(packages_by_library(CHECKOUT_DIR / "resources" / "window-libraries.txt"))


class System:
    """An imitated Debian: `libraries` are installed, and apt-get notes what it is asked to install."""

    def __init__(self, folder: Path) -> None:
        self.bin_dir = folder / "bin"
        self.bin_dir.mkdir()
        self.asked_path = folder / "asked"
        self.libraries = list(WINDOW_LIBRARIES)
        self.program("dpkg-query", "exit 0")
        self.program("dpkg", "exit 0")
        self.program("apt-get", f'echo "$@" >> {shlex.quote(str(self.asked_path))}')
        self.program(
            "find", "echo /usr/share/fonts/DejaVuSans.ttf; echo /usr/share/fonts/NotoSansCJK.ttc; exit 1"
        )
        self.program("Xvfb", "exit 0")
        self.user(0)

    def program(self, name: str, body: str) -> None:
        path = self.bin_dir / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def user(self, number: int, *, may_sudo: bool = False) -> None:
        self.program("id", f"echo {number}")
        self.program("sudo", 'shift; exec "$@"' if may_sudo else "exit 1")

    def asked(self) -> str:
        return self.asked_path.read_text() if self.asked_path.exists() else ""

    def do(self, shell: str, **environ: str) -> subprocess.CompletedProcess[str]:
        lines = "".join(f"echo '\t{name} (libc6,x86-64) => /lib/{name}'\n" for name in self.libraries)
        self.program("ldconfig", lines or "exit 0")
        # The tests may run with another Python or environment than the first one on PATH.
        of_nobody = {name: value for name, value in os.environ.items() if not name.startswith("VIDU_DESKTOP")}
        return subprocess.run(
            ["bash", "-c", f"set -uo pipefail; . packaging/setup; {shell}"],
            cwd=CHECKOUT_DIR,
            env={**of_nobody, "PATH": f"{self.bin_dir}:{os.environ['PATH']}", **environ},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path)


@pytest.mark.parametrize("purpose", ["window", "command", "check"])
def test_a_complete_system_is_left_alone(system: System, purpose: str) -> None:
    result = system.do(f"provide_packages debian {purpose}")

    assert (result.returncode, system.asked(), result.stdout) == (0, "", "")


def test_without_the_right_to_install_the_exact_line_is_printed(system: System) -> None:
    system.libraries.remove("libEGL.so.1")
    system.libraries.remove("libxcb-cursor.so.0")
    system.user(1000)

    result = system.do("provide_packages debian window; echo went on")

    assert result.returncode == 1
    assert (
        "    sudo apt-get update && sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0\n"
        in result.stderr
    )
    assert (system.asked(), result.stdout) == ("", "")


@pytest.mark.parametrize(("user", "may_sudo"), [(0, False), (1000, True)])
def test_with_the_right_only_what_is_missing_is_installed(system: System, user: int, may_sudo: bool) -> None:
    system.libraries.remove("libpulse.so.0")
    system.user(user, may_sudo=may_sudo)

    # the imitated apt-get installs nothing, and that is noticed, too
    result = system.do("provide_packages debian window")

    assert "install --no-install-recommends libpulse0\n" in system.asked()
    assert "Still missing after the installation: libpulse0" in result.stderr
    assert result.returncode == 1


@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("fedora", "    sudo dnf install libglvnd-egl xcb-util-cursor\n"),
        ("arch", "    sudo pacman -S --needed libglvnd xcb-util-cursor\n"),
    ],
)
def test_other_systems_are_told_their_own_names_of_packages(system: System, family: str, line: str) -> None:
    system.libraries.remove("libEGL.so.1")
    system.libraries.remove("libxcb-cursor.so.0")
    system.user(1000)

    result = system.do(f"provide_packages {family} window")

    assert (result.returncode, line in result.stderr) == (1, True), result.stderr


@pytest.mark.parametrize(
    ("family", "tool", "words"),
    [
        ("fedora", "dnf", "-q -y --setopt=install_weak_deps=False install pulseaudio-libs"),
        ("arch", "pacman", "-S --needed --noconfirm --noprogressbar libpulse"),
    ],
)
def test_other_systems_install_with_their_own_tool(
    system: System, family: str, tool: str, words: str
) -> None:
    system.libraries.remove("libpulse.so.0")
    system.program(tool, f'echo "$@" >> {shlex.quote(str(system.asked_path))}')

    system.do(f"provide_packages {family} window")

    assert system.asked() == f"{words}\n"


def test_without_the_right_to_install_fonts_alone_stop_nobody(system: System) -> None:
    # given: a system that lacks only fonts for Chinese and Japanese
    system.program("find", "echo /usr/share/fonts/DejaVuSans.ttf")
    system.user(1000)

    # when: somebody prepares it who may not install packages
    result = system.do("provide_packages debian window; echo went on")

    # then: the command goes on, and says which line installs the fonts
    assert result.stdout == "went on\n"
    assert result.stderr.count("--no-install-recommends fonts-droid-fallback") == 1


def test_the_command_line_wants_nothing_of_a_window(system: System) -> None:
    system.libraries.clear()

    assert system.do("provide_packages debian command").returncode == 0
    assert system.asked() == ""


def test_a_python_that_is_too_new_is_not_taken(system: System, tmp_path: Path) -> None:
    for name in ("python3", "python3.13", "python3.12", "python3.11"):
        system.program(name, "exit 1")  # what each says when it is asked for its version

    result = system.do("make_venv", VIDU_DESKTOP_VENV=str(tmp_path / "venv"))

    assert result.returncode == 1
    assert "Python 3.11, 3.12 or 3.13 is needed" in result.stderr
    assert not (tmp_path / "venv").exists()


# These replace the two slow steps; each says that it was called.
NOTED_STEPS = """
make_venv() { echo made; mkdir -p "$venv_dir/bin"; }
install_program() { echo "installed $1"; }
venv_is_whole() { [ -d "$venv_dir/bin" ]; }
"""


def test_an_environment_is_made_once_and_again_when_its_ingredients_change(
    system: System, tmp_path: Path
) -> None:
    venv_dir = tmp_path / "venv"

    def provide(purpose: str, before: str = "") -> list[str]:
        result = system.do(f"{NOTED_STEPS}{before}; provide_venv {purpose}", VIDU_DESKTOP_VENV=str(venv_dir))
        return result.stdout.splitlines()

    assert provide("window", ":") == ["made", "installed run"]
    assert provide("window", ":") == []
    assert provide("command", ":") == []
    assert provide("check", ":") == ["installed check"]
    assert provide("window", ":") == []  # the checks need everything that the window needs
    assert provide("window", 'ingredients() { echo "other pins"; }') == ["installed run"]
    assert provide("window", 'rm -r "$venv_dir/bin" "$venv_dir/made-for-run"') == ["made", "installed run"]


def test_what_is_made_starts_without_a_lock_where_nothing_can_be_written(
    system: System, tmp_path: Path
) -> None:
    made = f"venv_dir={shlex.quote(str(tmp_path))}/made/.venv; ingredients() {{ echo all; }}"
    stamp = tmp_path / "made" / ".venv" / "made-for-run"
    stamp.parent.mkdir(parents=True)
    stamp.write_text("all\n")
    system.program("flock", "echo locked >&2")

    result = system.do(f"{made}; set_up command; echo went on")

    assert (result.stderr, result.stdout) == ("", "went on\n")


def test_a_place_for_the_environment_that_can_t_be_made_is_named(system: System, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = system.do(f"venv_dir={shlex.quote(str(tmp_path))}/file/.venv; set_up command; echo went on")

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(
        f"The virtual environment goes into {tmp_path}/file/.venv, which can't be"
    )


def test_fonts_are_found_without_a_home_too(system: System) -> None:
    result = system.do("unset HOME; missing_fonts debian window")

    assert (result.stderr, result.stdout) == ("", "")


def test_the_check_says_that_its_folder_for_temporary_files_is_missing(tmp_path: Path) -> None:
    script = (CHECKOUT_DIR / "packaging" / "check").read_text("utf-8")
    end = script.index("files_dir=")
    place = tmp_path / "packaging" / "check"
    place.parent.mkdir()
    place.write_text(script[:end] + "echo went on\n")
    place.with_name("setup").write_text(
        'checkout_dir=/; set_up() { :; }; give_up() { echo "$@" >&2; exit 1; }\n'
    )

    result = subprocess.run(
        ["bash", place],
        env={**os.environ, "TMPDIR": str(tmp_path / "gone")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (result.returncode, result.stdout) == (1, "")
    assert "TMPDIR names one that isn't there" in result.stderr


def test_an_interrupted_installation_is_not_taken_for_a_finished_one(system: System, tmp_path: Path) -> None:
    environ = {"VIDU_DESKTOP_VENV": str(tmp_path / "venv")}

    broken_off = system.do(
        f"{NOTED_STEPS} install_program() {{ kill -TERM $$; }}; provide_venv check", **environ
    )
    after = system.do(f"{NOTED_STEPS} provide_venv check", **environ)

    assert broken_off.returncode != 0
    assert after.stdout.splitlines() == ["installed check"]


def locked_lines(*names: str) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """Return the marker and the hashes of each name and version that the two commands install."""
    text = "".join((CHECKOUT_DIR / "packaging" / name).read_text(encoding="utf-8") for name in names)
    entry = re.compile(r"^([\w.-]+)==(\S+)(?: ; ([^\\\n]+?))? \\\n((?:    --hash=.*\n)+)", re.MULTILINE)
    return {
        (canonicalize_name(name), version): (marker, re.findall(r"sha256:([0-9a-f]{64})", hashes))
        for name, version, marker, hashes in entry.findall(text)
    }


@pytest.mark.parametrize("series", ["3.11", "3.12", "3.13"])
def test_every_requirement_is_locked_with_hashes_on_every_python(series: str) -> None:
    locked = locked_lines("constraints.txt", "constraints-check.txt")
    project = tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["check"]
    for requirement in map(Requirement, wanted + project["build-system"]["requires"]):
        if requirement.marker and not requirement.marker.evaluate({"python_version": series}):
            continue
        fitting = [
            version
            for (name, version), (marker, hashes) in locked.items()
            if name == canonicalize_name(requirement.name)
            and hashes
            and (not marker or Marker(marker).evaluate({"python_version": series}))
        ]
        assert len(fitting) == 1, f"{requirement} on {series}: run packaging/lock.py"
        assert requirement.specifier.contains(fitting[0]), f"{requirement}: run packaging/lock.py"


def test_only_what_is_locked_is_installed_and_the_rest_is_taken_away(system: System) -> None:
    steps = 'pip_install() { echo "$*"; }; venv_python=$(command -v python3); unlisted() { :; }; '
    steps += "compile_packages() { :; }; "
    lines = system.do(steps + "install_program check").stdout.splitlines()

    assert len(lines) == 2
    assert "--require-hashes --only-binary :all:" in lines[0]
    assert "constraints.txt" in lines[0]
    assert "constraints-check.txt" in lines[0]
    assert "--no-index --no-deps --no-build-isolation --editable" in lines[1]


def test_the_program_s_own_modules_are_compiled_like_its_libraries(system: System, tmp_path: Path) -> None:
    own, library = tmp_path / "vidu_desktop" / "one.py", tmp_path / "venv" / "lib" / "two.py"
    for path in (own, library):
        path.parent.mkdir(parents=True)
        path.write_text("answer = 42\n")
    folder = shlex.quote(str(tmp_path))

    result = system.do(
        f"checkout_dir={folder} venv_dir={folder}/venv venv_python={shlex.quote(sys.executable)}; compile_packages"
    )

    assert result.returncode == 0, result.stderr
    assert all(list(path.parent.glob(f"__pycache__/{path.stem}.*.pyc")) for path in (own, library))
