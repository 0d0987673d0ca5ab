"""The feeds: of everything, of a municipality, of an area and of gold stars."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.feeds.atom import MEDIA_TYPE, atom
from app.features.feeds.content import (
    FeedContent,
    all_content,
    area_feed,
    gold_star_feed,
    municipality_feed,
)
from app.web.parameters import PageParameters
from app.web.words.languages import language_of

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/feed.atom")
def everything(request: Request, reading: ReadingDep, _parameters: Parameters) -> Response:
    return _answer(request, all_content(reading))


@router.get("/kommuner/{slug}/feed.atom")
def of_municipality(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, _parameters: Parameters
) -> Response:
    return _answer(request, municipality_feed(reading, municipality))


@router.get("/omrader/{version}/{no}/feed.atom")
def of_area(
    request: Request, reading: ReadingDep, version: str, no: str, _parameters: Parameters
) -> Response:
    return _answer(request, area_feed(reading, version, no))


@router.get("/gullstjerner/feed.atom")
def of_gold_stars(request: Request, reading: ReadingDep, _parameters: Parameters) -> Response:
    return _answer(request, gold_star_feed(reading))


def _answer(request: Request, content: FeedContent) -> Response:
    language = language_of(request)
    return Response(
        atom(request, content, language),
        media_type=MEDIA_TYPE,
        headers={"Content-Language": language},
    )
