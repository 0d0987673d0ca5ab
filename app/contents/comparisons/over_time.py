"""The totals of those compared over the years, within one method family at a time.

Which evaluations a reader has chosen says whose lines are drawn; the lines have every evaluation of
those municipalities, since a choice of years would make a rise or a fall of anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from app.domain.comparability import Comparability
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.gap import Gap, Standing, gap
from app.domain.message import LocalText
from app.domain.method import Instrument
from app.domain.rules import Rules
from app.domain.score import Level, Measure

MOST_FAMILIES: Final = 3
"""Figures of a page, one for each method family."""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """The evaluations of one municipality by methods of one family, oldest first. `segments` has a
    number for each: neighbours with the same may be joined. `first_chosen` is the place of the
    first of its evaluations among those chosen, whose mark it has. `change` is from the first to
    the last total that may be joined; None where there are not two."""

    name: str
    slug: str
    first_chosen: int
    evaluations: tuple[EvaluationSummary, ...]
    segments: tuple[int, ...]
    change: Gap | None
    ends: tuple[tuple[int, Decimal], tuple[int, Decimal]] | None


@dataclass(frozen=True, slots=True)
class OverTime:
    """The lines of one method family, in the order chosen; at least one of them has two totals that
    may be compared."""

    family: str
    maximum: Decimal
    lines: tuple[OwnLine, ...]
    comparability: Comparability
    """The strictest verdict over all its method versions."""

    @property
    def caution(self) -> LocalText | None:
        """Why the lines have to be read with care."""
        return self.comparability.reason


def over_time(
    chosen: Sequence[EvaluationSummary], table: EvaluationTable, rules: Rules
) -> tuple[OverTime, ...]:
    """One for each method family of those chosen in which at least one municipality has two totals
    that may be compared with each other, the newest family first. None until two are chosen."""
    slugs = tuple(dict.fromkeys(one.municipality for one in chosen))
    if len(chosen) < 2:
        return ()
    instrument = rules.instrument
    found = []
    families = {one.family for one in chosen}
    for family in (one for one in reversed(list(instrument.families)) if one in families):
        lines = tuple(_lines(chosen, slugs, table, family, rules))
        if not any(line.change for line in lines):
            continue
        versions = {one.version for line in lines for one in line.evaluations}
        comparability = instrument.comparability.among(versions, Level.TOTAL)
        maximum = instrument.newest_of(family).max
        found.append(OverTime(family, maximum, lines, comparability))
    return tuple(found[:MOST_FAMILIES])


def _lines(
    chosen: Sequence[EvaluationSummary],
    slugs: Sequence[str],
    table: EvaluationTable,
    family: str,
    rules: Rules,
) -> Iterator[OwnLine]:
    for slug in slugs:
        own = [one for one in reversed(table.of_municipality(slug)) if one.family == family]
        if not any(Measure.TOTAL in one.figures for one in own):
            continue
        first = next(at for at, one in enumerate(chosen) if one.municipality == slug)
        segments = _segments(own, rules.instrument)
        ends = _ends(own, segments)
        change = gap(ends[1][1], ends[0][1], Measure.TOTAL, rules.small.over_time) if ends else None
        name = chosen[first].name
        yield OwnLine(name, slug, first, tuple(own), segments, change, ends)


def _segments(own: Sequence[EvaluationSummary], instrument: Instrument) -> tuple[int, ...]:
    """A new number wherever an evaluation may not be compared with the one before it."""
    between = instrument.comparability.between
    found = [0]
    for before, after in pairwise(own):
        joined = between(before.version, after.version, Level.TOTAL).allowed
        found.append(found[-1] if joined else found[-1] + 1)
    return tuple(found)


def _ends(
    own: Sequence[EvaluationSummary], segments: Sequence[int]
) -> tuple[tuple[int, Decimal], tuple[int, Decimal]] | None:
    """The first and the last total of the newest segment that has two."""
    for number in reversed(range(segments[-1] + 1)):
        totals = [
            (one.year, total)
            for one, segment in zip(own, segments, strict=True)
            if segment == number and (total := one.score(Measure.TOTAL)) is not None
        ]
        if len(totals) > 1:
            return totals[0], totals[-1]
    return None


def rose_most(found: OverTime, limit: Decimal) -> OwnLine | None:
    """The one whose total rose the most of several that rose, where the next rose at least `limit`
    points less."""
    risen = [
        (line.change.difference, line)
        for line in found.lines
        if line.change and line.change.standing is Standing.ABOVE
    ]
    risen.sort(key=lambda pair: pair[0], reverse=True)
    if len(risen) < 2 or risen[0][0] - risen[1][0] < limit:
        return None
    return risen[0][1]
