"""What readers are told whom the application does not get to see: too many ask, or it has failed.

Many may have to be told at once, so a page is made once a language, and the reader's own address is
put in.
"""

from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl

from markupsafe import escape
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.errors import KompassError
from app.web.addresses import address, asked_language, split_language
from app.web.api.suffixes import API
from app.web.error_pages import Problem, answer, http_problem, problem_of, wants_json
from app.web.headers import SecurityHeaders
from app.web.languages import DEFAULT

_ANYWHERE: Final = "/-anywhere-"


async def refuse(error: KompassError, scope: Scope, receive: Receive, send: Send) -> None:
    """Tells a reader whom the application does not get to see."""
    await _tell(problem_of(error), scope, receive, send)


async def apologise(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers for an application that has failed altogether."""
    await _tell(http_problem(500), scope, receive, send)


async def _tell(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    """Answers without the application: many may have to be told, so a page is made once."""
    path, query = scope["path"], scope["query_string"].decode("latin-1")
    language, inner = split_language(path)
    if inner.startswith(API):
        language = asked_language(query)
    state = {"language": language, "path": inner, "full_path": path}
    request = Request({**scope, "state": {**scope.get("state", {}), **state}})
    if wants_json(request):
        response = answer(request, problem)
    else:
        response = _for_all(problem, language, address(inner, DEFAULT, parse_qsl(query)))
    await SecurityHeaders(response)(scope, receive, send)


def _for_all(problem: Problem, language: str, here: str) -> Response:
    """The page of a problem, with the address of this reader put in."""
    status, body, headers = _page_anywhere(problem, language)
    return Response(body.replace(_ANYWHERE.encode(), escape(here).encode()), status, headers)


@lru_cache(maxsize=64)
def _page_anywhere(problem: Problem, language: str) -> tuple[int, bytes, dict[str, str]]:
    state = {"language": language, "path": _ANYWHERE, "full_path": _ANYWHERE}
    scope = {"type": "http", "method": "GET", "path": _ANYWHERE, "query_string": b"", "headers": []}
    response = answer(Request({**scope, "state": state}), problem)
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    return response.status_code, bytes(response.body), headers
