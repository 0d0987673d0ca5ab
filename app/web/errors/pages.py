"""Errors become answers in one place: a page in the reader's language, or problem+json (RFC 9457).

Programs get the latter: everything under `/api`, and whoever asks for JSON and not for HTML.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import ClassVar, Final, TypeAlias

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.types import Message as AsgiMessage

from app import bounds
from app.config import settings
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message
from app.domain.wording.changes import reason_words
from app.errors import (
    BadParameter,
    Gone,
    KompassError,
    Moved,
    NotComparable,
    NotFound,
    SeveralChoices,
    Unavailable,
    one_line,
)
from app.web.addresses import IN_EACH_LANGUAGE, WATCHED, address
from app.web.api.answers import PROBLEM_TYPE, here
from app.web.api.schemas import Meaning, Problem, RefusedParameter
from app.web.errors.kinds import PROBLEM_KINDS, ProblemKind
from app.web.errors.refused_values import faults_of
from app.web.observing.metrics import database_fault
from app.web.page.rendering import render
from app.web.parameters import spans_of
from app.web.words.languages import Sayable, accepted_language, language_of, path_of, translate

logger = logging.getLogger(__name__)

_OWN_PAGES: Final = (404, 410, 500, 503)
"""Statuses with a page of their own; the others share one."""
_LONGEST_GUESS: Final = 40
_OF_STATUS: Final = {404: "not-found", 405: "method-not-allowed", 503: "unavailable"}
"""The kinds of what the framework itself answers; others of 400 and of 500 are of one kind each."""


@dataclass(frozen=True, slots=True)
class ParameterFault:
    """One of the parameters that were refused: what could have stood instead, or the lowest and the
    highest, as far as that can be told."""

    parameter: str
    detail: Message | LocalText
    allowed: tuple[str, ...] | None = None
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, for a page or a program. `faults` are the parameters that were refused, of
    which the first gives `parameter` and `allowed`; `nearby` the pages that may have been meant,
    `last_release` the last that held what is gone, `choices` what an address may mean (addresses as
    they are asked for)."""

    status: int
    kind: ProblemKind
    detail: Message | LocalText
    faults: tuple[ParameterFault, ...] = ()
    nearby: tuple[tuple[Sayable, str], ...] = ()
    last_release: int | None = None
    choices: tuple[tuple[str, str], ...] = ()
    reason: LocalText | None = None
    """Why it was withdrawn."""
    description: ClassVar[None] = None

    @property
    def parameter(self) -> str | None:
        return self.faults[0].parameter if self.faults else None

    @property
    def allowed(self) -> tuple[str, ...] | None:
        return self.faults[0].allowed if self.faults else None

    @property
    def title(self) -> Message:
        return self.kind.title

    @property
    def reason_words(self) -> Message | None:
        return None if self.reason is None else reason_words(self.reason)


class NotUnderstood(KompassError):
    """What was sent is no form that the address takes. Of what stands in it nothing is said again:
    it may be a secret."""

    status = 400
    slug = "bad-request"

    def __init__(self) -> None:
        super().__init__(PROBLEM_KINDS[self.slug].meaning)


Suggest: TypeAlias = Callable[[str, str], Sequence[tuple[str, str]]]
"""The labels and addresses (without language) of what a text may mean to readers of a language, the
best first."""


def install(app: FastAPI, unreachable: Sequence[type[Exception]], suggest: Suggest) -> None:
    """Answers every error of an application; `unreachable` are those of a silent database.
    `suggest` knows what the words of an address with no page may mean."""

    async def known(request: Request, error: Exception) -> Response:
        assert isinstance(error, KompassError)  # noqa: S101
        again = error.retry_after
        headers = {} if again is None else {"Retry-After": str(again)}
        return answer(request, await _suggesting(request, failure_of(error), suggest), headers)

    async def moved(request: Request, error: Exception) -> Response:
        assert isinstance(error, Moved)  # noqa: S101
        return RedirectResponse(error.target, error.status)

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101
        failure = failure_of(_refusal(request, error))
        return answer(request, await _suggesting(request, failure, suggest))

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101
        failure = await _suggesting(request, http_failure(error.status_code), suggest)
        return answer(request, failure, _http_headers(error))

    async def silent(request: Request, error: Exception) -> Response:
        database_fault(error)
        return answer(request, failure_of(Unavailable(PROBLEM_KINDS["unavailable"].meaning)))

    app.add_exception_handler(KompassError, known)
    app.add_exception_handler(Moved, moved)
    app.add_exception_handler(RequestValidationError, refused)
    app.add_exception_handler(HTTPException, http)
    for kind in unreachable:
        app.add_exception_handler(kind, silent)


_MOST_LOOKED_UP: Final = 3
"""Parts of an address that are looked up as names, from its end."""


async def _suggesting(request: Request, failure: Failure, suggest: Suggest) -> Failure:
    """A page that is not there with those that may have been meant. It is shown without them
    where the database is what is wrong."""
    if failure.status != NotFound.status or failure.nearby or _is_api(request):
        return failure
    for words in islice(names_in(path_of(request)), _MOST_LOOKED_UP):
        try:
            nearby = await run_in_threadpool(suggest, words, language_of(request))
        except Exception as error:  # whatever it is, the page can do without
            logger.info("no suggestions for %s: %s", words, one_line(error))
            return failure
        if nearby:
            return replace(failure, nearby=tuple(nearby))
    return failure


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
            response = answer(Request(scope), http_failure(500))
            await response(scope, receive, send)


def failure_of(error: KompassError) -> Failure:
    """What to tell of an error of ours."""
    kind = PROBLEM_KINDS[error.slug]
    if isinstance(error, BadParameter):
        faults = (_fault(one) for one in (error, *error.others))
        return Failure(error.status, kind, error.message, tuple(faults))
    if isinstance(error, SeveralChoices):
        return Failure(error.status, kind, error.message, choices=error.choices)
    nearby = error.nearby if isinstance(error, NotFound | NotComparable) else ()
    if isinstance(error, Gone):
        last, why = error.last_release, error.reason
        return Failure(error.status, kind, error.message, last_release=last, reason=why)
    return Failure(error.status, kind, error.message, nearby=nearby)


def _fault(error: BadParameter) -> ParameterFault:
    return ParameterFault(error.name, error.message, error.allowed, error.lowest, error.highest)


def answer(
    request: Request, failure: Failure, headers: Mapping[str, str] | None = None
) -> Response:
    """The problem as a page or as JSON, whichever is wanted."""
    response = _json(request, failure) if wants_json(request) else _page(request, failure)
    response.headers["Cache-Control"] = "no-store"
    # The API answers in one form, whatever is accepted, and a page in the language of its address.
    response.headers["Vary"] = "Accept-Language" if _is_api(request) else "Accept"
    if failure.status in (429, 503):
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
    return path == "/api" or path.startswith("/api/") or path.removeprefix("/") in WATCHED


def _json(request: Request, failure: Failure) -> Response:
    language, last = _told_in(request), failure.last_release
    problem = problem_of(
        failure,
        language,
        settings().root_path + request.url.path,
        None if last is None else here(request, release=str(last)),
    )
    return Response(
        problem.model_dump_json(exclude_none=True),
        failure.status,
        {"Content-Language": language},
        media_type=PROBLEM_TYPE,
    )


def problem_of(
    failure: Failure, language: str, instance: str, frozen: str | None = None
) -> Problem:
    """What a program is told of a failure. `instance` is the path that was asked for, `frozen` its
    whole address in the last release that held it."""
    faults = [_told(fault, language) for fault in failure.faults]
    first = faults[0] if faults else None
    return Problem(
        type=failure.kind.address,
        title=translate(failure.title, language),
        status=failure.status,
        detail=translate(failure.detail, language),
        instance=instance,
        parameter=failure.parameter,
        allowed=first.allowed if first else None,
        minimum=first.minimum if first else None,
        maximum=first.maximum if first else None,
        errors=faults or None,
        choices=[Meaning(label=label, url=url) for label, url in failure.choices] or None,
        nearby=[
            Meaning(label=_said(label, language), url=address(path, language))
            for label, path in failure.nearby
        ]
        or None,
        last_release=failure.last_release,
        reason=failure.reason.in_language(language) if failure.reason else None,
        reason_lang=failure.reason.language_for(language) if failure.reason else None,
        frozen=frozen,
    )


def _told_in(request: Request) -> str:
    """The language of an error: that of the address, else what the reader's program asks for. What
    is answered otherwise has the language of its address alone: it is kept, and cited."""
    if not _is_api(request) or request.query_params.get("lang") in LANGUAGES:
        return language_of(request)
    return accepted_language(request.headers.get("accept-language", ""))


def _told(fault: ParameterFault, language: str) -> RefusedParameter:
    return RefusedParameter(
        parameter=fault.parameter,
        detail=translate(fault.detail, language),
        allowed=None if fault.allowed is None else list(fault.allowed),
        minimum=fault.lowest,
        maximum=fault.highest,
    )


def _said(label: Sayable, language: str) -> str:
    return label if isinstance(label, str) else translate(label, language)


def _page(request: Request, failure: Failure) -> Response:
    """The page of a failure. It needs nothing of the database, which may be what is wrong."""
    own = failure.status in _OWN_PAGES
    return render(
        request,
        f"errors/{failure.status}.html" if own else "errors/error.html",
        failure,
        status=failure.status,
        noindex=True,
        guess=words_of(path_of(request)),
    )


def words_of(path: str) -> str:
    """What a reader may have looked for: the last part of the path, where that is a name."""
    return _name_of(path.rpartition("/")[2])


def names_in(path: str) -> Iterator[str]:
    """The names in a path, the last first."""
    for part in reversed(path.split("/")):
        if part not in IN_EACH_LANGUAGE and (name := _name_of(part)):
            yield name


def _name_of(part: str) -> str:
    words = part.replace("-", " ").strip()
    is_name = len(words) <= _LONGEST_GUESS and all(c.isalpha() or c == " " for c in words)
    return words if is_name else ""


def http_failure(status: int) -> Failure:
    """What to tell of a bare status, as the framework gives it."""
    slug = _OF_STATUS.get(status, "internal" if status >= 500 else "bad-request")
    return Failure(status, PROBLEM_KINDS[slug], PROBLEM_KINDS[slug].meaning)


def _http_headers(error: HTTPException) -> dict[str, str]:
    headers = dict(error.headers or {})
    if headers.get("Allow") == "GET":
        headers["Allow"] = "GET, HEAD"  # what can be fetched can be asked after
    return headers


def _refusal(request: Request, error: RequestValidationError) -> KompassError:
    """What parameter models refused, in our words: all of it, or a path that leads nowhere. Of
    what was sent it is only said that it cannot be read."""
    found = error.errors()
    if any(one["loc"][0] == "path" for one in found):
        return NotFound(PROBLEM_KINDS["not-found"].meaning)
    faults = [*faults_of(found, spans_of(request.scope.get("route")))]
    return BadParameter.together(faults) if faults else NotUnderstood()
