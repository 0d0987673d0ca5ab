"""The description of the API (OpenAPI 3.1), from the routes themselves."""

from collections.abc import Sequence
from typing import Any, Final

from fastapi.openapi.utils import get_fields_from_routes, get_openapi
from starlette.routing import BaseRoute

from app.config import settings
from app.web.api.attribution import LICENCE_NAME, LICENCE_URL
from app.web.api.formats import FILES, quoted

VERSION: Final = "1.0.0"

_SUMMARY: Final = "Results of Kommunekompasset and Kommunkompassen, open to everybody."
_ABOUT: Final = """\
Everything the pages show, from the same figures.

* Formats: {suffixes} behind an address, where it has them; JSON without.
* Lists: `limit` and `cursor`; `next` in the answer and in the `Link` header. Files hold the whole
  list, or its first 10 000 items, and `Link` leads on.
* Releases: every answer names the release it was read from, and `?release=` freezes it there.
* Errors: `application/problem+json` (RFC 9457). An unknown parameter is refused, never ignored.
* Caching: strong `ETag`; ask again with `If-None-Match`.
* Changes: what is here stays. Additions come without notice. Should something have to go, its
  answers carry `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) for at least twelve months.

Kommunekompasset evaluates how a municipality is governed and led, not how good its services are.
"""


def description(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """The OpenAPI document of the routes that are part of the API."""
    found = get_openapi(
        title="Kommunekompasset API",
        version=VERSION,
        summary=_SUMMARY,
        description=_ABOUT.format(suffixes=quoted(FILES, "and")),
        routes=routes,
        license_info={"name": f"Data: {LICENCE_NAME}", "url": LICENCE_URL},
        servers=[{"url": settings().site_address}],
    )
    for path in found["paths"].values():
        for operation in path.values():
            _tidy(operation)
    for unused in ("HTTPValidationError", "ValidationError"):
        found.get("components", {}).get("schemas", {}).pop(unused, None)
    return found


def work_out_fields(routes: Sequence[BaseRoute]) -> None:
    """Has FastAPI look at the parameters of all routes now.

    It keeps what it finds, but two threads that look at the same time find two different things,
    and a description that is being written with the one fails over the other.
    """
    get_fields_from_routes(routes)


def _tidy(operation: dict[str, Any]) -> None:
    """Makes an operation say what is answered."""
    # What the models refuse is answered with 400, like everything else that is refused.
    operation["responses"].pop("422", None)
    for status, response in operation["responses"].items():
        if status >= "400":
            response["content"].pop("application/json", None)
