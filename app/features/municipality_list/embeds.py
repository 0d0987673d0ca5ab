"""`/embed/kommuner/share.png`: the share image of the list, for its filters and its order."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.charts.cards import card_svg
from app.charts.drawing import Drawing
from app.charts.map.crop import crop_picture
from app.charts.map.drawing import land_picture
from app.charts.map.members import member_points
from app.charts.ranked.totals import NamedTotal, totals_picture
from app.domain.message import Say
from app.domain.wording.sets import member_name
from app.features.dependencies import ReadingDep
from app.features.municipality_list.content import ListContent, list_content
from app.features.municipality_list.parameters import ListParameters
from app.queries import register
from app.queries.reading import Reading
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words

router = APIRouter()


@router.get("/embed/kommuner/share.png")
def list_card(
    request: Request, reading: ReadingDep, parameters: Annotated[ListParameters, Query()]
) -> Response:
    found = list_content(reading, parameters)
    say_it = words(language_of(request))
    drawing = _first_of(found, say_it) if found.sorted_by else _where(reading, found, say_it)
    card = ShareCard(
        heading=found.title,
        sentences=(found.count, found.description),
        caveat=OF_SEVERAL,
        drawing=drawing or land_picture(say_it(found.title)),
    )
    return share_answer(request, reading.release, card, card_svg)


def _first_of(found: ListContent, words: Say) -> Drawing | None:
    """Those that come first in the order chosen, as bars."""
    named = (
        NamedTotal(member_name(row.entry.evaluation), row.points, own=True)
        for row in found.rows
        if row.entry.evaluation is not None and row.points is not None
    )
    return totals_picture(found.title, named, found.bar_max, words)


def _where(reading: Reading, found: ListContent, words: Say) -> Drawing | None:
    """Where those listed are."""
    evaluated = {
        row.entry.slug: row.entry.evaluation.year for row in found.rows if row.entry.evaluation
    }
    members = register.listed_municipalities(reading, evaluated)
    points = member_points(members.values(), evaluated, words, lambda path: path)
    return crop_picture(points, words(found.title), words(found.count))
