"""What routes ask for: the data to read, and the editorial limits of words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from fastapi import Depends, Query, Request

from app.config import settings
from app.database import open_session
from app.domain.wording import SmallDifference
from app.queries.reading import Reading, open_reading


def reading(
    request: Request, release: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None
) -> Iterator[Reading]:
    """One release, whole: the one the address names, else the newest that is known of."""
    newest: int | None = getattr(request.state, "newest_release", None)
    with open_session() as session:
        found = open_reading(session, release or newest)
        request.state.release = found.release
        yield found


ReadingDep = Annotated[Reading, Depends(reading)]


def small_difference() -> SmallDifference:
    """The limits under which the words say "about the same", as this site has them."""
    chosen = settings()
    return SmallDifference(
        Decimal(chosen.small_difference_area), Decimal(chosen.small_difference_total)
    )
