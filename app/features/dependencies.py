"""What routes ask for: the data to read, and the municipality or evaluation an address names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import Depends, Path, Query, Request

from app.config import settings
from app.contents.evaluations.content import EvaluationContent, YearContent
from app.contents.evaluations.content import content as evaluation_content
from app.database import Session, has_changed, open_desk, open_session
from app.domain.aliases import path_of_id
from app.domain.changes import RecordKind
from app.domain.evaluation import EvaluationSummary
from app.domain.language import LANGUAGES
from app.domain.message import say
from app.domain.municipality import Municipality
from app.errors import BadParameter, Gone, Moved, NotFound, SeveralChoices
from app.queries import history, register
from app.queries.aliases import aliases
from app.queries.evaluations import summaries
from app.queries.reading import Reading, open_reading
from app.queries.search import meant_by, nearest
from app.web.addresses import OWN, address, query_string, with_part
from app.web.answering.caching import Read
from app.web.api.schemas import Problem
from app.web.filters.several import MARK
from app.web.observing.current import note_release
from app.web.parameters import Release
from app.web.previewing import PREVIEW
from app.web.words.languages import language_of, path_of

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE: Final = re.compile(r"(?:(?P<country>no|se)-)?(?P<code>[0-9]{4})")
"""An official code in the place of a name, with its country where that has to be said."""
CODE_AT_START: Final = re.compile(CODE.pattern + "(?=-)")
NAMING: Final = {
    "e": RecordKind.EVALUATION,
    "municipality": RecordKind.MUNICIPALITY,
    OWN: RecordKind.MUNICIPALITY,
}
"""Parameters that name a record, and of which kind."""
MOST_NEARBY: Final = 5
"""Municipalities that may have been meant by an address with no page."""


def reading(
    request: Request,
    release: Annotated[
        Release,
        Query(
            description="Answer from this release (permanent). Default: the newest release.",
            examples=[1],
        ),
    ] = None,
) -> Iterator[Reading]:
    """One release, whole: the one the address names, else the newest there is."""
    yield from _read(request, release)


ReadingDep = Annotated[Reading, Depends(reading)]


def desk_session(request: Request) -> Iterator[Session]:
    """A session for one request of the workspace: one that writes where something is sent. What it
    writes is kept before the answer goes out, where nothing goes wrong; where something is raised,
    none of it."""
    with open_desk(writes=request.method not in ("GET", "HEAD")) as session:
        yield session


DeskSessionDep = Annotated[Session, Depends(desk_session, scope="function")]
"""Nothing is asked before it is used. So who publishes by an engine of its own can ask for it, as
long as nothing is done with it before."""


def desk_reading(request: Request, session: DeskSessionDep) -> Reading:
    """What is public now, for pages of the workspace: read where is written, and in step with what
    else the session reads."""
    found = open_reading(session, None, LANGUAGES[language_of(request)].collation)
    request.state.release = found.release
    note_release(found.release.number)
    return found


DeskReadingDep = Annotated[Reading, Depends(desk_reading)]


def numbered_reading(
    request: Request, number: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> Iterator[Reading]:
    """The release that stands in the address itself."""
    yield from _read(request, number)


NumberedReadingDep = Annotated[Reading, Depends(numbered_reading)]


def _read(request: Request, number: int | None) -> Iterator[Reading]:
    """Notes which release is read, for the page and for those who keep it. What is looked at before
    it is public comes with the request, and is noted nowhere."""
    seen: Reading | None = request.scope.get(PREVIEW)
    if seen is not None:
        request.state.release = seen.release
        yield replace(seen, collation=LANGUAGES[language_of(request)].collation)
        return
    read: Read = getattr(request.state, "read", None) or Read()
    with open_session() as session:
        try:
            found = open_reading(session, number, LANGUAGES[language_of(request)].collation)
            request.state.release = found.release
            note_release(found.release.number)
            read.release = found.release.signature
            _lead_on(request, found)
            yield found
        finally:
            read.of_two = has_changed(session)


def _lead_on(request: Request, reading: Reading) -> None:
    """Leads to the same address with what is called otherwise now. The path is looked at by those
    who know what stands in it.

    Raises:
        Moved: a parameter names what has another name now.
    """
    given = request.query_params.multi_items()
    if not any(name in NAMING for name, _ in given):
        return
    known = aliases(reading)
    now = [
        (name, MARK.join(known.resolve(NAMING[name], v) or v for v in value.split(MARK)))
        if name in NAMING
        else (name, value)
        for name, value in given
    ]
    if now != given:
        path: str = request.state.full_path
        raise Moved(settings().root_path + quote(path) + query_string(now), 308)


def own_municipality(reading: Reading, slug: str | None) -> Municipality | None:
    """The reader's municipality, where the address names one. Three statements then.

    Raises:
        BadParameter: there is no such municipality.
    """
    if slug is None:
        return None
    found = register.municipality(reading, slug)
    if found is None:
        raise BadParameter(OWN, say("There is no municipality with this name in the register."))
    return found


Slug = Annotated[
    str,
    Path(
        description="The name of the municipality in addresses. An official code leads to it, "
        "with its country (`se-1444`) where both countries use it.",
        examples=["hemne"],
    ),
]


EvaluationId = Annotated[
    str,
    Path(
        description="The municipality and the year; with the method version behind it where the "
        "year has a second evaluation.",
        examples=["hemne-2018"],
    ),
]


def named_at(request: Request, reading: ReadingDep, slug: Slug) -> tuple[Municipality, ...]:
    """Whom an address names: the one with the name, or all whom a code or a name as people write
    it may mean, where they are several.

    Raises:
        Moved: the one who is meant has this address under its name.
        NotFound: there is none with this name, or with this code.
        Gone: there was one, which has been taken out of the register.
    """
    if written := CODE.fullmatch(slug):
        country, code = written["country"], written["code"]
        meant = tuple(
            owner
            for owner in register.owners_of_code(reading, code)
            if country in (None, owner.country.lower())
        )
        if not meant:
            shown = code if country is None else f"{country.upper()}-{code}"
            raise NotFound(say("No municipality here has or had the code %(code)s.", code=shown))
    elif (new := aliases(reading).resolve(RecordKind.MUNICIPALITY, slug)) is not None:
        raise Moved(with_part(request, slug, new), 308)
    elif (found := _municipality(reading, slug)) is not None:
        return (found,)
    else:
        meant = meant_by(reading, slug)
    if not meant:
        raise NotFound(
            say("There is no municipality at this address. Search for it by name or by code."),
            [(one.label, f"/kommuner/{one.slug}") for one in nearest(reading, slug, MOST_NEARBY)],
        )
    if len(meant) == 1:
        raise Moved(with_part(request, slug, meant[0].slug))
    return meant


NamedDep = Annotated[tuple[Municipality, ...], Depends(named_at)]


def at_address(request: Request, reading: ReadingDep, slug: Slug) -> Municipality:
    """The one municipality that an address names.

    Raises:
        Moved: to the same address with the name that it has in addresses, or to the choice
            between several.
        SeveralChoices: there are several, and no page to choose on.
        NotFound: there is none with this name or code.
        Gone: there was one, which has been taken out of the register.
    """
    first, *others = named_at(request, reading, slug)
    if not others:
        return first
    if path_of(request).startswith("/kommuner/"):
        frozen = [pair for pair in request.query_params.multi_items() if pair[0] == "release"]
        raise Moved(address(f"/kommuner/{slug}", language_of(request), frozen))
    raise SeveralChoices(
        say("Several municipalities have or had this name or code. Ask for one of them."),
        [(one.label, with_part(request, slug, one.slug)) for one in (first, *others)],
    )


MunicipalityDep = Annotated[Municipality, Depends(at_address)]

BY_CODE: Final[dict[int | str, dict[str, Any]]] = {
    300: {
        "model": Problem,
        "description": "A code or a name may mean several municipalities. They are listed.",
    },
    307: {"description": "A code or a name leads to the municipality that it means."},
}
"""What an address of the API with a municipality in it may answer besides."""


def evaluation_id(request: Request, reading: ReadingDep, id: EvaluationId) -> str:
    """The id that an address names, which begins with a municipality's name.

    Raises:
        Moved: it begins with a code, or the evaluation is called otherwise now.
        NotFound: it begins with a code, and not one municipality here has or had that.
    """
    if (new := aliases(reading).resolve(RecordKind.EVALUATION, id)) is not None:
        raise Moved(with_part(request, id, new), 308)
    if written := CODE_AT_START.match(id):
        at_address(request, reading, written[0])
    return id


EvaluationIdDep = Annotated[str, Depends(evaluation_id)]


def _municipality(reading: Reading, slug: str) -> Municipality | None:
    found = register.municipality(reading, slug) if SLUG.fullmatch(slug) else None
    if found is not None or not SLUG.fullmatch(slug):
        return found
    left = history.left_in(reading, RecordKind.MUNICIPALITY, slug)
    if left is not None:
        last = left.number - 1
        raise Gone(
            say(
                "This municipality has been taken out of the register here. The last release "
                "that held it is %(release)s.",
                release=str(last),
            ),
            last,
            left.reason,
        )
    return None


def of_year(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, year: str
) -> EvaluationContent | YearContent:
    """The evaluation of a year, or the choice where there are several and none is the plain one.
    `year` is `2018`, or `2018-v2.1` where a year has two evaluations.

    Raises:
        Moved: the evaluation is called otherwise now.
        NotFound: the municipality has no evaluation at this address.
        Gone: it had one, which has been withdrawn.
    """
    _lead_to_new_name(request, reading, municipality, year)
    return evaluation_content(reading, municipality, year)


def _lead_to_new_name(
    request: Request, reading: Reading, municipality: Municipality, year: str
) -> None:
    new = aliases(reading).resolve(RecordKind.EVALUATION, f"{municipality.slug}-{year}")
    if new is not None:
        raise Moved(with_part(request, f"{municipality.slug}/{year}", path_of_id(new)), 308)


YearDep = Annotated[EvaluationContent | YearContent, Depends(of_year)]


def evaluation_at(at_year: YearDep) -> EvaluationContent:
    """The one evaluation at an address.

    Raises:
        NotFound: there is none, or there are several in the year.
        Gone: there was one, which has been withdrawn.
    """
    if isinstance(at_year, EvaluationContent):
        return at_year
    page, name = f"/kommuner/{at_year.municipality.slug}", at_year.municipality.label
    raise NotFound(
        say("There are several evaluations in this year. Choose one of them."),
        [(f"{name} {one.path}", f"{page}/{one.path}") for one in at_year.evaluations],
    )


EvaluationDep = Annotated[EvaluationContent, Depends(evaluation_at)]


def summary_at(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, year: str
) -> EvaluationSummary:
    """The one evaluation at an address, for those who need not know what is said of it: nothing is
    read that is not remembered.

    Raises:
        Moved, NotFound, Gone: as `evaluation_at`.
    """
    _lead_to_new_name(request, reading, municipality, year)
    known = summaries(reading).by_id
    found = known.get(f"{municipality.slug}-{year}")
    if found is not None:
        return found
    return known[evaluation_at(evaluation_content(reading, municipality, year)).evaluation.id]


SummaryDep = Annotated[EvaluationSummary, Depends(summary_at)]
