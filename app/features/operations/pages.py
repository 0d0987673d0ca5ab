"""`/healthz`: the process answers. `/readyz`: so does the database, and something is published."""

from fastapi import APIRouter
from starlette.responses import JSONResponse

from app.features.dependencies import ReadingDep
from app.features.operations.content import ready

router = APIRouter(include_in_schema=False)

_HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@router.get("/healthz")
async def healthz() -> JSONResponse:
    return JSONResponse({"status": "ok"}, headers=_HEADERS)


@router.get("/readyz")
def readyz(reading: ReadingDep) -> JSONResponse:
    return JSONResponse({"status": "ready", "release": ready(reading).release}, headers=_HEADERS)
