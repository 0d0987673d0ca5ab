"""Answers of the API, written as the suffix of the address asks for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import format_datetime
from typing import Any, Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.bounds import LIST_FILE_ROWS
from app.config import settings
from app.domain.message import Say, say
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.errors import BadParameter, NotFound
from app.web.addresses import query_string, whole_address
from app.web.api.attribution import about_lines
from app.web.api.csv_files import Dialect, csv_file
from app.web.api.csvw import DESCRIBED_BY, DESCRIBES, csv_description
from app.web.api.csvw import MEDIA_TYPE as CSVW
from app.web.api.formats import (
    DESCRIPTION,
    FILES,
    JSON_ALONE,
    Format,
    Part,
    bare_type,
    means_something,
    wanted_format,
)
from app.web.api.geojson import PlacedRows, geojson
from app.web.api.jsonstat import Cube, jsonstat
from app.web.api.parameters import ListingParameters, make_cursor
from app.web.api.schemas import WHOLE, Context, Item, Link, ListPart, Problem, Released
from app.web.api.tables import Table
from app.web.api.xlsx_files import xlsx_file
from app.web.made_up import file_stem
from app.web.words.languages import language_of, words

PROBLEM_TYPE: Final = "application/problem+json"
_FORMATS: Final = "x-formats"

PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": Problem, "description": description}
    for status, description in (
        (400, "A parameter is unknown or has a value that is not allowed."),
        (404, "There is nothing at this address, or not in this format or release."),
        (410, "It has been withdrawn. The last release that held it is named."),
        (414, "The query is too long."),
        (429, "This IP address has asked more often than the site allows."),
        (503, "The database does not answer, or nothing is published yet."),
    )
}
"""What an address of the API may answer besides what it is for."""


def answers_in(formats: Sequence[Format]) -> dict[int | str, dict[str, Any]]:
    """What an address answers that has these formats: for `responses` of its route, which is the
    one place that says so. The description has an operation for each, and `answer` has no other."""
    return {**PROBLEMS, 200: {_FORMATS: tuple(formats)}}


def declared_formats(responses: Mapping[Any, Mapping[str, Any]]) -> tuple[Format, ...]:
    """The formats that the `responses` of a route, or of an operation made from it, declare."""
    answered = responses.get(200) or responses.get("200") or {}
    return tuple(Format(found) for found in answered.get(_FORMATS, JSON_ALONE))


def without_declaration(response: Mapping[str, Any]) -> dict[str, Any]:
    """What an operation answers, without the formats: those become operations of their own."""
    return {name: value for name, value in response.items() if name != _FORMATS}


@dataclass(frozen=True, slots=True)
class Offer:
    """What an address answers, in the formats it has; each is made only when it is asked for."""

    schema: type[Released]
    """The shape of the JSON."""
    content: object
    """What the shape reads."""
    page: str | None = None
    """The path of the page that shows the same, without a language."""
    reports: Mapping[str, str] = field(default_factory=dict)
    """The paths of its reports, without a language, by what the links of the answer call them."""
    not_of_page: Collection[str] = ()
    """The parameters that the page does not take."""
    part: ListPart[Any] = WHOLE
    """What is answered of a list."""
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    """Those that are named in the JSON, by slug."""
    versions: Mapping[str, MethodVersion] = field(default_factory=dict)
    """The method versions of the evaluations that the JSON holds whole."""
    table: Callable[[], Table] | None = None
    cube: Callable[[], Cube] | None = None
    places: Callable[[], PlacedRows] | None = None

    def among(self, declared: Sequence[Format]) -> tuple[Format, ...]:
        """The formats there are of those that the address has: where no figures are known there is
        no cube of them."""
        makers = {
            Part.CONTENT: self.schema,
            Part.TABLE: self.table,
            Part.CUBE: self.cube,
            Part.PLACES: self.places,
        }
        return tuple(found for found in declared if makers[found.part] is not None)


def answer(
    request: Request,
    release: Release,
    offer: Offer,
    dialect: Dialect = Dialect.STANDARD,
) -> Response:
    """The answer in the format asked for.

    Raises:
        NotFound: this address has no such format.
    """
    wanted, formats = wanted_format(request), offer.among(_declared(request))
    if wanted not in formats:
        raise NotFound(
            say(
                "This address has no such format. It has: %(formats)s.",
                formats=tuple(found.suffix for found in formats),
            )
        )
    described = _is_described(request)
    if described and dialect is not Dialect.STANDARD:
        raise BadParameter("dialect", say("Only CSV in the standard dialect has a description."))
    response = _written(request, release, offer, wanted, dialect)
    response.headers["Content-Language"] = language_of(request)
    others = [
        ("alternate", with_suffix(request, found), found.link_target)
        for found in formats
        if found is not wanted
    ]
    if described:
        others.append((DESCRIBES, csv_address(request), f'type="{bare_type(Format.CSV)}"'))
    elif wanted is Format.CSV and dialect is Dialect.STANDARD:
        others.append((DESCRIBED_BY, csv_address(request, DESCRIPTION), f'type="{CSVW}"'))
    links = [f'<{url}>; rel="{relation}"' for relation, url in offer.part.links]
    links += [f'<{url}>; rel="{rel}"; {target}' for rel, url, target in others]
    if links:
        response.headers["Link"] = ", ".join(links)
    return response


def _declared(request: Request) -> tuple[Format, ...]:
    return declared_formats(request.scope["route"].responses)


def last_modified(release: Release) -> str:
    """The time of a release as HTTP writes it."""
    return format_datetime(release.published_at, usegmt=True)


def _written(
    request: Request, release: Release, offer: Offer, wanted: Format, dialect: Dialect
) -> Response:
    say_it = words(language_of(request))
    if wanted.part is Part.CUBE and offer.cube is not None:
        return JSONResponse(jsonstat(offer.cube(), release, say_it, frozen(request, release)))
    if wanted.part is Part.PLACES and offer.places is not None:
        found = geojson(offer.places(), offer.part, release, say_it)
        return JSONResponse(found, media_type=wanted.media_type)
    if _is_described(request) and offer.table is not None:
        language, address = language_of(request), csv_address(request)
        described = csv_description(offer.table(), release, say_it, language, address)
        return JSONResponse(described, media_type=CSVW)
    if wanted.part is Part.TABLE and offer.table is not None:
        place = _place(request, release, offer)
        return table_file(offer.table(), wanted, release, say_it, place, dialect)
    return Response(_json(request, release, offer), media_type=wanted.media_type)


def table_file(
    table: Table,
    wanted: Format,
    release: Release,
    say_it: Say,
    place: str,
    dialect: Dialect = Dialect.STANDARD,
) -> Response:
    """A table as a file to keep, named by what it holds and by the release. `place` is where people
    find the same in this release."""
    body = (
        csv_file(table, dialect)
        if wanted is Format.CSV
        else xlsx_file(table, release, say_it, about_lines(table, release, say_it, place))
    )
    name = f"{file_stem(release)}-{table.name}-r{release.number}{wanted.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, headers=headers, media_type=wanted.media_type)


def _json(request: Request, release: Release, offer: Offer) -> str:
    context = Context(
        language=language_of(request),
        release=release,
        links=None if offer.page is None else _links(request, release, offer, offer.page),
        part=offer.part,
        municipalities=offer.municipalities,
        versions=offer.versions,
    )
    return offer.schema.model_validate(offer.content, context=context).model_dump_json()


def part_of(
    request: Request, release: Release, items: Sequence[Item], parameters: ListingParameters
) -> ListPart[Item]:
    """The items to answer of a list.

    Files hold the whole list, as nobody wants a spreadsheet a hundred rows at a time; only a very
    long one is divided. JSON is a file, too, where its suffix asks for one and nothing says how
    much. `next` names the release, so that a list read page by page is that of one release.
    """
    suffix: Format | None = getattr(request.state, "format", None)
    in_parts = suffix is Format.JSON and "limit" in request.query_params
    is_file = suffix is not None and not in_parts
    end = parameters.offset + (LIST_FILE_ROWS if is_file else parameters.limit)
    following = None
    if end < len(items):
        following = here(request, cursor=make_cursor(end), release=str(release.number))
    links = [] if is_file and following is None else [("first", here(request, cursor=None))]
    if following:
        links.append(("next", following))
    return ListPart(items[parameters.offset : end], len(items), following, links)


def here(request: Request, **changed: str | None) -> str:
    """The whole address of this answer with some parameters changed; None takes one away."""
    query = [
        *_without(request, *changed),
        *((name, value) for name, value in changed.items() if value is not None),
    ]
    path = getattr(request.state, "full_path", request.url.path)
    return settings().site_address + path + (f"?{urlencode(query)}" if query else "")


def with_suffix(request: Request, wanted: Format) -> str:
    """The whole address of this answer in another format, from its beginning."""
    suffix = "" if wanted is Format.JSON else wanted.suffix
    kept = [
        (name, value)
        for name, value in _without(request, "limit", "cursor")
        if means_something(name, wanted)
    ]
    whole = f"{settings().site_address}{request.scope['path']}{suffix}"
    return whole + (f"?{urlencode(kept)}" if kept else "")


def csv_address(request: Request, suffix: str = Format.CSV.suffix) -> str:
    """The whole address of this answer as CSV, or of what describes it: whatever was asked for."""
    query = query_string(request.query_params.multi_items())
    return f"{settings().site_address}{request.scope['path']}{suffix}{query}"


def _is_described(request: Request) -> bool:
    """Whether it is the description of the CSV file that is asked for, and not the file."""
    path: str = getattr(request.state, "full_path", "")
    return path.endswith(DESCRIPTION)


def frozen(request: Request, release: Release) -> str:
    """The whole address of this answer in this release."""
    return here(request, release=str(release.number))


def _links(request: Request, release: Release, offer: Offer, page: str) -> Link:
    """The page for people with the same choices, in the same language, and the other formats."""
    formats = offer.among(_declared(request))
    files = {f.value: with_suffix(request, f) for f in formats if f in FILES}
    chosen = _of_page(request, offer)
    reports = {
        name: whole_address(path, language_of(request), chosen)
        for name, path in offer.reports.items()
    }
    return Link.model_validate(
        {
            "page": whole_address(page, language_of(request), chosen),
            "frozen": frozen(request, release),
            **files,
            **reports,
        }
    )


def _of_page(request: Request, offer: Offer) -> list[tuple[str, str]]:
    """The choices that the page for people takes too."""
    return _without(request, "limit", "cursor", "lang", "dialect", *offer.not_of_page)


def _place(request: Request, release: Release, offer: Offer) -> str:
    """Where people find the same in this release: the page, else this answer."""
    if offer.page is None:
        return frozen(request, release)
    chosen = [pair for pair in _of_page(request, offer) if pair[0] != "release"]
    query = [*chosen, ("release", str(release.number))]
    return whole_address(offer.page, language_of(request), query)


def _without(request: Request, *names: str) -> list[tuple[str, str]]:
    """The parameters of the request, but for some."""
    return [
        (name, value) for name, value in request.query_params.multi_items() if name not in names
    ]
