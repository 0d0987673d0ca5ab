"""The formats of the API, each declared once, and the suffix that asks for it.

Ids and method versions hold dots themselves (`ulstein-2019-v2.1`, `/methods/2.1`); none of them
ends in a suffix, so an address is cut only where it ends in exactly one of these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from starlette.requests import HTTPConnection

from app.domain.message import Message, say


class Part(Enum):
    """What a format is made from: the content itself, its table, its cube of figures, or its
    places on a map."""

    CONTENT = "content"
    TABLE = "table"
    CUBE = "cube"
    PLACES = "places"


class Format(StrEnum):
    """What an answer can be written as. The value is the suffix without its dot."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    JSONSTAT = "jsonstat"
    GEOJSON = "geojson"

    @property
    def suffix(self) -> str:
        """With its dot: `.csv`."""
        return f".{self.value}"

    @property
    def media_type(self) -> str:
        return _DESCRIPTIONS[self].media_type

    @property
    def link_target(self) -> str:
        """What a `Link` says of it: two formats may have the same media type."""
        name = self.label if isinstance(self.label, str) else self.value.upper()
        return f'type="{self.media_type}"; title="{name}"'

    @property
    def part(self) -> Part:
        return _DESCRIPTIONS[self].part

    @property
    def is_text(self) -> bool:
        """Whether it can be read without a program for it."""
        return _DESCRIPTIONS[self].is_text

    @property
    def file_type(self) -> str:
        """Its name in the European Union's list of file types."""
        return _DESCRIPTIONS[self].file_type

    @property
    def label(self) -> str | Message:
        """Its name where it stands alone."""
        return _DESCRIPTIONS[self].label

    @property
    def noun(self) -> str | Message:
        """Its name in a sentence, in the singular."""
        return _DESCRIPTIONS[self].noun or self.label

    @property
    def nouns(self) -> str | Message:
        """The same in the plural."""
        return _DESCRIPTIONS[self].nouns or self.label


@dataclass(frozen=True, slots=True)
class _Description:
    media_type: str
    part: Part
    file_type: str
    label: str | Message
    noun: Message | None = None
    nouns: Message | None = None
    is_text: bool = True


_DESCRIPTIONS: Final[Mapping[Format, _Description]] = {
    Format.JSON: _Description("application/json", Part.CONTENT, "JSON", "JSON"),
    Format.CSV: _Description("text/csv; charset=utf-8", Part.TABLE, "CSV", "CSV"),
    Format.XLSX: _Description(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Part.TABLE,
        "XLSX",
        say("Spreadsheet"),
        say("spreadsheet"),
        say("spreadsheets"),
        is_text=False,
    ),
    Format.JSONSTAT: _Description("application/json", Part.CUBE, "JSON", "JSON-stat"),
    Format.GEOJSON: _Description("application/geo+json", Part.PLACES, "GEOJSON", "GeoJSON"),
}


def made_of(*parts: Part) -> tuple[Format, ...]:
    """The formats that can be made from some parts, the first being JSON."""
    return tuple(found for found in Format if found.part in parts)


def bare_type(wanted: Format) -> str:
    """The media type without its parameters, as OpenAPI has it."""
    return wanted.media_type.partition(";")[0]


def quoted(formats: Sequence[Format], conjunction: str) -> str:
    """Suffixes in an English sentence: `.csv`, `.xlsx` and `.jsonstat`."""
    *others, last = (f"`{found.suffix}`" for found in formats)
    return f"{', '.join(others)} {conjunction} {last}"


TABLES: Final = made_of(Part.CONTENT, Part.TABLE)
"""The formats of what has a table and no cube."""

CUBES: Final = made_of(Part.CONTENT, Part.TABLE, Part.CUBE)
"""The formats of what has both."""

PLACES: Final = made_of(*Part)
"""The same of what lies somewhere, too."""

JSON_ALONE: Final = made_of(Part.CONTENT)
"""The formats of what has neither."""

FILES: Final = tuple(found for found in Format if found is not Format.JSON)
"""The formats that have to be asked for."""

_MEANT_FOR: Final[Mapping[str, tuple[Format, ...]]] = {
    "limit": (Format.JSON,),
    "dialect": (Format.CSV,),
}
"""Parameters that mean something in some formats only. A file holds the whole list, so nothing
limits it; `cursor` goes on where even a file was divided, and means the same in all of them."""


def means_something(parameter: str, wanted: Format) -> bool:
    """Whether a parameter makes a difference to a format."""
    return wanted in _MEANT_FOR.get(parameter, tuple(Format))


API: Final = "/api/"
API_ROOT: Final = "/api/v1"

_WHOLE: Final = frozenset({f"{API_ROOT}/openapi.json"})
"""Addresses that end in a suffix and are not cut: the file is what they name."""

_BESIDE: Final = "-metadata.json"
DESCRIPTION: Final = f"{Format.CSV.suffix}{_BESIDE}"
"""What the address of a CSV file's description ends in, as CSV on the Web has it."""


def split_suffix(path: str) -> tuple[str, Format | None]:
    """An API path without its suffix, and the format that the suffix asks for. The description of a
    CSV file is found by the file that it describes."""
    if path in _WHOLE:
        return path, None
    if path.endswith(DESCRIPTION):
        path = path.removesuffix(_BESIDE)
    for wanted in Format:
        bare = path.removesuffix(wanted.suffix)
        if bare != path and not bare.endswith("/"):
            return bare, wanted
    return path, None


def wanted_format(request: HTTPConnection) -> Format:
    """The format that the suffix of a request asks for; JSON without one."""
    found: Format | None = getattr(request.state, "format", None)
    return found or Format.JSON
