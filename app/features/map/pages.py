"""`/kart`: evaluated municipalities on a map, with the list that says the same."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from app.charts.map.drawing import MapPoint, key_drawing, map_drawing
from app.domain.decimals import total_points
from app.domain.message import Message, Say, say
from app.features.dependencies import ReadingDep, own_municipality
from app.features.map.content import MapContent, MapParameters, MapRow, map_content
from app.web.addresses import address
from app.web.page.rendering import render
from app.web.words.languages import language_of, words

router = APIRouter()


@router.get("/kart")
def map_page(
    request: Request, reading: ReadingDep, parameters: Annotated[MapParameters, Query()]
) -> HTMLResponse:
    found = map_content(reading, parameters)
    language = language_of(request)
    frozen = [("release", str(parameters.release or ""))]
    points = [
        _point(row, found, words(language), address(_path(row), language, frozen))
        for row in found.rows
    ]
    return render(
        request,
        "map/index.html",
        found,
        noindex=parameters.q is not None,
        own=own_municipality(reading, parameters.min),
        drawing=map_drawing([point for point in points if point is not None]),
        marks={entry.mark: key_drawing(entry.mark) for entry in found.key},
    )


def _path(row: MapRow) -> str:
    return f"/kommuner/{row.evaluation.municipality}"


def _point(row: MapRow, content: MapContent, say_it: Say, url: str) -> MapPoint | None:
    if row.place is None:
        return None
    longitude, latitude = row.place
    own = row.evaluation.municipality == content.parameters.min
    return MapPoint(say_it(_said(row, content)), url, longitude, latitude, row.mark, own)


def _said(row: MapRow, content: MapContent) -> Message:
    """Who it is, and what the mark tells of."""
    name, year = row.evaluation.name, str(row.evaluation.year)
    if not content.shows_totals:
        return say("%(name)s %(year)s: %(what)s", name=name, year=year, what=row.detail_words)
    if row.total is None:
        return say("%(name)s %(year)s: the total is not known", name=name, year=year)
    return say(
        "%(name)s %(year)s: %(points)s points", name=name, year=year, points=total_points(row.total)
    )
