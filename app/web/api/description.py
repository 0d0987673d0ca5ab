"""The description of the API (OpenAPI 3.1), from the routes themselves."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi.openapi.utils import get_fields_from_routes, get_openapi
from starlette.routing import BaseRoute

from app.config import settings
from app.web.api.attribution import LICENCE_NAME, LICENCE_URL
from app.web.api.changelog import VERSION
from app.web.api.described import HEADERS, operations_of
from app.web.api.field_meanings import explain
from app.web.api.formats import FILES, quoted
from app.web.api.geojson import geojson_schemas
from app.web.api.jsonstat_schema import JSONSTAT_SCHEMAS

_SUMMARY: Final = "Results of Kommunekompasset and Kommunkompassen, open to everybody."
_ABOUT: Final = """\
Everything the pages show, from the same figures.

* Formats: {suffixes} behind an address, where it has them; JSON without, or with `.json`. What is
  accepted makes no difference: the address alone says what is answered.
* Lists: `limit` and `cursor`; `next` in the answer and in the `Link` header leads to the end of the
  list. Files hold the same list whole, or 10 000 items of it, and `Link` leads on. A parameter that
  means nothing in a format is refused there.
* Releases: every answer names the release it was read from, and `?release=` freezes it there.
* Errors: `application/problem+json` (RFC 9457). An unknown parameter is refused, never ignored.
* Caching: strong `ETag`; ask again with `If-None-Match`.
* Changes: what is here stays. Additions come without notice. Should something have to go, its
  answers carry `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) for at least twelve months.

Kommunekompasset evaluates how a municipality is governed and led, not how good its services are.
"""

_TAGS: Final = {
    "Municipalities": "Who they are and were, their results, whom they are like, and scenarios.",
    "Evaluations": "One municipality, one year, one method version: points, findings, sources.",
    "Compare": "Evaluations side by side, as far as their methods allow.",
    "Findings": "Strengths, challenges and weaknesses, as reports tell them, retold.",
    "Points": "Every figure of every evaluation, a row each: totals, areas and questions.",
    "Gold stars": "Practices so good that most others can learn from them.",
    "Method": "The versions of the method, their areas and questions, and how points are spread.",
    "Averages": "Means, medians and quartiles, with the set that each is worked out over.",
    "Data": "Releases, what changed between them, coverage, and what holds for every address.",
}
"""What operations are about, in the order of the description."""


def description(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """The OpenAPI document of the routes that are part of the API."""
    found = get_openapi(
        title="Kommunekompasset API",
        version=VERSION,
        summary=_SUMMARY,
        description=_ABOUT.format(suffixes=quoted(FILES, "and")),
        routes=routes,
        contact=_contact(),
        tags=[{"name": name, "description": about} for name, about in _TAGS.items()],
        external_docs={
            "description": "How to use the API, for people",
            "url": f"{settings().site_address}/data/api",
        },
        license_info={"name": f"Data: {LICENCE_NAME}", "url": LICENCE_URL},
        servers=[{"url": settings().site_address}],
    )
    found["paths"] = _in_each_format(found["paths"])
    components = found.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas |= JSONSTAT_SCHEMAS | geojson_schemas()
    explain(schemas)
    components["headers"] = dict(HEADERS)
    return found


def _contact() -> dict[str, str]:
    chosen = settings()
    found = {"name": chosen.publisher_name, "url": f"{chosen.site_address}/om"}
    return found | ({"email": chosen.contact_email} if chosen.contact_email else {})


def work_out_fields(routes: Sequence[BaseRoute]) -> None:
    """Has FastAPI look at the parameters of all routes now.

    It keeps what it finds, but two threads that look at the same time find two different things,
    and a description that is being written with the one fails over the other.
    """
    get_fields_from_routes(routes)


def _in_each_format(paths: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Paths with their operations: an address of its own for each format."""
    found: dict[str, Any] = {}
    for path, methods in paths.items():
        for method, operation in methods.items():
            for written, described in operations_of(path, operation):
                found.setdefault(written, {})[method] = described
    return found
