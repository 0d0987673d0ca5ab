"""What can be asked for in a release: values to show as examples, and those that a filter takes.

The description (OpenAPI) is of every release and gives examples that are not in each of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.evaluation import DetailLevel, Evaluation, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.queries import evaluations, method, register
from app.queries.reading import Reading
from app.web.filters.declared import EvaluationFilterParameters
from app.web.filters.filter import Known, filters_of, name_of

_MOST_DETAILED: Final = (
    DetailLevel.QUESTIONS,
    DetailLevel.AREAS,
    DetailLevel.SOME_AREAS,
    DetailLevel.TOTAL,
)
_MOST_NAMED: Final = 60
"""Where a filter takes more values than this, the page names none of them."""


@dataclass(frozen=True, slots=True)
class ReleaseValues:
    """`examples` by the name of a parameter, several values of one that takes several; `in_paths`
    the same where a name means another thing in a path; `allowed` what filters take."""

    examples: Mapping[str, tuple[str, ...]]
    in_paths: Mapping[str, str]
    allowed: Mapping[str, tuple[str, ...]]
    newest_version: str
    shown: Evaluation | None
    """The newest evaluation of which most is known; None where nothing is published."""
    whose: Municipality | None


def release_values(reading: Reading) -> ReleaseValues:
    table, instrument = evaluations.summaries(reading), method.instrument(reading)
    chosen = _chosen(table)
    whole = evaluations.evaluation(reading, chosen.id) if chosen else None
    whose = register.municipality(reading, chosen.municipality) if chosen else None
    number = reading.release.number
    examples: dict[str, tuple[str, ...]] = {
        "release": (str(number),),
        "since": (str(max(number - 1, 0)),),
    }
    if chosen is not None and whose is not None:
        examples |= _of_evaluation(chosen, _beside(chosen, table), whose)
    of_method = _of_method(instrument, whole)
    return ReleaseValues(
        examples={**examples, **of_method},
        in_paths={"code": of_method["question"][0]} if of_method else {},
        allowed=dict(_allowed(Known(instrument, table.all))),
        newest_version=max(instrument.versions.values(), key=lambda one: one.year_from).version,
        shown=whole,
        whose=whose,
    )


def _chosen(table: EvaluationTable) -> EvaluationSummary | None:
    for detail in _MOST_DETAILED:
        having = sorted(table.where("detail", detail), key=lambda one: (-one.year, one.id))
        if having:
            return having[0]
    return None


def _beside(chosen: EvaluationSummary, table: EvaluationTable) -> EvaluationSummary:
    """Another municipality's of the same kind; where there is none, itself."""
    others = (
        one
        for one in sorted(table.where("family", chosen.family), key=lambda one: (-one.year, one.id))
        if one.municipality != chosen.municipality and one.detail is chosen.detail
    )
    return next(others, chosen)


def _of_evaluation(
    one: EvaluationSummary, other: EvaluationSummary, whose: Municipality
) -> dict[str, tuple[str, ...]]:
    years = tuple(map(str, sorted({one.year, other.year})))
    found: dict[str, tuple[str | None, ...]] = {
        "slug": (one.municipality,),
        "municipality": tuple(dict.fromkeys((one.municipality, other.municipality))),
        "id": (one.id,),
        "e": tuple(dict.fromkeys((one.id, other.id))),
        "without": (one.id,),
        "country": (one.country.value,),
        "county": (one.county,),
        "code": (whose.code,),
        "family": (one.family,),
        "size_group": (one.size_group,),
        "group": one.group_keys[:1],
        "year": years,
        "from": years[:1],
        "to": years[-1:],
        "as_of": years[-1:],
        "q": (one.official_name,),
    }
    known = {name: tuple(filter(None, values)) for name, values in found.items()}
    return {name: values for name, values in known.items() if values}


def _of_method(instrument: Instrument, shown: Evaluation | None) -> dict[str, tuple[str, ...]]:
    """A question of the version of what is shown, else of any that has questions."""
    versions = sorted(instrument.versions.values(), key=lambda one: -one.year_from)
    if shown is not None:
        versions.insert(0, instrument.version(shown.version))
    for version in versions:
        for area in version.areas:
            if area.questions:
                return {"version": (version.version,), "question": (area.questions[0].code,)}
    return {}


def _allowed(known: Known) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field, filter in filters_of(EvaluationFilterParameters).items():
        values = tuple(str(value) for value, _ in filter.values(known))
        if filter.only_known_values and len(values) <= _MOST_NAMED:
            yield name_of(EvaluationFilterParameters, field), values
