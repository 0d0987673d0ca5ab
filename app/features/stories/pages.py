"""`/innsikt`: what the results tell. `/innsikt/{slug}`: one story, as its release tells it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse
from starlette.responses import HTMLResponse

from app.charts.stories import story_figure
from app.features.dependencies import ReadingDep
from app.features.stories.content import stories_content, story_content
from app.features.stories.figures import FIGURES
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.words.languages import language_of, words

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/innsikt")
def stories_page(request: Request, reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    found = stories_content(reading)
    say_it = words(language_of(request))
    return render(
        request,
        "stories/index.html",
        found,
        drawings={
            card.slug: story_figure(card.story, found.instrument, say_it).drawing(card.slug)
            for card in found.cards
        },
        card=True,
    )


@router.get("/innsikt/{slug}")
def story_page(
    request: Request, reading: ReadingDep, slug: str, _parameters: Parameters
) -> HTMLResponse:
    found = story_content(reading, slug)
    say_it = words(language_of(request))
    small = [found.card, *found.others] if found.stars else found.others
    return render(
        request,
        "stories/detail.html",
        found,
        figures=FIGURES.views(request, found),
        drawings={
            card.slug: story_figure(card.story, found.instrument, say_it).drawing(card.slug)
            for card in small
        },
        card=True,
    )


@router.get("/innsikt/{slug}/figur/{name}")
def story_page_figure(
    request: Request, reading: ReadingDep, slug: str, name: str, _parameters: Parameters
) -> JSONResponse:
    return FIGURES.answer(request, story_content(reading, slug), name)
