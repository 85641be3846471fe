"""What the installed package says about itself. `pyproject.toml` is the only place for the version and the address."""

from collections.abc import Iterable, Mapping

_NAME = "vidu-desktop"
RELEASES_LABEL = "Releases"


def installed_version() -> str:
    """Return the version of the program."""
    from importlib import metadata  # reads the disk: not at the start

    return metadata.version(_NAME)


def releases_url(project_urls: Iterable[str] | None = None) -> str:
    """Return the address of the page of releases; empty where the package names none, or only one that isn't https.

    `project_urls` are lines of `label, address`; by default the package's own.
    """
    if project_urls is None:
        from importlib import metadata

        project_urls = metadata.metadata(_NAME).get_all("Project-URL") or ()
    for line in project_urls:
        label, _, url = line.partition(",")
        if label.strip() == RELEASES_LABEL and url.strip().startswith("https://"):
            return url.strip()
    return ""


def desktop_file_name(environ: Mapping[str, str]) -> str:
    """Return the name of the desktop entry without its ending. Flatpak gives the entry another name."""
    return environ.get("FLATPAK_ID") or _NAME
