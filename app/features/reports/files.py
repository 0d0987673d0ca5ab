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
from app.features.reports.content import FileBeingMade
from app.queries.reading import Reading
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
) -> Response:
    """The file, where it is there; else that it is being made, with `page` to be read meanwhile.

    Raises:
        NotFound: what is looked at is not public yet.
        ReportBusy: too many files are being made.
        ReportFailed: it could not be made.
        Unavailable: it cannot be kept anywhere.
    """
    if PREVIEW in request.scope:
        raise NotFound(say("Files are made of what is public. The page shows the same."))
    language = language_of(request)
    job = Job(kind, tuple(ids), language, format)
    try:
        found = REPORT_FILES.find(reading, job)
    except OSError as error:
        logger.warning("files of reports cannot be kept: %s", error)
        raise Unavailable(say("There is no room for files just now. Try again later.")) from error
    if isinstance(found, KeptFile):
        return _kept(request, reading, found, format)
    return _being_made(request, found, page)


def _kept(request: Request, reading: Reading, found: KeptFile, format: ReportFormat) -> Response:
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
    return Response(headers=headers, media_type=format.media_type)


def _being_made(request: Request, wanted: WantedFile, page: str) -> Response:
    """How far it is. Who waits for this answer gets the file instead, if it is there soon; a
    browser asks again by itself."""
    read: Read | None = getattr(request.state, "read", None)
    if read is not None:
        read.awaits = wanted.done
    shown = FileBeingMade(wanted.stage, REPORT_FILES.place(wanted), page)
    seconds = str(bounds.REPORT_AGAIN_SECONDS)
    answer: Response
    if wants_json(request):
        language = language_of(request)
        told = {
            "status": _ACCEPTED,
            "title": translate(shown.title, language),
            "detail": translate(shown.detail, language),
            "stage": shown.stage.value,
        }
        content = json.dumps(told, ensure_ascii=False)
        named = {"Content-Language": language}
        answer = Response(content, _ACCEPTED, named, media_type="application/json")
    else:
        answer = render(request, "reports/being_made.html", shown, status=_ACCEPTED, noindex=True)
        answer.headers["Refresh"] = seconds
    answer.headers["Retry-After"] = seconds
    answer.headers["Cache-Control"] = NEVER
    answer.headers["Vary"] = "Accept"
    return answer
