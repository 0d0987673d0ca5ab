"""What routes ask for: the data to read, and the municipality that the address names."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import Depends, Path, Query, Request

from app.database import has_changed, open_session
from app.domain.changes import RecordKind
from app.domain.message import say
from app.domain.municipality import Municipality
from app.errors import BadParameter, Gone, Moved, NotFound
from app.queries import history, register
from app.queries.reading import Reading, open_reading
from app.web.addresses import OWN, address, with_part
from app.web.answering.caching import Read
from app.web.observing.current import note_release
from app.web.parameters import Release
from app.web.words.languages import language_of, path_of

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE: Final = re.compile(r"[0-9]{4}")
"""An official code in the place of a name."""


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


def numbered_reading(
    request: Request, number: Annotated[int, Path(ge=1, le=2**31 - 1)]
) -> Iterator[Reading]:
    """The release that stands in the address itself."""
    yield from _read(request, number)


NumberedReadingDep = Annotated[Reading, Depends(numbered_reading)]


def _read(request: Request, number: int | None) -> Iterator[Reading]:
    """Notes which release is read, for the page and for those who keep it."""
    read: Read = getattr(request.state, "read", None) or Read()
    with open_session() as session:
        try:
            found = open_reading(session, number)
            request.state.release = found.release
            note_release(found.release.number)
            read.release = found.release.signature
            yield found
        finally:
            read.of_two = has_changed(session)


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
        description="The name of the municipality in addresses. An official code leads to it.",
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
    """Whom an address names: the one with the name, or all who have or had a code that stands in
    its place, where they are several.

    Raises:
        Moved: the one who has or had the code has this address under its name.
        NotFound: there is none with this name, or with this code.
        Gone: there was one, which has been taken out of the register.
    """
    if not CODE.fullmatch(slug):
        return (_municipality(reading, slug),)
    owners = register.owners_of_code(reading, slug)
    if not owners:
        raise NotFound(say("No municipality here has or had the code %(code)s.", code=slug))
    if len(owners) == 1:
        raise Moved(with_part(request, slug, owners[0].slug))
    return owners


NamedDep = Annotated[tuple[Municipality, ...], Depends(named_at)]


def at_address(request: Request, reading: ReadingDep, slug: Slug) -> Municipality:
    """The one municipality that an address names.

    Raises:
        Moved: to the same address with a name for a code, or to the choice between its owners.
        NotFound: there is none with this name or code, or there are several and no choice.
        Gone: there was one, which has been taken out of the register.
    """
    first, *others = named_at(request, reading, slug)
    if not others:
        return first
    if path_of(request).startswith("/kommuner/"):
        frozen = [pair for pair in request.query_params.multi_items() if pair[0] == "release"]
        raise Moved(address(f"/kommuner/{slug}", language_of(request), frozen))
    raise NotFound(
        say(
            "Several municipalities have or had the code %(code)s: %(names)s. "
            "Ask for one of them by its name.",
            code=slug,
            names=tuple(sorted(owner.slug for owner in (first, *others))),
        )
    )


MunicipalityDep = Annotated[Municipality, Depends(at_address)]

BY_CODE: Final[dict[int | str, dict[str, Any]]] = {
    307: {"description": "An official code leads to the municipality that has or had it."}
}
"""What an address of the API with a municipality in it may answer besides."""


def evaluation_id(request: Request, reading: ReadingDep, id: EvaluationId) -> str:
    """The id that an address names, which begins with a municipality's name.

    Raises:
        Moved: it begins with a code.
        NotFound: it begins with a code, and not one municipality here has or had that.
    """
    beginning, dash, _ = id.partition("-")
    if dash and CODE.fullmatch(beginning):
        at_address(request, reading, beginning)
    return id


EvaluationIdDep = Annotated[str, Depends(evaluation_id)]


def _municipality(reading: Reading, slug: str) -> Municipality:
    found = register.municipality(reading, slug) if SLUG.fullmatch(slug) else None
    if found is not None:
        return found
    last = history.last_release(reading, RecordKind.MUNICIPALITY, slug)
    if last is not None:
        raise Gone(
            say(
                "This municipality has been taken out of the register here. The last release "
                "that held it is %(release)s.",
                release=str(last),
            ),
            last,
        )
    raise NotFound(
        say("There is no municipality at this address. Search for it by name or by code.")
    )
