"""The folders of this checkout."""

from pathlib import Path

TESTS_DIR = Path(__file__).resolve().parents[1]
CHECKOUT_DIR = TESTS_DIR.parent
