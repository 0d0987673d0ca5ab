"""`/embed/kommuner/{slug}/…`: a municipality's figures on other sites, and its share image."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.contents.municipalities.content import MunicipalityContent, MunicipalityParameters, content
from app.contents.municipalities.figures import FIGURES
from app.domain.decimals import total_points
from app.domain.message import Message, say
from app.domain.wording.sets import total_words
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.municipalities.share_drawing import share_drawing
from app.web.pictures.embeds import embed_answer
from app.web.pictures.provenance import OF_ONE
from app.web.pictures.share_cards import ShareCard, share_answer

router = APIRouter()

Parameters = Annotated[MunicipalityParameters, Query()]


@router.get("/embed/kommuner/{slug}/share.png")
def municipality_card(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, parameters: Parameters
) -> Response:
    found = content(reading, municipality, parameters.set)
    card = ShareCard(
        heading=_heading(found),
        figures=_total(found),
        sentences=(*(found.lead[1:] if _total(found) else found.lead), *_of_the_map(found)),
        caveat=OF_ONE,
        drawing=share_drawing(request, found),
    )
    return share_answer(request, reading.release, card, card_svg)


@router.get("/embed/kommuner/{slug}/{name}")
def municipality_embed(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    name: str,
    parameters: Parameters,
) -> Response:
    found = content(reading, municipality, parameters.set)
    return embed_answer(request, reading.release, FIGURES, found, name)


def _heading(found: MunicipalityContent) -> str:
    name = found.municipality.label
    return f"{name} {found.result.evaluation.year}" if found.result else name


def _of_the_map(found: MunicipalityContent) -> tuple[Message, ...]:
    """Who is on the map, where that is what is drawn."""
    if found.result is not None or not found.surroundings.nearest:
        return ()
    return (say("On the map: the nearest that are evaluated."),)


def _total(found: MunicipalityContent) -> Message | None:
    total = found.result.evaluation.total if found.result else None
    if total is None or total.score is None:
        return None
    return total_words(total_points(total.score), total_points(total.max))
