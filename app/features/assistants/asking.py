"""Asking the API for an assistant: in this process, or at another site.

A tool has no data of its own. What it answers is what the address of the API answers, from the same
content and out of the same kept answers; what it refuses is refused there, in the same words.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode

import httpx2
from starlette.types import ASGIApp, Receive, Scope, Send

from app import bounds
from app.domain.language import DEFAULT, LANGUAGES
from app.domain.message import say
from app.errors import BadParameter, Unavailable
from app.features.assistants.described import Described, operation, parameters
from app.features.assistants.tools import HIGHEST_LIMIT, LIMIT, AssistantTool
from app.web.api.formats import Format
from app.web.errors.kinds import PROBLEM_KINDS
from app.web.errors.pages import Failure, failure_of, problem_of
from app.web.parameters import unknown_parameter

_HERE: Final = "http://localhost"
_HEADERS: Final = {"Accept": "application/json"}
_CONFIG: Final = "/api/v1/config"
_DESCRIPTION: Final = "/api/v1/openapi.json"
_OF_EVERY_ANSWER: Final = ("lang", "release")
_NUMBER: Final = re.compile(r"-?[0-9]{1,9}")
"""As an address has it. Others may be read as numbers later, and would pass a bound unseen."""

Query = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ToolQuestion:
    """What is asked of the API: an address, in a language."""

    path: str
    query: Query
    language: str
    faults: tuple[BadParameter, ...] = ()
    """What the API is not even asked."""


class ToolRefused(Exception):
    """The API has refused; `problem` is what it says (RFC 9457)."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        super().__init__(problem.get("detail"))
        self.problem = problem


def client_of(app: ASGIApp) -> httpx2.AsyncClient:
    """Asks an application in this process. Nobody is named as the one who asks: whoever it is for
    has been counted already. Nothing is compressed on the way."""

    async def unnamed(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "client": None}, receive, send)

    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=unnamed),
        base_url=_HERE,
        headers={**_HEADERS, "Accept-Encoding": "identity"},
        follow_redirects=True,
        trust_env=False,
    )


def client_at(site: str) -> httpx2.AsyncClient:
    """Asks a site somewhere else."""
    timeout = 2 * bounds.PROMISE_SECONDS
    return httpx2.AsyncClient(
        base_url=site, headers=_HEADERS, follow_redirects=True, timeout=timeout
    )


async def read_description(client: httpx2.AsyncClient) -> Described:
    """What the API says of itself.

    Raises:
        ToolRefused: nobody answers.
    """
    return await ask(client, ToolQuestion(_DESCRIPTION, [], DEFAULT))


async def ask(client: httpx2.AsyncClient, asked: ToolQuestion) -> dict[str, Any]:
    """The answer of the API.

    Raises:
        ToolRefused: it has none, or some arguments are none that it could be asked with. Everything
            is told at once.
    """
    if not asked.faults:
        return await _answer(client, asked)
    own = failure_of(BadParameter.together(asked.faults))
    problem = dict(refusal_of(own, asked.language, asked.path).problem)
    if asked.path.find("{") < 0:
        try:
            await _answer(client, asked)
        except ToolRefused as refused:
            problem["errors"] += refused.problem.get("errors", ())
    raise ToolRefused(problem)


async def ask_config(client: httpx2.AsyncClient, asked: ToolQuestion) -> dict[str, Any]:
    """What the API says of all its answers, in the release and the language of one of them.

    Raises:
        ToolRefused: it has no answer.
    """
    query = [pair for pair in asked.query if pair[0] in _OF_EVERY_ANSWER]
    return await _answer(client, ToolQuestion(_CONFIG, query, asked.language))


async def _answer(client: httpx2.AsyncClient, asked: ToolQuestion) -> dict[str, Any]:
    try:
        response = await client.get(asked.path, params=urlencode(asked.query))
        answered, found = response.json(), response.status_code == httpx2.codes.OK
    except (httpx2.HTTPError, ValueError):
        answered, found = None, False
    if not isinstance(answered, dict):
        silent = Unavailable(PROBLEM_KINDS["unavailable"].meaning)
        raise refusal_of(failure_of(silent), asked.language, asked.path)
    if not found:
        raise ToolRefused(answered)
    return answered


def question(
    tool: AssistantTool, arguments: Mapping[str, Any], description: Described
) -> ToolQuestion:
    """The address of the API that a tool asks with some arguments. What their values may be the API
    itself knows.

    Raises:
        ToolRefused: no address may be so long.
    """
    path, _ = operation(tool.operation, description)
    given = {name: texts for name, value in arguments.items() if (texts := _texts(value))}
    for name, value in tool.usual.items():
        given.setdefault(name, _texts(value))
    offered = parameters(tool, description)
    faults = tuple(_faults(tool, given, offered))
    wrong = {fault.name for fault in faults}
    query = []
    for name, texts in given.items():
        if name not in offered or name in wrong:
            continue
        if offered[name]["in"] == "path":
            path = _filled_in(path, name, texts[0])
        else:
            query += [(name, text) for text in texts]
    return _within_bounds(ToolQuestion(path, query, language_of(arguments), faults))


def instead(tool: AssistantTool, asked: ToolQuestion, description: Described) -> ToolQuestion:
    """The address of the one thing that a search which found nothing may have been for."""
    path, _ = operation(tool.instead or tool.operation, description)
    name, query = dict(asked.query)["q"], [p for p in asked.query if p[0] in _OF_EVERY_ANSWER]
    start, _, rest = path.partition("{")
    return ToolQuestion(
        _filled_in(path, rest.partition("}")[0], name) if start else path, query, asked.language
    )


def language_of(arguments: Mapping[str, Any]) -> str:
    """The language that arguments ask for; one that does not exist is refused later."""
    asked = arguments.get("lang")
    return asked if isinstance(asked, str) and asked in LANGUAGES else DEFAULT


def refusal_of(failure: Failure, language: str, path: str) -> ToolRefused:
    """A refusal of our own, as the API would say it."""
    return ToolRefused(problem_of(failure, language, path).model_dump(exclude_none=True))


def _faults(
    tool: AssistantTool, given: Mapping[str, list[str]], offered: Mapping[str, Described]
) -> Iterator[BadParameter]:
    for name in given:
        if name not in offered:
            yield unknown_parameter(name, tuple(offered))
    for name, one in offered.items():
        texts = given.get(name, [])
        if (one["required"] or name in tool.required) and not "".join(texts).strip():
            yield BadParameter(name, say("%(name)s is missing.", name=name))
        elif one["in"] == "path" and len(texts) > 1:
            yield BadParameter(name, say("%(name)s can be given only once.", name=name))
    limit = given.get(LIMIT, [""])[0]
    if limit and (not _NUMBER.fullmatch(limit) or int(limit) > HIGHEST_LIMIT):
        message = say("%(name)s must be %(limit)s or less.", name=LIMIT, limit=str(HIGHEST_LIMIT))
        yield BadParameter(LIMIT, message, lowest=1, highest=HIGHEST_LIMIT)


def _filled_in(path: str, name: str, text: str) -> str:
    """A path with what it names. The suffix says that what looks like one before it is none, and a
    slash in a name of several languages is no end of it."""
    written = quote(text.replace("/", " - "), safe="", errors="replace")
    return path.replace(f"{{{name}}}", written) + Format.JSON.suffix


def _texts(value: Any) -> list[str]:
    """A value as an address has it; nothing where there is none."""
    if value is None:
        return []
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    if isinstance(value, str):
        return [value.encode(errors="replace").decode()]
    return [json.dumps(value)]


def _within_bounds(asked: ToolQuestion) -> ToolQuestion:
    """The same question.

    Raises:
        ToolRefused: no address may be so long.
    """
    query = len(urlencode(asked.query))
    kind = None
    if len(asked.path) + query >= bounds.ADDRESS_BYTES:
        kind = PROBLEM_KINDS["address-too-long"]
    elif query > bounds.QUERY_BYTES:
        kind = PROBLEM_KINDS["query-too-long"]
    if kind is not None:
        raise refusal_of(Failure(kind.status, kind, kind.meaning), asked.language, _CONFIG)
    return asked
