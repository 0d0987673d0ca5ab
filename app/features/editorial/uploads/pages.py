"""`/redaksjon/filer`: files are brought in, looked through, and become drafts."""

from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from starlette.responses import HTMLResponse, Response

from app.bounds import KEPT_UPLOAD_DAYS, UPLOAD_BYTES
from app.database import Session
from app.domain.message import LocalText, Message, say
from app.editorial import drafts, uploads
from app.editorial.draft import NotReady
from app.features.dependencies import DeskReadingDep, DeskSessionDep
from app.features.editorial.fields import SentDep
from app.features.editorial.titles import draft_title
from app.features.editorial.uploads.content import (
    BroughtLine,
    FilesContent,
    file_content,
)
from app.features.editorial.workspace import (
    Workspace,
    WorkspaceDep,
    WorkspaceParametersDep,
    led_to,
    show,
)
from app.publishing.importing.reading import ENDINGS, shown_name
from app.queries import method
from app.queries.reading import Reading
from app.web.words.languages import language_of

router = APIRouter()

FILES: Final = "/redaksjon/filer"
LIST: Final = "editorial/uploads/index.html"
ONE: Final = "editorial/uploads/file.html"
LONGEST_ANSWER: Final = 500
FileId = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get(FILES)
def files_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    parameters: WorkspaceParametersDep,
) -> HTMLResponse:
    found = _files(session, reading, workspace)
    return show(request, workspace, LIST, found, FILES, done=parameters.done)


@router.post(FILES)
def bring_in(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    sent: SentDep,
) -> Response:
    name, content = sent.files.get("file", ("", b""))
    name = name and shown_name(name)
    if not name or not content:
        problem = say("Choose a file that is not empty.")
        found = _files(session, reading, workspace, problem)
        return show(request, workspace, LIST, found, FILES, status=422)
    try:
        kept = uploads.keep(session, workspace.actor, name, content)
    except NotReady as error:
        found = _files(session, reading, workspace, error.message)
        return show(request, workspace, LIST, found, FILES, status=error.status)
    return led_to(request, f"{FILES}/{kept.id}")


@router.get("/redaksjon/filer/{file_id}")
def file_page(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    file_id: FileId,
    parameters: WorkspaceParametersDep,
) -> HTMLResponse:
    kept = uploads.kept_file(session, workspace.actor, file_id)
    looked = uploads.looked_through(reading, kept)
    found = file_content(reading, kept, *looked, language_of(request))
    return show(request, workspace, ONE, found, FILES, done=parameters.done)


@router.post("/redaksjon/filer/{file_id}")
def answer(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    file_id: FileId,
    sent: SentDep,
) -> Response:
    """Keeps the answers; the file is read again with them."""
    answers = {
        name.removeprefix(field): value.strip()[:LONGEST_ANSWER]
        for field in ("answer:", "other:")  # what is typed in goes before what is ticked
        for name, value in sent.fields.items()
        if name.startswith(field) and value.strip()
    }
    if sent["then"] == "anew":
        kept = uploads.kept_file(session, workspace.actor, file_id)
        answers = dict.fromkeys(kept.answers, "")
    uploads.answer(session, workspace.actor, file_id, answers)
    return led_to(request, f"{FILES}/{file_id}")


@router.post("/redaksjon/filer/{file_id}/utkast")
def make_draft(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    reading: DeskReadingDep,
    file_id: FileId,
    _sent: SentDep,
) -> Response:
    kept = uploads.kept_file(session, workspace.actor, file_id)
    understood, checked = uploads.looked_through(reading, kept)
    if checked.faults or understood.asked:
        raise NotReady(say("The file has faults or open questions."))
    items = uploads.items_of(understood, checked)
    if not items:
        raise NotReady(say("Nothing in the file was understood as an evaluation."))
    draft = drafts.create(session, workspace.actor, draft_title(reading, items, kept.name), items)
    uploads.made_draft(session, workspace.actor, file_id, draft.id)
    return led_to(request, f"/redaksjon/utkast/{draft.id}", "created")


@router.post("/redaksjon/filer/{file_id}/fjern")
def remove(
    request: Request,
    workspace: WorkspaceDep,
    session: DeskSessionDep,
    file_id: FileId,
    _sent: SentDep,
) -> Response:
    uploads.remove(session, workspace.actor, file_id)
    return led_to(request, FILES, "removed")


def _files(
    session: Session,
    reading: Reading,
    workspace: Workspace,
    problem: Message | LocalText | None = None,
) -> FilesContent:
    versions = method.instrument(reading).versions.values()
    return FilesContent(
        title=say("Files"),
        lines=tuple(
            BroughtLine(kept.id, kept.name, kept.created_at, kept.draft)
            for kept in uploads.kept_files(session, workspace.actor)
        ),
        versions=tuple(sorted((v.version for v in versions), reverse=True)),
        endings=ENDINGS,
        megabytes=UPLOAD_BYTES // 1_000_000,
        days=KEPT_UPLOAD_DAYS,
        problem=problem,
    )
