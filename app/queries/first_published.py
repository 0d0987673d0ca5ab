"""When evaluations were first published here."""

from collections.abc import Mapping

from sqlalchemy import func
from sqlmodel import col, select

from app.models import EvaluationRevision
from app.queries.memory import remembered
from app.queries.reading import Reading


@remembered
def first_releases(reading: Reading) -> Mapping[str, int]:
    """The release that each evaluation came in, by id; corrections do not make it newer.
    One statement."""
    first = func.min(col(EvaluationRevision.release_in))
    statement = (
        select(col(EvaluationRevision.key), first)
        .where(col(EvaluationRevision.release_in) <= reading.release.number)
        .group_by(col(EvaluationRevision.key))
    )
    found = reading.session.exec(statement)
    return {key: number for key, number in found if number is not None}
