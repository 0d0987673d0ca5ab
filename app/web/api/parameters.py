"""What every address of the API takes besides its own parameters."""

import base64
import binascii
from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import Field, model_validator

from app.domain.language import LanguageCode
from app.domain.message import say
from app.errors import BadParameter
from app.web.api.csv_files import Dialect
from app.web.parameters import PageParameters

DEFAULT_LIMIT: Final = 100
HIGHEST_LIMIT: Final = 1000

Lang = Annotated[
    LanguageCode | None,
    Field(description="The language of names and sentences. Default: bokmål.", examples=["en"]),
]
DialectField = Annotated[
    Dialect,
    Field(
        description="How the CSV file is written: by the standard, or as Excel opens it in the "
        "Nordic countries. Other formats do not take it."
    ),
]
_CURSOR_WORD: Final = "after"
_CURSOR_BEGINNING: Final = base64.urlsafe_b64encode(f"{_CURSOR_WORD}:".encode()).decode()
_CURSOR_PATTERN: Final = f"^{_CURSOR_BEGINNING}[0-9A-Za-z_-]+$"
"""Told to those who read the description; `read_cursor` says what is wrong with others."""

Cursor = Annotated[
    Annotated[str, Field(max_length=60, json_schema_extra={"pattern": _CURSOR_PATTERN})] | None,
    Field(description="Taken from `next`, or from the header `Link`; says where to go on."),
]


class ApiParameters(PageParameters):
    """Language, CSV dialect and release."""

    lang: Lang = None
    dialect: DialectField = Dialect.STANDARD

    @model_validator(mode="before")
    @classmethod
    def leave_out_blank(cls, given: Any) -> Any:
        """Programs send no fields that were left blank: a blank value is none of those allowed.
        Only a search for nothing is no search."""
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if (name, value) != ("q", "")}


class ListingParameters(ApiParameters):
    """The same for a list, which is answered some items at a time."""

    limit: int = Field(
        DEFAULT_LIMIT,
        ge=1,
        le=HIGHEST_LIMIT,
        description="The highest number of items in one answer. Files do not take it: "
        "they hold the whole list, or its first 10 000 items.",
        examples=[DEFAULT_LIMIT],
    )
    cursor: Cursor = None

    @property
    def offset(self) -> int:
        """How many items have been answered before.

        Raises:
            BadParameter: the cursor is not one of ours.
        """
        return 0 if self.cursor is None else read_cursor(self.cursor)


def make_cursor(offset: int) -> str:
    """A cursor that goes on after `offset` items."""
    return base64.urlsafe_b64encode(f"{_CURSOR_WORD}:{offset}".encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> int:
    """How many items a cursor skips.

    Raises:
        BadParameter: it is not one of ours.
    """
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        word, _, number = text.partition(":")
        if word == _CURSOR_WORD and number.isascii() and number.isdigit() and len(number) < 10:
            return int(number)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        pass
    raise BadParameter("cursor", say("The cursor is not one that this list has given."))
