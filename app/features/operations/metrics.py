"""`/metrics`: what Prometheus asks for, of all processes of the site."""

from collections.abc import Callable
from functools import partial
from typing import Final

from fastapi import APIRouter, Request
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.openmetrics import exposition as openmetrics
from prometheus_client.registry import Collector
from starlette.responses import Response

from app.web.observing.workers import all_numbers, in_thread

router = APIRouter(include_in_schema=False)

OPEN_METRICS: Final = "application/openmetrics-text"


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    numbers = await all_numbers()
    write: Callable[[Collector], bytes] = generate_latest
    kind = CONTENT_TYPE_PLAIN_0_0_4
    if OPEN_METRICS in request.headers.get("accept", ""):
        write, kind = openmetrics.generate_latest, openmetrics.CONTENT_TYPE_LATEST
    body = await in_thread(partial(write, numbers))
    headers = {
        "Cache-Control": "no-store",
        "Content-Type": kind,
        "Vary": "Accept",
        "X-Robots-Tag": "noindex",
    }
    return Response(body, headers=headers)
