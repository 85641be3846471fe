"""Packs dist/vidu-desktop for Linux: a .deb and an .rpm with nfpm, a .tar.zst that runs from any folder, and an AppDir.

    python packaging/bundle/packages.py

`build.py` calls it. The packages' dependencies come from `resources/window-libraries.txt`.
"""

import argparse
import gzip
import json
import platform
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT_DIR = HERE.parents[1]
WORK_DIR = CHECKOUT_DIR / "build" / "bundle"
DIST_DIR = CHECKOUT_DIR / "dist"
BUNDLE_DIR = DIST_DIR / "vidu-desktop"
NAME = "vidu-desktop"
PLACE = f"/usr/lib/{NAME}"
DESCRIPTION = """Make short videos from pictures with Vidu 2
One picture that starts to move, a first and a last frame with everything in
between, or subjects that appear in a new scene. Nothing that was paid for is
lost, and nothing is paid twice."""

FOR_WAYLAND = {
    "deb": ["libwayland-cursor0", "libwayland-egl1"],
    "rpm": ["libwayland-cursor.so.0()(64bit)", "libwayland-egl.so.1()(64bit)"],
}
"""Every desktop on Wayland has these, and X11 doesn't need them."""


def project() -> dict[str, str]:
    return tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def window_libraries() -> list[list[str]]:
    """Return rows of a library's file and the packages of Debian, Fedora and Arch that contain it."""
    text = (CHECKOUT_DIR / "resources" / "window-libraries.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.startswith("lib")]


def glibc_wanted(folder: Path) -> str:
    """Return the newest version of the C library that any file in the bundle requires."""
    found: set[int] = {17}
    for path in folder.rglob("*"):
        if path.is_file() and (".so" in path.name or path.name == NAME):
            found |= {int(minor) for minor in re.findall(rb"GLIBC_2\.(\d+)\b", path.read_bytes())}
    return f"2.{max(found)}"


def stage_share() -> Path:
    """Copy the files for /usr/share from the bundle; man page and changelog are compressed as distributions want them."""
    staged = WORK_DIR / "share"
    shutil.rmtree(staged, ignore_errors=True)
    shutil.copytree(BUNDLE_DIR / "share", staged)
    man_page = staged / "man" / "man1" / f"{NAME}.1"
    pack(man_page, man_page.with_name(f"{NAME}.1.gz"))
    man_page.unlink()
    pages = staged / "doc" / NAME
    pages.mkdir(parents=True)
    shutil.copy(HERE / "copyright", pages / "copyright")
    pack(CHECKOUT_DIR / "packaging" / "CHANGELOG.md", pages / "changelog.gz")
    return staged


def pack(source: Path, target: Path) -> None:
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def description_for_nfpm(share: Path, glibc: str) -> dict[str, object]:
    rows = window_libraries()
    zsh = f"/usr/share/zsh/{{}}/_{NAME}"
    completion = str(share / "zsh" / "site-functions" / f"_{NAME}")
    folders = ["applications", "metainfo", "man", "icons", "bash-completion", "fish", "doc"]
    return {
        "name": NAME,
        "arch": {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine()),
        "platform": "linux",
        "version": project()["version"],
        "section": "video",
        "priority": "optional",
        "maintainer": "The Vidu Desktop authors",
        "description": DESCRIPTION,
        "license": "GPL-3.0-or-later",
        "contents": [
            {
                "src": str(BUNDLE_DIR / "vidu-desktop"),
                "dst": f"{PLACE}/vidu-desktop",
                "file_info": {"mode": 0o755},
            },
            {"src": str(BUNDLE_DIR / "_internal"), "dst": f"{PLACE}/_internal", "type": "tree"},
            {"src": str(BUNDLE_DIR / "licences"), "dst": f"{PLACE}/licences", "type": "tree"},
            {"src": f"../lib/{NAME}/{NAME}", "dst": f"/usr/bin/{NAME}", "type": "symlink"},
            *({"src": str(share / one), "dst": f"/usr/share/{one}", "type": "tree"} for one in folders),
            {"src": completion, "dst": zsh.format("vendor-completions"), "packager": "deb"},
            {"src": completion, "dst": zsh.format("site-functions"), "packager": "rpm"},
        ],
        "overrides": {
            "deb": {
                "depends": [
                    f"libc6 (>= {glibc})",
                    "libstdc++6",
                    "libgcc-s1",
                    "ca-certificates",
                    *dict.fromkeys(row[1] for row in rows),
                ],
                "recommends": [
                    "fonts-noto-cjk | fonts-droid-fallback",
                    *FOR_WAYLAND["deb"],
                    "xdg-desktop-portal",
                ],
            },
            "rpm": {
                "depends": [
                    f"libc.so.6(GLIBC_{glibc})(64bit)",
                    "ca-certificates",
                    *(
                        f"{name}()(64bit)"
                        for name in ("libstdc++.so.6", "libgcc_s.so.1", *(row[0] for row in rows))
                    ),
                ],
                "recommends": ["google-noto-sans-cjk-fonts", *FOR_WAYLAND["rpm"], "xdg-desktop-portal"],
            },
        },
        "deb": {"compression": "zstd"},
        "rpm": {"compression": "zstd:3"},
    }


def make_packages() -> None:
    glibc = glibc_wanted(BUNDLE_DIR)
    print(f"needs glibc {glibc} or newer", flush=True)
    config = WORK_DIR / "nfpm.json"  # JSON is also YAML
    config.write_text(json.dumps(description_for_nfpm(stage_share(), glibc), indent=1), encoding="utf-8")
    for packager in ("deb", "rpm"):
        command = [WORK_DIR / "venv" / "bin" / "nfpm", "package", "--config", config, "--packager", packager]
        subprocess.run([*command, "--target", DIST_DIR], check=True)


def make_archive() -> None:
    name = f"{NAME}-{project()['version']}-linux-{platform.machine()}.tar.zst"
    command = ["tar", "--sort=name", "--owner=0", "--group=0", "-C", DIST_DIR, "-I", "zstd -10 -T0", "-cf"]
    subprocess.run([*command, DIST_DIR / name, NAME], check=True)


def make_app_dir() -> None:
    """Make an AppDir, from which `appimagetool` makes an AppImage: it only puts a runtime of a megabyte in front."""
    app_dir = DIST_DIR / "ViduDesktop.AppDir"
    shutil.rmtree(app_dir, ignore_errors=True)
    shutil.copytree(BUNDLE_DIR, app_dir / "usr" / "lib" / NAME, symlinks=True, copy_function=link)
    (app_dir / "usr" / "lib" / NAME / "share").rename(app_dir / "usr" / "share")
    shutil.copy(HERE.parent / "desktop" / f"{NAME}.desktop", app_dir)
    shutil.copy(HERE.parent / "desktop" / "icons" / "256.png", app_dir / f"{NAME}.png")
    (app_dir / ".DirIcon").symlink_to(f"{NAME}.png")
    (app_dir / "AppRun").symlink_to(f"usr/lib/{NAME}/{NAME}")


def link(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


if __name__ == "__main__":
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    make_packages()
    make_archive()
    make_app_dir()
