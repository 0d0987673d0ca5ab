"""The figures of a comparison, from the same content as its tables."""

from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.spider.figure import SpiderFigure
from app.domain.message import Message, Say, say
from app.domain.score import Measure
from app.domain.wording.figures import areas_subtitle
from app.domain.wording.sets import versions_used_words
from app.features.compare.content import CompareContent
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def spider_figure(content: CompareContent, words: Say) -> SpiderFigure | None:
    """The areas of the first three as a spider; None where they are not compared or not known."""
    drawn = content.areas.drawn
    if not drawn:
        return None
    title = say(
        "%(names)s: the eight areas",
        names=tuple(one.name for one in drawn),
    )
    return SpiderFigure.of(title, content.version, drawn, words, subtitle=areas_subtitle(()))


def bars_figure(content: CompareContent, words: Say) -> BarsFigure | None:
    """The same as bars, the first as bar and the others as marks."""
    drawn = content.areas.drawn
    if not drawn:
        return None
    title = say("%(names)s: points per area", names=tuple(one.name for one in drawn))
    return BarsFigure.of(title, content.version, drawn, words, subtitle=areas_subtitle(()))


def _provenance(found: CompareContent) -> Provenance:
    basis: list[Message] = []
    if found.set_words is None:
        basis.append(versions_used_words([one.evaluation for one in found.compared]))
    said = (found.set_words, found.areas.drawn_words, found.years_apart)
    basis += [words for words in said if words is not None]
    basis += found.levels.words if found.levels else ()
    of_areas = [
        remark
        for remark in found.remarks
        if remark.discrepancy.measure not in (None, Measure.TOTAL)
        and remark.discrepancy.question is None
    ]
    return Provenance(tuple(basis), OF_SEVERAL, found.sources, len(of_areas), "/sammenlign")


FIGURES: Final = Figures(
    {
        "spider": FigureMaker(spider_figure, _provenance),
        "bars": FigureMaker(bars_figure, _provenance),
    }
)
