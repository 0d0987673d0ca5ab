"""`/embed/kommuner/{slug}/{year}/…`: the figures of an evaluation on other sites, and its share
image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.domain.decimals import total_points
from app.domain.wording.sets import total_words
from app.features.dependencies import ReadingDep
from app.features.evaluations.dependencies import EvaluationDep
from app.features.evaluations.figures import FIGURES
from app.web.parameters import PageParameters
from app.web.pictures.embeds import embed_answer
from app.web.pictures.provenance import OF_ONE
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/embed/kommuner/{slug}/{year}/share.png")
def evaluation_card(
    request: Request, reading: ReadingDep, found: EvaluationDep, _parameters: Parameters
) -> Response:
    total = found.evaluation.total
    figures = None
    if total.score is not None:
        figures = total_words(total_points(total.score), total_points(total.max))
    card = ShareCard(
        heading=found.heading,
        figures=figures,
        sentences=found.lead[1:] if figures else found.lead,
        caveat=OF_ONE,
        drawing=FIGURES.drawing(request, found, "spider"),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/kommuner/{slug}/{year}/{name}")
def evaluation_embed(
    request: Request, reading: ReadingDep, found: EvaluationDep, name: str, _parameters: Parameters
) -> Response:
    return embed_answer(request, reading.release, FIGURES, found, name)
