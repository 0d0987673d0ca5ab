"""Whom to add: by suggestion, the most alike first, and by search."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice
from typing import Final

from app.domain.decimals import total_points
from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.message import Message, say, say_n
from app.domain.method import Instrument
from app.domain.score import Measure
from app.domain.wording.sets import member_name
from app.queries.reading import Reading
from app.queries.search import matching_slugs

MOST_SUGGESTED: Final = 6
MOST_FOUND: Final = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """An evaluation that can be added. `why` says how it is like the first of those chosen."""

    summary: EvaluationSummary
    result: Message
    why: Message | None = None
    chosen: bool = False

    @property
    def id(self) -> str:
        return self.summary.id

    @property
    def name(self) -> str:
        return member_name(self.summary)

    @property
    def can_be_added(self) -> bool:
        """Not where it is there already, or has nothing to compare."""
        return not self.chosen and bool(self.summary.figures)


@dataclass(frozen=True, slots=True)
class Search:
    """The evaluations that a text may mean."""

    text: str
    found: tuple[Choice, ...]
    names_a_municipality: bool = False
    """Whether there is one that the text may mean, be it evaluated or not."""

    @property
    def count(self) -> Message | None:
        """How many there are, once something has been searched for."""
        if not self.text:
            return None
        if not self.found:
            if self.names_a_municipality:
                return say("We know of no evaluation of a municipality with this name or number.")
            return say("There is no municipality with this name or number in the register.")
        return say_n("%(n)s evaluation found", "%(n)s evaluations found", len(self.found))


def search(
    reading: Reading,
    text: str,
    ids: Sequence[str],
    table: EvaluationTable,
    instrument: Instrument,
) -> Search:
    """Finds evaluations by their municipality, the best answers first, and then newest first."""
    hits = matching_slugs(reading, text) or ()
    found = [
        Choice(summary, _result(summary, instrument), chosen=summary.id in ids)
        for slug in hits
        for summary in sorted(table.of_municipality(slug), key=_newest_first)
    ]
    return Search(text, tuple(found[:MOST_FOUND]), bool(hits))


def suggestions(
    chosen: Sequence[EvaluationSummary],
    summaries: Iterable[EvaluationSummary],
    instrument: Instrument,
) -> tuple[Choice, ...]:
    """One evaluation of each of the municipalities most like the first of those chosen.

    Same size group and family come first, then the family; among equals those whose inhabitants
    differ least in number, not in proportion as in `app.domain.likeness`. Without a choice, those
    of whom most is known.
    """
    table = EvaluationTable.of(summaries)
    if not chosen:
        first = islice(_most_known(table), MOST_SUGGESTED)
        return tuple(Choice(s, _result(s, instrument)) for s in first)
    subject = chosen[0]
    others = table.with_figures.without_these(chosen)
    found: list[EvaluationSummary] = []
    for some in _most_alike_first(subject, others):
        left = MOST_SUGGESTED - len(found)
        if not left:
            break
        nearest = nsmallest(left, some, key=lambda s: (_by_kind(subject, s), s.id))
        found += (_first_of_year(s, others) for s in nearest)
    return tuple(Choice(s, _result(s, instrument), _why(subject, s)) for s in found)


def _most_known(table: EvaluationTable) -> Iterator[EvaluationSummary]:
    """Of each municipality the evaluation of which most is known, the newest and by name."""
    others = table.with_figures
    for level in DetailLevel:
        for year in reversed(table.values("year")):
            found = others.where("detail", level).where("year", year)
            yield from (_first_of_year(s, found) for s in found.latest)
            others -= found.whole_municipalities


def _first_of_year(summary: EvaluationSummary, among: Selection) -> EvaluationSummary:
    """Of two evaluations of a municipality in a year and a family, the one named first."""
    same = (summary.year, summary.family)
    own = (e for e in among.of(summary.municipality) if (e.year, e.family) == same)
    return min(own, key=lambda e: e.id)


def _most_alike_first(subject: EvaluationSummary, others: Selection) -> Iterator[Selection]:
    """What stands for each municipality: of the same size and family, of the family, and others."""
    family = others.where("family", subject.family)
    standing = family.latest
    if subject.size_group is not None:
        same_size = standing.where("size_group", subject.size_group)
        yield same_size
        standing -= same_size
    yield standing
    yield (others - family.whole_municipalities).latest


def _by_kind(
    subject: EvaluationSummary, other: EvaluationSummary
) -> tuple[bool, bool, tuple[bool, int]]:
    """Sorts those of the same kind of evaluation first."""
    family, size = _same_family(subject, other), _same_size(subject, other)
    return (not (family and size), not family, _population_difference(subject, other))


def _population_difference(a: EvaluationSummary, b: EvaluationSummary) -> tuple[bool, int]:
    """By how many inhabitants two municipalities differ; not known sorts last."""
    unknown = a.inhabitants is None or b.inhabitants is None
    return (unknown, abs((a.inhabitants or 0) - (b.inhabitants or 0)))


def _same_family(a: EvaluationSummary, b: EvaluationSummary) -> bool:
    return a.family == b.family


def _same_size(a: EvaluationSummary, b: EvaluationSummary) -> bool:
    return a.size_group is not None and a.size_group == b.size_group


def _newest_first(summary: EvaluationSummary) -> tuple[int, str]:
    return (-summary.year, summary.id)


def _why(subject: EvaluationSummary, other: EvaluationSummary) -> Message:
    if other.municipality == subject.municipality:
        return say("the same municipality in another year")
    family, size = _same_family(subject, other), _same_size(subject, other)
    if family and size:
        return say("same size group, same method family")
    if family:
        return say("another size group, same method family")
    if size:
        return say("same size group, another method family")
    return say("another size group, another method family")


def _result(summary: EvaluationSummary, instrument: Instrument) -> Message:
    """The total, or what is known in its place."""
    total = summary.score(Measure.TOTAL)
    if total is not None:
        return say(
            "%(points)s out of %(max)s points",
            points=total_points(total),
            max=total_points(instrument.version(summary.version).max),
        )
    if summary.figures:
        return say("only some areas are known")
    return say("the figures have not been found in the sources we have read")
