"""`/redaksjon/utkast/{draft}/{position}`: one record of a draft, to be written."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Request
from starlette.responses import HTMLResponse, Response

from app.database import Session
from app.domain.message import say
from app.editorial import drafts
from app.editorial.checking import check
from app.editorial.draft import Draft, DraftConflict, DraftItem
from app.errors import NotFound
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.editing.content import conflicting, editing_content, with_checks
from app.features.editorial.editing.raw import RawContent, raw_content, typed_raw
from app.features.editorial.editing.shape_fields import SHAPES
from app.features.editorial.editing.shaped import shaped_content, typed_shaped
from app.features.editorial.editing.typed import typed_evaluation
from app.features.editorial.fields import Sent, SentDep, whole_number
from app.features.editorial.workspace import (
    Workspace,
    WorkspaceDep,
    WorkspaceParametersDep,
    led_to,
    show,
)
from app.publishing.json_lines import Malformed
from app.queries import method
from app.queries.reading import Reading
from app.web.words.languages import language_of

router = APIRouter()

DraftId = Annotated[int, Path(ge=1, le=2**31 - 1)]
Position = Annotated[int, Path(ge=1, le=10_000)]
HOME: Final = "/redaksjon"
FORM: Final = "editorial/editing/evaluation.html"
SHAPED: Final = "editorial/editing/shaped.html"
NEW_ROWS: Final = {"gold-stars": "star", "discrepancies": "discrepancy", "notes": "note"}
"""The row that is written in next, where one was asked for."""


@router.get("/redaksjon/utkast/{draft_id}/{position}")
def editing_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    draft_id: DraftId,
    position: Position,
    parameters: WorkspaceParametersDep,
) -> HTMLResponse:
    draft = drafts.get(session, workspace.actor, draft_id)
    item = _editable(draft, position)
    if item.kind in SHAPES:
        found_form = shaped_content(
            reading, draft, item, language_of(request), check(session, draft)
        )
        return show(request, workspace, SHAPED, found_form, HOME, done=parameters.done)
    if item.kind != drafts.EVALUATION:
        return _raw_page(request, workspace, raw_content(draft, item))
    found = editing_content(reading, draft, item, language_of(request))
    found = with_checks(found, check(session, draft), item)
    done = parameters.done
    return show(request, workspace, FORM, found, HOME, done=done)


@router.post("/redaksjon/utkast/{draft_id}/{position}")
def save(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    draft_id: DraftId,
    position: Position,
    sent: SentDep,
) -> Response:
    """Saves what was typed, right or wrong; what is wrong is said beside it."""
    actor = workspace.actor
    draft = drafts.get(session, actor, draft_id)
    item = _editable(draft, position)
    if item.kind != drafts.EVALUATION and (item.kind not in SHAPES or "document" in sent.fields):
        return _save_raw(request, workspace, session, draft, item, sent)
    if item.kind in SHAPES:
        return _save_shaped(request, workspace, session, reading, draft, item, sent)
    before: Mapping[str, Any] = item.document or {}
    version = method.instrument(reading).versions.get(str(before.get("method_version")))
    if version is None:
        raise NotFound(say("There is no form for this method version."))
    typed = typed_evaluation(sent.fields, before, version)
    language = language_of(request)
    try:
        saved = drafts.save_item(
            session, actor, draft_id, position, typed, whole_number(sent["version"])
        )
    except DraftConflict as conflict:
        if "hx-request" in request.headers:
            # The page stays as it is, with the version it has: nobody has seen both yet.
            return Response(status_code=conflict.status)
        # What was typed stays in the form, beside what the other one saved. The form carries the
        # newer version on: who saves it now has seen both.
        found = editing_content(reading, draft, replace(item, document=typed), language)
        found = conflicting(found, conflict, typed, item.document)
        return show(request, workspace, FORM, found, HOME, status=409)
    if (then := sent["then"]) == "overview":
        return led_to(request, f"/redaksjon/utkast/{draft_id}", "saved")
    found = editing_content(reading, saved, saved.item(position), language, just_saved=True)
    found = with_checks(found, check(session, saved), saved.item(position))
    found = replace(found, focus=NEW_ROWS.get(then, ""))
    return show(request, workspace, FORM, found, HOME)


@router.get("/redaksjon/utkast/{draft_id}/{position}/json")
def raw_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    draft_id: DraftId,
    position: Position,
) -> HTMLResponse:
    """A record that has a form, as the document it is."""
    draft = drafts.get(session, workspace.actor, draft_id)
    item = _editable(draft, position)
    if item.kind not in SHAPES:
        raise NotFound(say("This record is written in one way only."))
    return _raw_page(request, workspace, raw_content(draft, item))


def _save_shaped(
    request: Request,
    workspace: Workspace,
    session: Session,
    reading: Reading,
    draft: Draft,
    item: DraftItem,
    sent: Sent,
) -> Response:
    """Saves a record in the form that is made from its shape, right or wrong."""
    language = language_of(request)
    typed = typed_shaped(sent.fields, item.kind, item.document or {})
    version, position = whole_number(sent["version"]), item.position
    try:
        saved = drafts.save_item(session, workspace.actor, draft.id, position, typed, version)
    except DraftConflict as conflict:
        # What was typed stays in the form, with the newer version: who saves now has been told.
        found = shaped_content(reading, draft, replace(item, document=typed), language)
        found = replace(found, conflict=conflict.message)
        return show(request, workspace, SHAPED, found, HOME, status=409)
    if sent["then"] == "overview":
        return led_to(request, f"/redaksjon/utkast/{draft.id}", "saved")
    own, checked = saved.item(position), check(session, saved)
    found = shaped_content(reading, saved, own, language, checked, just_saved=True)
    return show(request, workspace, SHAPED, found, HOME, done="saved")


def _editable(draft: Draft, position: int) -> DraftItem:
    item = draft.item(position)
    if item.document is None:
        raise NotFound(say("There is nothing to write here: the record is withdrawn."))
    return item


def _raw_page(
    request: Request, workspace: Workspace, content: RawContent, status: int = 200
) -> HTMLResponse:
    return show(request, workspace, "editorial/editing/raw.html", content, HOME, status=status)


def _save_raw(
    request: Request,
    workspace: Workspace,
    session: Session,
    draft: Draft,
    item: DraftItem,
    sent: Sent,
) -> Response:
    """Saves a record that has no form of its own, as the document it is."""
    text = sent["document"]
    try:
        document = typed_raw(text)
    except Malformed as error:
        problem = say(
            "This is not JSON that can be kept: %(problem)s, in line %(line)s.",
            problem=error.problem,
            line=str(error.line),
        )
        content = replace(raw_content(draft, item), text=text, problem=problem)
        return _raw_page(request, workspace, content, 422)
    try:
        drafts.save_item(
            session,
            workspace.actor,
            draft.id,
            item.position,
            document,
            whole_number(sent["version"]),
        )
    except DraftConflict as conflict:
        content = replace(raw_content(draft, item), text=text, problem=conflict.message)
        return _raw_page(request, workspace, content, 409)
    return led_to(request, f"/redaksjon/utkast/{draft.id}", "saved")
