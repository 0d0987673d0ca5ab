"""The figure of an area, from the same content as its table."""

from typing import Final

from app.charts.distribution.figure import DistributionFigure
from app.domain.message import Say
from app.features.areas.content import AreaContent
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def distribution_figure(content: AreaContent, words: Say) -> DistributionFigure | None:
    """Everybody's points, or None where nobody's are known."""
    results = content.results
    return DistributionFigure.of(
        content.figure_title,
        results.spreads,
        content.area.max,
        words,
        results.published_marks,
        results.parameters.own,
    )


def _provenance(found: AreaContent) -> Provenance:
    results = found.results
    basis = (results.figure_words, *results.medians)
    return Provenance(basis, OF_SEVERAL, found.sources, 0, found.path)


FIGURES: Final = Figures({"distribution": FigureMaker(distribution_figure, _provenance)})
