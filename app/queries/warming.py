"""What pages read of a release as a whole, read before readers meet it."""

import gc
from dataclasses import replace

from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.peers import SetScope, comparison_set
from app.domain.score import Measure
from app.queries import (
    corrections,
    counties,
    coverage,
    evaluations,
    gold_stars,
    groups,
    history,
    method,
    origins,
    reference,
    register,
    search,
    stories,
)
from app.queries.memory import remembered
from app.queries.reading import Reading

READ_WHOLE = (
    method.instrument,
    corrections.corrections,
    evaluations.summaries,
    reference.reference_averages,
    coverage.known_evaluated,
    register.lineage,
    register.places,
    register.never_evaluated,
    counties.counties,
    groups.group_counts,
    gold_stars.gold_stars,
    gold_stars.gold_stars_by_municipality,
    origins.evaluation_sources,
    origins.population_series,
    history.known_releases,
    search.names,
    stories.told_stories,
)
"""In every order of names where they are in one."""


def warm(reading: Reading) -> None:
    """Reads what many pages need of a release, and puts the usual comparison sets in order.

    Takes seconds where there are 100 000 evaluations: call it aside, before the release is shown.
    """
    _warmed(reading)


@remembered
def _warmed(reading: Reading) -> bool:
    for collation in Collation:
        in_order = replace(reading, collation=collation)
        for query in READ_WHOLE:
            query(in_order)
    _order_sets(reading)
    _set_aside()
    return True


def _order_sets(reading: Reading) -> None:
    """The figures that every page of a municipality is ranked among."""
    table = evaluations.summaries(reading)
    instrument = method.instrument(reading)
    groups = instrument.size_scheme.groups
    rules = method.coverage_rules(reading, instrument)
    for family in table.values("family"):
        for country in table.values("country"):
            for size in (None, *(group.code for group in groups)):
                for countries in (frozenset((country,)), frozenset(Country)):
                    found = comparison_set(SetScope(countries, family, size), table, Measure, rules)
                    for measured in found.measures.values():
                        _ = measured.figures


def _set_aside() -> None:
    """What lasts as long as the release need not be looked through for rubbish again and again.

    What was set aside of earlier releases is looked through now.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
