"""What a search finds: the municipalities that a text may mean, and counties and areas of its
name."""

from dataclasses import dataclass
from typing import ClassVar, Final

from app.domain.county import county_path
from app.domain.decimals import total_points
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import Instrument
from app.domain.naming.counties import counties_after, former_county
from app.domain.naming.query import LONGEST_TEXT
from app.domain.naming.spelling import fold
from app.domain.score import Measure
from app.queries import evaluations, keys, method
from app.queries.reading import Reading
from app.queries.search import SearchHit, names, nearest, search

MOST_SUGGESTED: Final = 8
MOST_PLACES: Final = 3
"""Counties, and areas, beside the municipalities."""
SHORTEST: Final = 3
"""Letters of a county's or an area's name that have to be typed."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A municipality that was found, with what tells it from the others."""

    hit: SearchHit
    latest: EvaluationSummary | None
    """Its latest evaluation with a total."""

    @property
    def path(self) -> str:
        return f"/kommuner/{self.hit.municipality.slug}"

    @property
    def label(self) -> str:
        return self.hit.municipality.label

    @property
    def county(self) -> str:
        return self.hit.municipality.county

    @property
    def words(self) -> Message:
        """What is known of it, in a few words."""
        if self.latest is not None:
            return say(
                "%(points)s points (%(year)s)",
                points=total_points(self.latest.figures[Measure.TOTAL]),
                year=str(self.latest.year),
            )
        if self.hit.latest_year is not None:
            return say("latest evaluation %(year)s", year=str(self.hit.latest_year))
        if self.hit.successors:
            return say("now %(names)s, no evaluation that we know of", names=self.hit.successors)
        if self.hit.parts_to:
            return say(
                "divided between %(names)s, no evaluation that we know of", names=self.hit.parts_to
            )
        return say("no evaluation that we know of")


@dataclass(frozen=True, slots=True)
class OtherPage:
    """A county or an area whose name holds what was typed."""

    label: str | LocalText
    path: str
    words: Message


@dataclass(frozen=True, slots=True)
class SearchContent:
    """The answers to a search. `text` is what was typed; `instead` is a name that may have been
    meant where nothing was found."""

    text: str
    suggestions: tuple[Suggestion, ...]
    others: tuple[OtherPage, ...] = ()
    instead: tuple[str, str] | None = None
    """Name and slug."""
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        if not self.text:
            return say("Find a municipality")
        return say("Search for “%(text)s”", text=self.text)

    @property
    def count(self) -> Message | None:
        """How much was found, once something has been typed; None where nothing was."""
        n = len(self.suggestions) + len(self.others)
        return say_n("%(n)s suggestion", "%(n)s suggestions", n) if self.text and n else None

    @property
    def finds_nothing(self) -> bool:
        return bool(self.text) and not self.suggestions and not self.others


def search_content(reading: Reading, text: str) -> SearchContent:
    """Reads the best answers to a text in a fixed number of queries."""
    hits = search(reading, text, MOST_SUGGESTED)
    table = evaluations.summaries(reading)
    folded = fold(text[:LONGEST_TEXT])
    others = (
        *_counties(keys.county_names(reading), folded),
        *_former_county(reading, text),
        *_areas(method.instrument(reading), folded),
    )
    instead = () if hits or others or not folded else nearest(reading, text, 1)
    return SearchContent(
        text,
        tuple(Suggestion(hit, _latest(table, hit.municipality.slug)) for hit in hits),
        others,
        (instead[0].label, instead[0].slug) if instead else None,
    )


def _latest(table: EvaluationTable, slug: str) -> EvaluationSummary | None:
    own = table.of_municipality(slug)
    return next((one for one in own if Measure.TOTAL in one.figures), None)


def _counties(names: tuple[str, ...], folded: str) -> list[OtherPage]:
    if len(folded) < SHORTEST:
        return []
    found = [name for name in names if folded in fold(name)]
    return [OtherPage(name, county_path(name), say("county")) for name in found[:MOST_PLACES]]


def _former_county(reading: Reading, text: str) -> list[OtherPage]:
    """The counties that a county which is no more became, where a text names one."""
    former = former_county(text)
    if former is None:
        return []
    became = counties_after(former, names(reading).municipalities.values(), reading.collation)
    words = say("county, before a part of %(former)s", former=former)
    return [OtherPage(name, county_path(name), words) for name in became if name != former]


def _areas(instrument: Instrument, folded: str) -> list[OtherPage]:
    """The areas of every family, the newest first, whose name holds the text in any language."""
    if len(folded) < SHORTEST:
        return []
    found = [
        OtherPage(
            area.name,
            f"/omrader/{versions[-1].version}/{area.no}",
            say("area, version %(version)s", version=versions[-1].version),
        )
        for versions in reversed(tuple(instrument.families.values()))
        for area in versions[-1].areas
        if any(
            folded in fold(text)
            for name in (area.name, area.short)
            if name is not None
            for text in name.texts.values()
        )
    ]
    return found[:MOST_PLACES]
