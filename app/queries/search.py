"""Finding a municipality by what people write: one reading of it and one ranking for all."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from app.domain.municipality import Municipality, label
from app.domain.naming.index import NameIndex
from app.models import ChangeRevision, MunicipalityRevision
from app.queries.evaluations import summaries
from app.queries.memory import IN_ORDER, remembered, remembered_in_order
from app.queries.reading import Reading
from app.queries.register import all_municipalities, lineage


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


def names(reading: Reading) -> NameIndex:
    """Every municipality that there is or was, by all that it is found by; who answer equally well
    stand by name. Five statements."""
    return _index(reading) if reading.collation is IN_ORDER else _in_order(reading)


@remembered
def _index(reading: Reading) -> NameIndex:
    evaluated = summaries(reading).municipalities
    return NameIndex(all_municipalities(reading), IN_ORDER, evaluated)


@remembered_in_order
def _in_order(reading: Reading) -> NameIndex:
    return _index(reading).in_order(reading.collation)


def search(reading: Reading, text: str, limit: int = 10) -> tuple[SearchHit, ...]:
    """The best `limit` answers to what somebody wrote. One statement, once the names are known.

    The order is that of `app.domain.naming.index.NameIndex.find`.
    """
    known = names(reading)
    best = [one.slug for one in known.find(text)[: max(limit, 0)]]
    after = _successors(reading, best)
    evaluated = summaries(reading)
    return tuple(
        SearchHit(
            known.municipalities[slug],
            len(own := evaluated.of_municipality(slug)),
            max((e.year for e in own), default=None),
            after.get((slug, False), ()),
            after.get((slug, True), ()),
        )
        for slug in best
    )


def opened_by(reading: Reading, text: str) -> str | None:
    """The slug of the one municipality that a text names whole: by a name or a code of its own.

    Where several bear it and all but one went on in that one, whole, it is that one: the same place
    through time. None where none does, or where it is left open which is meant.
    """
    meant = meant_by(reading, text)
    return meant[0].slug if len(meant) == 1 else None


def meant_by(reading: Reading, text: str) -> tuple[Municipality, ...]:
    """The municipalities that a text names whole, without those that went on in another of them:
    those that exist first. None where it names none."""
    known = names(reading)
    named = known.named(text)
    heirs = lineage(reading)
    gone = {before for slug in named for before in heirs.ancestors(slug)}
    last = [known.municipalities[slug] for slug in named - gone]
    return tuple(sorted(last, key=lambda m: (not m.is_current, m.slug)))


def nearest(reading: Reading, text: str, limit: int) -> tuple[Municipality, ...]:
    """The municipalities whose names are most like what somebody wrote, for slips of the hand, and
    those that answer to it where there are any."""
    known = names(reading)
    found = [one.slug for one in known.find(text)[:limit]] or known.like(text, limit)
    return tuple(known.municipalities[slug] for slug in found)


def matching_slugs(reading: Reading, text: str | None) -> tuple[str, ...] | None:
    """The slugs of all that answer what somebody wrote, the best first; None where nobody wrote
    anything."""
    return tuple(one.slug for one in names(reading).find(text)) if text else None


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
    by_name = reading.collation.key
    return {key: tuple(sorted(labels, key=by_name)) for key, labels in found.items()}
