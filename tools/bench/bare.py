"""The least an ASGI application can do: one body with its headers, whatever is asked for.

`BENCH_ANSWER` names a folder with the files `body` and `headers`.
"""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

Message = dict[str, Any]


def create_app() -> Callable[..., Awaitable[None]]:
    folder = Path(os.environ["BENCH_ANSWER"])
    lines = (folder / "headers").read_text(encoding="latin-1").splitlines()
    headers = [tuple(part.encode("latin-1") for part in line.split(": ", 1)) for line in lines]
    start = {"type": "http.response.start", "status": 200, "headers": headers}
    body = {"type": "http.response.body", "body": (folder / "body").read_bytes()}

    async def app(
        scope: Message,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        if scope["type"] == "http":
            await send(start)
            await send(body)

    return app
