"""The eight areas on the first page: what each is called, and how the points of it lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts.look import SeriesRole
from app.charts.strip.figure import StripFigure, StripLine
from app.charts.writing import Writer
from app.domain.comparison_choice import published_averages
from app.domain.decimals import decimals_of
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, Points, Say, say, say_n
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Country
from app.domain.peers import SetScope, comparison_set
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.wording.sets import country_words, versions_words

STRIP_WIDTH: Final = 240
"""Units, about as many as pixels in a row of four cards: words are as large as those beside."""
ROLES: Final = {Country.NORWAY: SeriesRole.SUBJECT, Country.SWEDEN: SeriesRole.REFERENCE}


@dataclass(frozen=True, slots=True)
class CountryPoints:
    """The latest points of one country's municipalities, and the average that may be said of it."""

    country: Country
    values: tuple[Decimal, ...]
    average: Decimal | None


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area of the newest method of which enough is known."""

    version: MethodVersion
    area: AreaDefinition
    countries: tuple[CountryPoints, ...]

    @property
    def path(self) -> str:
        return f"/omrader/{self.version.version}/{self.area.no}"


@dataclass(frozen=True, slots=True)
class AreaCards:
    """The eight cards, the versions they are of, and whether an average is drawn in any."""

    cards: tuple[AreaCard, ...]
    versions: Message
    has_averages: bool


def area_cards(
    table: EvaluationTable, references: Sequence[ReferenceAverage], rules: Rules
) -> AreaCards | None:
    """The newest family in which all areas are known of at least five municipalities, else the
    one that pages compare in; None where nothing at all is known."""
    instrument = rules.instrument
    family = next(
        (
            family
            for family in reversed(tuple(instrument.families))
            if _complete(table, family) >= MINIMUM_MEMBERS
        ),
        instrument.default_family,
    )
    version = instrument.newest_of(family)
    cards = tuple(
        AreaCard(version, area, _countries(table, family, area, references, rules))
        for area in version.areas
    )
    if not any(card.countries for card in cards):
        return None
    averages = any(one.average is not None for card in cards for one in card.countries)
    return AreaCards(cards, versions_words(instrument, family), averages)


def _complete(table: EvaluationTable, family: str) -> int:
    own = table.where("family", family)
    for measure in AREA_MEASURES:
        own &= table.having(measure)
    return own.municipalities


def _countries(
    table: EvaluationTable,
    family: str,
    area: AreaDefinition,
    references: Sequence[ReferenceAverage],
    rules: Rules,
) -> tuple[CountryPoints, ...]:
    measure = Measure.of_area(area.no)
    found = []
    for country in Country:
        scope = SetScope(frozenset((country,)), family)
        members = comparison_set(scope, table, (measure,), rules.coverage)
        values = tuple(member.figures[measure] for member in members.members)
        if values:
            average = members.average(measure)
            if average is None:
                average = _published(references, scope, measure)
            found.append(CountryPoints(country, values, average))
    return tuple(found)


def _published(
    references: Sequence[ReferenceAverage], scope: SetScope, measure: Measure
) -> Decimal | None:
    """The newest mean that was published at first hand."""
    for reference in published_averages(references, scope, (measure,)):
        if reference.statistic is ReferenceStatistic.MEAN and not reference.at_second_hand:
            return reference.figures[measure]
    return None


def area_strip(card: AreaCard, words: Say) -> StripFigure:
    """The points of an area, a line for each country."""
    write = Writer(words, decimals_of(v for one in card.countries for v in one.values))
    name = words(card.area.short or card.area.name)
    return StripFigure(
        words(say("%(name)s: the points of each municipality", name=name)),
        " ".join(words(_told(one, write)) for one in card.countries),
        tuple(
            StripLine(
                words(country_words(one.country)),
                ROLES[one.country],
                one.values,
                average=one.average,
            )
            for one in card.countries
        ),
        (Decimal(0), card.area.max),
        (write.tick(Decimal(0)), write.tick(card.area.max)),
        width=STRIP_WIDTH,
    )


def _told(one: CountryPoints, write: Writer) -> Message:
    told = say_n(
        "%(country)s: %(n)s municipality, %(low)s points.",
        "%(country)s: %(n)s municipalities, %(low)s–%(high)s points.",
        len(one.values),
        country=country_words(one.country),
        low=write(min(one.values)),
        high=write(max(one.values)),
    )
    if one.average is None:
        return told
    return say("%(told)s Average %(average)s.", told=told, average=Points(one.average))
