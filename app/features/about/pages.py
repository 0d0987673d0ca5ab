"""`/om` and the pages below it: who is behind the site, the data, and how it is built."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, JSONResponse

from app.features.about.component_examples import small_examples
from app.features.about.content import ABOUT, ACCESSIBILITY, PRIVACY
from app.features.about.data_content import DataParameters, data_content
from app.features.about.design_content import DesignParameters, design_content
from app.features.about.figures import FIGURES
from app.features.dependencies import ReadingDep
from app.web.page.rendering import render
from app.web.parameters import PageParameters
from app.web.words.languages import language_of, words

router = APIRouter()

Parameters = Annotated[PageParameters, Query()]


@router.get("/om")
def about_page(request: Request, _reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    return render(request, "about/index.html", ABOUT)


@router.get("/om/data")
def data_page(
    request: Request, reading: ReadingDep, parameters: Annotated[DataParameters, Query()]
) -> HTMLResponse:
    found = data_content(reading, parameters)
    return render(request, "about/data.html", found)


@router.get("/om/tilgjengelighet")
def accessibility_page(
    request: Request, _reading: ReadingDep, _parameters: Parameters
) -> HTMLResponse:
    return render(request, "about/accessibility.html", ACCESSIBILITY)


@router.get("/om/personvern")
def privacy_page(request: Request, _reading: ReadingDep, _parameters: Parameters) -> HTMLResponse:
    return render(request, "about/privacy.html", PRIVACY)


@router.get("/om/design")
def design_page(
    request: Request, reading: ReadingDep, parameters: Annotated[DesignParameters, Query()]
) -> HTMLResponse:
    found = design_content(reading, parameters)
    return render(
        request,
        "about/design.html",
        found,
        noindex=True,
        figures=FIGURES.views(request, found.version),
        small=[
            (what, figure.drawing(f"small-{at}"))
            for at, (what, figure) in enumerate(small_examples(words(language_of(request))))
        ],
    )


@router.get("/om/design/figur/{name}")
def design_figure(
    request: Request,
    reading: ReadingDep,
    name: str,
    parameters: Annotated[DesignParameters, Query()],
) -> JSONResponse:
    return FIGURES.answer(request, design_content(reading, parameters).version, name)
