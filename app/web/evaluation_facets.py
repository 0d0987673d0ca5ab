"""The choices of each filter over evaluations, and how many municipalities each would leave."""

from collections.abc import Sequence
from typing import TypeVar

from app.domain.evaluation import EvaluationSummary
from app.domain.message import say
from app.domain.method import Instrument
from app.domain.municipality import Country, alphabetical
from app.domain.wording_evaluation import DETAIL_WORDS
from app.domain.wording_sets import size_group_words, versions_words
from app.web.evaluation_filters import EvaluationFilters, FilterValues
from app.web.facets import Choices, Facet, counted

Values = TypeVar("Values", bound=FilterValues)


def evaluation_facets(
    filters: EvaluationFilters[Values],
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
) -> tuple[Facet, ...]:
    """Every filter that is chosen from a list."""
    offered = (*_places(filters, evaluations), *_kinds(filters, instrument, evaluations))
    return tuple(
        counted(
            choices, filters.admitted(evaluations, without=choices.name), lambda e: e.municipality
        )
        for choices in offered
    )


def _places(
    filters: EvaluationFilters[Values], evaluations: Sequence[EvaluationSummary]
) -> tuple[Choices[EvaluationSummary], ...]:
    p = filters.parameters
    counties = [(c, c) for c in sorted({e.county for e in evaluations}, key=alphabetical)]
    return (
        Choices(
            "country",
            say("Country"),
            say("Both"),
            [(Country.NORWAY, say("Norway")), (Country.SWEDEN, say("Sweden"))],
            lambda e, value: e.country == value,
            p.country,
        ),
        Choices(
            "county",
            say("County"),
            say("All"),
            counties,
            lambda e, value: e.county == value,
            p.county,
        ),
    )


def _kinds(
    filters: EvaluationFilters[Values],
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
) -> tuple[Choices[EvaluationSummary], ...]:
    p = filters.parameters
    years = [(str(year), str(year)) for year in sorted({e.year for e in evaluations})]
    return (
        Choices(
            "size_group",
            say("Size"),
            say("All"),
            [(g.code, size_group_words(g.code)) for g in instrument.size_scheme.groups],
            lambda e, value: e.size_group == value,
            p.size_group,
        ),
        Choices(
            "family",
            say("Method"),
            say("All"),
            [(family, versions_words(instrument, family)) for family in instrument.families],
            lambda e, value: e.family == value,
            filters.family if filters.one_family else None,
        ),
        Choices(
            "from",
            say("From year"),
            say("First"),
            years,
            lambda e, value: e.year >= int(value),
            p.from_,
        ),
        Choices(
            "to", say("To year"), say("Last"), years, lambda e, value: e.year <= int(value), p.to
        ),
        Choices(
            "detail",
            say("What is known"),
            say("Whatever is known"),
            [(level, words) for level, words in DETAIL_WORDS.items()],
            lambda e, value: e.detail == value,
            p.detail_level,
        ),
    )
