"""`/api/v1`: what there is to ask for, for a program that knows this one address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from pydantic import Field

from app.config import settings
from app.features.data.about_dataset import TITLE
from app.features.data.config_schemas import LICENCE, ContactOut, LicenceOut
from app.web.api.attribution import CAVEAT, LICENCE_URL, attribution
from app.web.api.changelog import VERSION
from app.web.api.formats import API_ROOT
from app.web.api.schemas import Address, Joined, Of, Released, Said
from app.web.made_up import titled

API_CATALOG: Final = "/.well-known/api-catalog"
LINKSET: Final = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'

DOCUMENTS: Final = {
    "self": API_ROOT,
    "description": f"{API_ROOT}/openapi.json",
    "documentation": "/data/api",
    "data": "/data",
    "changes_for_people": "/data/endringer",
    "catalogue": "/dcat",
    "feed": "/feed.atom",
}
"""What is told of the API elsewhere, beside its own addresses."""

_RELATIONS: Final = (
    ("service-desc", DOCUMENTS["description"], "application/json"),
    ("service-doc", DOCUMENTS["documentation"], "text/html"),
    ("service-meta", "/dcat.ttl", "text/turtle"),
    ("status", "/readyz", "application/json"),
)
"""What leads from an API to what is said of it (RFC 8631)."""


@dataclass(frozen=True, slots=True)
class ApiIndex:
    """The addresses of the API: those that answer as they are, and those with places to fill."""

    links: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)


def api_index(described: Mapping[str, Any]) -> ApiIndex:
    """Read off the description of the API, so that no list is forgotten."""
    links, templates = dict(DOCUMENTS), {}
    for path, operations in sorted(described["paths"].items()):
        name = path.removeprefix(API_ROOT).strip("/")
        if not name or "." in name or "get" not in operations:
            continue
        needed = "".join(_needed(operations["get"]))
        if "{" in path or needed:
            templates[operations["get"]["operationId"]] = path + needed
        else:
            links[name.replace("-", "_").replace("/", "_")] = path
    return ApiIndex(links, templates)


def _needed(operation: Mapping[str, Any]) -> Iterator[str]:
    """The parameters without which there is no answer, as RFC 6570 writes them."""
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "query" and parameter.get("required"):
            several = "*" if parameter["schema"].get("type") == "array" else ""
            yield f"{{?{parameter['name']}{several}}}"


class IndexAnswer(Released):
    """What there is to ask for."""

    name: Annotated[Said, Joined(lambda _, context: titled(TITLE, context.release))]
    api_version: Annotated[str, Of(lambda _: VERSION)]
    links: dict[str, Address] = Field(
        description="Every address that answers as it is, by its name: lists, documentation, "
        "description, catalogue."
    )
    templates: dict[str, Address] = Field(
        description="Addresses with places to fill in (RFC 6570), by the operation that answers."
    )
    licence: Annotated[LicenceOut, Of(lambda _: LICENCE)]
    cite: Annotated[Said, Joined(lambda _, context: attribution(context.release))] = Field(
        description="How to say where the figures were found."
    )
    caveat: Annotated[Said, Of(lambda _: CAVEAT)]
    contact: Annotated[ContactOut, Of(lambda _: settings())]


def relations() -> str:
    """What leads to all that is said of the API, for the header `Link`."""
    site = settings().site_address
    found = [f'<{site}{path}>; rel="{name}"; type="{kind}"' for name, path, kind in _RELATIONS]
    found.append(f'<{LICENCE_URL}>; rel="license"')
    found.append(f'<{site}{API_CATALOG}>; rel="api-catalog"')
    return ", ".join(found)


def linkset() -> dict[str, Any]:
    """The APIs of this site and what is said of them (RFC 9727, RFC 9264)."""
    site = settings().site_address
    api: dict[str, Any] = {"anchor": site + API_ROOT}
    for name, path, kind in _RELATIONS:
        api[name] = [{"href": site + path, "type": kind}]
    api["license"] = [{"href": LICENCE_URL}]
    return {
        "linkset": [
            {"anchor": site + API_CATALOG, "item": [{"href": site + API_ROOT}]},
            api,
        ]
    }
