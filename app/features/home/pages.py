"""`/`: the first page."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from app.features.dependencies import ReadingDep
from app.features.home.content import home_content
from app.web.page.rendering import render

router = APIRouter()


@router.get("/")
def home_page(request: Request, reading: ReadingDep) -> HTMLResponse:
    found = home_content(reading)
    return render(
        request,
        "home/index.html",
        found,
        card=True,
    )
