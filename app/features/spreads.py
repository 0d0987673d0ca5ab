"""What the pages of areas and of questions share: the figure of everybody's points, and the share
image of it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Protocol, TypeVar

from fastapi.responses import Response
from starlette.requests import Request

from app.charts.cards import card_svg
from app.charts.distribution.figure import DistributionFigure
from app.charts.map.drawing import land_picture
from app.domain.message import Message, Say
from app.domain.stated import Source
from app.queries.reading import Reading
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_SEVERAL, Provenance
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.results import ResultList
from app.web.words.languages import language_of, words


class SpreadContent(Protocol):
    """What may be scored, with everybody's points."""

    @property
    def title(self) -> Message: ...
    @property
    def figure_title(self) -> Message: ...
    @property
    def results(self) -> ResultList: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def path(self) -> str: ...


Content = TypeVar("Content", bound=SpreadContent)


def spread_figures(most: Callable[[Content], Decimal]) -> Figures[Content]:
    """The figure by its name; `most` finds how many points can be given."""

    def distribution(content: Content, words: Say) -> DistributionFigure | None:
        """Everybody's points, or None where nobody's are known."""
        results = content.results
        return DistributionFigure.of(
            content.figure_title,
            results.spreads,
            most(content),
            words,
            results.published_marks,
            results.parameters.own,
        )

    return Figures({"distribution": FigureMaker(distribution, _provenance)})


def _provenance(found: SpreadContent) -> Provenance:
    results = found.results
    basis = (results.figure_words, *results.medians)
    return Provenance(basis, OF_SEVERAL, found.sources, 0, found.path)


def spread_card(
    request: Request, reading: Reading, figures: Figures[Content], found: Content
) -> Response:
    """The share image: how many have points, the medians, and the figure."""
    card = ShareCard(
        heading=found.title,
        sentences=(found.results.count, *found.results.medians),
        caveat=OF_SEVERAL,
        drawing=figures.card_drawing(request, found, "distribution")
        or land_picture(words(language_of(request))(found.title)),
    )
    return share_answer(request, reading.release, card, card_svg)
