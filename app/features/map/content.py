"""The map: which evaluated municipalities fit, where they lie, and the list that says the same.

Each municipality is shown once, with its latest evaluation that the filters admit; where totals are
shown, with its latest that has one, and only within one method family (design rule 5).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.charts.map.drawing import MapMark
from app.domain.evaluation import EvaluationSummary
from app.domain.listing import standing_for
from app.domain.message import Message, say, say_n
from app.domain.method import Instrument
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


class MapParameters(EvaluationFilterParameters):
    """The filters, and what the marks tell of."""

    detail: DetailFilter = None
    colour: Colour = Colour.DETAIL

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
    instrument = method.instrument(reading)
    evaluations = evaluation_queries.summaries(reading)
    colour = parameters.colour
    chosen = evaluation_choice(
        parameters, instrument, evaluations, matching_slugs(reading, parameters.q)
    )
    measure = Measure.TOTAL if parameters.compares_scores else None
    shown = standing_for(chosen.admitted(), measure)
    rows = _rows(shown, register.places(reading), colour)
    return MapContent(
        parameters=parameters,
        rows=rows,
        key=_key(rows, colour),
        facets=chosen.facets,
        colours=_colours(colour),
        remarks=_remarks(chosen, instrument, rows),
        total_max=instrument.newest_of(chosen.family).max,
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
        [(Colour.DETAIL, say("How much is known")), (Colour.TOTAL, say("The total"))], chosen
    )


def _remarks(
    chosen: EvaluationChoice[MapParameters], instrument: Instrument, rows: Sequence[MapRow]
) -> tuple[Message, ...]:
    """What must be known to read the map right."""
    said = []
    if chosen.parameters.compares_scores:
        said.append(
            say(
                "Only results with %(versions)s are shown: points from different methods are not "
                "set side by side.",
                versions=versions_words(instrument, chosen.family),
            )
        )
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
