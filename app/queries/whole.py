"""A whole release, read slice by slice: no more of it is held than a slice at a time."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlmodel import col, select

from app.domain.evaluation import Evaluation, GoldStar
from app.domain.municipality import Municipality, Population
from app.models import EvaluationRevision, GoldStarRevision, MunicipalityRevision, Revision
from app.queries import evaluations, register
from app.queries.reading import Reading
from app.records.evaluation import stored_gold_star

SLICE: Final = 500
"""Records that are read at once."""


def each_evaluation(reading: Reading) -> Iterator[Evaluation]:
    """Every evaluation with everything that is known of it, by id.

    One statement, and five for each slice.
    """
    for keys in _slices(_keys(reading, EvaluationRevision)):
        yield from evaluations.evaluations(reading, keys)


def each_municipality(
    reading: Reading,
) -> Iterator[tuple[Municipality, tuple[Population, ...]]]:
    """Every municipality there is or was with its inhabitants, by slug.

    One statement, and four for each slice.
    """
    for keys in _slices(_keys(reading, MunicipalityRevision)):
        populations = register.all_populations(reading, keys)
        for slug, held in register.municipalities(reading, keys).items():
            yield held, populations.get(slug, ())


def each_gold_star(reading: Reading) -> Iterator[GoldStar]:
    """Every gold star, by id. One statement, and one for each slice."""
    for keys in _slices(_keys(reading, GoldStarRevision)):
        rows = reading.session.exec(
            select(GoldStarRevision).where(
                reading.holds(GoldStarRevision), col(GoldStarRevision.key).in_(keys)
            )
        )
        yield from sorted(map(stored_gold_star, rows), key=lambda star: star.id)


def _keys(reading: Reading, table: type[Revision]) -> list[str]:
    """Sorted here: databases have orders of their own."""
    return sorted(reading.session.exec(select(col(table.key)).where(reading.holds(table))))


def _slices(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), SLICE):
        yield keys[start : start + SLICE]
