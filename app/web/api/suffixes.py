"""Formats by suffix: what stands behind the last dot of an API address, if it is one of four.

Ids and method versions hold dots themselves (`ulstein-2019-v2.1`, `/methods/2.1`); none of them
ends in a suffix, so an address is cut only where it ends in exactly one of these.
"""

from enum import StrEnum
from typing import Final


class Format(StrEnum):
    """What an answer can be written as."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    JSONSTAT = "jsonstat"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]


TABLES: Final = (Format.JSON, Format.CSV, Format.XLSX)
"""The formats of what has a table and no cube."""

_MEDIA_TYPES: Final = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSONSTAT: "application/json",
}

API: Final = "/api/"
API_ROOT: Final = "/api/v1"

_WHOLE: Final = frozenset({f"{API_ROOT}/openapi.json"})
"""Addresses that end in a suffix and are not cut: the file is what they name."""


def split_suffix(path: str) -> tuple[str, Format | None]:
    """An API path without its suffix, and the format that the suffix asks for."""
    if path in _WHOLE:
        return path, None
    for wanted in Format:
        bare = path.removesuffix(f".{wanted.value}")
        if bare != path and not bare.endswith("/"):
            return bare, wanted
    return path, None
