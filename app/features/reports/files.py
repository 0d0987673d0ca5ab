"""The file of a report as an answer: from where it is kept, or the news that it is being made."""

import json
import logging
from collections.abc import Sequence
from typing import Final

from fastapi import Request
from starlette.responses import Response

from app import bounds
from app.domain.message import say
from app.errors import NotFound, Unavailable
from app.features.reports.content import FileProgress
from app.queries.reading import Reading
from app.reports.failures import ReportBusy, ReportFailed, ReportsOfOne
from app.reports.job_states import Stage
from app.reports.jobs import Job, ReportFormat, ReportKind
from app.reports.making import REPORT_FILES, STEM, WantedFile
from app.web.answering.cache_headers import NEVER, REVALIDATED, cache_headers
from app.web.answering.caching import Read
from app.web.answering.finishing import FILE
from app.web.answering.kept_files import KeptFile
from app.web.api.answers import last_modified
from app.web.errors.pages import wants_json
from app.web.page.rendering import render
from app.web.previewing import PREVIEW
from app.web.rate_limits import counted_as
from app.web.words.languages import language_of, translate

logger = logging.getLogger(__name__)

_ACCEPTED: Final = 202
_READ_IN_BROWSERS: Final = frozenset({ReportFormat.PDF})


def file_answer(
    request: Request,
    reading: Reading,
    kind: ReportKind,
    ids: Sequence[str],
    format: ReportFormat,
    page: str,
    progress: bool,
) -> Response:
    """The file, where it is there; else that it is being made, with `page` to be read meanwhile.
    With `progress`, people are told how far it is in any case, and then where it is to be had: a
    page that asked for the file itself would stay as it is where browsers keep files.

    Raises:
        NotFound: what is looked at is not public yet.
        ReportBusy: too many files are being made.
        ReportsOfOne: too many for whoever asks.
        ReportFailed: it could not be made.
        Unavailable: it cannot be kept anywhere.
    """
    if PREVIEW in request.scope:
        raise NotFound(say("Files are made of what is public. The page shows the same."))
    job = Job(kind, tuple(ids), language_of(request), format)
    told = progress and not wants_json(request)
    try:
        found = _found(request, reading, job)
    except (ReportBusy, ReportFailed, ReportsOfOne) as error:
        if not told:
            raise
        return _page(request, FileProgress(page, failed=error.message), 200)
    if isinstance(found, KeptFile):
        if told:
            return _page(request, FileProgress(page), 200)
        return _kept(request, reading, found, kind, format)
    return _being_made(request, found, page)


def _found(request: Request, reading: Reading, job: Job) -> KeptFile | WantedFile | None:
    """The file, or what is known of its making. Whoever asks for the head alone has nothing
    begun."""
    try:
        if getattr(request.state, "only_head", False):
            return REPORT_FILES.look_up(reading, job)
        return REPORT_FILES.find(reading, job, counted_as(request.client))
    except OSError as error:
        logger.warning("files of reports cannot be kept: %s", error)
        raise Unavailable(say("There is no room for files just now. Try again later.")) from error


def _kept(
    request: Request, reading: Reading, found: KeptFile, kind: ReportKind, format: ReportFormat
) -> Response:
    """A file on disk. A PDF is shown where it is asked for, others are kept."""
    newest: int | None = getattr(request.state, "newest_release", None)
    shown = "inline" if format in _READ_IN_BROWSERS else "attachment"
    headers = {
        "ETag": f'"{found.sha256}"',
        "Cache-Control": REVALIDATED,
        **cache_headers(REVALIDATED, newest),
        "Content-Language": language_of(request),
        "Last-Modified": last_modified(reading.release),
        "Content-Disposition": f'{shown}; filename="{found.told[STEM]}{format.suffix}"',
        FILE: str(found.path),
    }
    if kind.is_chosen:  # of such there are more than any search can hold
        headers["X-Robots-Tag"] = "noindex"
    return Response(headers=headers, media_type=format.media_type)


def _being_made(request: Request, wanted: WantedFile | None, page: str) -> Response:
    """How far it is. Who waits for this answer gets the file instead, if it is there soon."""
    shown = FileProgress(page, Stage.WAITING, len(REPORT_FILES.names))
    if wanted is not None:
        read: Read | None = getattr(request.state, "read", None)
        if read is not None:
            read.awaits = wanted.done
        stage = Stage.READING if wanted.elsewhere else wanted.stage
        shown = FileProgress(page, stage, REPORT_FILES.place(wanted))
    answer: Response
    if wants_json(request):
        language = language_of(request)
        told = {
            "status": _ACCEPTED,
            "title": translate(shown.title, language),
            "detail": translate(shown.detail, language),
            "stage": shown.stage,
            "before": shown.before,
        }
        content = json.dumps(told, ensure_ascii=False)
        named = {"Content-Language": language, "Cache-Control": NEVER, "Vary": "Accept"}
        answer = Response(content, _ACCEPTED, named, media_type="application/json")
    else:
        answer = _page(request, shown, _ACCEPTED)
    answer.headers["Retry-After"] = str(bounds.REPORT_AGAIN_SECONDS)
    return answer


def _page(request: Request, shown: FileProgress, status: int) -> Response:
    """A page that says how far it is. It does not load itself anew (that may be in the middle of
    reading it): a script asks, and a link for those who have none."""
    answer = render(request, "reports/being_made.html", shown, status=status, noindex=True)
    answer.headers["Cache-Control"] = NEVER
    answer.headers["Vary"] = "Accept"
    return answer
