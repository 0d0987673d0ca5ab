"""The lines of the tables: one measure of all that are compared, with gap and best where allowed.

Where the method versions forbid a comparison there is no line, and so neither a gap nor a best.
Nobody is the best across countries, whose levels differ, or across method versions that may be
compared with caution only (design rules 5 and 6).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol, TypeVar

from app.contents.comparisons.compared import Compared, of_one_family
from app.contents.comparisons.levels import mixes_countries
from app.domain.absence import NotCompared
from app.domain.comparability import Comparability, Verdict, tells_gap
from app.domain.decimals import OF_TOTALS, decimals_of, points_of
from app.domain.gap import Gap, SmallDifference, gap
from app.domain.message import LocalText, Message, say
from app.domain.method import MethodVersion
from app.domain.score import AREA_MEASURES, Figure, Measure
from app.domain.wording.standing import absence_words, gap_words

SHARED_GAP_SHARE: Final = Decimal("0.5")
"""Under this share of the most points an area or question counts as a gap.

Our editorial choice, and said beside the list: half is easy to say and to check. It is a constant
and no setting, because the sentence on the page names it.
"""

_NOTHING_IS_SMALL: Final = SmallDifference(Decimal(0), Decimal(0))
"""Across method families nobody knows what a small difference is."""


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One evaluation's figure in a line."""

    figure: Figure
    best: bool = False
    reconstructed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One measure; a cell for each evaluation, in the order chosen. The total has no name."""

    measure: Measure
    name: LocalText | None
    max: Decimal
    cells: tuple[ComparedFigure, ...]
    gap: Gap | None
    """From the first to the second, where exactly two are compared and both are known."""
    decimals: int
    """Those of all lines that it stands among."""
    across_families: bool = False
    """Whether the gap is told with the caution only; then nothing is called about the same."""

    @property
    def gap_words(self) -> Message | None:
        """The gap, or why there is none; None where not exactly two are compared."""
        if len(self.cells) != 2:
            return None
        if self.gap is None:
            return absence_words(NotCompared.ONE_MISSING)
        if self.across_families:
            return say(
                "%(points)s apart, but the methods differ",
                points=points_of(self.measure, self.gap.size, self.decimals),
            )
        return gap_words(self.gap, self.decimals)

    @property
    def known(self) -> int:
        return sum(cell.figure.score is not None for cell in self.cells)


class LineOfFigures(Protocol):
    """A line of a table, of an area or of a question."""

    @property
    def cells(self) -> Sequence[ComparedFigure]: ...


AnyLine = TypeVar("AnyLine", bound=LineOfFigures)


def shared_gaps(lines: Iterable[AnyLine]) -> tuple[AnyLine, ...]:
    """The lines where all whose points are known, two at least, are under the share.

    There none of those compared got far, so that they may want to learn together.
    """
    return tuple(line for line in lines if _all_under(line.cells))


def _all_under(cells: Sequence[ComparedFigure]) -> bool:
    shares = [share for cell in cells if (share := cell.figure.share) is not None]
    return len(shares) > 1 and all(share < SHARED_GAP_SHARE for share in shares)


def may_be_best(compared: Sequence[Compared], allowed: Comparability) -> bool:
    """Whether those compared may be put in order at all: one country, and no caution."""
    plain = allowed.verdict is Verdict.YES and of_one_family(compared)
    return plain and not mixes_countries(compared)


def tells_differences(compared: Sequence[Compared], allowed: Comparability) -> bool:
    """Whether sentences may say how far those compared lie apart: not across method families, and
    not across countries, whose levels differ."""
    families = (one.summary.family for one in compared)
    return tells_gap(allowed, families) and not mixes_countries(compared)


def best(scores: Sequence[Decimal | None], limit: Decimal) -> frozenset[int]:
    """Which of the scores are the best, by position (design rule 6).

    However many are known, the best has to stand out from the next by `limit`: what the lead calls
    about the same is not told apart in a cell.
    """
    known = sorted((score for score in scores if score is not None), reverse=True)
    if len(known) < 2 or known[0] - known[1] < limit:
        return frozenset()
    return frozenset(index for index, score in enumerate(scores) if score == known[0])


def total_line(
    compared: Sequence[Compared], allowed: Comparability, maximum: Decimal, small: SmallDifference
) -> Line | None:
    """The totals, or None where they may not be compared."""
    return _line(compared, Measure.TOTAL, None, maximum, allowed, small, OF_TOTALS)


def area_lines(
    compared: Sequence[Compared],
    allowed: Comparability,
    version: MethodVersion,
    small: SmallDifference,
) -> tuple[Line, ...]:
    """The eight areas by the names of `version`; none where they may not be compared."""
    shown = decimals_of(
        one.evaluation.figure(measure).score for one in compared for measure in AREA_MEASURES
    )
    found = [
        _line(compared, measure, area.name, area.max, allowed, small, shown)
        for measure, area in zip(AREA_MEASURES, version.areas, strict=True)
    ]
    return tuple(line for line in found if line is not None)


def _line(
    compared: Sequence[Compared],
    measure: Measure,
    name: LocalText | None,
    maximum: Decimal,
    allowed: Comparability,
    small: SmallDifference,
    decimals: int,
) -> Line | None:
    if not allowed.allowed:
        return None
    figures = [one.evaluation.figure(measure) for one in compared]
    scores = [figure.score for figure in figures]
    across = not of_one_family(compared)
    top = best(scores, small.limit(measure)) if may_be_best(compared, allowed) else frozenset()
    return Line(
        measure,
        name,
        maximum,
        tuple(ComparedFigure(figure, index in top) for index, figure in enumerate(figures)),
        _gap_of_two(scores, measure, _NOTHING_IS_SMALL if across else small),
        decimals,
        across,
    )


def _gap_of_two(
    scores: Sequence[Decimal | None], measure: Measure, small: SmallDifference
) -> Gap | None:
    if len(scores) != 2:
        return None
    first, second = scores
    return None if first is None or second is None else gap(first, second, measure, small)
