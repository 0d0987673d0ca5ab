"""What a scenario says: an area brought up to a target, other weights, and how firm a place is."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.comparability import Comparability
from app.domain.evaluation import EvaluationSummary, Source
from app.domain.evaluation_table import EvaluationTable
from app.domain.firmness import DRAWS, MIDDLE, SEED, WEIGHT_SPREAD
from app.domain.gap import SmallDifference
from app.domain.message import Message, say
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality
from app.domain.peers import SetScope, comparison_set
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.wording.peers import among_words, latest_words
from app.features.what_if.area import AreaScenario, area_scenario
from app.features.what_if.parameters import WhatIfParameters
from app.features.what_if.weights import Reweighted, reweighted
from app.queries import evaluations as evaluation_queries
from app.queries import method as method_queries
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Scenario:
    """All that is tried on one evaluation."""

    own: EvaluationSummary
    version: MethodVersion
    set_words: Message
    comparability: Comparability
    """The strictest verdict over all method versions that are compared."""
    area: AreaScenario
    weights: Reweighted | None
    """None where not all eight areas are known."""
    source: Source


@dataclass(frozen=True, slots=True)
class WhatIfContent:
    """Everything on the page. `scenario` is None where no area of the municipality is known."""

    municipality: Municipality
    parameters: WhatIfParameters
    scenario: Scenario | None
    stands: Message
    """Which evaluation is tried on, or why none is."""
    small: SmallDifference
    newer: Message | None
    """That there is a newer evaluation, whose areas are not known."""

    @property
    def title(self) -> Message:
        return say("What if? Scenarios for %(name)s", name=self.municipality.label)

    @property
    def description(self) -> Message:
        return self.lead[0]

    @property
    def lead(self) -> tuple[Message, ...]:
        if self.scenario is not None:
            return self.scenario.area.lead
        return (
            say(
                "No points of any area are known for %(name)s, so there is nothing to try here.",
                name=self.municipality.label,
            ),
        )

    @property
    def draws(self) -> int:
        return DRAWS

    @property
    def seed(self) -> int:
        return SEED

    @property
    def weight_spread(self) -> Decimal:
        """By what share of itself each weight is varied, to either side."""
        return WEIGHT_SPREAD

    @property
    def middle(self) -> Decimal:
        """The share of the draws that the interval of places is to hold at least."""
        return MIDDLE


def content(
    reading: Reading, municipality: Municipality, parameters: WhatIfParameters
) -> WhatIfContent:
    """Reads what the page needs in a fixed number of queries."""
    summaries = evaluation_queries.summaries(reading)
    own = summaries.of_municipality(municipality.slug)
    tried = _tried(own)
    full = evaluation_queries.evaluation(reading, tried.id) if tried else None
    source = full.source if full else None
    rules = method_queries.rules(reading)
    return build(municipality, parameters, own, summaries, source, rules)


def build(
    municipality: Municipality,
    parameters: WhatIfParameters,
    own: Sequence[EvaluationSummary],
    summaries: Sequence[EvaluationSummary],
    source: Source | None,
    rules: Rules,
) -> WhatIfContent:
    """Decides what the page says, from the domain's objects alone."""
    tried, newest = _tried(own), max(own, key=lambda e: (e.year, e.id), default=None)
    scenario = None
    if tried is not None and source is not None:
        scope = SetScope(frozenset((tried.country,)), tried.family)
        table = EvaluationTable.of(summaries)
        found = comparison_set(scope, table, Measure, rules.coverage, tried)
        instrument = rules.instrument
        scenario = Scenario(
            own=tried,
            version=instrument.version(tried.version),
            set_words=among_words(found, instrument),
            comparability=instrument.comparability.among(
                {tried.version, *found.versions}, Level.AREA
            ),
            area=area_scenario(tried, found, parameters, rules),
            weights=reweighted(tried, table, scope, parameters.weights, rules),
            source=source,
        )
    newer = None
    if tried is not None and newest is not None and newest.year > tried.year:
        newer = say(
            "There is a newer evaluation, of %(year)s, but the points of its areas are not known.",
            year=str(newest.year),
        )
    return WhatIfContent(
        municipality,
        parameters,
        scenario,
        _stands(municipality.label, own, tried),
        rules.small,
        newer,
    )


def _stands(
    name: str, own: Sequence[EvaluationSummary], tried: EvaluationSummary | None
) -> Message:
    with_total = [one for one in own if one.figures]
    if tried is None and with_total:
        return say(
            "For %(year)s we know the total only. We have not found the scores of the eight areas.",
            year=str(max(one.year for one in with_total)),
        )
    return latest_words(name, tried or max(own, key=lambda e: (e.year, e.id), default=None))


def _tried(own: Sequence[EvaluationSummary]) -> EvaluationSummary | None:
    """The latest evaluation with the points of any area."""
    known = [one for one in own if any(measure in one.figures for measure in AREA_MEASURES)]
    return max(known, key=lambda e: (e.year, e.id), default=None)
