"""Reads an order: turns the body, as it came and was written to disk, into checked values and picture files. Runs in a helper
process.

Pictures make up nearly all of a body. They are taken out of the JSON and decoded piece by piece, straight from the mapped
file, so that little memory is needed however large they are.
"""

import binascii
import json
import mmap
import re
import secrets
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image, UnidentifiedImageError

from vidu_desktop.domain.catalogue import ModelSpec, Offer, PictureLimits, spec_for_model
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.domain.modes import FrameSize, delivered_size
from vidu_desktop.domain.options import OptionKey, OptionValue
from vidu_desktop.domain.pictures import PictureFacts
from vidu_desktop.domain.request import PROMPT_CONTROLS, GenerationRequest, Problem, check_request
from vidu_desktop.rehearsal import refusals
from vidu_desktop.rehearsal.refusals import Refusal
from vidu_desktop.rehearsal.render_order import TakenOrder

_DATA = rb"data:image\\?/(?:png|jpe?g|webp);base64,"
_DATA_URL = re.compile(rb'(?<!\\)"(?i:' + _DATA + rb')([A-Za-z0-9+/=\\]*)"')
_PARSED_DATA_URL = re.compile(_DATA, re.IGNORECASE)
_PIECE_CHARS = 1 << 18
"""A multiple of 4, so that each piece can be decoded separately."""
_PIXELS_MOST = 89_000_000
"""Our own limit, just below that from which Pillow warns: decoding so many pixels takes 270 MB for a moment."""
_ORIENTATION = ExifTags.Base.Orientation
_LYING = range(5, 9)
"""The EXIF orientations that swap width and height."""
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}


@dataclass(frozen=True, slots=True)
class _Lifted:
    """Where the base64 of a picture is in the body: a half-open range of bytes."""

    start: int
    end: int


def _lift(body: mmap.mmap, nonce: str) -> tuple[bytes, dict[str, _Lifted]]:
    """Return the JSON with a short name instead of each data URL, and for each name the place of its base64.

    The names contain `nonce`, which no client can know.
    """
    kept, position = bytearray(), 0
    lifted: dict[str, _Lifted] = {}
    for match in _DATA_URL.finditer(body):
        name = f"{nonce}-{len(lifted)}"
        lifted[name] = _Lifted(*match.span(1))
        kept += body[position : match.start()] + b'"' + name.encode() + b'"'
        position = match.end()
    return bytes(kept + body[position:]), lifted


def _pieces(body: mmap.mmap | bytes, lifted: _Lifted) -> Iterator[bytes]:
    """Yield the base64 in pieces whose length is a multiple of 4, without the backslash that some JSON writers put before a
    slash.
    """
    left = b""
    for start in range(lifted.start, lifted.end, _PIECE_CHARS):
        chars = left + body[start : min(start + _PIECE_CHARS, lifted.end)].replace(b"\\", b"")
        whole = len(chars) - len(chars) % 4
        left = chars[whole:]
        yield chars[:whole]
    yield left


def _decode(body: mmap.mmap | bytes, lifted: _Lifted, path: Path, limits: PictureLimits) -> None:
    written = 0
    ended = False
    with path.open("wb") as file:
        for piece in _pieces(body, lifted):
            if not piece:
                continue
            if ended:
                raise refusals.wrong("image_url", "The base64 goes on behind its end")
            try:
                decoded = binascii.a2b_base64(piece, strict_mode=True)
            except binascii.Error as error:
                raise refusals.wrong("image_url", "The picture is not valid base64") from error
            ended = piece.endswith(b"=")
            written += len(decoded)
            if written > limits.max_bytes:
                raise refusals.wrong("image_url", f"The picture is larger than {limits.max_bytes} bytes")
            file.write(decoded)
    if not written:
        raise refusals.wrong("image_url", "The picture is empty")


def _looked_at(path: Path, index: int, limits: PictureLimits) -> PictureFacts:
    """Return the facts of a picture, upright. Raises Refusal unless it can be decoded to its end and is of a kind that the
    model takes.
    """
    formats = [_FORMATS[media_type] for media_type in limits.media_types]
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path, formats=formats) as image,
        ):
            if image.width * image.height > _PIXELS_MOST:
                raise refusals.wrong("image_url", f"The picture has more than {_PIXELS_MOST} pixels")
            image.load()
            width, height = image.size
            if image.getexif().get(_ORIENTATION, 1) in _LYING:
                width, height = height, width
            media_type = Image.MIME[str(image.format)]
    except UnidentifiedImageError as error:
        raise refusals.wrong("image_url", f"The picture is not a {' or '.join(formats).lower()}") from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise refusals.wrong("image_url", "The picture is damaged or cut off") from error
    return PictureFacts(
        path=str(path),
        name=f"picture {index + 1}",
        width_px=width,
        height_px=height,
        file_bytes=path.stat().st_size,
        media_type=media_type,
    )


def _text(data: Mapping[str, object], field: str, default: str = "") -> str:
    value = data.get(field)
    if value is None:
        return default
    if not isinstance(value, str):
        raise refusals.wrong(field, "It must be a string")
    return value


def _image_urls(data: Mapping[str, object], spec: ModelSpec) -> tuple[list[str], Offer]:
    """Return the pictures, and the mode that takes this number of them, as a list or as a string."""
    value = data.get("image_url")
    if value is None or value in ("", []):
        raise refusals.missing("image_url")
    modes = [one for one in spec.modes if one.pictures_as_list is isinstance(value, list)]
    if not modes:
        shape = "one picture, as a string" if isinstance(value, list) else "a list of strings"
        raise refusals.wrong("image_url", f"{spec.model} takes {shape}")
    asked = value if isinstance(value, list) else [value]
    urls = [url for url in asked if isinstance(url, str)]
    if len(urls) != len(asked):
        raise refusals.wrong("image_url", f"{spec.model} takes strings")
    for one in modes:
        if one.pictures_min <= len(urls) <= one.pictures_max:
            return urls, Offer(spec, one)
    least, most = min(one.pictures_min for one in modes), max(one.pictures_max for one in modes)
    wanted = f"{least}" if least == most else f"{least} to {most}"
    raise refusals.wrong("image_url", f"{spec.model} takes {wanted} pictures, not {len(urls)}")


def _not_lifted(url: str) -> Refusal:
    if url.lower().startswith(("http://", "https://")):
        return refusals.wrong(
            "image_url", "The rehearsal fetches nothing: send the picture itself, as a data URL"
        )
    return refusals.wrong("image_url", "It must be a data URL: data:image/png;base64,...")


def _write_picture(
    body: mmap.mmap, url: str, lifted: _Lifted | None, path: Path, limits: PictureLimits
) -> None:
    """Decode a data URL: one that was taken out of the body, or one that wasn't recognised there because of its spelling in
    JSON.
    """
    if lifted is not None:
        _decode(body, lifted, path, limits)
        return
    spelt = url.encode("utf-8", "replace")
    opening = _PARSED_DATA_URL.match(spelt)
    if opening is None:
        raise _not_lifted(url)
    _decode(spelt, _Lifted(opening.end(), len(spelt)), path, limits)


def _check_ids(data: Mapping[str, object]) -> str | None:
    user_id = data.get("user_id")
    if user_id is not None and not (isinstance(user_id, str) and 6 <= len(user_id) <= 128):
        raise refusals.wrong("user_id", "It must have 6 to 128 characters")
    request_id = data.get("request_id")
    if request_id is None:
        return None
    if not isinstance(request_id, str) or not 1 <= len(request_id) <= 256:
        raise refusals.wrong("request_id", "It must be a string of 1 to 256 characters")
    if as_text(request_id) != request_id:
        raise refusals.wrong("request_id", "It holds half a surrogate pair")
    return request_id


def _parse(text: bytes) -> tuple[dict[str, object], ModelSpec]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refusals.not_json("the body is not JSON") from error
    if not isinstance(data, dict):
        raise refusals.not_json("the body is not a JSON object")
    model = _text(data, "model")
    if not model:
        raise refusals.missing("model")
    spec = spec_for_model(model)
    if spec is None:
        raise refusals.unknown_model(model)
    return data, spec


def _options(data: Mapping[str, object], offer: Offer) -> dict[str, OptionValue]:
    """Return a value for each option of the model: the requested one, or its default. Other fields are ignored."""
    options: dict[str, OptionValue] = {}
    for option in offer.options:
        name = option.kind.wire_name
        value = data.get(name)
        value = option.default if value is None else value
        if not isinstance(value, str | int):
            raise refusals.wrong(name, "It must be a string, a whole number, true or false")
        options[option.key] = value
    return options


def _refusal_of(problem: Problem, offer: Offer) -> Refusal:
    """Return the refusal for a broken rule, with the service's code."""
    if problem.code == "prompt-too-long":
        return refusals.prompt_too_long(offer.prompt_max_chars)
    option = offer.option(problem.place)
    place = "image_url" if problem.place == "pictures" else problem.place
    return refusals.wrong(place if option is None else option.kind.wire_name, str(problem.sentence))


_WINDOW_ONLY = frozenset({"prompt-not-text", PROMPT_CONTROLS})
"""Rules for text that a person typed. A JSON writer may send half a surrogate pair, and an order may be older than a rule."""


def read_order(body_path: Path, folder: Path) -> TakenOrder:
    """Check a whole order by the same rules as the window, and write its pictures into `folder`.

    Raises Refusal; then the content of `folder` is useless.
    """
    with body_path.open("rb") as file:
        if not body_path.stat().st_size:
            raise refusals.not_json("the body is empty")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as body:
            text, lifted = _lift(body, secrets.token_hex(16))
            data, spec = _parse(text)
            urls, offer = _image_urls(data, spec)
            names = tuple(f"picture-{index}" for index in range(len(urls)))
            options, prompt, request_id = _options(data, offer), _text(data, "prompt"), _check_ids(data)
            pictures = []
            for index, (url, name) in enumerate(zip(urls, names, strict=True)):
                _write_picture(body, url, lifted.get(url), folder / name, offer.picture_limits)
                pictures.append(_looked_at(folder / name, index, offer.picture_limits))
    request = GenerationRequest(
        model=offer.model, mode=offer.mode, prompt=prompt, picture_paths=names, options=options
    )
    for problem in check_request(request, offer, pictures):
        if problem.code not in _WINDOW_ONLY:
            raise _refusal_of(problem, offer)
    return TakenOrder(
        model=offer.model,
        mode=offer.mode,
        prompt=prompt,
        frame=_frame_of(options),
        options=options,
        picture_names=names,
        request_id=request_id,
    )


def _frame_of(options: Mapping[str, OptionValue]) -> FrameSize:
    ratio = options.get(OptionKey.ASPECT_RATIO)
    return delivered_size(
        FrameSize.parse(str(options[OptionKey.SIZE])), None if ratio is None else str(ratio)
    )
