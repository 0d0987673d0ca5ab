"""Requests as the server hands them over, byte for byte, without a client that tidies them up."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp

from tests import event_loop

NO_HEADERS: tuple[tuple[str, str], ...] = ()


@dataclass
class Answered:
    """An answer. Header names are in lower case."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(
    app: ASGIApp,
    path: str,
    query: bytes = b"",
    method: str = "GET",
    headers: tuple[tuple[str, str], ...] = NO_HEADERS,
    client: str = "127.0.0.1",
) -> Answered:
    """Sends one request through the application, from the address of a client."""
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query,
        "root_path": "",
        "headers": [(n.lower().encode(), v.encode("latin-1")) for n, v in headers],
        "client": (client, 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    found = Answered()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            found.status = message["status"]
            found.headers = {n.decode().lower(): v.decode("latin-1") for n, v in message["headers"]}
        else:
            found.body += message.get("body", b"")

    async def run() -> None:
        await app(scope, receive, send)

    event_loop.run(run())
    return found
