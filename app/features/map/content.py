"""The map: which evaluated municipalities fit, where they lie, and the list that says the same.

Each municipality is shown once, with its latest evaluation that the filters admit; where totals are
shown, with its latest that has one, highest first and only within one method family: the one asked
for, else the newest that may be ranked (design rule 5).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from app.charts.map.bands import LIMITS
from app.charts.map.drawing import MapMark
from app.domain.decimals import total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.listing import listed, standing_for
from app.domain.message import Message, say, say_n
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.wording.evaluation import DETAIL_WORDS
from app.domain.wording.sets import levels_words, versions_words
from app.features.map.marks import Colour, KeyEntry, mark_of, words_by_mark
from app.queries import evaluations as evaluation_queries
from app.queries import method, register
from app.queries.reading import Reading
from app.queries.register import Place
from app.queries.search import matching_slugs
from app.web.filters.declared import DetailFilter, EvaluationFilterParameters
from app.web.filters.evaluations import EvaluationChoice, evaluation_choice
from app.web.filters.facets import Facet, Option, options
from app.web.filters.families import FamilyTabs, countries_to_rank, family_tabs, leading_family
from app.web.filters.several import MARK
from app.web.parameters import Own

MOST_SEEN: Final = 20
"""Rows of the list beside the map that are seen at once."""
HIGH: Final = LIMITS[2]
"""The limit that the headline counts by: one of those between the bands of colour."""


class MapParameters(EvaluationFilterParameters):
    """The filters, and what the marks tell of."""

    detail: DetailFilter = None
    colour: Colour = Colour.TOTAL
    min: Own = None

    @property
    def compares_scores(self) -> bool:
        return self.colour is Colour.TOTAL


@dataclass(frozen=True, slots=True)
class MapRow:
    """A municipality as it is listed. It is on the map where its place is known.

    `until` is the day on which it ceased to exist, unless its name says so; the place is that of
    the municipality as it was.
    """

    evaluation: EvaluationSummary
    mark: MapMark
    until: date | None
    place: tuple[float, float] | None
    """Longitude and latitude."""

    @property
    def total(self) -> Decimal | None:
        return self.evaluation.score(Measure.TOTAL)

    @property
    def detail_words(self) -> Message:
        return DETAIL_WORDS[self.evaluation.detail]


@dataclass(frozen=True, slots=True)
class MapContent:
    """Everything on the page."""

    parameters: MapParameters
    rows: tuple[MapRow, ...]
    key: tuple[KeyEntry, ...]
    facets: tuple[Facet, ...]
    colours: tuple[Option, ...]
    remarks: tuple[Message, ...]
    total_max: Decimal
    tabbed: tuple[Facet, ...]
    """Filters that have tabs."""
    families: FamilyTabs
    versions: Message
    """The method versions that totals are of."""
    ranked_countries: tuple[Country, ...]
    """Those of which a ranking under the same filters ranks the municipalities."""

    @property
    def first(self) -> tuple[MapRow, ...]:
        """The rows that are seen without unfolding the rest."""
        return self.rows if len(self.rows) <= MOST_SEEN else self.rows[:MOST_SEEN]

    @property
    def rest(self) -> tuple[MapRow, ...]:
        return self.rows[len(self.first) :]

    @property
    def kept(self) -> tuple[tuple[str, str | None, Message], ...]:
        """Filters that have no field in the form: name, value and words."""
        versions = self.parameters.version
        words = say("Method version: %(version)s", version=versions or "")
        return (("version", MARK.join(versions) if versions else None, words),)

    @property
    def shape(self) -> tuple[tuple[str, str | None], ...]:
        """What is no filter, and stays when filters are cleared."""
        return (("colour", None if self.shows_totals else self.parameters.colour),)

    @property
    def headline(self) -> Message:
        """What the map shows, as a sentence that can be counted."""
        totals = [row.total for row in self.rows if row.total is not None]
        if not self.shows_totals or not totals:
            return say("Where we know of an evaluation")
        return say(
            "%(n)s of %(known)s municipalities with a known total reached %(points)s points",
            n=sum(total >= HIGH for total in totals),
            known=len(totals),
            points=total_points(HIGH),
        )

    @property
    def measured(self) -> Message:
        """What the marks tell of, and of which methods."""
        if not self.shows_totals:
            return say("How much is known of each latest evaluation")
        return say(
            "Total out of %(max)s in the latest evaluation, %(versions)s",
            max=total_points(self.total_max),
            versions=self.versions,
        )

    @property
    def title(self) -> Message:
        return say("Map of evaluated municipalities")

    @property
    def description(self) -> Message:
        return say(
            "Where in Norway and Sweden municipalities have been evaluated with Kommunekompasset, "
            "how much is known of each evaluation, and how they did."
        )

    @property
    def count(self) -> Message:
        return say_n(
            "%(n)s evaluated municipality matches your filters",
            "%(n)s evaluated municipalities match your filters",
            len(self.rows),
        )

    @property
    def shows_totals(self) -> bool:
        return self.parameters.compares_scores

    @property
    def caption(self) -> Message:
        if self.shows_totals:
            return say(
                "Each mark is a municipality: the larger and the stronger in colour, the "
                "higher the total. It is placed at the centre of the municipality."
            )
        return say(
            "Each mark is a municipality. Shape and colour show how much of its "
            "evaluation is known. It is placed at the centre of the municipality."
        )


def map_content(reading: Reading, parameters: MapParameters) -> MapContent:
    """Reads what the page needs in a fixed number of queries."""
    rules = method.rules(reading)
    instrument = rules.instrument
    evaluations = evaluation_queries.summaries(reading)
    colour = parameters.colour
    matching = matching_slugs(reading, parameters.q)
    asked = (parameters, rules, evaluations, matching, Measure.TOTAL)
    family = leading_family(*asked)
    chosen = evaluation_choice(parameters, instrument, evaluations, matching, family)
    measure = Measure.TOTAL if parameters.compares_scores else None
    shown = listed(standing_for(chosen.admitted(), measure), None, measure, best_first=matching)
    rows = _rows(shown, register.places(reading), colour)
    return MapContent(
        parameters=parameters,
        rows=rows,
        key=_key(rows, colour),
        facets=tuple(facet for facet in chosen.facets if facet.name != "family"),
        colours=_colours(colour),
        remarks=_remarks(chosen, rows),
        total_max=instrument.newest_of(chosen.family).max,
        tabbed=(chosen.facet("family"),),
        families=family_tabs(chosen),
        versions=versions_words(instrument, chosen.family),
        ranked_countries=countries_to_rank(*asked),
    )


def _rows(
    shown: Iterable[EvaluationSummary], known: Mapping[str, Place], colour: Colour
) -> tuple[MapRow, ...]:
    return tuple(
        MapRow(
            evaluation,
            mark_of(evaluation, colour),
            place.end_to_tell if place else None,
            place.at if place else None,
        )
        for evaluation in shown
        for place in [known.get(evaluation.municipality)]
    )


def _key(rows: Sequence[MapRow], colour: Colour) -> tuple[KeyEntry, ...]:
    """What each mark stands for; those that nobody has are left out."""
    found = Counter(row.mark for row in rows)
    counted = [KeyEntry(mark, words, found[mark]) for mark, words in words_by_mark(colour).items()]
    return tuple(entry for entry in counted if entry.count)


def _colours(chosen: Colour) -> tuple[Option, ...]:
    return options(
        [(Colour.TOTAL, say("Points")), (Colour.DETAIL, say("How much is known"))], chosen
    )


def _remarks(
    chosen: EvaluationChoice[MapParameters], rows: Sequence[MapRow]
) -> tuple[Message, ...]:
    """What must be known to read the map right."""
    said = []
    if chosen.parameters.compares_scores:
        levels = levels_words(chosen.admitted().values("country"))
        if levels is not None:
            said.append(levels)
    without_place = sum(row.place is None for row in rows)
    if without_place:
        said.append(
            say_n(
                "%(n)s municipality is only in the list, since we do not know where it lies.",
                "%(n)s municipalities are only in the list, since we do not know where they lie.",
                without_place,
            )
        )
    return tuple(said)
