"""The stories of a release, worked out once."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from sqlalchemy import Text, cast
from sqlmodel import col, select

from app.domain.stated import PeriodKind, StatedPlacing
from app.domain.stories.story import Material, Story
from app.domain.stories.telling import stories
from app.models import EvaluationRevision
from app.queries import evaluations, gold_stars, method, reference
from app.queries.memory import remembered, remembered_in_order
from app.queries.reading import Reading
from app.records.evaluation import stored_placings

ALL_TIME: Final = PeriodKind.ALL_TIME.value
"""What stands in a document, in its first words as in those of today, where a place is among all
ever evaluated."""


@remembered_in_order
def told_stories(reading: Reading) -> tuple[Story, ...]:
    """Every story, in order. Twelve statements at most."""
    stars = Counter(given.evaluation.municipality for given in gold_stars.gold_stars(reading))
    return stories(
        Material(
            evaluations.summaries(reading),
            reference.reference_averages(reading),
            method.rules(reading),
            _placings_of_all_time(reading),
            stars,
        )
    )


@remembered
def _placings_of_all_time(reading: Reading) -> Mapping[str, tuple[StatedPlacing, ...]]:
    """The places that sources state, by evaluation, of those that any is among all ever evaluated.
    One statement."""
    told = col(EvaluationRevision.told)
    statement = select(col(EvaluationRevision.key), told).where(
        reading.holds(EvaluationRevision), cast(told, Text).contains(ALL_TIME)
    )
    return {key: stored_placings(found) for key, found in reading.session.exec(statement)}
