"""The first thing a comparison says, in plain sentences."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from app.contents.comparisons.compared import Compared, of_one_family
from app.contents.comparisons.levels import mixes_countries
from app.contents.comparisons.measure_lines import Line, may_be_best, tells_differences
from app.contents.comparisons.wording import AREAS_APART, apart_words, no_order_words
from app.domain.comparability import Comparability
from app.domain.decimals import total_points
from app.domain.gap import Gap, SmallDifference, Standing
from app.domain.message import Message, Value, say
from app.domain.naming.spelling import Collation
from app.domain.score import Measure
from app.domain.wording.numbers import spelled
from app.domain.wording.sets import named_points


def lead(
    compared: Sequence[Compared],
    total: Line | None,
    areas: Sequence[Line],
    allowed: Comparability,
    small: SmallDifference,
    collation: Collation,
) -> tuple[Message, ...]:
    """How they did beside each other. `total` is None and `areas` empty where that is forbidden."""
    if not compared:
        return (
            say(
                "Choose from two to six evaluations and see them side by side: "
                "total, areas and, where they are known, questions."
            ),
        )
    if total is None:
        return (say("The results of these evaluations cannot be compared: the methods differ."),)
    if len(compared) == 1:
        return (_single(compared[0], total), say("Add one more to compare it with."))
    told = tells_differences(compared, allowed)
    return (
        *_totals(compared, total, allowed, small, collation),
        *_area_by_area(compared, areas, told=told),
    )


def _single(one: Compared, total: Line) -> Message:
    score = total.cells[0].figure.score
    if score is None:
        return say(
            "%(name)s is chosen. Its total has not been found in the sources we have read.",
            name=one.name,
        )
    return say(
        "%(name)s scored %(points)s out of %(max)s points.",
        name=one.name,
        points=total_points(score),
        max=total_points(total.max),
    )


def _totals(
    compared: Sequence[Compared],
    total: Line,
    allowed: Comparability,
    small: SmallDifference,
    collation: Collation,
) -> tuple[Message, ...]:
    known = [
        (one.name, cell.figure.score)
        for one, cell in zip(compared, total.cells, strict=True)
        if cell.figure.score is not None
    ]
    if not known:
        return (say("None of their totals have been found in the sources we have read."),)
    if len(known) == 1:
        name, score = known[0]
        return (
            say(
                "Only the total of %(name)s is known, %(points)s points, "
                "so the totals cannot be compared.",
                name=name,
                points=total_points(score),
            ),
        )
    if total.gap is not None:
        if not tells_differences(compared, allowed):
            return (_two_alone(known), *apart_words(compared))
        return (_two(known, total.gap),)
    if not mixes_countries(compared) and of_one_family(compared) and _are_alike(known, small):
        return (_alike_words(known),)
    if not may_be_best(compared, allowed):
        return _in_no_order(known, no_order_words(compared))
    return _several(known, small, collation)


def _two(known: Sequence[tuple[str, Decimal]], gap: Gap) -> Message:
    (first, own), (second, other) = known
    values: dict[str, Value] = {
        "first": first,
        "second": second,
        "own": total_points(own),
        "other": total_points(other),
        "points": total_points(gap.size),
    }
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say(
                "%(first)s got %(own)s points and %(second)s got %(other)s: about the same.",
                **values,
            )
        case Standing.ABOVE:
            return say(
                "%(first)s got %(own)s points and %(second)s got %(other)s: "
                "%(first)s is %(points)s points above.",
                **values,
            )
        case Standing.BELOW:
            return say(
                "%(first)s got %(own)s points and %(second)s got %(other)s: "
                "%(first)s is %(points)s points below.",
                **values,
            )


def _two_alone(known: Sequence[tuple[str, Decimal]]) -> Message:
    """Two totals with nothing said of how far they lie apart."""
    (first, own), (second, other) = known
    return say(
        "%(first)s got %(own)s points and %(second)s got %(other)s.",
        first=first,
        second=second,
        own=total_points(own),
        other=total_points(other),
    )


def _in_no_order(known: Sequence[tuple[str, Decimal]], why: Message) -> tuple[Message, ...]:
    """The totals as chosen, with neither a highest nor a lowest (design rule 5)."""
    return (
        say(
            "%(n)s totals are known: %(totals)s.",
            n=str(len(known)),
            totals=tuple(named_points(name, total_points(score)) for name, score in known),
        ),
        why,
    )


def _are_alike(known: Sequence[tuple[str, Decimal]], small: SmallDifference) -> bool:
    scores = [score for _, score in known]
    return max(scores) - min(scores) < small.limit(Measure.TOTAL)


def _alike_words(known: Sequence[tuple[str, Decimal]]) -> Message:
    scores = [score for _, score in known]
    if len(known) == 2:
        return say(
            "Both known totals are about the same, %(low)s–%(high)s points.",
            low=total_points(min(scores)),
            high=total_points(max(scores)),
        )
    return say(
        "All %(n)s known totals are about the same, %(low)s–%(high)s points.",
        n=spelled(len(known)),
        low=total_points(min(scores)),
        high=total_points(max(scores)),
    )


def _several(
    known: Sequence[tuple[str, Decimal]], small: SmallDifference, collation: Collation
) -> tuple[Message, ...]:
    """Highest and lowest. Names stand in order of the alphabet where they share a place."""
    limit = small.limit(Measure.TOTAL)
    highest, lowest = max(score for _, score in known), min(score for _, score in known)
    ends: dict[str, Value] = {
        "high": total_points(highest),
        "low": total_points(lowest),
        "n": spelled(len(known)),
    }
    in_order = sorted(known, key=lambda one: collation.key(one[0]))
    near = tuple(name for name, score in in_order if 0 < highest - score < limit)
    said = say(
        "%(first)s got the most points of the %(n)s we have totals for: %(high)s. "
        "%(last)s got the fewest: %(low)s.",
        first=tuple(name for name, score in in_order if score == highest),
        last=tuple(name for name, score in in_order if score == lowest),
        **ends,
    )
    sentences = [said]
    if near:
        sentences.append(
            say("So near the highest that we call it about the same: %(names)s.", names=near)
        )
    if near_lowest := tuple(name for name, score in in_order if 0 < score - lowest < limit):
        sentences.append(
            say("So near the lowest that we call it about the same: %(names)s.", names=near_lowest)
        )
    return tuple(sentences)


def _area_by_area(
    compared: Sequence[Compared], areas: Sequence[Line], *, told: bool
) -> tuple[Message, ...]:
    """In how many areas the first of two is above, below and about the same, where that is told.

    None for more than two; where areas may not be compared, that is said instead.
    """
    if not areas:
        return (AREAS_APART,)
    gaps = [line.gap for line in areas if line.gap is not None]
    if len(gaps) < 2 or not told:
        return ()  # the table says it as shortly
    counts = Counter(found.standing for found in gaps)
    order = (Standing.ABOVE, Standing.BELOW, Standing.ABOUT_THE_SAME)
    return (
        say(
            "Of the %(n)s areas known for both, %(name)s is %(where)s.",
            n=str(len(gaps)),
            name=compared[0].name,
            where=tuple(_in_how_many(one, counts) for one in order if counts[one]),
        ),
    )


def _in_how_many(standing: Standing, counts: Counter[Standing]) -> Message:
    """How many areas lie so; what holds for none is left out before."""
    n = counts[standing]
    everywhere = n == counts.total()
    match standing:
        case Standing.ABOVE:
            return say("above in all") if everywhere else say("above in %(n)s", n=str(n))
        case Standing.BELOW:
            return say("below in all") if everywhere else say("below in %(n)s", n=str(n))
        case Standing.ABOUT_THE_SAME if everywhere:
            return say("about the same in all")
    return say("about the same in %(n)s", n=str(n))
