"""The figures of an evaluation's page, from the same content as its tables."""

from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.spider.figure import SpiderFigure
from app.domain.message import Message, Say, say
from app.domain.wording.figures import areas_subtitle, areas_title
from app.domain.wording.sets import versions_used_words
from app.features.evaluations.content import EvaluationContent, draws_spider
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_ONE, Provenance


def _subtitle(content: EvaluationContent) -> Message:
    return areas_subtitle([one.name for one in content.drawn[1:]])


def spider_figure(content: EvaluationContent, words: Say) -> SpiderFigure | None:
    """The eight areas as a spider, or None where too few are known to give it a shape."""
    if not draws_spider(content.drawn):
        return None
    title = areas_title(content.municipality.label, content.evaluation.year, ())
    return SpiderFigure.of(
        title, content.version, content.drawn, words, subtitle=_subtitle(content)
    )


def bars_figure(content: EvaluationContent, words: Say) -> BarsFigure | None:
    """The eight areas as bars, or None where no area is known."""
    if not content.drawn:
        return None
    title = areas_title(content.municipality.label, content.evaluation.year, ())
    return BarsFigure.of(title, content.version, content.drawn, words, subtitle=_subtitle(content))


def _provenance(content: EvaluationContent) -> Provenance:
    evaluation, earlier = content.evaluation, content.earlier
    basis: list[Message] = []
    sources = [evaluation.source]
    if earlier is None:
        basis = [
            say("One evaluation, compared with no other."),
            versions_used_words([evaluation]),
        ]
    else:
        basis = [
            say(
                "Two evaluations of the same municipality, %(first)s and %(last)s, and no other.",
                first=str(earlier.evaluation.year),
                last=str(evaluation.year),
            ),
            versions_used_words([earlier.evaluation, evaluation]),
        ]
        sources.append(earlier.evaluation.source)
    return Provenance(
        tuple(basis),
        OF_ONE,
        tuple(dict.fromkeys(sources)),
        sum(len(part.discrepancies) for part in content.areas),
        content.path,
    )


FIGURES: Final = Figures(
    {
        "spider": FigureMaker(spider_figure, _provenance),
        "bars": FigureMaker(bars_figure, _provenance),
    }
)
