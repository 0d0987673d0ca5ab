"""`/healthz`: the process answers. `/readyz`: it can also show what is published.

Both answer JSON, whatever is the matter, and neither waits for a turn.
"""

import asyncio

from fastapi import APIRouter
from starlette.responses import JSONResponse

from app import bounds
from app.upkeep.readiness import Readiness, late, pending

router = APIRouter(include_in_schema=False)

_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@router.get("/healthz")
async def healthz() -> JSONResponse:
    """Touches nothing: it answers while the process lives."""
    return JSONResponse({"status": "ok"}, headers=_HEADERS)


@router.get("/readyz")
async def readyz() -> JSONResponse:
    """200 where every page can be made, else 503 with what is wrong."""
    found = await _readiness()
    if found.is_ready:
        return JSONResponse(found.document, headers=_HEADERS)
    retry = {"Retry-After": str(bounds.RETRY_AFTER_SECONDS)}
    return JSONResponse(found.document, 503, headers=_HEADERS | retry)


async def _readiness() -> Readiness:
    """Asks the database in a thread of its own, and waits no longer than for a look-up."""
    asked = asyncio.shield(asyncio.wrap_future(pending()))
    try:
        return await asyncio.wait_for(asked, bounds.LOOK_UP_SECONDS)
    except TimeoutError:
        return late()
