"""The choices of each filter over evaluations, and how many municipalities each would leave."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from app.domain.evaluation_table import Column, Selection
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.municipality import Country, alphabetical
from app.domain.wording_evaluation import DETAIL_WORDS
from app.domain.wording_sets import size_group_words, versions_words
from app.web.evaluation_filters import EvaluationFilters, FilterValues
from app.web.facets import Facet, facet

Values = TypeVar("Values", bound=FilterValues)


Named: TypeAlias = Sequence[tuple[str, Message | LocalText | str]]


def evaluation_facets(
    filters: EvaluationFilters[Values], instrument: Instrument
) -> tuple[Facet, ...]:
    """Every filter that is chosen from a list."""
    return (*_places(filters), *_kinds(filters, instrument), *_times(filters), _detail(filters))


def _places(filters: EvaluationFilters[Values]) -> tuple[Facet, ...]:
    p, table = filters.parameters, filters.table
    counties = [(c, c) for c in sorted(table.values("county"), key=alphabetical)]
    return (
        _column(
            filters,
            "country",
            (say("Country"), say("Both")),
            [(Country.NORWAY, say("Norway")), (Country.SWEDEN, say("Sweden"))],
            p.country,
        ),
        _column(filters, "county", (say("County"), say("All")), counties, p.county),
    )


def _kinds(filters: EvaluationFilters[Values], instrument: Instrument) -> tuple[Facet, ...]:
    p = filters.parameters
    return (
        _column(
            filters,
            "size_group",
            (say("Size"), say("All")),
            [(g.code, size_group_words(g.code)) for g in instrument.size_scheme.groups],
            p.size_group,
        ),
        _column(
            filters,
            "family",
            (say("Method"), say("All")),
            [(family, versions_words(instrument, family)) for family in instrument.families],
            filters.family if filters.one_family else None,
        ),
    )


def _times(filters: EvaluationFilters[Values]) -> tuple[Facet, ...]:
    p, table = filters.parameters, filters.table
    years = [(str(year), str(year)) for year in table.values("year")]
    first, last = (say("From year"), say("First")), (say("To year"), say("Last"))
    return (
        _facet(filters, "from", first, years, p.from_, lambda v: table.years(int(v), None)),
        _facet(filters, "to", last, years, p.to, lambda v: table.years(None, int(v))),
    )


def _detail(filters: EvaluationFilters[Values]) -> Facet:
    words = (say("What is known"), say("Whatever is known"))
    chosen = filters.parameters.detail_level
    return _column(filters, "detail", words, list(DETAIL_WORDS.items()), chosen)


def _column(
    filters: EvaluationFilters[Values],
    name: Column,
    words: tuple[Message, Message],
    values: Named,
    chosen: object,
) -> Facet:
    """A filter by the value of a column."""
    return _facet(filters, name, words, values, chosen, partial(filters.table.where, name))


def _facet(
    filters: EvaluationFilters[Values],
    name: str,
    words: tuple[Message, Message],
    values: Named,
    chosen: object,
    fitting: Callable[[str], Selection],
) -> Facet:
    """A filter with its label and what it is called where nothing is chosen."""
    rest = filters.admitted(without=name)
    counted = ((value, label, (rest & fitting(value)).municipalities) for value, label in values)
    return facet(name, *words, counted, chosen)
