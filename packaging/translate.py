"""Brings the translations up to date: run `python packaging/translate.py` after a change of texts for people.

Qt's lupdate collects the marked texts into `resources/translations/vidu_*.ts`, keeps the translated ones, marks new ones and
removes those that are gone. Fill in what is missing (with Qt Linguist or any editor) and run it again: lrelease makes the
`.qm` files that the program reads. Both kinds of file are committed, so that neither a checkout nor a wheel needs a build
step.
"""

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

CHECKOUT_DIR = Path(__file__).parents[1]
TRANSLATIONS_DIR = CHECKOUT_DIR / "resources" / "translations"
TOOLS_DIR = Path(PySide6.__file__).parent


def collect(ts_path: Path) -> None:
    """Bring one `.ts` file up to date with the program's source."""
    sources = sorted((CHECKOUT_DIR / "vidu_desktop").rglob("*.py"))
    _run(
        "lupdate",
        *map(str, sources),
        "-locations",
        "none",
        "-no-obsolete",
        "-no-ui-lines",
        "-ts",
        str(ts_path),
    )


def compile_qm(ts_path: Path, qm_path: Path) -> None:
    """Make the `.qm` of a `.ts`, byte for byte the same each time. Unfinished texts stay English."""
    _run("lrelease", "-nounfinished", str(ts_path), "-qm", str(qm_path))


def missing(ts_path: Path) -> list[str]:
    """Return the texts that have no finished translation."""
    messages = ET.parse(ts_path).iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if (words := message.find("translation")) is None or words.get("type")
    ]


def main() -> int:
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    left = 0
    for ts_path in sorted(TRANSLATIONS_DIR.glob("vidu_*.ts")):
        collect(ts_path)
        compile_qm(ts_path, ts_path.with_suffix(".qm"))
        texts = missing(ts_path)
        left += len(texts)
        print(f"{ts_path.name}: {len(texts)} to translate")
        for text in texts:
            print(f"  {text}")
    return 1 if left else 0


def _run(tool: str, *words: str) -> None:
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    subprocess.run([TOOLS_DIR / name, *words], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
