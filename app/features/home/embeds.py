"""`/embed/share.png`: the share image of the first page, and of every page without its own."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.map.drawing import land_picture, map_picture
from app.domain.message import say
from app.features.dependencies import ReadingDep
from app.features.home.content import home_content
from app.web.parameters import PageParameters
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

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
    say_it = words(language_of(request))
    drawing = land_picture(say_it(found.title))
    if found.map:
        points = [place.point(say_it, str) for place in found.map.places]
        named = say_it(found.map.title)
        drawing = map_picture(points, named, named)
        sentences.append(found.map.title)
    card = ShareCard(
        heading=found.title,
        sentences=tuple(sentences),
        caveat=OF_SEVERAL,
        drawing=drawing,
    )
    return share_answer(request, reading.release, card, card_svg)
