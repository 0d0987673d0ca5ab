"""The small figure of a story."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from app.charts.columns.figure import AreaColumn, ColumnsFigure
from app.charts.look import SeriesRole
from app.charts.small import SmallFigure
from app.charts.spark.figure import SparkFigure, SparkPoint
from app.charts.strip.figure import StripFigure, StripLine, StripMark
from app.charts.tally.figure import TallyFigure, TallyRow
from app.charts.writing import Writer
from app.domain.decimals import OF_TOTALS, decimals_of
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, Say, say
from app.domain.method import Instrument, MethodVersion
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.gold_stars import MostGoldStars
from app.domain.stories.highest import Highest
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.stories.story import Story
from app.domain.wording.sets import member_name
from app.domain.wording.stories import headline

MOST_NAMED: Final = 12
"""Results that are told one by one to those who do not see the drawing; the page has them all."""
MOST_ROWS: Final = 4
STEP: Final = Decimal(100)
"""A strip of totals ends at whole hundreds."""


def story_figure(story: Story, instrument: Instrument, words: Say) -> SmallFigure:
    """What the card of a story shows.

    Raises:
        TypeError: nobody has drawn a story of this class.
    """
    title = words(headline(story, instrument))
    match story:
        case Climb(steps=steps):
            return _spark(title, steps, words)
        case FirstOfAll(first=first, own_before=before):
            return _spark(title, (*before, *first), words, several=len(first) > 1)
        case Highest(best=best, others=others):
            return _strip(title, best, others, words)
        case SmallAmongLarge(evaluation=evaluation, larger=larger):
            return _strip(title, (evaluation,), larger, words)
        case AboveAverage() | LowestAreas() | Contrast():
            return _columns(title, story, instrument, words)
        case MostGoldStars(counts=counts):
            return _tally(title, counts, words)
        case _:
            raise TypeError(story)


def _spark(
    title: str, steps: Sequence[EvaluationSummary], words: Say, *, several: bool = False
) -> SparkFigure:
    write = Writer(words, OF_TOTALS)
    points = tuple(
        SparkPoint(
            one.year,
            one.figures[Measure.TOTAL],
            write(one.figures[Measure.TOTAL]),
            member_name(one) if several else str(one.year),
            one.family,
        )
        for one in steps
    )
    return SparkFigure(title, _told(steps, write), points, joined=not several)


def _strip(
    title: str,
    marked: Sequence[EvaluationSummary],
    others: Sequence[EvaluationSummary],
    words: Say,
) -> StripFigure:
    write = Writer(words, OF_TOTALS)
    totals = [one.figures[Measure.TOTAL] for one in (*marked, *others)]
    ends = (_hundreds(min(totals), ROUND_FLOOR), _hundreds(max(totals), ROUND_CEILING))
    return StripFigure(
        title,
        _told((*marked, *others), write),
        (
            StripLine(
                "",
                SeriesRole.SUBJECT,
                tuple(one.figures[Measure.TOTAL] for one in others),
                tuple(
                    StripMark(one.figures[Measure.TOTAL], write(one.figures[Measure.TOTAL]))
                    for one in marked
                ),
            ),
        ),
        ends,
        (write.tick(ends[0]), write.tick(ends[1])),
    )


def _hundreds(total: Decimal, rounding: str) -> Decimal:
    return (total / STEP).to_integral_value(rounding) * STEP


def _told(some: Sequence[EvaluationSummary], write: Writer) -> str:
    named = ". ".join(
        f"{member_name(one)}: {write(one.figures[Measure.TOTAL])}" for one in some[:MOST_NAMED]
    )
    return f"{named} …" if len(some) > MOST_NAMED else f"{named}."


def _columns(
    title: str, story: AboveAverage | LowestAreas | Contrast, instrument: Instrument, words: Say
) -> ColumnsFigure:
    version = _version(story, instrument)
    values = story.averages if isinstance(story, LowestAreas) else story.evaluation.figures
    averages: dict[Measure, Decimal | None] = {}
    strong = frozenset(AREA_MEASURES)
    if isinstance(story, AboveAverage):
        averages = {measure: story.comparison.value(measure) for measure in AREA_MEASURES}
    elif isinstance(story, LowestAreas):
        strong = frozenset(story.lowest)
    else:
        strong = frozenset((*story.lowest, *story.highest))
    shown = [values[measure] for measure in AREA_MEASURES]
    write, whole = Writer(words, decimals_of(shown)), Writer(words, OF_TOTALS)
    columns = tuple(
        AreaColumn(m.value, values[m], whole(values[m]), averages.get(m), m not in strong)
        for m in AREA_MEASURES
    )
    described = [
        words(_area_told(version, m, write(values[m]), averages.get(m), write))
        for m in AREA_MEASURES
    ]
    most = max(area.max for area in version.areas)
    return ColumnsFigure(title, " ".join(described), columns, most)


def _version(story: AboveAverage | LowestAreas | Contrast, instrument: Instrument) -> MethodVersion:
    """The version whose areas they are."""
    if isinstance(story, LowestAreas):
        return instrument.newest_of(story.family)
    return instrument.version(story.evaluation.version)


def _area_told(
    version: MethodVersion, measure: Measure, points: str, average: Decimal | None, write: Writer
) -> Message:
    name = version.area(int(measure.value)).name
    if average is None:
        return say("%(no)s. %(name)s: %(points)s.", no=measure.value, name=name, points=points)
    return say(
        "%(no)s. %(name)s: %(points)s, average %(average)s.",
        no=measure.value,
        name=name,
        points=points,
        average=write(average),
    )


def _tally(title: str, counts: Sequence[tuple[EvaluationSummary, int]], words: Say) -> TallyFigure:
    rows = tuple(
        TallyRow(one.name, n, words(say("%(n)s", n=n)), quiet=at > 0)
        for at, (one, n) in enumerate(counts[:MOST_ROWS])
    )
    told = ". ".join(f"{row.name}: {row.written}" for row in rows)
    return TallyFigure(title, f"{told}.", rows)
