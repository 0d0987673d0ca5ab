"""Which records there are, by their keys alone and some at a time: enough for their addresses."""

from collections.abc import Collection

from sqlalchemy import func
from sqlmodel import col, select

from app.models import EvaluationRevision, MunicipalityRevision
from app.queries.memory import remembered
from app.queries.reading import Reading


@remembered
def municipality_count(reading: Reading) -> int:
    """How many municipalities there are or were. One statement."""
    counted = select(func.count()).where(reading.holds(MunicipalityRevision))
    return reading.session.scalar(counted) or 0


def county_names(reading: Reading) -> tuple[str, ...]:
    """Every county that a municipality lies in or lay in, in order of names. One statement."""
    return tuple(sorted(_county_names(reading), key=reading.collation.key))


@remembered
def _county_names(reading: Reading) -> frozenset[str]:
    named = select(col(MunicipalityRevision.county)).where(reading.holds(MunicipalityRevision))
    return frozenset(reading.session.exec(named.distinct()))


def municipality_keys(reading: Reading, start: int, count: int) -> list[str]:
    """Some of the municipalities, in the database's order of slugs. One statement."""
    key = col(MunicipalityRevision.key)
    statement = select(key).where(reading.holds(MunicipalityRevision)).order_by(key)
    return list(reading.session.exec(statement.offset(start).limit(count)))


def evaluated_among(reading: Reading, slugs: Collection[str]) -> set[str]:
    """Those of the municipalities that have an evaluation. One statement."""
    held = col(EvaluationRevision.municipality)
    statement = select(held).where(reading.holds(EvaluationRevision), held.in_(slugs)).distinct()
    return set(reading.session.exec(statement))


def evaluation_keys(reading: Reading, start: int, count: int) -> list[tuple[str, str]]:
    """Some of the evaluations as municipality and id, in the database's order. One statement."""
    key = col(EvaluationRevision.key)
    statement = (
        select(col(EvaluationRevision.municipality), key)
        .where(reading.holds(EvaluationRevision))
        .order_by(key)
        .offset(start)
        .limit(count)
    )
    return [(slug, id) for slug, id in reading.session.exec(statement)]
