"""Reads municipalities, with their codes, from the tables."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnElement, select, true
from sqlmodel import col

from app.domain.municipality import Code, Country, Municipality
from app.models import MunicipalityCodeRow, MunicipalityRevision
from app.queries.reading import Reading, askable

MOST_NAMED: Final = 1_000
"""Municipalities that a statement names one by one. Who wants more is given all to choose from."""


def municipalities(reading: Reading, slugs: Iterable[str]) -> dict[str, Municipality]:
    """Those of the municipalities that exist, by slug, in the order asked for. Two statements."""
    wanted = askable(slugs)
    if not wanted:
        return {}
    named = col(MunicipalityRevision.key).in_(wanted) if len(wanted) <= MOST_NAMED else true()
    found = {m.slug: m for m in read_municipalities(reading, named)}
    return {slug: found[slug] for slug in wanted if slug in found}


def read_municipalities(reading: Reading, condition: ColumnElement[bool]) -> list[Municipality]:
    """The municipalities that meet a condition, in no order. Two statements at most."""
    held = reading.holds(MunicipalityRevision)
    rows = reading.session.scalars(select(MunicipalityRevision).where(held, condition)).all()
    if not rows:
        return []
    codes: dict[int | None, list[Code]] = {row.id: [] for row in rows}
    children = (
        select(MunicipalityCodeRow)
        .join(
            MunicipalityRevision,
            col(MunicipalityRevision.id) == col(MunicipalityCodeRow.municipality_id),
        )
        .where(held, condition)
        .order_by(col(MunicipalityCodeRow.municipality_id), col(MunicipalityCodeRow.position))
    )
    for child in reading.session.scalars(children):
        codes[child.municipality_id].append(
            Code(child.code, child.valid_from, child.valid_to, child.scheme)
        )
    return [_municipality(row, codes[row.id]) for row in rows]


def _municipality(row: MunicipalityRevision, codes: Sequence[Code]) -> Municipality:
    return Municipality(
        slug=row.key,
        country=Country(row.country),
        name=row.name,
        other_names=tuple(row.other_names),
        county=row.county,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        latitude=row.latitude,
        longitude=row.longitude,
        codes=tuple(codes),
        qualifier=row.qualifier,
        earlier_names=tuple(row.earlier_names),
    )
