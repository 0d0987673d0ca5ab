"""Shapes that every answer of the API shares. Numbers are numbers, codes are strings."""

from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from app.domain.message import LocalText, Message
from app.domain.release import Release
from app.web.languages import translate

Points = Annotated[
    Decimal,
    PlainSerializer(float, return_type=float, when_used="json"),
    Field(json_schema_extra={"type": "number"}),
]
"""Points as a JSON number; what a source prints with one decimal has one."""


class Out(BaseModel):
    """Something that an answer holds."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Released(Out):
    """What is answered on its own: the release it was read from, and whether data are real."""

    release: int = Field(description="The release that the answer was read from.")
    synthetic: bool = Field(description="True where all data are made up for demonstration.")


class Link(Out):
    """Where else the same thing is found."""

    page: str = Field(description="The page for people.")
    frozen: str = Field(description="This answer as it is in this release, for ever.")
    csv: str | None = None
    xlsx: str | None = None
    jsonstat: str | None = None


Item = TypeVar("Item")


class Listing(Released, Generic[Item]):
    """Some items of a list, how many there are in all, and where the next are."""

    items: list[Item]
    total: int = Field(ge=0)
    next: str | None = Field(description="The address of the next items; null at the end.")


class Problem(Out):
    """An error as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    parameter: str | None = Field(None, description="The parameter that was refused.")
    allowed: list[str] | None = Field(None, description="What could have stood instead.")
    last_release: int | None = Field(
        None, description="The last release that held what has been withdrawn."
    )
    frozen: str | None = Field(None, description="The same address in that release.")


class Text(Out):
    """A text in the language of the answer, or the nearest there is."""

    text: str
    lang: str
    unofficial: bool = Field(description="True where it is our own translation.")


def local(text: LocalText, language: str) -> Text:
    """A text that is kept in some languages."""
    return Text(
        text=text.in_language(language),
        lang=text.language_for(language),
        unofficial=text.is_unofficial(language),
    )


def said(text: Message | LocalText | None, language: str) -> str | None:
    """A sentence in the language of the answer."""
    return None if text is None else translate(text, language)


def released(release: Release) -> dict[str, Any]:
    """The fields of `Released`."""
    return {"release": release.number, "synthetic": release.demo}
