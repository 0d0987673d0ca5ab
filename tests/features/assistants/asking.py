"""An assistant: the client of the protocol's own library, which checks each answer against the
schema that the tool has told of itself."""

import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias, TypeVar

import httpx2
from mcp import types
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client

from app.web.site import Site
from tests import event_loop

Result = TypeVar("Result")
Era: TypeAlias = Literal["auto", "legacy"]
"""How the client begins: by what is newest, or by the handshake of before 2026."""

HOST: Final = "http://kompass.test"
HEADERS: Final = {
    "Content-Type": "application/json",
    "Accept": "application/json, text/event-stream",
}


@dataclass(frozen=True)
class Told:
    """What a tool has answered."""

    result: types.CallToolResult

    @property
    def is_error(self) -> bool:
        return self.result.is_error

    @property
    def texts(self) -> list[str]:
        found = [block for block in self.result.content if isinstance(block, types.TextContent)]
        assert len(found) == len(self.result.content)
        return [block.text for block in found]

    @property
    def about(self) -> dict[str, Any]:
        return dict(self.result.structured_content["about"])

    @property
    def data(self) -> dict[str, Any]:
        return dict(self.result.structured_content["data"])

    @property
    def problem(self) -> dict[str, Any]:
        """What the API says where it refuses."""
        assert self.is_error, self.texts[0]
        found: dict[str, Any] = json.loads(self.texts[1])
        return found


@dataclass(frozen=True)
class Assistant:
    """Asks an application in this process, as if it were behind a name."""

    app: Site
    era: Era = "auto"
    host: str = HOST

    def call(self, tool: str, /, **arguments: object) -> Told:
        return self.call_all([(tool, arguments)])[0]

    def call_all(self, calls: list[tuple[str, Mapping[str, object]]]) -> list[Told]:
        """One after the other."""

        async def calling(client: Client) -> list[Told]:
            return [Told(await client.call_tool(tool, dict(given))) for tool, given in calls]

        return self.within(calling)

    def tools(self) -> list[types.Tool]:
        async def listing(client: Client) -> list[types.Tool]:
            return list((await client.list_tools()).tools)

        return self.within(listing)

    def within(self, work: Callable[[Client], Awaitable[Result]]) -> Result:
        """What a client is used for, from its beginning to its end."""

        async def working() -> Result:
            async with AsyncExitStack() as stack:
                http = await stack.enter_async_context(web(self.app))
                transport = streamable_http_client(f"{self.host}/mcp", http_client=http)
                client = Client(transport, mode=self.era)
                return await work(await stack.enter_async_context(client))

        return event_loop.run(working())

    def api(self, address: str, **headers: str) -> Any:
        """What the API answers there, right or wrong."""
        return self.ask("GET", address, headers=headers).json()

    def ask(self, method: str, address: str, **more: Any) -> httpx2.Response:
        """One request of any kind."""

        async def asking() -> httpx2.Response:
            async with web(self.app) as client:
                return await client.request(method, f"{self.host}{address}", **more)

        return event_loop.run(asking())


def web(app: Site, client: str = "127.0.0.1") -> httpx2.AsyncClient:
    """What asks an application by HTTP."""
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=app, client=(client, 1)), follow_redirects=True
    )
