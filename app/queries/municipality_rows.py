"""Reads municipalities, with their codes, from the tables."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import ColumnElement, true
from sqlmodel import col, select

from app.domain.municipality import Municipality
from app.models import MunicipalityCodeRow, MunicipalityRevision
from app.queries.reading import Reading, askable
from app.records.register import stored_municipality

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
    rows = reading.session.exec(select(MunicipalityRevision).where(held, condition)).all()
    if not rows:
        return []
    codes: dict[int | None, list[MunicipalityCodeRow]] = {row.id: [] for row in rows}
    children = (
        select(MunicipalityCodeRow)
        .join(MunicipalityRevision)
        .where(held, condition)
        .order_by(col(MunicipalityCodeRow.municipality_id), col(MunicipalityCodeRow.position))
    )
    for child in reading.session.exec(children):
        codes[child.municipality_id].append(child)
    return [stored_municipality(row, codes[row.id]) for row in rows]
