"""What lies in the tabs and isn't sent yet, as a value and as a document."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from vidu_desktop.domain.framing import framings_from_texts, framings_to_texts
from vidu_desktop.domain.json_reading import Fields
from vidu_desktop.domain.recipes import options_of, request_from_options
from vidu_desktop.domain.request import GenerationRequest
from vidu_desktop.errors import BadInput

DRAFTS_SCHEMA = "vidu-desktop/drafts"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """`requests` holds one draft by mode; it may name as many pictures as a tab holds, with an empty path for an empty
    well. `shown_mode` is the tab in front, `arrangement` what several keyframes are to become; empty when nothing is known.
    """

    shown_mode: str = ""
    requests: Mapping[str, GenerationRequest] = field(default_factory=dict)
    arrangement: str = ""


def is_untouched(draft: GenerationRequest) -> bool:
    """Whether nothing of the person's is in a draft: no picture, no word, no shot. Settings alone are none."""
    return not (any(draft.picture_paths) or draft.prompt or draft.project or draft.shot)


def drafts_to_document(drafts: Drafts) -> dict[str, object]:
    """Return the drafts as JSON has them; paths stand there as they are."""
    return {
        "schema": DRAFTS_SCHEMA,
        "version": VERSION,
        "shown_mode": drafts.shown_mode,
        "arrangement": drafts.arrangement,
        "tabs": [
            {
                **options_of(request),
                "picture_paths": list(request.picture_paths),
                "framings": framings_to_texts(request.framings),
                **({"picture_names": list(request.picture_names)} if request.picture_names else {}),
            }
            for request in drafts.requests.values()
        ],
    }


def drafts_from_document(document: object) -> Drafts:
    """Read what `drafts_to_document` wrote. A tab that can't be read is left out: never the others with it.

    Raises BadInput when it is no such document.
    """
    fields = Fields(document, "drafts")
    requests: dict[str, GenerationRequest] = {}
    for tab in fields.objects("tabs"):
        with suppress(BadInput):
            request = request_from_options(tab, tab.paths("picture_paths"))
            # No system takes a path with a NUL, and Python raises wherever it is used.
            paths = tuple("" if "\0" in path else path for path in request.picture_paths)
            framings = framings_from_texts(tab.paths("framings")) if tab.has("framings") else ()
            names = tab.paths("picture_names") if tab.has("picture_names") else ()
            requests[request.mode] = replace(
                request, picture_paths=paths, framings=framings, picture_names=names
            )
    return Drafts(
        shown_mode=fields.text_or_none("shown_mode") or "",
        requests=requests,
        arrangement=fields.text_or_none("arrangement") or "",
    )
