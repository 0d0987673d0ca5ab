"""A small site with everything that is observed: routes in threads and in the event loop, another
spelling of addresses, errors. Its middleware stands as that of the real site does."""

import asyncio
import logging
import os
from pathlib import Path

from anyio import to_thread
from fastapi import APIRouter, FastAPI
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message

from app.features.operations.metrics import router as metrics
from app.web.addresses import Addresses
from app.web.observing.counts import counts
from app.web.observing.current import Routed, note_release, request_id
from app.web.observing.observed import Observed
from app.web.observing.workers import telling

logger = logging.getLogger("app.test")
router = APIRouter()

KEEP = {"Cache-Control": "public"}
OWN = {"Cache-Control": "no-store"}


@router.get("/kommuner/{slug}")
def municipality(slug: str) -> JSONResponse:
    """Is answered in a thread."""
    note_release(len(slug))
    logger.info("in a thread")
    return JSONResponse({"id": request_id()}, headers=OWN)


@router.get("/hops/{slug}")
async def hops(slug: str) -> JSONResponse:
    """Goes from thread to thread, and to a task of its own."""
    first = await to_thread.run_sync(request_id)
    await to_thread.run_sync(logger.info, "in another thread")
    second = await asyncio.create_task(asyncio.to_thread(request_id))
    return JSONResponse([request_id(), first, second], headers=OWN)


@router.get("/kept/{slug}")
def kept(slug: str) -> JSONResponse:
    return JSONResponse({"slug": slug}, headers=KEEP)


@router.get("/fails/{slug}")
def fails(slug: str) -> None:
    raise RuntimeError("as it happens")


@router.get("/closed/{slug}")
def closed(slug: str) -> Response:
    return Response(status_code=503)


@router.get("/who")
async def who() -> JSONResponse:
    """Which process answers. Counts as if it had been kept."""
    counts.kept += 1
    return JSONResponse({"pid": os.getpid()}, headers=OWN)


@router.get("/hold/{name}")
async def hold(name: str) -> JSONResponse:
    """Holds a whole process, until somebody writes into the pipe of that name."""
    _held(name)
    return JSONResponse({"pid": os.getpid()}, headers=OWN)


def _held(name: str) -> None:
    Path(f"{name}.held").touch()
    Path(name).read_text(encoding="utf-8")


def may_be_kept(start: Message) -> bool:
    return start["status"] == 200 and (b"cache-control", b"no-store") not in start["headers"]


def small_site() -> ASGIApp:
    """The whole of it, as a server takes it."""
    app = FastAPI(lifespan=lambda _: telling(), openapi_url=None, redirect_slashes=False)
    app.include_router(router)
    app.include_router(metrics)
    app.mount("/mounted", Response("as it is"))
    app.add_middleware(Routed)
    app.add_middleware(Addresses)
    return Observed(app, may_be_kept)
