"""`/embed/gullstjerner/share.png`: the share image of the gold stars that fit some choices."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.features.dependencies import ReadingDep
from app.features.gold_stars.content import gold_stars_content
from app.features.gold_stars.filters import GoldStarParameters
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()


@router.get("/embed/gullstjerner/share.png")
def gold_stars_card(
    request: Request, reading: ReadingDep, parameters: Annotated[GoldStarParameters, Query()]
) -> Response:
    found = gold_stars_content(reading, parameters)
    card = ShareCard(
        heading=found.title, sentences=(found.description, *found.count), caveat=OF_SEVERAL
    )
    return share_answer(request, reading.release, card, card_svg)
