"""Makes a request with few words: what isn't given is the model's default."""

from vidu_desktop.domain.catalogue import offer_for, only_mode_of, specs_for_mode
from vidu_desktop.domain.modes import Mode
from vidu_desktop.domain.request import GenerationRequest

PICTURE = "/pictures/cat.png"


def a_request(
    prompt: str = "a cat runs home",
    *,
    model: str | None = None,
    mode: str | None = None,
    picture_paths: tuple[str, ...] = (PICTURE,),
    project: str = "",
    shot: str = "",
    **options: str | int | bool,
) -> GenerationRequest:
    """Return a request, such as `a_request(model="cogvideox-3", mode="start-end", fps=60)`. Without `model`, the mode's first
    model is used.
    """
    if model is None:
        model = specs_for_mode(mode or Mode.IMAGE)[0].model
    offer = offer_for(model, mode or only_mode_of(model))
    return GenerationRequest(
        model=model,
        mode=offer.mode if offer is not None else mode or "",
        prompt=prompt,
        picture_paths=picture_paths,
        options={**(offer.defaults if offer is not None else {}), **options},
        project=project,
        shot=shot,
    )
