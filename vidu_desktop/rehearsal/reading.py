"""Reading an order: the body as it came, on disk, into checked values and picture files. Runs in a helper process.

Pictures make up nearly all of a body. They are lifted out of the JSON and decoded piece by piece, straight from
the mapped file: the memory stays small however large they are.
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

from vidu_desktop.domain.catalogue import ModelSpec, PictureLimits, spec_for_model
from vidu_desktop.domain.json_reading import as_text
from vidu_desktop.domain.modes import FrameSize, Movement, delivered_size
from vidu_desktop.rehearsal import refusals
from vidu_desktop.rehearsal.orders import TakenOrder
from vidu_desktop.rehearsal.refusals import Refusal

_DATA = rb"data:image\\?/(?:png|jpe?g|webp);base64,"
_DATA_URL = re.compile(rb'(?<!\\)"(?i:' + _DATA + rb')([A-Za-z0-9+/=\\]*)"')
_PARSED_DATA_URL = re.compile(_DATA, re.IGNORECASE)
_PIECE_CHARS = 1 << 18
"""A multiple of 4, so that each piece decodes by itself."""
_PIXELS_MOST = 89_000_000
"""Ours, just under where Pillow begins to warn: decoding that takes 270 MB for a moment."""
_ORIENTATION = ExifTags.Base.Orientation
_LYING = range(5, 9)
"""EXIF turnings that swap width and height."""
_FORMATS = ("PNG", "JPEG", "WEBP")


@dataclass(frozen=True, slots=True)
class _Lifted:
    """Where the base64 of a picture lies in the body."""

    start: int
    end: int


def _lift(body: mmap.mmap, nonce: str) -> tuple[bytes, dict[str, _Lifted]]:
    """Give the JSON with a short name in the place of each data URL, and what the names stand for.

    The names hold a `nonce` that no client can know.
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
    """Give the base64 in pieces whose length is a multiple of 4. Some JSON writers put a backslash before a slash."""
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
            except binascii.Error as exc:
                raise refusals.wrong("image_url", "The picture is not valid base64") from exc
            ended = piece.endswith(b"=")
            written += len(decoded)
            if written > limits.max_bytes:
                raise refusals.wrong("image_url", f"The picture is larger than {limits.max_bytes} bytes")
            file.write(decoded)
    if not written:
        raise refusals.wrong("image_url", "The picture is empty")


def _checked_picture(path: Path, limits: PictureLimits) -> tuple[int, int]:
    """Give width and height, upright, of a picture that decodes to its end and is within the limits."""
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path, formats=_FORMATS) as image,
        ):
            if image.width * image.height > _PIXELS_MOST:
                raise refusals.wrong("image_url", f"The picture has more than {_PIXELS_MOST} pixels")
            image.load()
            width, height = image.size
            if image.getexif().get(_ORIENTATION, 1) in _LYING:
                width, height = height, width
    except UnidentifiedImageError as exc:
        raise refusals.wrong("image_url", "The picture is not a png, jpeg or webp") from exc
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as exc:
        raise refusals.wrong("image_url", "The picture is damaged or cut off") from exc
    if not limits.min_ratio <= width / height <= limits.max_ratio:
        raise refusals.wrong("image_url", f"The aspect ratio of {width}x{height} is not within 1:4 and 4:1")
    if min(width, height) < limits.min_side_px:
        side = limits.min_side_px
        raise refusals.wrong("image_url", f"{width}x{height} is smaller than {side}x{side}")
    return width, height


def _text(data: Mapping[str, object], field: str, default: str = "") -> str:
    value = data.get(field)
    if value is None:
        return default
    if not isinstance(value, str):
        raise refusals.wrong(field, "It must be a string")
    return value


def _choice(data: Mapping[str, object], field: str, allowed: tuple[str, ...]) -> str:
    """Give the value asked for, or the first allowed one when there is none."""
    value = _text(data, field, allowed[0])
    if value not in allowed:
        raise refusals.wrong(field, f"It must be one of {', '.join(allowed)}")
    return value


def _image_urls(data: Mapping[str, object], spec: ModelSpec) -> list[str]:
    value = data.get("image_url")
    if value is None or value in ("", []):
        raise refusals.missing("image_url")
    if not spec.pictures_as_list:
        if not isinstance(value, str):
            raise refusals.wrong("image_url", f"{spec.model} takes one picture, as a string")
        return [value]
    urls = [url for url in value if isinstance(url, str)] if isinstance(value, list) else []
    if not isinstance(value, list) or len(urls) != len(value):
        raise refusals.wrong("image_url", f"{spec.model} takes a list of strings")
    if not spec.pictures_min <= len(urls) <= spec.pictures_max:
        least, most = spec.pictures_min, spec.pictures_max
        wanted = f"{least}" if least == most else f"{least} to {most}"
        raise refusals.wrong("image_url", f"{spec.model} takes {wanted} pictures, not {len(urls)}")
    return urls


def _not_lifted(url: str) -> Refusal:
    if url.lower().startswith(("http://", "https://")):
        return refusals.wrong(
            "image_url", "The rehearsal fetches nothing: send the picture itself, as a data URL"
        )
    return refusals.wrong("image_url", "It must be a data URL: data:image/png;base64,...")


def _write_picture(
    body: mmap.mmap, url: str, lifted: _Lifted | None, path: Path, limits: PictureLimits
) -> None:
    """Decode a data URL that was lifted, or one that the JSON spelt so oddly that it wasn't."""
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
    except (ValueError, RecursionError) as exc:
        raise refusals.not_json("the body is not JSON") from exc
    if not isinstance(data, dict):
        raise refusals.not_json("the body is not a JSON object")
    model = _text(data, "model")
    if not model:
        raise refusals.missing("model")
    spec = spec_for_model(model)
    if spec is None:
        raise refusals.unknown_model(model)
    return data, spec


def _order(data: Mapping[str, object], spec: ModelSpec, names: tuple[str, ...]) -> TakenOrder:
    """Check every parameter but the pictures. Parameters that the model doesn't have are ignored."""
    prompt = _text(data, "prompt")
    if len(prompt) > spec.prompt_max_chars:
        raise refusals.prompt_too_long(spec.prompt_max_chars)
    duration = data.get("duration", spec.durations_s[0])
    duration = spec.durations_s[0] if duration is None else duration
    if isinstance(duration, bool) or not isinstance(duration, int) or duration not in spec.durations_s:
        raise refusals.wrong("duration", f"It must be one of {', '.join(map(str, spec.durations_s))}")
    with_audio = data.get("with_audio")
    if with_audio is not None and not isinstance(with_audio, bool):
        raise refusals.wrong("with_audio", "It must be true or false")
    size = FrameSize.parse(_choice(data, "size", tuple(map(str, spec.sizes))))
    aspect_ratio = _choice(data, "aspect_ratio", spec.aspect_ratios) if spec.aspect_ratios else None
    return TakenOrder(
        model=spec.model,
        mode=spec.mode,
        prompt=prompt,
        duration_s=duration,
        frame=delivered_size(size, aspect_ratio),
        movement=Movement(_choice(data, "movement_amplitude", spec.movements)),
        with_audio=bool(with_audio) and spec.with_audio,
        picture_names=names,
        request_id=_check_ids(data),
    )


def _check_pair(sizes: list[tuple[int, int]], allowed: tuple[float, float]) -> None:
    (width, height), (end_width, end_height) = sizes
    low, high = allowed
    if not (low <= width / end_width <= high and low <= height / end_height <= high):
        raise refusals.wrong(
            "image_url",
            f"The resolutions of the first and the last frame, {width}x{height} and {end_width}x{end_height}, "
            f"must be within {low} and {high} of each other",
        )


def read_order(body_path: Path, folder: Path) -> TakenOrder:
    """Check a whole order and write its pictures into `folder`. Raises Refusal; then `folder` holds rubbish."""
    with body_path.open("rb") as file:
        if not body_path.stat().st_size:
            raise refusals.not_json("the body is empty")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as body:
            text, lifted = _lift(body, secrets.token_hex(16))
            data, spec = _parse(text)
            urls = _image_urls(data, spec)
            names = tuple(f"picture-{index}" for index in range(len(urls)))
            order = _order(data, spec, names)
            sizes = []
            for url, name in zip(urls, names, strict=True):
                _write_picture(body, url, lifted.get(url), folder / name, spec.picture_limits)
                sizes.append(_checked_picture(folder / name, spec.picture_limits))
    if spec.pair_ratio and len(sizes) == 2:
        _check_pair(sizes, spec.pair_ratio)
    return order
