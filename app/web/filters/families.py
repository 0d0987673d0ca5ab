"""Which method family a list of points is of, and the families there are to choose from.

Points of different methods are never put in order together (design rule 4), so a list in the order
of points is of one family: the one asked for, else the newest that may be ranked (design rule 5).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.wording.sets import versions_words
from app.web.filters.evaluations import (
    OF_WHAT_IS_KNOWN,
    EvaluationChoice,
    Parameters,
    evaluation_choice,
    families_asked,
)
from app.web.filters.several import only


@dataclass(frozen=True, slots=True)
class FamilyTab:
    """A method family to choose. `count` is of the municipalities that would be listed."""

    family: str
    years: str
    """From when to when it was used: `2010–2019`, and `2020–` where it still is."""
    versions: Message
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class FamilyTabs:
    """The families that have anything to list, newest first. `all_count` is None where only one may
    be listed at a time."""

    tabs: tuple[FamilyTab, ...]
    all_count: int | None

    @property
    def chosen(self) -> FamilyTab | None:
        return next((tab for tab in self.tabs if tab.chosen), None)


def country_set(
    choice: EvaluationChoice[Parameters], country: Country, measure: Measure, rules: Rules
) -> ComparisonSet:
    """What a country's evaluations that a choice admits are together, held against those known to
    be evaluated: whether their figures stand for the country."""
    p = choice.parameters
    key, size = only(p.group), only(p.size_group)
    group = rules.instrument.groups[key] if key else None
    scope = SetScope(frozenset((country,)), choice.family, size, p.from_, p.to, group)
    of_anybody = choice.admitted(*OF_WHAT_IS_KNOWN)
    return comparison_set(
        scope, choice.admitted(), (measure,), rules.coverage, drawn_from=of_anybody
    )


def leading_family(
    parameters: Parameters,
    rules: Rules,
    evaluations: Iterable[EvaluationSummary],
    found: Collection[str] | None,
    measure: Measure,
) -> str:
    """The family that is listed where none is asked for: the newest that may be ranked in any
    country. Where none may, the default one; where that has nothing to list, the newest that has.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    instrument = rules.instrument
    families = families_asked(parameters, instrument)
    if len(families) == 1:
        return families[0]
    with_any: list[str] = []
    for family in reversed(tuple(instrument.families)):
        if families and family not in families:
            continue
        asked = parameters.model_copy(update={"family": (family,), "version": None})
        choice = evaluation_choice(asked, instrument, evaluations, found)
        countries = choice.admitted().values("country")
        if countries:
            with_any.append(family)
        if any(not country_set(choice, one, measure, rules).unrepresentative for one in countries):
            return family
    default = instrument.default_family
    if families and default not in families:
        return with_any[0] if with_any else families[-1]
    return default if default in with_any or not with_any else with_any[0]


def countries_to_rank(
    parameters: Parameters,
    rules: Rules,
    evaluations: Iterable[EvaluationSummary],
    found: Collection[str] | None,
    measure: Measure,
) -> tuple[Country, ...]:
    """The countries whose municipalities a ranking under these filters would rank."""
    family = leading_family(parameters, rules, evaluations, found, measure)
    chosen = parameters.family or ()
    asked = parameters.model_copy(update={"family": chosen if len(chosen) == 1 else (family,)})
    choice = evaluation_choice(asked, rules.instrument, evaluations, found)
    return tuple(
        country
        for country in choice.admitted().values("country")
        if not country_set(choice, country, measure, rules).unrepresentative
    )


def family_tabs(choice: EvaluationChoice[Parameters]) -> FamilyTabs:
    """The families to choose from under all other filters."""
    facet = choice.facet("family", rest=choice.admitted("family", "version"))
    p, instrument = choice.parameters, choice.instrument
    is_chosen = choice.is_of_one_family
    tabs = tuple(
        FamilyTab(
            option.value,
            _years(instrument, option.value),
            versions_words(instrument, option.value),
            option.count or 0,
            is_chosen and option.value == choice.family,
        )
        for option in reversed(facet.options)
        if option.value in instrument.families
    )
    everything = choice.stock.count(choice.admitted("family", "version"))
    return FamilyTabs(tabs, None if p.compares_scores else everything)


def _years(instrument: Instrument, family: str) -> str:
    versions = instrument.families[family]
    return f"{versions[0].year_from}–{versions[-1].year_to or ''}"
