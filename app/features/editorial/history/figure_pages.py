"""`/redaksjon/tall`: published averages and counts of those evaluated, to be corrected, withdrawn
or added by a draft."""

from typing import Annotated, Final, Literal

from fastapi import APIRouter, Path, Request
from starlette.responses import HTMLResponse, Response

from app.domain.editing import Doing
from app.editorial import drafts
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.fields import SentDep
from app.features.editorial.history.figures import (
    FIGURES,
    NewFigure,
    asked_for,
    figures_content,
)
from app.features.editorial.workspace import WorkspaceDep, led_to, permit, show
from app.queries.coverage import known_evaluated
from app.queries.reference import reference_averages
from app.web.words.languages import language_of, translate

router = APIRouter()

TEMPLATE: Final = "editorial/history/figures.html"
PUBLIC: Final = "/redaksjon/poster"

Kind = Annotated[Literal["reference-average", "known-evaluated"], Path()]
Key = Annotated[str, Path(pattern=r"^[0-9a-z-]{1,120}$")]


@router.get(FIGURES)
def figures_page(
    request: Request, workspace: WorkspaceDep, reading: DeskReadingDep
) -> HTMLResponse:
    permit(workspace.actor, Doing.CORRECT)
    return show(request, workspace, TEMPLATE, figures_content(reading), PUBLIC)


@router.post("/redaksjon/tall/{kind}/ny")
def make_new_figure(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    kind: Kind,
    sent: SentDep,
) -> Response:
    permit(workspace.actor, Doing.CORRECT)
    taken = {
        *(one.id for one in reference_averages(reading)),
        *(one.id for one in known_evaluated(reading)),
    }
    asked = asked_for(kind, sent, taken)
    if not isinstance(asked, NewFigure):
        found = figures_content(reading, kind, sent, asked)
        return show(request, workspace, TEMPLATE, found, PUBLIC, status=422)
    title = translate(asked.title, language_of(request))
    draft = drafts.create(session, workspace.actor, title, [asked.item])
    return led_to(request, f"/redaksjon/utkast/{draft.id}/1", "created")


@router.post("/redaksjon/tall/{kind}/{key}/rett")
def correct_figure(
    request: Request, workspace: WorkspaceDep, session: DeskSessionDep, kind: Kind, key: Key
) -> Response:
    draft = drafts.correct(session, workspace.actor, key, kind)
    return led_to(request, f"/redaksjon/utkast/{draft.id}/1", "created")


@router.post("/redaksjon/tall/{kind}/{key}/trekk")
def withdraw_figure(
    request: Request, workspace: WorkspaceDep, session: DeskSessionDep, kind: Kind, key: Key
) -> Response:
    draft = drafts.withdraw(session, workspace.actor, key, kind)
    return led_to(request, f"/redaksjon/utkast/{draft.id}", "created")
