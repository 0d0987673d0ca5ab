"""The list of municipalities: who fits the filters, in which order, and what they are together.

A municipality has one row, with its latest evaluation that the filters admit; where the list is
sorted by a score, with its latest that has that score (design rule 5). Places and averages are
never given across method families or countries.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app import bounds
from app.domain.decimals import decimals_of
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import MethodVersion
from app.domain.municipality import Country, Municipality
from app.domain.score import AREA_MEASURES, Measure
from app.features.municipality_list.average import Average
from app.features.municipality_list.brackets import BracketPart, brackets
from app.features.municipality_list.facets import facets, sort_options
from app.features.municipality_list.matches import FittingMunicipalities, find
from app.features.municipality_list.parameters import ListParameters
from app.features.municipality_list.quote import quotes
from app.features.municipality_list.rows import Entry, ListRow, area_cells
from app.queries import register
from app.queries.reading import Reading
from app.web.filters.facets import Facet, Option
from app.web.filters.families import FamilyTabs, family_tabs
from app.web.filters.several import MARK
from app.web.page.paging import Pages, page_of

MOST_ROWS: Final = 500
"""Rows of one page: as many as a reader can search with the browser's own search."""


@dataclass(frozen=True, slots=True)
class AreaHead:
    """The heading of an area's column: its number and names in the family listed."""

    measure: Measure
    name: LocalText
    short: LocalText


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
    tabbed: tuple[Facet, ...]
    """Filters that have tabs."""
    families: FamilyTabs
    averages: tuple[Average, ...]
    averages_lead: bool
    """Whether they stand above the list."""
    remarks: tuple[Message, ...]
    listed_method: Message | None
    """For paper, where the tabs are not: the method that a ranking keeps to."""
    sorted_by: Measure | None
    has_places: bool
    area: Measure | None
    """The area that is asked for, if one is."""
    area_name: LocalText | None
    areas: tuple[AreaHead, ...]
    """The columns of areas; none where methods with other areas stand together."""
    bar_max: Decimal
    """What the bars are shares of."""
    small: Decimal
    """Less than this apart is about the same, in what is ranked."""
    family: str
    """The method family of points that are put in order."""
    ranked_countries: tuple[Country, ...]
    """Those of which a ranking under the same filters ranks the municipalities."""
    quotes: tuple[Message, ...]

    @property
    def area_decimals(self) -> int:
        """With how many decimals the points of areas are shown."""
        return decimals_of(cell.score for row in self.rows for cell in row.areas)

    @property
    def shows_area(self) -> bool:
        """Whether the bars are of an area, not of the total."""
        return self.sorted_by not in (None, Measure.TOTAL)

    @property
    def shows_versions(self) -> bool:
        """Whether the method versions of the rows differ."""
        return len({row.entry.evaluation.version for row in self.rows if row.entry.evaluation}) > 1

    @property
    def columns_of_results(self) -> int:
        """How many columns tell of an evaluation: the bar, areas, year, version and the tick."""
        return 3 + self.shows_area + len(self.areas) + self.shows_versions

    @property
    def kept(self) -> tuple[tuple[str, str | None, Message], ...]:
        """Filters that have no field in the form: name, value and words."""
        area, versions = self.parameters.area, self.parameters.version
        words = say("Method version: %(version)s", version=versions or "")
        return (
            ("version", MARK.join(versions) if versions else None, words),
            ("area", str(area or ""), say("Points known for area %(no)s", no=area or 0)),
        )

    @property
    def shape(self) -> tuple[tuple[str, str | None], ...]:
        """What is no filter, and stays when filters are cleared."""
        return (("sort", self.parameters.sort),)

    @property
    def has_brackets(self) -> bool:
        return any(row.brackets for row in self.rows)

    @property
    def most_compared(self) -> int:
        return bounds.COMPARED_AT_ONCE

    @property
    def has_published(self) -> bool:
        return any(average.published for average in self.averages)

    @property
    def title(self) -> Message:
        if self.sorted_by is not None:
            return say("Municipalities by points")
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
    found = find(reading, parameters, newest_first=True)
    pages, shown = page_of(found.entries, parameters.page, MOST_ROWS)
    known = register.listed_municipalities(reading, [entry.slug for entry in shown])
    chosen = found.filters
    added = len(found.added) if found.looked_for_others else None
    measure = found.sorted_by or Measure.TOTAL
    areas = _area_heads(found)
    return ListContent(
        parameters=parameters,
        count=_count_words(found),
        listed=len(found.entries),
        rows=_rows(found, shown, known, with_areas=bool(areas)),
        pages=pages,
        facets=facets(chosen, added),
        sort_options=sort_options(chosen),
        tabbed=(chosen.facet("family"),),
        families=family_tabs(chosen),
        averages=found.averages,
        averages_lead=found.averages_lead,
        remarks=found.page_remarks,
        listed_method=found.listed_method,
        sorted_by=found.sorted_by,
        has_places=bool(found.places),
        area=chosen.parameters.asked_area,
        area_name=_area_name(found),
        areas=areas,
        bar_max=_maximum(found.instrument.newest_of(chosen.family), measure),
        small=found.rules.small.limit(measure),
        family=chosen.family,
        ranked_countries=found.ranked_countries,
        quotes=quotes(found),
    )


def _rows(
    found: FittingMunicipalities,
    shown: Sequence[Entry],
    known: Mapping[str, Municipality],
    *,
    with_areas: bool,
) -> tuple[ListRow, ...]:
    measure = found.sorted_by or Measure.TOTAL
    beside = _brackets(found, shown, measure)
    return tuple(
        _row(found, entry, known.get(entry.slug), measure, beside[place], with_areas=with_areas)
        for place, entry in enumerate(shown)
    )


def _row(
    found: FittingMunicipalities,
    entry: Entry,
    municipality: Municipality | None,
    measure: Measure,
    beside: tuple[BracketPart, ...],
    *,
    with_areas: bool,
) -> ListRow:
    evaluation, points = entry.evaluation, entry.score(measure)
    bar = None
    if evaluation is not None and points is not None:
        bar = 100 * points / _maximum(found.instrument.version(evaluation.version), measure)
    return ListRow(
        entry,
        municipality.end_to_tell if municipality else None,
        found.places.get(entry.slug),
        points,
        bar,
        area_cells(evaluation) if with_areas and evaluation is not None else (),
        beside,
    )


def _maximum(version: MethodVersion, measure: Measure) -> Decimal:
    return version.max if measure.area is None else version.area(measure.area).max


def _brackets(
    found: FittingMunicipalities, shown: Sequence[Entry], measure: Measure
) -> Sequence[tuple[BracketPart, ...]]:
    """What stands beside each row; nothing where nobody is ranked."""
    scores = [score for entry in shown if (score := entry.score(measure)) is not None]
    if not found.places:
        scores = []
    beside = brackets(scores, found.rules.small.limit(measure))
    return (*beside, *(() for _ in shown[len(beside) :]))


def _area_heads(found: FittingMunicipalities) -> tuple[AreaHead, ...]:
    """The areas of the one family that is listed; none where there are several, or nothing has
    points in any."""
    if not found.lists_one_family:
        return ()
    version = found.instrument.newest_of(found.filters.family)
    areas = ((measure, version.area(measure.area)) for measure in AREA_MEASURES if measure.area)
    return tuple(AreaHead(measure, area.name, area.short or area.name) for measure, area in areas)


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
