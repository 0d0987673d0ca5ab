"""`/sitemap.xml`, `/robots.txt` and `/llms.txt`."""

from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import PlainTextResponse, Response

from app.bounds import SITE_MAP_ADDRESSES
from app.config import settings
from app.domain.language import LANGUAGES
from app.domain.message import say
from app.errors import NotFound
from app.features.dependencies import ReadingDep
from app.features.discovery.content import SiteMap, summary_content
from app.features.discovery.llms import llms_text
from app.features.discovery.site_map import site_map, site_map_index
from app.web.addresses import PRIVATE, address
from app.web.made_up import is_made_up
from app.web.parameters import PageParameters

router = APIRouter()

XML: Final = "application/xml"

ROBOTS: Final = """\
User-agent: *
Allow: /
{private}
Sitemap: {site}/sitemap.xml
"""
"""Everything public may be read. Pages that no search should lead to say so themselves."""

_CHOSEN: Final = ("fellesrapport.docx", "fellesrapport.pdf")

NOTHING_TO_FIND: Final = """\
# Made-up data for demonstration: none of these results are real.
User-agent: *
Disallow: /
"""


class SiteMapParameters(PageParameters):
    """`part` is one of several files, where one cannot hold all."""

    part: int | None = Field(None, ge=1, le=50_000)


@router.get("/sitemap.xml")
def sitemap(reading: ReadingDep, parameters: Annotated[SiteMapParameters, Query()]) -> Response:
    pages = SiteMap(reading, SITE_MAP_ADDRESSES // len(LANGUAGES))
    if parameters.part is None and pages.parts > 1:
        return Response(site_map_index(pages.parts, pages.published_at), media_type=XML)
    number = parameters.part or 1
    if number > pages.parts:
        raise NotFound(say("The site map has no part %(number)s.", number=str(number)))
    found = pages.part(number)
    return Response(site_map(found.paths, found.published_at), media_type=XML)


@router.get("/robots.txt")
def robots(
    reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]
) -> PlainTextResponse:
    if is_made_up(reading.release):
        return PlainTextResponse(NOTHING_TO_FIND)
    private = "".join(f"Disallow: {path}\n" for path in _unread_paths())
    return PlainTextResponse(ROBOTS.format(site=settings().site_address, private=private))


def _unread_paths() -> Iterator[str]:
    """What is answered to one reader alone, and the files that are made of whatever a reader
    chooses, in each language."""
    for word in (*sorted(PRIVATE), *_CHOSEN):
        for language in LANGUAGES:
            yield address(f"/{word}", language)


@router.get("/llms.txt")
def llms(reading: ReadingDep, _parameters: Annotated[PageParameters, Query()]) -> PlainTextResponse:
    return PlainTextResponse(llms_text(summary_content(reading), settings()))
