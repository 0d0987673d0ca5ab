"""Averages that others have published and counts of those evaluated: what is public, and a new
one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.message import LocalText, Message, say
from app.domain.municipality import Country
from app.domain.wording.sets import country_words
from app.editorial.draft import DraftItem
from app.editorial.figure_items import KNOWN, REFERENCE
from app.features.editorial.fields import FieldChoice, FieldProblem, Sent
from app.queries.coverage import known_evaluated
from app.queries.reading import Reading
from app.queries.reference import reference_averages

FIGURES: Final = "/redaksjon/tall"
_FIRST, _LAST = 1990, 2100


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One that is public."""

    key: str
    title: Message | LocalText
    year: str
    n: Message | None


@dataclass(frozen=True, slots=True)
class ListedFigures:
    """Those of a kind, and the form for one more."""

    kind: str
    heading: Message
    new: Message
    lines: tuple[FigureLine, ...]
    countries: tuple[FieldChoice, ...]
    year: str = ""
    problem: FieldProblem | None = None


@dataclass(frozen=True, slots=True)
class FiguresContent:
    """The page."""

    title: Message
    tables: tuple[ListedFigures, ...]
    description: Message | None = None

    @property
    def problems(self) -> tuple[FieldProblem, ...]:
        return tuple(table.problem for table in self.tables if table.problem)


@dataclass(frozen=True, slots=True)
class NewFigure:
    """What was asked for: the item of the draft, and what the draft is called."""

    title: Message
    item: DraftItem


def figures_content(
    reading: Reading,
    asked: str = "",
    sent: Sent | None = None,
    problem: FieldProblem | None = None,
) -> FiguresContent:
    """The page; with what was asked for of a kind, and what is wrong with that."""
    averages = tuple(
        FigureLine(one.id, one.label, str(one.as_of), _n(one.n))
        for one in reference_averages(reading)
    )
    counts = tuple(
        FigureLine(one.id, country_words(one.country), str(one.as_of), _n(one.n))
        for one in known_evaluated(reading)
    )
    tables = (
        (REFERENCE, say("Published averages"), say("A new average"), averages),
        (KNOWN, say("Counts of those evaluated"), say("A new count"), counts),
    )
    return FiguresContent(
        say("Averages and counts"),
        tuple(
            ListedFigures(
                kind,
                heading,
                new,
                lines,
                _countries(sent["country"] if sent and kind == asked else ""),
                sent["year"] if sent and kind == asked else "",
                problem if kind == asked else None,
            )
            for kind, heading, new, lines in tables
        ),
    )


def asked_for(kind: str, sent: Sent, taken: Collection[str]) -> NewFigure | FieldProblem:
    """An empty record of a country and a year, or what is wrong with them. Its id is made of both;
    `taken` are those that others have."""
    year = int(sent["year"]) if sent["year"].isdecimal() and len(sent["year"]) == 4 else 0
    if not _FIRST <= year <= _LAST:
        words = say("Write the year with four digits, such as 2018.")
        return FieldProblem(f"{kind}-year", say("Year"), words)
    country = Country.SWEDEN if sent["country"] == Country.SWEDEN else Country.NORWAY
    first = f"{country.value.lower()}-{year}"
    key, number = first, 2
    while key in taken:
        key, number = f"{first}-{number}", number + 1
    document = {**EMPTY[kind], "id": key, "country": country.value, "as_of": year}
    title = say("%(country)s %(year)s", country=country_words(country), year=str(year))
    return NewFigure(title, DraftItem(kind, key, document=document))


EMPTY: Final[Mapping[str, Mapping[str, Any]]] = {
    REFERENCE: {
        "label": None,
        "family": None,
        "statistic": None,
        "n": None,
        "size_group": None,
        "total": None,
        "areas": {},
        "source": None,
        "basis": None,
        "n_basis": None,
    },
    KNOWN: {
        "family": None,
        "unit": None,
        "since": None,
        "n": None,
        "at_least": False,
        "approximate": False,
        "source": None,
    },
}
"""A record of which nothing is known yet but country and year."""


def _n(n: int | None) -> Message | None:
    return None if n is None else say("%(n)s", n=n)


def _countries(chosen: str) -> tuple[FieldChoice, ...]:
    return tuple(FieldChoice(one.value, country_words(one), one.value == chosen) for one in Country)
