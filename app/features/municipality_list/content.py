"""The list of municipalities: who fits the filters, in which order, and what they are together.

A municipality has one row, with its latest evaluation that the filters admit; where the list is
sorted by a score, with its latest that has that score (design rule 5). Places and averages are
never given across method families or countries.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.decimals import decimals_of
from app.domain.message import LocalText, Message, say, say_n
from app.domain.municipality import Municipality
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.features.municipality_list.average import Average
from app.features.municipality_list.facets import facets, sort_options
from app.features.municipality_list.matches import FittingMunicipalities, find
from app.features.municipality_list.parameters import ListParameters
from app.features.municipality_list.quote import quotes
from app.features.municipality_list.rows import Entry, ListRow
from app.queries import register
from app.queries.reading import Reading
from app.web.filters.facets import Facet, Option
from app.web.page.paging import Pages, page_of


@dataclass(frozen=True, slots=True)
class ListContent:
    """Everything on the list's page."""

    parameters: ListParameters
    count: Message
    listed: int
    """How many there are on all pages."""
    rows: tuple[ListRow, ...]
    pages: Pages
    facets: tuple[Facet, ...]
    sort_options: tuple[Option, ...]
    averages: tuple[Average, ...]
    remarks: tuple[Message, ...]
    sorted_by: Measure | None
    has_places: bool
    area: Measure | None
    """The area that has a column, if one has."""
    area_name: LocalText | None
    total_max: Decimal
    quotes: tuple[Message, ...]

    @property
    def area_decimals(self) -> int:
        """With how many decimals the points of the area are shown."""
        if self.area is None:
            return 0
        return decimals_of(row.entry.score(self.area) for row in self.rows)

    @property
    def has_published(self) -> bool:
        return any(average.published for average in self.averages)

    @property
    def title(self) -> Message:
        return say("Evaluated municipalities that we know of")

    @property
    def description(self) -> Message:
        return say(
            "Every Norwegian and Swedish municipality whose evaluation with Kommunekompasset we "
            "know of, with its latest result. Choose by country, county, size, method and year."
        )


def list_content(reading: Reading, parameters: ListParameters) -> ListContent:
    """Reads what the page needs in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
        NotFound: the list has no such page.
    """
    found = find(reading, parameters)
    pages, shown = page_of(found.entries, parameters.page)
    known = register.listed_municipalities(reading, [entry.slug for entry in shown])
    chosen, instrument = found.filters, found.instrument
    added = len(found.added) if found.looked_for_others else None
    return ListContent(
        parameters=parameters,
        count=_count_words(found),
        listed=len(found.entries),
        rows=tuple(_row(entry, known, found.places) for entry in shown),
        pages=pages,
        facets=facets(chosen, added),
        sort_options=sort_options(chosen),
        averages=found.averages,
        remarks=found.remarks,
        sorted_by=found.sorted_by,
        has_places=bool(found.places),
        area=chosen.parameters.asked_area,
        area_name=_area_name(found),
        total_max=instrument.newest_of(chosen.family).max,
        quotes=quotes(found),
    )


def _row(entry: Entry, known: Mapping[str, Municipality], given: Mapping[str, Rank]) -> ListRow:
    municipality = known.get(entry.slug)
    until = municipality.end_to_tell if municipality else None
    return ListRow(entry, until, given.get(entry.slug))


def _area_name(fitting: FittingMunicipalities) -> LocalText | None:
    asked = fitting.filters.parameters.asked_area
    if asked is None or asked.area is None:
        return None
    return fitting.instrument.newest_of(fitting.filters.family).area(asked.area).name


def _count_words(fitting: FittingMunicipalities) -> Message:
    evaluated = fitting.admitted.municipalities
    if not fitting.added:
        return say_n(
            "%(n)s evaluated municipality matches your filters",
            "%(n)s evaluated municipalities match your filters",
            evaluated,
        )
    n = evaluated + len(fitting.added)
    if not evaluated:
        return say_n(
            "%(n)s municipality matches your filters; we know of no evaluation of it",
            "%(n)s municipalities match your filters; we know of no evaluation of them",
            n,
        )
    return say_n(
        "%(n)s municipality matches your filters; it is evaluated",
        "%(n)s municipalities match your filters, %(evaluated)s of them evaluated",
        n,
        evaluated=evaluated,
    )
