"""Reads the issuer's name from a certificate in DER. The standard library returns it only for trusted certificates."""

from collections.abc import Iterator

_SET, _OBJECT_ID, _VERSION = 0x31, 0x06, 0xA0
_COMMON_NAME, _ORGANISATION = bytes([0x55, 4, 3]), bytes([0x55, 4, 10])
_ENCODINGS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}
_NAME_MOST_CHARS = 100


def issuer_name(certificate: bytes) -> str:
    """Return the issuer's organisation and common name, or an empty string. Never raises."""
    try:
        return _issuer_name(certificate)
    except (IndexError, StopIteration, ValueError):
        return ""


def _issuer_name(certificate: bytes) -> str:
    _, whole = next(_elements(certificate))
    _, signed = next(_elements(whole))
    # version (optional), serial number, algorithm, issuer
    fields = [content for tag, content in _elements(signed) if tag != _VERSION]
    names = dict(_attributes(fields[2]))
    parts = [names[kind] for kind in (_ORGANISATION, _COMMON_NAME) if names.get(kind)]
    text = ", ".join(dict.fromkeys(parts))
    return "".join(char for char in text if char.isprintable())[:_NAME_MOST_CHARS]


def _attributes(name: bytes) -> Iterator[tuple[bytes, str]]:
    for tag, alternatives in _elements(name):
        if tag != _SET:
            continue
        for _, pair in _elements(alternatives):
            (kind_tag, kind), (text_tag, text) = list(_elements(pair))[:2]
            if kind_tag == _OBJECT_ID and text_tag in _ENCODINGS:
                yield kind, text.decode(_ENCODINGS[text_tag], "replace")


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        tag, length, at = data[at], data[at + 1], at + 2
        if length & 0x80:
            count = length & 0x7F
            length, at = int.from_bytes(data[at : at + count], "big"), at + count
        if at + length > len(data):
            raise ValueError("cut off")
        yield tag, data[at : at + length]
        at += length
