"""What routes ask for: the data to read."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Query, Request

from app.database import open_session
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
