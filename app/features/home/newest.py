"""The newest results on the first page: each municipality once, with its latest."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import groupby, islice
from operator import attrgetter

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable

MOST_SHOWN = 6


def newest_results(
    table: EvaluationTable, first_releases: Mapping[str, int]
) -> tuple[EvaluationSummary, ...]:
    """By year, then by when they were published here. Of those that came together the order is a
    fixed draw: by name, the same few would always be shown."""
    return tuple(islice(_newest(table, first_releases), MOST_SHOWN))


def _newest(
    table: EvaluationTable, first_releases: Mapping[str, int]
) -> Iterator[EvaluationSummary]:
    others = table.with_figures
    for year in reversed(table.values("year")):
        of_year = others.where("year", year)
        own = [
            min(some, key=attrgetter("id"))
            for _, some in groupby(of_year, attrgetter("municipality"))
        ]
        yield from sorted(own, key=lambda one: (-first_releases.get(one.id, 0), _draw(one)))
        others -= of_year.whole_municipalities


def _draw(evaluation: EvaluationSummary) -> bytes:
    return sha256(evaluation.id.encode()).digest()
