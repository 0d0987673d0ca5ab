"""`/embed/sammenlign/…`: the figures of a comparison on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.features.compare.content import CompareContent, CompareParameters, content
from app.features.compare.figures import FIGURES
from app.features.dependencies import ReadingDep
from app.queries.reading import Reading
from app.web.pictures.embeds import embed_answer
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[CompareParameters, Query()]


@router.get("/embed/sammenlign/share.png")
def compare_card(request: Request, reading: ReadingDep, parameters: Parameters) -> Response:
    found = _content(reading, parameters)
    card = ShareCard(
        heading=found.title,
        sentences=found.lead,
        caveat=OF_SEVERAL,
        drawing=FIGURES.drawing(request, found, "spider"),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/sammenlign/{name}")
def compare_embed(
    request: Request, reading: ReadingDep, name: str, parameters: Parameters
) -> Response:
    found = _content(reading, parameters)
    return embed_answer(request, reading.release, FIGURES, found, name)


def _content(reading: Reading, parameters: CompareParameters) -> CompareContent:
    return content(reading, parameters.e, "")
