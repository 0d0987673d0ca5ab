"""`/redaksjon`: the desk, the queue of those who review, and a new evaluation."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import HTMLResponse, Response

from app.domain.editing import Doing, DraftState
from app.domain.message import say
from app.editorial import drafts
from app.editorial.draft import DraftItem
from app.errors import NotFound
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.desk.content import desk_content, queue_content
from app.features.editorial.desk.new import NewEvaluation, asked_for, new_content
from app.features.editorial.fields import SentDep
from app.features.editorial.workspace import (
    WorkspaceDep,
    WorkspaceParametersDep,
    led_to,
    permit,
    show,
)
from app.queries import method, register
from app.web.words.languages import language_of, translate, words

router = APIRouter()

HOME = "/redaksjon"
QUEUE = "/redaksjon/ko"
NEW = "/redaksjon/ny"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get(HOME)
def desk_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    parameters: WorkspaceParametersDep,
) -> HTMLResponse:
    found = desk_content(workspace.actor, drafts.listed(session, workspace.actor))
    return show(request, workspace, "editorial/desk/index.html", found, HOME, done=parameters.done)


@router.get(QUEUE)
def queue_page(request: Request, workspace: WorkspaceDep, session: DeskSessionDep) -> HTMLResponse:
    permit(workspace.actor, Doing.APPROVE)
    found = queue_content(
        [
            draft
            for state in (DraftState.IN_REVIEW, DraftState.SCHEDULED, DraftState.DRAFT)
            for draft in drafts.listed(session, workspace.actor, state)
        ]
    )
    return show(request, workspace, "editorial/desk/index.html", found, QUEUE)


@router.get(NEW)
def new_page(request: Request, workspace: WorkspaceDep, reading: DeskReadingDep) -> HTMLResponse:
    return show(request, workspace, "editorial/desk/new.html", new_content(reading), HOME)


@router.post(NEW)
def make_new(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    sent: SentDep,
) -> Response:
    asked = asked_for(reading, sent)
    if not isinstance(asked, NewEvaluation):
        found = new_content(reading, sent, asked)
        return show(request, workspace, "editorial/desk/new.html", found, HOME, status=422)
    item = DraftItem(drafts.EVALUATION, asked.key, document=asked.document)
    draft = drafts.create(session, workspace.actor, asked.title, [item])
    return led_to(request, f"/redaksjon/utkast/{draft.id}/1", "created")


@router.get("/redaksjon/mal/{version}.xlsx")
def template_file(
    request: Request,
    _workspace: WorkspaceDep,
    reading: DeskReadingDep,
    version: Annotated[str, Path(max_length=20)],
) -> Response:
    """The empty workbook of a method version, in the language of the page."""
    from app.publishing.workbook.files import (
        template,  # what writes workbooks is slow to start with
    )

    instrument = method.instrument(reading)
    if version not in instrument.versions:
        raise NotFound(say("There is no method version with this name."))
    say_it = words(language_of(request))
    labels = [
        translate(m.label, language_of(request)) for m in register.all_municipalities(reading)
    ]
    content = template(instrument.versions[version], instrument, say_it, labels)
    name = f"kommunekompasset-{version}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=WORKBOOK, headers=headers)
