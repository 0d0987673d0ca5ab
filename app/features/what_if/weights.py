"""If the areas counted differently: other totals, and how much an order depends on the weights."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from operator import mul
from typing import Final

from app.domain.coverage import Coverage
from app.domain.decimals import OF_TOTALS, rounded
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.firmness import OrderKind, PairOrder, PlaceInterval, firmness
from app.domain.message import Message, Value, say, say_n
from app.domain.method import Instrument
from app.domain.peers import SetScope
from app.domain.rules import Rules
from app.domain.scenario import weighted_total
from app.domain.score import AREA_MEASURES, Level, Measure
from app.domain.statistics import Rank, rank
from app.domain.wording.coverage import coverage_words
from app.domain.wording.sets import member_name
from app.domain.wording.standing import members_needed_words, rank_words

MOST_NEAR: Final = 10
MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Near:
    """One of those nearest in the sum of the areas, and how firm its order to one's own is."""

    summary: EvaluationSummary
    sum: Decimal
    weighted: Decimal
    pair: PairOrder
    """Seen from one's own: above is that one's own is above."""

    @property
    def order_words(self) -> Message:
        """Where it stands to one's own."""
        return _NEAR_WORDS[self.pair.order]

    @property
    def held_words(self) -> Message | None:
        """What holds the order by any weights; None where draws say how often it does."""
        match self.pair.order:
            case OrderKind.ABOUT_THE_SAME:
                return say("tied")
            case OrderKind.HIGHER_EVERYWHERE | OrderKind.LOWER_EVERYWHERE:
                return say("true for any weights")
        return None


_NEAR_WORDS: Final = {
    OrderKind.ABOUT_THE_SAME: say("about the same"),
    OrderKind.HIGHER_EVERYWHERE: say("below in every area"),
    OrderKind.LOWER_EVERYWHERE: say("above in every area"),
    OrderKind.ABOVE: say("below"),
    OrderKind.BELOW: say("above"),
}


@dataclass(frozen=True, slots=True)
class Reweighted:
    """The areas of a municipality and of the others that have all eight, counted anew."""

    own: EvaluationSummary
    sum: Decimal
    weighted: Decimal
    members: tuple[EvaluationSummary, ...]
    rank_before: Rank | None
    rank_after: Rank | None
    interval: PlaceInterval | None
    """Where the place lies when weights and points are not taken for exact."""
    near: tuple[Near, ...]
    """Those nearest, the highest sum first."""
    coverage: Coverage
    """Of how many known to be evaluated all eight areas are known, itself counted."""

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
            "Ranks are among those with all eight areas: itself and the latest such evaluation "
            "of %(n)s other municipality of the same country and method family.",
            "Ranks are among those with all eight areas: itself and the latest such evaluation "
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
    def among_words(self) -> Message | None:
        """That the order is among those we have figures for alone, where they are too few to stand
        for the country."""
        if self.rank_before is None or self.coverage.is_enough:
            return None
        return say(
            "This is an order among those alone that we have all eight areas of (%(coverage)s), "
            "and not a rank in the country.",
            coverage=coverage_words(self.coverage),
        )

    @property
    def firm_words(self) -> tuple[Message, ...]:
        """The interval of places first, then what is true for any weights."""
        return (*self._interval_words(), *self._everywhere_words())

    def _interval_words(self) -> Iterator[Message]:
        found, own = self.interval, member_name(self.own)
        if found is None:
            return
        values: dict[str, Value] = {
            "name": own,
            "of": found.of,
            "held": found.held,
            "draws": found.draws,
        }
        if found.place_from == found.place_to:
            yield say(
                "%(name)s is number %(place)s of %(of)s in %(held)s of %(draws)s draws.",
                place=found.place_from,
                **values,
            )
        else:
            yield say(
                "%(name)s is number %(first)s to %(last)s of %(of)s in %(held)s of %(draws)s "
                "draws.",
                first=found.place_from,
                last=found.place_to,
                **values,
            )

    def _everywhere_words(self) -> Iterator[Message]:
        own = member_name(self.own)
        lower = self._named(OrderKind.HIGHER_EVERYWHERE)
        if lower:
            yield say(
                "%(name)s is above %(others)s in every area. That is true for any weights.",
                name=own,
                others=lower,
            )
        higher = self._named(OrderKind.LOWER_EVERYWHERE)
        if higher:
            yield say(
                "%(name)s is below %(others)s in every area. That is true for any weights.",
                name=own,
                others=higher,
            )

    def _named(self, order: OrderKind) -> tuple[Value, ...]:
        """Of those nearest, a few by name."""
        found = [member_name(near.summary) for near in self.near if near.pair.order is order]
        return tuple(found[:MOST_NAMED])


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
    small, limit = rules.small, rules.small.total
    before = rank(plain, sums, limit)
    firm = firmness(scores, fields, small.area, small.total)
    drawn = list(zip(members, fields, sums, firm.pairs, strict=True))
    table = EvaluationTable.of(summaries)
    known = rules.coverage.coverage(scope.admitted(table), scope.countries, scope.family)
    return Reweighted(
        own=own,
        sum=plain,
        weighted=weighted_total(scores, weights),
        members=members,
        rank_before=before,
        rank_after=before if len(set(weights)) == 1 else _rank_by(weights, scores, fields, limit),
        interval=firm.place,
        near=_near(plain, drawn, weights),
        coverage=known.of(1 + len(members)),
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
    plain: Decimal,
    others: Sequence[tuple[EvaluationSummary, tuple[Decimal, ...], Decimal, PairOrder]],
    weights: Sequence[int],
) -> tuple[Near, ...]:
    nearest = nsmallest(MOST_NEAR, others, key=lambda one: (abs(one[2] - plain), one[0].id))
    nearest.sort(key=lambda one: (-one[2], one[0].id))
    return tuple(
        Near(summary, theirs, weighted_total(scores, weights), pair)
        for summary, scores, theirs, pair in nearest
    )
