"""If the areas counted differently: other totals, another place, and how firm the order is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from operator import mul
from typing import Final

from app.domain.decimals import OF_TOTALS, rounded
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, say, say_n
from app.domain.method import Instrument
from app.domain.peers import SetScope
from app.domain.rules import Rules
from app.domain.scenario import Firmness, firmness, weighted_total
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.statistics import Rank, rank
from app.domain.wording.sets import member_name
from app.domain.wording.standing import members_needed_words, rank_words

MOST_NEAR: Final = 10


@dataclass(frozen=True, slots=True)
class Near:
    """One of those nearest in the sum of the areas. `held` is None where both have the same sum."""

    summary: EvaluationSummary
    sum: Decimal
    weighted: Decimal
    is_above: bool | None
    held: int | None
    firmness: Firmness

    @property
    def share(self) -> Decimal | None:
        """In which share of the random weightings the order of the sums holds."""
        return None if self.held is None else Decimal(self.held) / self.firmness.draws

    @property
    def order_words(self) -> Message:
        if self.is_above is None:
            return say("the same sum")
        return say("above") if self.is_above else say("below")


@dataclass(frozen=True, slots=True)
class Reweighted:
    """The areas of a municipality and of the others that have all eight, counted anew."""

    own: EvaluationSummary
    sum: Decimal
    weighted: Decimal
    members: tuple[EvaluationSummary, ...]
    rank_before: Rank | None
    rank_after: Rank | None
    near: tuple[Near, ...]
    """Those nearest, the highest sum first."""

    @property
    def lines(self) -> tuple[tuple[Message, Decimal, Message | None], ...]:
        """The sum as the method counts and as the reader does, each with its place in words."""
        before, after = self.rank_before, self.rank_after
        return (
            (say("All areas once"), self.sum, rank_words(before) if before else None),
            (say("With your weights"), self.weighted, rank_words(after) if after else None),
        )

    @property
    def members_words(self) -> Message:
        """Among whom the places are, or why there are none."""
        n = len(self.members)
        if self.rank_before is None:
            return members_needed_words(n)
        return say_n(
            "Places are among those with all eight areas: itself and the latest such evaluation "
            "of %(n)s other municipality of the same country and method family.",
            "Places are among those with all eight areas: itself and the latest such evaluation "
            "of %(n)s other municipalities of the same country and method family.",
            n,
        )

    @property
    def differs_from_total(self) -> Decimal | None:
        """The total, where in whole points it is not just the sum of the areas."""
        total = self.own.score(Measure.TOTAL)
        if total is None or rounded(total, OF_TOTALS) == rounded(self.sum, OF_TOTALS):
            return None
        return total

    @property
    def firm_words(self) -> tuple[Message, ...]:
        """How firm the order is towards the nearest above and the nearest below."""
        above = [near for near in self.near if near.is_above is True]
        below = [near for near in self.near if near.is_above is False]
        own = member_name(self.own)
        said = []
        if above:
            said.append(_held_words(member_name(above[-1].summary), own, above[-1]))
        if below:
            said.append(_held_words(own, member_name(below[0].summary), below[0]))
        return tuple(said)


def reweighted(
    own: EvaluationSummary,
    summaries: Sequence[EvaluationSummary],
    scope: SetScope,
    weights: Sequence[int],
    rules: Rules,
) -> Reweighted | None:
    """The areas counted by other weights; None where not all eight are known."""
    scores = _scores(own)
    if scores is None:
        return None
    members = _members(own, EvaluationTable.of(summaries), scope, rules.instrument)
    fields = [found for member in members if (found := _scores(member)) is not None]
    sums = [sum(found, Decimal(0)) for found in fields]
    plain = sum(scores, Decimal(0))
    limit = rules.small.total
    before = rank(plain, sums, limit)
    return Reweighted(
        own=own,
        sum=plain,
        weighted=weighted_total(scores, weights),
        members=members,
        rank_before=before,
        rank_after=before if len(set(weights)) == 1 else _rank_by(weights, scores, fields, limit),
        near=_near(scores, list(zip(members, fields, sums, strict=True)), weights),
    )


def _members(
    own: EvaluationSummary, table: EvaluationTable, scope: SetScope, instrument: Instrument
) -> tuple[EvaluationSummary, ...]:
    """The latest evaluation with all eight areas of each other municipality, by name."""
    rules = instrument.comparability
    eligible = scope.admitted(table).without(own.municipality)
    comparable = [
        version
        for version in eligible.values("version")
        if rules.between(own.version, version, Level.AREA).allowed
    ]
    eligible &= table.where_any("version", comparable)
    for measure in AREA_MEASURES:
        eligible &= table.having(measure)
    return tuple(eligible.latest)


def _rank_by(
    weights: Sequence[int],
    own: Sequence[Decimal],
    others: Iterable[Sequence[Decimal]],
    limit: Decimal,
) -> Rank | None:
    """The place with other weights. All are weighed alike, so the limit alone needs their scale."""

    def weighed(scores: Sequence[Decimal]) -> Decimal:
        return sum(map(mul, scores, weights), Decimal(0))

    return rank(weighed(own), map(weighed, others), limit * sum(weights) / len(weights))


def _scores(summary: EvaluationSummary) -> tuple[Decimal, ...] | None:
    """The eight areas in method order, or None where one is not known."""
    known = [score for m in AREA_MEASURES if (score := summary.score(m)) is not None]
    return tuple(known) if len(known) == len(AREA_MEASURES) else None


def _near(
    own: Sequence[Decimal],
    others: Sequence[tuple[EvaluationSummary, tuple[Decimal, ...], Decimal]],
    weights: Sequence[int],
) -> tuple[Near, ...]:
    plain = sum(own, Decimal(0))
    nearest = nsmallest(MOST_NEAR, others, key=lambda one: (abs(one[2] - plain), one[0].id))
    nearest.sort(key=lambda one: (-one[2], one[0].id))
    found = []
    for summary, scores, theirs in nearest:
        tried = firmness(own, scores)
        is_above = None if theirs == plain else theirs > plain
        held = None if is_above is None else tried.below if is_above else tried.above
        weighed = weighted_total(scores, weights)
        found.append(Near(summary, theirs, weighed, is_above, held, tried))
    return tuple(found)


def _held_words(upper: str, lower: str, near: Near) -> Message:
    return say(
        "In %(held)s of %(draws)s random weightings, %(upper)s stays above %(lower)s.",
        held=near.held or 0,
        draws=near.firmness.draws,
        upper=upper,
        lower=lower,
    )
