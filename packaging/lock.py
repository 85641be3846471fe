"""Rewrites packaging/constraints.txt and constraints-check.txt: exact versions with the hashes of their wheels.

    python3 packaging/lock.py [--upgrade] [PYTHON ...]

Each PYTHON is asked what pip would install for it; the default is python3.11, python3.12 and python3.13. All three are
needed, since the lines of a missing one would be lost. Versions stay as they are unless pyproject.toml forbids them or
`--upgrade` asks for the newest. Only wheels are used: building one would need tools without hashes.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path

PACKAGING_DIR = Path(__file__).parent
SERIES = ("3.11", "3.12", "3.13")
# The wheels for these platforms are listed where they exist; those for the platform of the asked Python
# always are.
LINUX_LEVELS = (17, 24, 26, 27, 28, 31, 34, 35, 39)
PLATFORMS = {
    "Linux on x86-64": ["manylinux2014_x86_64", *(f"manylinux_2_{level}_x86_64" for level in LINUX_LEVELS)],
    "Linux on ARM": ["manylinux2014_aarch64", *(f"manylinux_2_{level}_aarch64" for level in LINUX_LEVELS)],
    "macOS on ARM": [
        f"macosx_{version}_0_{kind}" for version in (11, 12, 13, 14) for kind in ("arm64", "universal2")
    ],
}
EDITABLE = "editables>=0.5"  # hatchling needs it to install the checkout itself
HEAD = """\
# {what} for Python 3.11, 3.12 and 3.13: exact versions, and the hashes of their wheels.
# Written by `python3 packaging/lock.py`; `packaging/setup` installs these and nothing else (--require-hashes).
"""

Pins = dict[str, str]
"""The version by package name, spelt as in the wheel's name."""


class Refused(Exception):
    """pip can't find a wheel of something; the message has pip's words."""


def report(python: str, *arguments: str) -> list[dict]:
    """Return what pip would install, without installing anything. Raises Refused."""
    with tempfile.TemporaryDirectory() as folder:
        report_path = Path(folder, "report.json")
        command = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--dry-run"]
        command += ["--ignore-installed", "--only-binary", ":all:", "--report", str(report_path)]
        asked = subprocess.run(
            [*command, "--target", folder, *arguments], capture_output=True, text=True, check=False
        )
        if asked.returncode:
            raise Refused(asked.stderr)
        return json.loads(report_path.read_text(encoding="utf-8"))["install"]


def pins_of(found: list[dict]) -> Pins:
    return {one["metadata"]["name"]: one["metadata"]["version"] for one in found}


def hashes_of(found: list[dict]) -> dict[str, str]:
    return {
        one["metadata"]["name"]: one["download_info"]["archive_info"]["hashes"]["sha256"] for one in found
    }


def locked(*paths: Path) -> list[str]:
    """Return the present pins without their hashes."""
    text = "".join(path.read_text(encoding="utf-8") for path in paths if path.exists())
    return re.findall(r"^[A-Za-z0-9][^\\\n]*", text, re.MULTILINE)


def resolved(python: str, requirements: list[str], kept: list[str]) -> list[dict]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as constraints:
        constraints.write("\n".join(kept))
        constraints.flush()
        return report(python, "--constraint", constraints.name, *requirements)


def elsewhere(python: str, series: str, platforms: list[str], pins: Pins) -> dict[str, str]:
    """Return the hashes of the wheels for another platform; packages without a wheel for it are left out."""
    pins = dict(pins)
    chosen = ["--no-deps", "--python-version", series, "--implementation", "cp"]
    chosen += [f"--platform={platform}" for platform in platforms]
    while True:
        try:
            return hashes_of(
                report(python, *chosen, *(f"{name}=={version}" for name, version in pins.items()))
            )
        except Refused as refused:
            missing = re.search(r"No matching distribution found for ([\w.-]+)==", str(refused))
            if missing is None or pins.pop(missing[1], None) is None:
                raise


def marker(series: set[str]) -> str:
    if series == set(SERIES):
        return ""
    return " ; " + " or ".join(f'python_version == "{one}"' for one in sorted(series))


def lines(pins: dict[str, Pins], hashes: dict[tuple[str, str], set[str]]) -> str:
    """Return one entry for each name and version, with the Pythons that it is for."""
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for series, versions in pins.items():
        for pin in versions.items():
            users[pin].add(series)
    text = ""
    for name, version in sorted(users, key=lambda pin: (pin[0].lower(), pin[1])):
        known = "".join(f" \\\n    --hash=sha256:{one}" for one in sorted(hashes[name, version]))
        text += f"{name}=={version}{marker(users[name, version])}{known}\n"
    return text


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    arguments.add_argument("pythons", nargs="*", metavar="PYTHON", default=[f"python{one}" for one in SERIES])
    wanted = arguments.parse_args()

    project = tomllib.loads((PACKAGING_DIR.parent / "pyproject.toml").read_text(encoding="utf-8"))
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"], EDITABLE]
    check = [*run, *project["project"]["optional-dependencies"]["check"]]
    run_path, check_path = PACKAGING_DIR / "constraints.txt", PACKAGING_DIR / "constraints-check.txt"
    kept = [] if wanted.upgrade else locked(run_path, check_path)

    to_run: dict[str, Pins] = {}
    to_check: dict[str, Pins] = {}
    hashes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for python in wanted.pythons:
        ask = "import sys; print('%d.%d' % sys.version_info[:2])"
        series = subprocess.run(
            [python, "-c", ask], capture_output=True, text=True, check=True
        ).stdout.strip()
        print(f"Python {series}: choosing versions", file=sys.stderr)
        found = resolved(python, check, kept)
        pins = pins_of(found)
        exactly = [f"{name}=={version}" for name, version in pins.items()]
        to_run[series] = pins_of(resolved(python, run, exactly))
        to_check[series] = {name: version for name, version in pins.items() if name not in to_run[series]}
        for name, known in hashes_of(found).items():
            hashes[name, pins[name]].add(known)
        for kind, platforms in PLATFORMS.items():
            print(f"Python {series}: hashes for {kind}", file=sys.stderr)
            for name, known in elsewhere(python, series, platforms, pins).items():
                hashes[name, pins[name]].add(known)
    if set(to_run) != set(SERIES):
        sys.exit(f"All of Python {', '.join(SERIES)} are needed; nothing was written.")
    run_path.write_text(HEAD.format(what="What the program needs") + lines(to_run, hashes), encoding="utf-8")
    check_path.write_text(
        HEAD.format(what="What its checks need besides") + lines(to_check, hashes), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
