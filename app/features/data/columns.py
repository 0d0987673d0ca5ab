"""Columns that tables of the whole data set share: figures, and texts in their languages."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from app.domain.evaluation import Evaluation, Source
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message, say
from app.domain.score import Figure
from app.web.api.tables import CellKind, Field

Item = TypeVar("Item")
Within = tuple[Evaluation, Item]
"""Something of an evaluation."""

MUNICIPALITY: Final = say("The municipality, by the name in its address")
AREA: Final = say("The number of the area")
COUNTRY: Final = say("Country")
FAMILY: Final = say("Method family: points are compared within one")
METHOD_VERSION: Final = say("Method version")
MOST_POINTS: Final = say("The most points there are")
NOTE: Final = say("A note")
QUESTION: Final = say("The code of the question")
REPORT_TEXT: Final = say("What the evaluators wrote for the report")
POSITION: Final = say("Number in the order, from 1")


def text(name: str, meaning: Message, value: Callable[[Item], str | None]) -> Field[Item]:
    return Field(name, CellKind.TEXT, meaning, value)


def code(name: str, meaning: Message, value: Callable[[Item], str | None]) -> Field[Item]:
    return Field(name, CellKind.CODE, meaning, value)


def points(name: str, meaning: Message, value: Callable[[Item], Decimal | None]) -> Field[Item]:
    return Field(name, CellKind.POINTS, meaning, value)


def yes_no(name: str, meaning: Message, value: Callable[[Item], bool]) -> Field[Item]:
    return Field(name, CellKind.YES_NO, meaning, value)


def whole(name: str, meaning: Message, value: Callable[[Item], int | None]) -> Field[Item]:
    return Field(name, CellKind.INTEGER, meaning, value)


def of_evaluation() -> Field[Within[Item]]:
    """Which evaluation something belongs to."""
    return code("evaluation", say("The evaluation"), lambda row: row[0].id)


def of_source(of: Callable[[Item], Source]) -> tuple[Field[Item], ...]:
    """What figures were read in, and where that is found."""
    return (
        text("source_title", say("The source of the figures"), lambda item: of(item).title),
        text("source_url", say("Where the source is found"), lambda item: of(item).url),
    )


def local_texts(
    name: str, meaning: Message, value: Callable[[Item], LocalText | None]
) -> tuple[Field[Item], ...]:
    """A text in each language it is kept in, and the languages in which it is not official."""

    def one(language: str) -> Field[Item]:
        def written(item: Item) -> str | None:
            found = value(item)
            return None if found is None else found.texts.get(language)

        told = say("%(what)s, in %(language)s", what=meaning, language=LANGUAGES[language].name)
        return Field(f"{name}_{language}", CellKind.TEXT, told, written)

    def unofficial(item: Item) -> str | None:
        found = value(item)
        return " ".join(sorted(found.unofficial)) or None if found is not None else None

    return (
        *(one(language) for language in LANGUAGES),
        Field(
            f"{name}_unofficial",
            CellKind.TEXT,
            say("Languages in which that text is our own translation"),
            unofficial,
        ),
    )


def figures(prefix: str, of: Callable[[Item], Figure]) -> tuple[Field[Item], ...]:
    """A figure with everything that is known of it."""
    return (
        points(
            f"{prefix}score",
            say("Points: the sum of the parts where all are known, else as stated"),
            lambda item: of(item).score,
        ),
        points(
            f"{prefix}stated",
            say("Points as the source prints them"),
            lambda item: of(item).stated,
        ),
        points(f"{prefix}max", MOST_POINTS, lambda item: of(item).max),
        text(f"{prefix}missing", say("Why there are no points"), lambda item: of(item).missing),
    )


def joined(values: Sequence[str]) -> str | None:
    """Several names in one cell."""
    return "; ".join(values) or None


def day(name: str, meaning: Message, value: Callable[[Item], date | None]) -> Field[Item]:
    return Field(name, CellKind.DATE, meaning, value)


def number(name: str, meaning: Message, value: Callable[[Item], float | None]) -> Field[Item]:
    """A number as it was written."""

    def exact(item: Item) -> Decimal | None:
        found = value(item)
        return None if found is None else Decimal(repr(found))

    return Field(name, CellKind.NUMBER, meaning, exact)
