"""`/embed/gullstjerner/share.png`: the share image of the gold stars that fit some choices."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.drawing import Drawing
from app.charts.map.drawing import land_picture
from app.charts.tally.figure import TallyFigure, TallyRow
from app.domain.message import Say, say
from app.features.dependencies import ReadingDep
from app.features.gold_stars.content import GoldStarsContent, gold_stars_content
from app.features.gold_stars.filters import GoldStarParameters
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()

MOST_ROWS: Final = 8
"""Rows that are still read in a feed."""


@router.get("/embed/gullstjerner/share.png")
def gold_stars_card(
    request: Request, reading: ReadingDep, parameters: Annotated[GoldStarParameters, Query()]
) -> Response:
    found = gold_stars_content(reading, parameters)
    card = ShareCard(
        heading=found.title,
        sentences=(found.description, *found.count),
        caveat=OF_SEVERAL,
        drawing=_drawing(found, words(language_of(request))),
    )
    return share_answer(request, reading.release, card, card_svg)


def _drawing(found: GoldStarsContent, words: Say) -> Drawing:
    """How many each has of those that fit."""
    title = words(found.title)
    rows = tuple(
        TallyRow(name, n, words(say("%(n)s", n=n))) for name, n in found.holders[:MOST_ROWS]
    )
    if not rows:
        return land_picture(title)
    told = ". ".join(f"{row.name}: {row.written}" for row in rows)
    return TallyFigure(title, f"{told}.", rows).drawing("card")
