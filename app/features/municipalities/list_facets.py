"""The choices of each filter of the list, and how many municipalities each would leave."""

from collections.abc import Sequence

from app.domain.evaluation import EvaluationSummary
from app.domain.message import LocalText, Message, say
from app.domain.method import Instrument
from app.domain.municipality import Country, fold
from app.domain.score import AREA_MEASURES
from app.domain.wording_evaluation import DETAIL_WORDS
from app.domain.wording_sets import size_group_words, versions_words
from app.features.municipalities.list_filters import Filters
from app.web.facets import Choices, Facet, Option, counted
from app.web.parameters import WITHOUT_EVALUATION


def facets(
    filters: Filters,
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
    without_evaluation: int | None,
) -> tuple[Facet, ...]:
    """Every filter. `without_evaluation` is how many `detail=none` adds, None where not counted."""
    found = [
        counted(
            choices, filters.admitted(evaluations, without=choices.name), lambda e: e.municipality
        )
        for choices in _choices(filters, instrument, evaluations)
    ]
    return tuple(
        _with_everyone(facet, filters, evaluations, without_evaluation)
        if facet.name == "detail"
        else facet
        for facet in found
    )


def sort_options(filters: Filters, instrument: Instrument) -> tuple[Option, ...]:
    """What the list can be sorted by; areas have the names they have in the family compared."""
    chosen = filters.parameters.sort or "name"
    version = instrument.newest_of(filters.family)
    areas: list[tuple[str, Message | LocalText]] = [
        (measure.value, version.area(measure.area).name)
        for measure in AREA_MEASURES
        if measure.area is not None
    ]
    return tuple(
        Option(value, label, None, value == chosen)
        for value, label in (
            ("name", say("Name")),
            ("year", say("Year, newest first")),
            ("total", say("Total, highest first")),
            *areas,
        )
    )


def _choices(
    filters: Filters, instrument: Instrument, evaluations: Sequence[EvaluationSummary]
) -> tuple[Choices[EvaluationSummary], ...]:
    p = filters.parameters
    years = [(str(year), str(year)) for year in sorted({e.year for e in evaluations})]
    counties = [(c, c) for c in sorted({e.county for e in evaluations}, key=fold)]
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
            p.detail,
        ),
    )


def _with_everyone(
    facet: Facet,
    filters: Filters,
    evaluations: Sequence[EvaluationSummary],
    without_evaluation: int | None,
) -> Facet:
    """The choice of detail with one more: those without an evaluation as well."""
    evaluated = len({e.municipality for e in filters.admitted(evaluations, without="detail")})
    everyone = Option(
        WITHOUT_EVALUATION,
        say("also municipalities without an evaluation"),
        None if without_evaluation is None else evaluated + without_evaluation,
        filters.parameters.detail == WITHOUT_EVALUATION,
    )
    return Facet(facet.name, facet.label, facet.any, (*facet.options, everyone))
