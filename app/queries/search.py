"""Finding a municipality by what people type: names, old names, parallel names and codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from app.domain.municipality import Municipality, fold, label
from app.models import ChangeRevision, EvaluationRevision, MunicipalityRevision
from app.queries.reading import Reading
from app.queries.register import lineage, municipalities

LONGEST_TEXT = 80
"""Letters of a search that are read; no municipality has a longer name."""


class Match(IntEnum):
    """How well a municipality answers a search, best first."""

    WHOLE = 0
    NAME_BEGINS = 1
    OTHER_TERM_BEGINS = 2
    WORD_BEGINS = 3
    INSIDE = 4


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A municipality found, how often it was evaluated, and what became of it (labels).

    `successors` are those that it went on in, whole; `parts_to` those that have a part of it.
    """

    municipality: Municipality
    evaluations: int
    latest_year: int | None
    successors: tuple[str, ...]
    parts_to: tuple[str, ...]


def search(reading: Reading, text: str, limit: int = 10) -> tuple[SearchHit, ...]:
    """The best `limit` answers to what somebody typed. Five statements at most.

    Better matches first; among equals evaluated municipalities, then those that still exist.
    """
    folded = fold(text[:LONGEST_TEXT])
    if not folded or limit < 1:
        return ()
    candidates = reading.session.execute(_candidates(reading, folded)).all()
    best = sorted(candidates, key=lambda row: _order(row, folded))[:limit]
    found = municipalities(reading, (row.key for row in best))
    after = _successors(reading, tuple(found))
    return tuple(
        SearchHit(
            found[row.key],
            row.evaluations,
            row.latest,
            after.get((row.key, False), ()),
            after.get((row.key, True), ()),
        )
        for row in best
    )


def opened_by(reading: Reading, text: str) -> str | None:
    """The slug of the one municipality that a text names whole: by a name or a code of its own.

    Where several bear it and all but one went on in that one, whole, it is that one: the same place
    through time. None where none does, or where it is left open which is meant. Two statements.
    """
    folded = fold(text[:LONGEST_TEXT])
    if not folded:
        return None
    found = reading.session.execute(_candidates(reading, folded)).all()
    named = {row.key for row in found if match(row.search_terms, folded) is Match.WHOLE}
    heirs = lineage(reading)
    gone = {before for slug in named for before in heirs.ancestors(slug)}
    last = named - gone
    return last.pop() if len(last) == 1 else None


def match(search_terms: str, folded: str) -> Match:
    """How well the terms of a municipality answer a folded text that is somewhere in them."""
    terms = search_terms.removeprefix("|").split("|")
    if folded in terms:
        return Match.WHOLE
    if terms[0].startswith(folded):
        return Match.NAME_BEGINS
    if any(term.startswith(folded) for term in terms):
        return Match.OTHER_TERM_BEGINS
    if any(f" {folded}" in term for term in terms):
        return Match.WORD_BEGINS
    return Match.INSIDE


def matching_slugs(reading: Reading, text: str | None) -> frozenset[str] | None:
    """The slugs of all that answer what somebody typed, None where nobody typed anything. One
    statement at most."""
    if not text:
        return None
    folded = fold(text[:LONGEST_TEXT])
    if not folded:
        return frozenset()
    statement = select(col(MunicipalityRevision.key)).where(_answers(reading, folded))
    return frozenset(reading.session.exec(statement))


def _answers(reading: Reading, folded: str) -> ColumnElement[bool]:
    return and_(
        reading.holds(MunicipalityRevision),
        col(MunicipalityRevision.search_terms).contains(folded, autoescape=True),
    )


def _candidates(reading: Reading, folded: str) -> Select[str, str, date | None, int, int | None]:
    def own(what: ColumnElement[Any]) -> ScalarSelect[Any]:
        """Of the evaluations of each that answers."""
        held = reading.holds(EvaluationRevision)
        theirs = col(EvaluationRevision.municipality) == col(MunicipalityRevision.key)
        return select(what).where(held, theirs).scalar_subquery()

    return select_columns(
        col(MunicipalityRevision.key),
        col(MunicipalityRevision.search_terms),
        col(MunicipalityRevision.valid_to),
        own(func.count(col(EvaluationRevision.id))).label("evaluations"),
        own(func.max(col(EvaluationRevision.year))).label("latest"),
    ).where(_answers(reading, folded))


def _order(row: Row[Any], folded: str) -> tuple[Match, bool, bool, str]:
    return (
        match(row.search_terms, folded),
        row.evaluations == 0,
        row.valid_to is not None,
        row.key,
    )


def _successors(reading: Reading, slugs: Sequence[str]) -> dict[tuple[str, bool], tuple[str, ...]]:
    """Labels of what each municipality became, by slug and whether a part of it did."""
    if not slugs:
        return {}
    statement = (
        select(
            col(ChangeRevision.before),
            col(ChangeRevision.part),
            col(MunicipalityRevision.name),
            col(MunicipalityRevision.qualifier),
        )
        .join(MunicipalityRevision, col(MunicipalityRevision.key) == col(ChangeRevision.after))
        .where(
            reading.holds(ChangeRevision),
            reading.holds(MunicipalityRevision),
            col(ChangeRevision.before).in_(slugs),
            col(ChangeRevision.after) != col(ChangeRevision.before),
        )
    )
    found: dict[tuple[str, bool], list[str]] = {}
    for before, part, name, qualifier in reading.session.exec(statement):
        found.setdefault((before, part), []).append(label(name, qualifier))
    return {key: tuple(sorted(labels, key=fold)) for key, labels in found.items()}
