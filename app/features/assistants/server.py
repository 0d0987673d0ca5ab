"""The server that assistants speak to: lists the tools, and answers with them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import httpx2
from mcp import MCPError, types
from mcp.server import Server, ServerRequestContext
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import Receive, Scope, Send

from app import bounds
from app.domain.message import say
from app.features.assistants import asking
from app.features.assistants.described import Described, input_schema, output_schema
from app.features.assistants.schemas import AnswerContext, ToolAnswer
from app.features.assistants.tools import ABOUT, TOOLS, AssistantTool
from app.web.api.attribution import TAKE_PART
from app.web.api.changelog import VERSION
from app.web.made_up import MADE_UP
from app.web.words.languages import translate

NAME: Final = "kommunekompasset"
TITLE: Final = "Kommunekompasset"
MOST_REASONS: Final = 5
"""Reasons that are told in front of an answer; all of them stand in it."""

_ANYBODY: Final = TransportSecuritySettings(enable_dns_rebinding_protection=False)
"""Host and origin are not looked at. That protects servers that trust whoever reaches them: nothing
here depends on who asks, every page of every site may read it (`app.web.headers`), and a proxy may
name the site as it likes."""

_READS: Final = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class AssistantServer:
    """The tools over an API that is described. Keeps nothing of anybody's between two questions."""

    def __init__(self, description: Described, client: httpx2.AsyncClient) -> None:
        self._description = description
        self._client = client
        self._tools = {tool.name: tool for tool in TOOLS}
        self._listed = [_listed(tool, description) for tool in TOOLS]
        taken = {one.name: one.input_schema for one in self._listed}
        self.server: Server[dict[str, Any]] = Server(
            NAME,
            title=TITLE,
            version=VERSION,
            instructions=ABOUT,
            get_tool_input_schema=taken.get,
            on_list_tools=self._list,
            on_call_tool=self._call,
        )

    async def exchange(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request over HTTP."""
        manager = StreamableHTTPSessionManager(
            self.server,
            json_response=True,
            stateless=True,
            security_settings=_ANYBODY,
            max_request_body_size=bounds.BODY_BYTES,
        )
        async with manager.run():
            await manager.handle_request(scope, receive, send)

    async def _list(
        self, _context: ServerRequestContext[Any], _given: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=self._listed)

    async def _call(
        self, _context: ServerRequestContext[Any], given: types.CallToolRequestParams
    ) -> types.CallToolResult:
        tool = self._tools.get(given.name)
        if tool is None:
            names = ", ".join(self._tools)
            raise MCPError(types.INVALID_PARAMS, f"There is no such tool. There are: {names}.")
        try:
            return await self._answered(tool, given.arguments or {})
        except asking.ToolRefused as refused:
            return _refused(refused.problem)

    async def _answered(
        self, tool: AssistantTool, arguments: Mapping[str, Any]
    ) -> types.CallToolResult:
        asked = asking.question(tool, arguments, self._description)
        data = await asking.ask(self._client, asked)
        if tool.instead and not data["total"]:
            await asking.ask(self._client, asking.instead(tool, asked, self._description))
        config = await asking.ask_config(self._client, asked)
        about = _about(data, config, asked.language)
        whole = ToolAnswer(about=about, data=data).model_dump(mode="json")
        short = "\n".join(_short(data, about, asked.language))
        return types.CallToolResult(
            content=[_text(short), _text(json.dumps(data, ensure_ascii=False))],
            structured_content=whole,
        )


def _listed(tool: AssistantTool, description: Described) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=input_schema(tool, description),
        output_schema=output_schema(tool, description),
        annotations=_READS,
    )


def _about(data: Mapping[str, Any], config: Mapping[str, Any], language: str) -> AnswerContext:
    """What must be known of an answer, in its own language."""
    synthetic = bool(data["synthetic"])
    links = data.get("links") or {}
    return AnswerContext(
        caveats=[
            *([translate(MADE_UP, language)] if synthetic else []),
            config["caveat"],
            translate(TAKE_PART, language),
        ],
        not_representative=[*dict.fromkeys(_reasons(data))][:MOST_REASONS],
        synthetic=synthetic,
        release=data["release"],
        cite=config["cite"],
        page=links.get("page"),
        frozen=links.get("frozen"),
    )


def _reasons(data: Any) -> Iterator[str]:
    """Why things stand for nobody but themselves, wherever that is said in an answer."""
    if isinstance(data, Mapping):
        if data.get("representative") is False and data.get("reason"):
            yield data["reason"]
        for value in data.values():
            yield from _reasons(value)
    elif isinstance(data, list):
        for value in data:
            yield from _reasons(value)


def _short(data: Mapping[str, Any], about: AnswerContext, language: str) -> Iterator[str]:
    """An answer in a few lines: that it is made up, where it is; what it says first; and what must
    be said with it."""
    real = [one for one in about.caveats if one != translate(MADE_UP, language)]
    yield from (one for one in about.caveats if one not in real)
    yield from data.get("answer", ())
    if "items" in data:
        shown, total = str(len(data["items"])), str(data["total"])
        yield translate(
            say("%(shown)s of %(total)s are in this answer.", shown=shown, total=total), language
        )
    yield from data.get("remarks", ())
    yield from about.not_representative
    yield from real
    yield about.cite
    if about.page:
        yield about.page


def _refused(problem: Mapping[str, Any]) -> types.CallToolResult:
    """A refusal with its reason, and what could have been asked."""
    errors = problem.get("errors") or [problem]
    lines = [_line(one) for one in errors]
    lines += (one["label"] for one in problem.get("choices") or problem.get("nearby") or ())
    whole = json.dumps(problem, ensure_ascii=False)
    return types.CallToolResult(content=[_text("\n".join(lines)), _text(whole)], is_error=True)


def _line(fault: Mapping[str, Any]) -> str:
    detail, allowed = str(fault.get("detail", "")), fault.get("allowed")
    return f"{detail} ({', '.join(allowed)})" if allowed else detail


def _text(text: str) -> types.TextContent:
    return types.TextContent(type="text", text=text)
