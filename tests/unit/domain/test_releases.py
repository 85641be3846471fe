"""Which version an address names, and which of two versions is the later one."""

import pytest

from vidu_desktop.domain.releases import is_newer, version_named_by


@pytest.mark.parametrize(
    ("url", "version"),
    [
        ("https://code.test/us/vidu/releases/tag/v0.3.0", "0.3.0"),
        ("https://code.test/us/vidu/-/releases/1.12", "1.12"),
        ("https://code.test/us/vidu/releases/tag/v0.3.0/", "0.3.0"),
        ("https://code.test/us/vidu/releases/tag/v0.3.0?from=latest#files", "0.3.0"),
        ("https://code.test/us/vidu/releases/latest", ""),
        ("https://code.test/us/vidu/releases/tag/v0.3.0rc1", ""),
        ("https://code.test/login?to=v9.9.9", ""),
        ("https://[code/v9.9.9", ""),
        ("", ""),
    ],
)
def test_the_version_stands_at_the_end_of_the_address(url: str, version: str) -> None:
    assert version_named_by(url) == version


@pytest.mark.parametrize(
    ("version", "than"), [("0.3.0", "0.2.9"), ("0.10.0", "0.9.0"), ("1.0", "0.99.9"), ("0.3.0", "0.3.0rc1")]
)
def test_a_later_version_is_newer_and_never_the_other_way_round(version: str, than: str) -> None:
    assert is_newer(version, than)
    assert not is_newer(than, version)


@pytest.mark.parametrize(("version", "than"), [("0.3.0", "0.3.0"), ("1.0", "1.0.0"), ("0.3.0", "0.4.0.dev1")])
def test_the_same_version_or_an_earlier_one_is_not_newer(version: str, than: str) -> None:
    assert not is_newer(version, than)
