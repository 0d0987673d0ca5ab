"""What routes ask for: the data to read, and the editorial limits of words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Final

from fastapi import Depends, Path, Query, Request
from fastapi.responses import RedirectResponse

from app.config import settings
from app.database import has_changed, open_session
from app.domain.changes import RecordKind
from app.domain.gap import SmallDifference
from app.domain.message import say
from app.domain.municipality import Municipality
from app.errors import Gone, NotFound
from app.queries import history, register
from app.queries.reading import Reading, open_reading
from app.web.addresses import address
from app.web.caching import Read
from app.web.languages import language_of
from app.web.observing.current import note_release

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE: Final = re.compile(r"[0-9]{4}")
"""An official code in the place of a name."""


def reading(
    request: Request, release: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None
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


def municipality_at(reading: Reading, slug: str) -> Municipality:
    """The municipality that an address names.

    Raises:
        NotFound: there is none with this name.
        Gone: there was one, which has been taken out of the register.
    """
    found = register.municipality(reading, slug) if SLUG.fullmatch(slug) else None
    if found is None:
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
    return found


def by_code(request: Request, reading: Reading, code: str, page: str) -> RedirectResponse:
    """From a code to a page of the one who has or had it, or to the choice between several.

    Raises:
        NotFound: nobody here has or had the code.
    """
    owners = register.owners_of_code(reading, code)
    if not owners:
        raise NotFound(say("No municipality here has or had the code %(code)s.", code=code))
    query = request.query_params.multi_items()
    target = f"/kommuner/{owners[0].slug}/{page}"
    if len(owners) > 1:
        target = f"/kommuner/{code}"
        query = [(name, value) for name, value in query if name == "release"]
    return RedirectResponse(address(target, language_of(request), query), 307)


def owner_of_code(reading: Reading, code: str) -> str:
    """The slug of the one municipality that has or had a code: the API offers no choice page.

    Raises:
        NotFound: nobody here has or had it, or several did.
    """
    slugs = tuple(owner.slug for owner in register.owners_of_code(reading, code))
    if not slugs:
        raise NotFound(say("No municipality here has or had the code %(code)s.", code=code))
    if len(slugs) > 1:
        raise NotFound(
            say(
                "Several municipalities have or had the code %(code)s: %(names)s. "
                "Ask for one of them by its name.",
                code=code,
                names=tuple(sorted(slugs)),
            )
        )
    return slugs[0]


def small_difference() -> SmallDifference:
    """The limits under which the words say "about the same", as this site has them."""
    chosen = settings()
    return SmallDifference(
        Decimal(chosen.small_difference_area), Decimal(chosen.small_difference_total)
    )
