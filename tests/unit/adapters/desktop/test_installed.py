"""What the package says about itself, and where the address of its releases is written."""

import tomllib

import pytest
from fakes.checkout import CHECKOUT_DIR

from vidu_desktop.adapters.desktop.installed import (
    RELEASES_LABEL,
    desktop_file_name,
    installed_version,
    releases_url,
)

PROJECT = tomllib.loads((CHECKOUT_DIR / "pyproject.toml").read_text("utf-8"))["project"]


def test_version_and_address_are_those_of_the_project_file() -> None:
    assert installed_version() == PROJECT["version"]
    assert releases_url() == PROJECT.get("urls", {}).get(RELEASES_LABEL, "")


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        ([], ""),
        (["Homepage, https://code.test/us"], ""),
        (["Homepage, https://code.test", "Releases, https://code.test/latest"], "https://code.test/latest"),
        (["Releases, http://code.test/latest"], ""),
    ],
)
def test_only_a_safe_address_of_that_label_is_one(lines: list[str], url: str) -> None:
    assert releases_url(lines) == url


def test_the_desktop_finds_the_entry_that_it_has_also_where_flatpak_has_renamed_it() -> None:
    own = sorted((CHECKOUT_DIR / "packaging" / "desktop").glob("*.desktop"))
    assert [path.stem for path in own] == [desktop_file_name({})]

    manifest = next((CHECKOUT_DIR / "packaging" / "bundle").glob("io.github.*.yml"))
    assert f"rename-desktop-file: {own[0].name}" in manifest.read_text("utf-8")
    assert desktop_file_name({"FLATPAK_ID": manifest.stem}) == manifest.stem
