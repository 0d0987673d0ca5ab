"""`/`: the first page."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from app.charts.map.drawing import key_drawing, map_drawing
from app.charts.stories import story_figure
from app.features.dependencies import ReadingDep
from app.features.home.areas import area_strip
from app.features.home.content import home_content
from app.web.addresses import address
from app.web.page.rendering import render
from app.web.words.languages import language_of, words

router = APIRouter()


@router.get("/")
def home_page(request: Request, reading: ReadingDep) -> HTMLResponse:
    found = home_content(reading)
    language = language_of(request)
    say_it = words(language)
    frozen = [(name, v) for name, v in request.query_params.multi_items() if name == "release"]

    def url(path: str) -> str:
        return address(path, language, frozen)

    return render(
        request,
        "home/index.html",
        found,
        card=True,
        results=map_drawing([place.point(say_it, url) for place in found.map.places])
        if found.map
        else None,
        marks={mark: key_drawing(mark) for mark, _, _ in found.map.key} if found.map else {},
        drawings={
            card.slug: story_figure(card.story, found.instrument, say_it).drawing(card.slug)
            for card in found.cards
        },
        strips={
            card.area.no: area_strip(card, say_it).drawing(f"area-{card.area.no}")
            for card in (found.areas.cards if found.areas else ())
        },
    )
