"""Compression: what a reader accepts, and how answers are compressed."""

import gzip
from typing import Final, Literal, TypeAlias

import brotli

WORTH_COMPRESSING: Final = 400
"""Bytes; what is smaller hardly shrinks."""


Encoding: TypeAlias = Literal["br", "gzip", "identity"]
"""How the body of an answer is packed."""

_BEST_FIRST: Final[tuple[Encoding, ...]] = ("br", "gzip")
_BROTLI_QUALITY: Final = 5
_GZIP_LEVEL: Final = 6


_LONGEST: Final = 256
"""Bytes of an `Accept-Encoding` that are read; browsers send fewer than 50."""

COMMON: Final[dict[bytes, Encoding]] = {
    b"": "identity",
    b"gzip, deflate, br, zstd": "br",
    b"gzip, deflate, br": "br",
    b"gzip,deflate,br": "br",
    b"br, gzip, deflate": "br",
    b"deflate, gzip, br, zstd": "br",
    b"gzip, br": "br",
    b"br": "br",
    b"gzip, deflate": "gzip",
    b"gzip,deflate": "gzip",
    b"gzip": "gzip",
    b"identity": "identity",
    b"*": "br",
}
"""What most send, found without reading it. Nothing is added: anybody could add to it for ever."""


def best_encoding(accepted: bytes) -> Encoding:
    """The best of what an `Accept-Encoding` allows. One of weight 0 is refused."""
    known = COMMON.get(accepted)
    return known if known is not None else read(accepted)


def read(accepted: bytes) -> Encoding:
    """The same, worked out."""
    if len(accepted) > _LONGEST:
        accepted = accepted[:_LONGEST].rpartition(b",")[0]  # no half a part
    weights: dict[str, float] = {}
    for part in accepted.decode("latin-1").lower().split(","):
        name, _, parameters = part.strip().partition(";")
        weights[name.strip()] = _weight(parameters)
    for encoding in _BEST_FIRST:
        if weights.get(encoding, weights.get("*", 0.0)) > 0:
            return encoding
    return "identity"


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def compress(body: bytes, encoding: Encoding) -> bytes:
    """The body packed; it is the same each time."""
    match encoding:
        case "br":
            packed: bytes = brotli.compress(body, quality=_BROTLI_QUALITY)
            return packed
        case "gzip":
            return gzip.compress(body, _GZIP_LEVEL, mtime=0)
        case "identity":
            return body
