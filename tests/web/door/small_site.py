"""A small application behind the door, in a process of its own.

    python -m tests.web.door.small_site '{"bounds": {"header_seconds": 0.3}, "descriptors": 256}'

It writes the port that it listens on, and answers until it is told to end.
"""

import asyncio
import json
import resource
import socket
import sys
from typing import Any

import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from app.web.door.descriptors import room
from app.web.door.protocol import BoundedProtocol

LARGE = 32_000_000


class SmallSite:
    """Says hello, and what a test has to know."""

    def __init__(self) -> None:
        self.server: uvicorn.Server
        self.may_go = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        request = Request(scope)
        response = await self.answer(request) if request.method == "GET" else Response("", 405)
        await response(scope, receive, send)

    async def answer(self, request: Request) -> Response:
        match request.url.path:
            case "/connections":
                return PlainTextResponse(str(len(self.server.server_state.connections)))
            case "/large":
                return Response(bytes(LARGE))
            case "/wait":
                await self.may_go.wait()
                return PlainTextResponse("waited")
            case "/go":
                self.may_go.set()
                return PlainTextResponse("go")
            case path:
                return PlainTextResponse(f"hello {path}")


def main(chosen: dict[str, Any]) -> None:
    if descriptors := chosen.get("descriptors"):
        resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))
    own = type("Own", (BoundedProtocol,), chosen.get("bounds", {}))
    site = SmallSite()
    config = uvicorn.Config(
        site,
        http=own,
        ws="none",
        lifespan="off",
        backlog=room().backlog,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_level="error",
        timeout_graceful_shutdown=10,
    )
    site.server = uvicorn.Server(config)
    listening = socket.create_server(("127.0.0.1", 0), backlog=room().backlog)
    print(listening.getsockname()[1], flush=True)  # noqa: T201
    site.server.run([listening])


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
