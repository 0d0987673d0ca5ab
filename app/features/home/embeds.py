"""`/embed/share.png`: the share image of the first page, and of every page without its own."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.domain.message import say
from app.features.dependencies import ReadingDep
from app.features.home.content import home_content
from app.web.parameters import PageParameters
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()


@router.get("/embed/share.png")
def home_card(
    request: Request, reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> Response:
    found = home_content(reading)
    counted = found.figures
    sentences = [found.description]
    if counted:
        sentences.append(
            say(
                "%(evaluations)s evaluations of %(municipalities)s municipalities in Norway and "
                "Sweden, %(first)s–%(last)s.",
                evaluations=counted.evaluations,
                municipalities=counted.municipalities,
                first=str(counted.first_year),
                last=str(counted.last_year),
            )
        )
    card = ShareCard(heading=found.title, sentences=tuple(sentences), caveat=OF_SEVERAL)
    return share_answer(request, reading.release, card, card_svg)
