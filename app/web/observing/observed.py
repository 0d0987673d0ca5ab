"""Counts, times and tells of the requests that are worked for, and of those that are not."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.observing import metrics
from app.web.observing.counts import TurnedAway, counts
from app.web.observing.current import Current, current, method_of
from app.web.observing.repeats import once_in_a_while

logger = logging.getLogger("app.requests")

REQUEST_ID: Final = b"x-request-id"
LEFT: Final = 499
"""What stands for the status where the reader left before there was one. A custom of nginx."""


class Observed:
    """Stands around the application that makes answers, behind the kept answers and the queue.

    Every request has an id, in its log lines and in the header `X-Request-Id` of its answer, but
    for answers that `may_be_kept`: those are the same for all.
    """

    def __init__(self, app: ASGIApp, may_be_kept: Callable[[Message], bool]) -> None:
        self.app = app
        self._may_be_kept = may_be_kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Current(method_of(scope))
        status = 0
        whole = False

        async def watched(message: Message) -> None:
            nonlocal status, whole
            if message["type"] == "http.response.start":
                status = message["status"]
                if not self._may_be_kept(message):
                    own = (REQUEST_ID, request.request_id.encode())
                    message = {**message, "headers": [*message["headers"], own]}
            elif not message.get("more_body", False):
                whole = True
            await send(message)

        before = current.set(request)
        counts.in_progress += 1
        started = time.perf_counter()
        try:
            await self.app(scope, receive, watched)
        except asyncio.CancelledError:
            status = status if whole else LEFT
            raise
        except Exception:
            status = status if whole else 500
            raise
        finally:
            counts.in_progress -= 1
            _tell(request, status or 500, time.perf_counter() - started)
            current.reset(before)


def turned_away(reason: TurnedAway) -> None:
    """Counts a request that is answered without being worked for, and tells of it once in a
    while. Only for the event loop."""
    counts.turned_away[reason] += 1
    once_in_a_while(logger, reason.value, "requests are turned away: %s", reason.value)


def _tell(request: Current, status: int, seconds: float) -> None:
    route = request.route
    counts.made += 1
    counts.left += status == LEFT
    counts.unexpected += status == 500
    metrics.requests.labels(route, request.method, str(status)).inc()
    metrics.duration.labels(route).observe(seconds)
    logger.log(
        _level(status),
        "%s %s %d",
        request.method,
        route,
        status,
        extra={"status": status, "duration_ms": round(seconds * 1000, 1)},
    )


def _level(status: int) -> int:
    if status < 500:
        return logging.INFO
    return logging.WARNING if status == 503 else logging.ERROR
