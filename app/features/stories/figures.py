"""The figure of a story, from the same content as its table."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from app.charts.areas import Drawn
from app.charts.bars.figure import BarsFigure
from app.charts.distribution.drawing import Dot, Strip
from app.charts.distribution.figure import DistributionFigure
from app.charts.figure import Figure
from app.charts.history.drawing import HistoryPoint
from app.charts.history.figure import HistoryFigure
from app.charts.look import SeriesRole
from app.charts.timescale import Break
from app.charts.writing import Writer
from app.domain.decimals import OF_TOTALS
from app.domain.evaluation import EvaluationSummary
from app.domain.message import Say, say, say_n
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.highest import Highest
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.wording.sets import comparison_name, member_name, municipalities_words
from app.features.stories.content import StoryContent
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def figure_of_story(content: StoryContent, words: Say) -> Figure | None:
    """What the story is told with; None of gold stars, which have no points."""
    match content.story:
        case Climb(steps=steps):
            return _history(content, steps, words, [str(one.year) for one in steps])
        case FirstOfAll(first=first, own_before=before) if len(first) == 1:
            own = (*before, *first)
            return _history(content, own, words, [str(one.year) for one in own])
        case FirstOfAll(first=first):
            return _history(content, first, words, [member_name(one) for one in first])
        case Highest() | SmallAmongLarge():
            return _distribution(content, words)
        case AboveAverage() | LowestAreas() | Contrast():
            return _bars(content, words)
        case _:
            return None


def _history(
    content: StoryContent, steps: Sequence[EvaluationSummary], words: Say, labels: Sequence[str]
) -> HistoryFigure:
    """Totals over time; those of different municipalities are not joined."""
    return HistoryFigure(
        title=words(content.card.headline),
        subtitle=words(content.card.caption),
        max=content.total_max,
        points=tuple(
            HistoryPoint(
                one.year, one.figures[Measure.TOTAL], label, f"{one.municipality} {one.family}"
            )
            for one, label in zip(steps, labels, strict=True)
        ),
        breaks=tuple(
            Break(before.year, after.year, words(say("New method")))
            for before, after in pairwise(steps)
            if before.family != after.family
        ),
        measure=words(say("Total")),
        write=Writer(words, OF_TOTALS),
    )


def _distribution(content: StoryContent, words: Say) -> DistributionFigure:
    """Everybody's totals on one scale, those it is told of on a line of their own. What they are
    together is not said: they stand for themselves."""
    story, write = content.story, Writer(words, OF_TOTALS)
    country = story.evaluations[0].country
    others = say_n(
        "%(n)s other of %(municipalities)s",
        "%(n)s other %(municipalities)s",
        len(story.beside),
        municipalities=municipalities_words((country,)),
    )
    own = " · ".join(member_name(one) for one in story.about)
    return DistributionFigure(
        title=words(content.card.headline),
        subtitle=words(content.card.caption),
        max=content.total_max,
        strips=(
            _strip(own, SeriesRole.SUBJECT, story.about, write),
            _strip(words(others), SeriesRole.REFERENCE, story.beside, write),
        ),
        write=write,
    )


def _strip(name: str, role: SeriesRole, some: Sequence[EvaluationSummary], write: Writer) -> Strip:
    rising = sorted(some, key=lambda one: one.figures[Measure.TOTAL])
    ends = dict.fromkeys(write(one.figures[Measure.TOTAL]) for one in (rising[0], rising[-1]))
    return Strip(
        name=name,
        said=f"{name}: {'–'.join(ends)}.",
        role=role,
        dots=tuple(
            Dot(member_name(one), one.figures[Measure.TOTAL], f"/kommuner/{one.municipality}")
            for one in rising
        ),
        median=None,
        published=(),
    )


def _bars(content: StoryContent, words: Say) -> BarsFigure | None:
    """The eight areas, and the average beside them where there is one."""
    table = content.areas
    if table is None:
        return None
    scores = dict(zip(AREA_MEASURES, (row.score for row in table.rows), strict=True))
    about = content.story.about
    name = member_name(about[0]) if about else content.card.caption
    drawn = [Drawn(name, scores)]
    if isinstance(content.story, LowestAreas):
        drawn = [Drawn(comparison_name(content.story.comparison), scores)]
    if table.average is not None:
        averages = {
            measure: row.average
            for measure, row in zip(AREA_MEASURES, table.rows, strict=True)
            if row.average is not None
        }
        drawn.append(Drawn(table.average, averages))
    # The key says which marks are the average; the caption tells of lines.
    measure = say("Areas 1–8, out of 100 points.") if table.average else content.card.caption
    return BarsFigure.of(content.card.headline, table.version, drawn, words, subtitle=measure)


def _provenance(content: StoryContent) -> Provenance:
    return Provenance(
        (content.card.sentence, content.basis), OF_SEVERAL, content.sources, 0, content.path
    )


FIGURES: Final = Figures({"story": FigureMaker(figure_of_story, _provenance)})
