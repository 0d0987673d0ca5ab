"""The map of the first page: the latest totals of the newest method, and where else municipalities
were evaluated."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.charts.map.bands import band_of, band_words
from app.charts.map.drawing import MapMark, MapPoint
from app.domain.decimals import total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, Say, say
from app.domain.method import Instrument
from app.domain.score import Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.wording.sets import versions_words
from app.queries.register import Place

WITHOUT_TOTAL = MapMark.KNOWN
"""The mark of those evaluated whose total with the method is not known."""


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A municipality with its latest evaluation, or its latest that has a total of the method."""

    evaluation: EvaluationSummary
    total: Decimal | None
    at: tuple[float, float]

    @property
    def mark(self) -> MapMark:
        return WITHOUT_TOTAL if self.total is None else band_of(self.total)

    @property
    def words(self) -> Message:
        name, year = self.evaluation.name, str(self.evaluation.year)
        if self.total is None:
            return say("%(name)s: evaluated in %(year)s", name=name, year=year)
        points = total_points(self.total)
        return say("%(name)s %(year)s: %(points)s points", name=name, year=year, points=points)

    def point(self, words: Say, url: Callable[[str], str]) -> MapPoint:
        longitude, latitude = self.at
        address = url(f"/kommuner/{self.evaluation.municipality}")
        return MapPoint(words(self.words), address, longitude, latitude, self.mark)


@dataclass(frozen=True, slots=True)
class ResultsMap:
    """Everything on the map. `key` says what the marks that are seen stand for, with how many."""

    title: Message
    family: str
    places: tuple[MapPlace, ...]
    key: tuple[tuple[MapMark, Message, int], ...]


def results_map(
    table: EvaluationTable, places: Mapping[str, Place], instrument: Instrument
) -> ResultsMap | None:
    """In the newest family with at least five totals, else the one that pages compare in; None
    where no place is known."""
    having = table.having(Measure.TOTAL)
    family = next(
        (
            family
            for family in reversed(tuple(instrument.families))
            if (table.where("family", family) & having).municipalities >= MINIMUM_MEMBERS
        ),
        instrument.default_family,
    )
    with_total = table.where("family", family).latest_with(Measure.TOTAL)
    others = (table.all - with_total.whole_municipalities).latest
    found = tuple(
        MapPlace(one, one.figures[Measure.TOTAL] if one in with_total else None, place.at)
        for one in with_total | others
        if (place := places.get(one.municipality)) is not None and place.at is not None
    )
    if not found:
        return None
    counts = Counter(place.mark for place in found)
    words = {**band_words(), WITHOUT_TOTAL: say("evaluated; no total known with this method")}
    key = tuple((mark, text, counts[mark]) for mark, text in words.items() if counts[mark])
    title = say("Latest totals with %(versions)s", versions=versions_words(instrument, family))
    return ResultsMap(title, family, found, key)
