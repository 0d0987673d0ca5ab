"""Errors become answers in one place: a page in the reader's language, or problem+json (RFC 9457).

Programs get the latter: everything under `/api`, and whoever asks for JSON and not for HTML.
"""

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as AsgiMessage

from app import bounds
from app.config import settings
from app.domain.message import LocalText, Message, say
from app.errors import BadParameter, Gone, KompassError, Moved, NotFound, Unavailable
from app.web.api.answers import here
from app.web.languages import Sayable, language_of, path_of, translate
from app.web.observing.metrics import database_fault
from app.web.rendering import render

logger = logging.getLogger(__name__)

PROBLEM_TYPE: Final = "application/problem+json"
_OWN_PAGES: Final = (404, 410, 500, 503)
"""Statuses with a page of their own; the others share one."""
_FOR_MACHINES: Final = frozenset({"/healthz", "/readyz", "/metrics"})
"""Addresses beside the API that never answer with a page."""
_LONGEST_GUESS: Final = 40

TITLES: Final = {
    400: say("The address asks for something that does not exist"),
    404: say("There is no page here"),
    405: say("This address can only be read"),
    410: say("This has been withdrawn"),
    414: say("The address is too long"),
    416: say("There is no such part"),
    429: say("Too many requests"),
    500: say("Something went wrong here"),
    503: say("The results cannot be shown just now"),
}

_DETAILS: Final = {
    404: say("There is nothing at this address. It may be misspelt, or the page may have moved."),
    405: say("Nothing can be sent to this address. Only reading is possible."),
    500: say("The error is ours and has been noted. Try again in a while."),
    503: say("The database does not answer, or nothing has been published yet. Try again shortly."),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, for a page or a program. `allowed` names what could have stood instead,
    `nearby` the pages that may have been meant, `last_release` the last that held what is gone."""

    status: int
    slug: str
    title: Message
    detail: Message | LocalText
    parameter: str | None = None
    allowed: tuple[str, ...] = ()
    nearby: tuple[tuple[Sayable, str], ...] = ()
    last_release: int | None = None


def install(app: FastAPI, unreachable: Sequence[type[Exception]]) -> None:
    """Answers every error of an application; `unreachable` are those of a silent database."""

    async def known(request: Request, error: Exception) -> Response:
        assert isinstance(error, KompassError)  # noqa: S101
        return answer(request, problem_of(error))

    async def moved(request: Request, error: Exception) -> Response:
        assert isinstance(error, Moved)  # noqa: S101
        return RedirectResponse(error.target, error.status)

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        return answer(request, problem_of(_first_refusal(error)))

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101
        return answer(request, http_problem(error.status_code), _http_headers(error))

    async def silent(request: Request, error: Exception) -> Response:
        database_fault(error)
        return answer(request, problem_of(Unavailable(_DETAILS[503])))

    app.add_exception_handler(KompassError, known)
    app.add_exception_handler(Moved, moved)
    app.add_exception_handler(RequestValidationError, refused)
    app.add_exception_handler(HTTPException, http)
    for kind in unreachable:
        app.add_exception_handler(kind, silent)


class UnexpectedErrors:
    """Answers what nobody expected with a page, and notes it. Stands closest to the application,
    so that this page, too, passes through everything that other pages pass through."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched(message: AsgiMessage) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            logger.exception("unexpected error")
            if started:
                raise
            response = answer(Request(scope), http_problem(500))
            await response(scope, receive, send)


def problem_of(error: KompassError) -> Failure:
    """An error of ours as a problem."""
    title = TITLES.get(error.status, TITLES[500])
    if isinstance(error, BadParameter):
        return Failure(400, error.slug, title, error.message, error.name, error.allowed)
    nearby = error.nearby if isinstance(error, NotFound) else ()
    last = error.last_release if isinstance(error, Gone) else None
    return Failure(error.status, error.slug, title, error.message, nearby=nearby, last_release=last)


def answer(
    request: Request, problem: Failure, headers: Mapping[str, str] | None = None
) -> Response:
    """The problem as a page or as JSON, whichever is wanted."""
    response = _json(request, problem) if wants_json(request) else _page(request, problem)
    response.headers["Cache-Control"] = "no-store"
    if not _is_api(request):  # which answers in one way, whatever is accepted
        response.headers["Vary"] = "Accept"
    if problem.status in (429, 503):
        response.headers["Retry-After"] = str(bounds.RETRY_AFTER_SECONDS)
    response.headers.update(headers or {})
    return response


def wants_json(request: Request) -> bool:
    """Whether the reader is a program."""
    if _is_api(request):
        return True
    accepted = request.headers.get("accept", "")
    return "json" in accepted and "text/html" not in accepted


def _is_api(request: Request) -> bool:
    path = path_of(request)
    return path == "/api" or path.startswith("/api/") or path in _FOR_MACHINES


def _json(request: Request, problem: Failure) -> Response:
    language = language_of(request)
    body: dict[str, Any] = {
        "type": f"urn:kompass:problem:{problem.slug}",
        "title": translate(problem.title, language),
        "status": problem.status,
        "detail": translate(problem.detail, language),
        "instance": settings().root_path + request.url.path,
    }
    if problem.parameter is not None:
        body["parameter"] = problem.parameter
        body["allowed"] = list(problem.allowed)
    if problem.last_release is not None:
        body["last_release"] = problem.last_release
        body["frozen"] = here(request, release=str(problem.last_release))
    return JSONResponse(
        body, problem.status, {"Content-Language": language}, media_type=PROBLEM_TYPE
    )


def _page(request: Request, problem: Failure) -> Response:
    """The page of a problem. It needs nothing of the database, which may be what is wrong."""
    own = problem.status in _OWN_PAGES
    return render(
        request,
        f"errors/{problem.status}.html" if own else "errors/error.html",
        problem,
        title=problem.title,
        status=problem.status,
        noindex=True,
        guess=words_of(path_of(request)),
    )


def words_of(path: str) -> str:
    """What a reader may have looked for: the last part of the path, where that is a name."""
    last = path.rpartition("/")[2].replace("-", " ").strip()
    name = len(last) <= _LONGEST_GUESS and all(c.isalpha() or c == " " for c in last)
    return last if name else ""


def http_problem(status: int) -> Failure:
    """The problem behind a bare status, as the framework gives it."""
    shown = status if status in _DETAILS else (500 if status >= 500 else 400)
    slug = {404: NotFound.slug, 405: "method-not-allowed", 503: Unavailable.slug}.get(
        shown, "internal" if shown >= 500 else "bad-request"
    )
    detail = _DETAILS.get(shown, say("The request could not be understood."))
    return Failure(status, slug, TITLES.get(shown, TITLES[400]), detail)


def _http_headers(error: HTTPException) -> dict[str, str]:
    headers = dict(error.headers or {})
    if headers.get("Allow") == "GET":
        headers["Allow"] = "GET, HEAD"  # what can be fetched can be asked after
    return headers


_LIMIT_WORDS: Final = {
    "greater_than_equal": "ge",
    "less_than_equal": "le",
}


def _first_refusal(error: RequestValidationError) -> KompassError:
    """The first thing that a parameter model refused, in our words."""
    found = error.errors()[0]
    place, *names = found["loc"]
    name = str(names[0]) if names else ""
    if place == "path":
        return NotFound(_DETAILS[404])
    kind, context = found["type"], found.get("ctx", {})
    value = str(found.get("input", ""))[:60]
    if kind in ("enum", "literal_error"):
        allowed = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
        message = say("“%(value)s” is not a value of %(name)s.", value=value, name=name)
        return BadParameter(name, message, allowed)
    if kind == "string_too_long":
        message = say(
            "%(name)s can have at most %(n)s characters.", name=name, n=context["max_length"]
        )
    elif kind in _LIMIT_WORDS:
        message = _outside(name, kind, str(context[_LIMIT_WORDS[kind]]))
    elif kind == "missing":
        message = say("%(name)s is missing.", name=name)
    elif kind.startswith("int"):
        message = say("%(name)s must be a whole number, not “%(value)s”.", name=name, value=value)
    else:
        message = say("“%(value)s” cannot be %(name)s.", value=value, name=name)
    return BadParameter(name, message)


def _outside(name: str, kind: str, limit: str) -> Message:
    if kind == "greater_than_equal":
        return say("%(name)s must be %(limit)s or more.", name=name, limit=limit)
    return say("%(name)s must be %(limit)s or less.", name=name, limit=limit)
