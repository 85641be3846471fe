"""What the installed package says of itself: `pyproject.toml` is the one place of it all."""

from collections.abc import Iterable
from importlib import metadata

_NAME = "vidu-desktop"
RELEASES_LABEL = "Releases"


def installed_version() -> str:
    """Return the version of the program."""
    return metadata.version(_NAME)


def releases_url(project_urls: Iterable[str] | None = None) -> str:
    """Return the address of the page of releases; empty where the package names none, or none that is safe.

    `project_urls` are lines of `label, address`, by default those of the package.
    """
    if project_urls is None:
        project_urls = metadata.metadata(_NAME).get_all("Project-URL") or ()
    for line in project_urls:
        label, _, url = line.partition(",")
        if label.strip() == RELEASES_LABEL and url.strip().startswith("https://"):
            return url.strip()
    return ""
