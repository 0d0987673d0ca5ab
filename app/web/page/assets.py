"""Built style sheets and scripts: their names, and how they are served.

Names change with the content, so files are kept for ever, by browsers and in memory alike.
"""

import json
import mimetypes
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.config import ROOT, settings
from app.web.answering.cache_headers import FROZEN
from app.web.answering.encodings import Encoding, best_encoding
from app.web.answering.sending import names

DIST: Final = ROOT / "app" / "static" / "dist"
PREFIX: Final = "/static"

_NAME: Final = re.compile(r"[\w-]+\.[0-9a-f]{10}\.\w+")
_PLAIN: Final[Encoding] = "identity"
_SUFFIXES: Final[dict[Encoding, str]] = {"br": ".br", "gzip": ".gz", "identity": ""}


@dataclass(frozen=True, slots=True)
class _File:
    contents: bytes
    encoding: Encoding


def asset_address(name: str) -> str:
    """The address of a file by its logical name, such as `main.css`.

    Raises:
        KeyError: nothing of that name has been built.
    """
    return f"{settings().root_path}{PREFIX}/{_manifest()[name]}"


def asset_file(name: str) -> Path:
    """The built file itself, for what the server reads.

    Raises:
        KeyError: nothing of that name has been built.
    """
    return DIST / _manifest()[name]


@lru_cache
def _manifest() -> dict[str, str]:
    names: dict[str, str] = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    return names


def missing_assets() -> list[str]:
    """What has to be built and is not there."""
    try:
        names = _manifest()
    except (OSError, ValueError):
        return ["manifest.json"]
    return sorted(file for file in names.values() if not (DIST / file).is_file())


class Assets:
    """Answers `/static/…` with the built files, compressed beforehand."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        name = scope["path"].rpartition("/")[2]
        headers = Headers(scope=scope)
        wanted = best_encoding(headers.get("accept-encoding", "").encode("latin-1"))
        found = _file(name, wanted) if _NAME.fullmatch(name) else None
        if found is None:
            raise HTTPException(404)
        await _answer(name, found, headers.get("if-none-match"))(scope, receive, send)


def _answer(name: str, file: _File, known: str | None) -> Response:
    etag = f'"{name}-{file.encoding}"'
    headers = {
        "Cache-Control": FROZEN,
        "ETag": etag,
        "Vary": "Accept-Encoding",
    }
    if known is not None and names(known.encode("latin-1"), etag.encode()):
        return Response(status_code=304, headers=headers)
    if file.encoding != _PLAIN:
        headers["Content-Encoding"] = file.encoding
    return Response(file.contents, headers=headers, media_type=_media_type(name))


def _media_type(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return "text/javascript" if kind.endswith("/javascript") else kind


@lru_cache(maxsize=64)
def _file(name: str, wanted: Encoding) -> _File | None:
    """A built file in the encoding wanted, else as it is; None where there is no such file."""
    for encoding in (wanted, _PLAIN):
        path: Path = DIST / (name + _SUFFIXES[encoding])
        if path.is_file():
            return _File(path.read_bytes(), encoding)
    return None
