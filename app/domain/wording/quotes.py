"""Sentences that can be printed as they stand: result, year, comparison set and caveat in one."""

from collections.abc import Sequence
from decimal import Decimal

from app.domain.evaluation import Evaluation
from app.domain.gap import Gap, Standing
from app.domain.message import LocalText, Message, Points, Value, say
from app.domain.method import Instrument, QuestionDefinition
from app.domain.municipality import Country, alphabetical
from app.domain.peers import Comparison, ComparisonKind
from app.domain.wording.sets import municipalities_words, named_points, set_span_words


def quote_alone(name: str, evaluation: Evaluation) -> Message:
    """A result that is set beside no other, or that its total is not known."""
    values: dict[str, Value] = {"name": name, "year": str(evaluation.year)}
    if evaluation.total.score is None:
        return say(
            "In Kommunekompasset, which measures how a municipality is governed and led and not "
            "how good its services are, %(name)s was evaluated in %(year)s, but we have not found "
            "the total in the sources we have read.",
            **values,
        )
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, %(name)s got %(points)s of %(max)s points in %(year)s, a result "
        "that is set beside no other here.",
        **values,
        points=Points(evaluation.total.score),
        max=Points(evaluation.total.max),
    )


def quote_since(name: str, evaluation: Evaluation, earlier: Evaluation) -> Message:
    """A result beside the municipality's own earlier one. No difference is computed."""
    own, before = evaluation.total.score, earlier.total.score
    if own is None or before is None:
        return quote_alone(name, evaluation)
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, %(name)s got %(points)s of %(max)s points in %(year)s, after "
        "%(before)s of %(before_max)s in its own evaluation of %(earlier)s.",
        name=name,
        points=Points(own),
        max=Points(evaluation.total.max),
        year=str(evaluation.year),
        before=Points(before),
        before_max=Points(earlier.total.max),
        earlier=str(earlier.year),
    )


def quote_beside(
    name: str, evaluation: Evaluation, whom: Message | str, gap: Gap, basis: Message
) -> Message:
    """A result beside an average or a named municipality; `basis` says what that is made of."""
    own = evaluation.total.score
    if own is None:
        return quote_alone(name, evaluation)
    values: dict[str, Value] = {
        "name": name,
        "points": Points(own),
        "max": Points(evaluation.total.max),
        "year": str(evaluation.year),
        "gap": Points(gap.size),
        "whom": whom,
        "basis": basis,
    }
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say(
                "In Kommunekompasset, which measures how a municipality is governed and led and "
                "not how good its services are, %(name)s got %(points)s of %(max)s points in "
                "%(year)s, about the same as %(whom)s (%(basis)s).",
                **values,
            )
        case Standing.ABOVE:
            return say(
                "In Kommunekompasset, which measures how a municipality is governed and led and "
                "not how good its services are, %(name)s got %(points)s of %(max)s points in "
                "%(year)s, %(gap)s points above %(whom)s (%(basis)s).",
                **values,
            )
        case Standing.BELOW:
            return say(
                "In Kommunekompasset, which measures how a municipality is governed and led and "
                "not how good its services are, %(name)s got %(points)s of %(max)s points in "
                "%(year)s, %(gap)s points below %(whom)s (%(basis)s).",
                **values,
            )


def basis_words(comparison: Comparison, value: Decimal, instrument: Instrument) -> Message:
    """What stands in brackets behind a figure that a result is set beside.

    How many a computed average is over stands before it, in `comparison_phrase`.
    """
    points = Points(value)
    if comparison.kind is ComparisonKind.PUBLISHED:
        n = comparison.reference.n if comparison.reference else None
        if n is None:
            return say(
                "%(points)s points; the source does not say over how many municipalities",
                points=points,
            )
        return say("%(points)s points, n = %(n)s", points=points, n=n)
    if comparison.kind is ComparisonKind.NAMED:
        return say("%(points)s points; too few others have figures for an average", points=points)
    return say(
        "%(points)s points; %(span)s",
        points=points,
        span=set_span_words(comparison.set, instrument),
    )


def quote_two(names: tuple[str, str], scores: tuple[Decimal, Decimal], gap: Gap) -> Message:
    """Two evaluations beside each other."""
    values: dict[str, Value] = {
        "first": names[0],
        "second": names[1],
        "own": Points(scores[0]),
        "other": Points(scores[1]),
        "gap": Points(gap.size),
    }
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say(
                "In Kommunekompasset, which measures how a municipality is governed and led and "
                "not how good its services are, %(first)s got %(own)s points and %(second)s "
                "%(other)s, about the same, where only these two evaluations are compared.",
                **values,
            )
        case Standing.ABOVE:
            return say(
                "In Kommunekompasset, which measures how a municipality is governed and led and "
                "not how good its services are, %(first)s got %(own)s points, %(gap)s more than "
                "%(second)s (%(other)s), where only these two evaluations are compared.",
                **values,
            )
        case Standing.BELOW:
            return say(
                "In Kommunekompasset, which measures how a municipality is governed and led and "
                "not how good its services are, %(first)s got %(own)s points, %(gap)s fewer than "
                "%(second)s (%(other)s), where only these two evaluations are compared.",
                **values,
            )


def quote_several(known: Sequence[tuple[str, Decimal]], limit: Decimal) -> Message:
    """Three evaluations or more of one family: the highest and lowest, or that they are alike."""
    highest, lowest = max(score for _, score in known), min(score for _, score in known)
    values: dict[str, Value] = {
        "names": tuple(name for name, _ in known),
        "n": len(known),
        "high": Points(highest),
        "low": Points(lowest),
    }
    if highest - lowest < limit:
        return say(
            "In Kommunekompasset, which measures how a municipality is governed and led and not "
            "how good its services are, the totals of %(names)s are about the same, "
            "%(low)s–%(high)s points, where only these %(n)s evaluations are compared.",
            **values,
        )
    in_order = sorted(known, key=lambda one: alphabetical(one[0]))
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, %(first)s got the highest total, %(high)s points, and %(last)s "
        "the lowest, %(low)s, where only these %(n)s evaluations are compared: %(names)s.",
        **values,
        first=tuple(name for name, score in in_order if score == highest),
        last=tuple(name for name, score in in_order if score == lowest),
    )


def quote_in_no_order(known: Sequence[tuple[str, Decimal]]) -> Message:
    """Evaluations of several families beside each other, in the order given."""
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the totals of these %(n)s evaluations are known: %(totals)s. "
        "Points from different methods are not put in order.",
        n=len(known),
        totals=tuple(named_points(name, Points(score)) for name, score in known),
    )


def quote_with_caution(quote: Message, reason: LocalText) -> Message:
    """A sentence with what must be known where the methods may be compared with caution only."""
    return say("%(sentence)s Note: %(reason)s", sentence=quote, reason=reason)


def quote_not_comparable(names: Sequence[str]) -> Message:
    """The methods forbid it."""
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the results of %(names)s cannot be compared, because the methods "
        "differ.",
        names=tuple(names),
    )


def quote_unknown(names: Sequence[str]) -> Message:
    """Fewer than two of the totals are known."""
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the totals of %(names)s cannot be compared, because we have not "
        "found enough of them in the sources we have read.",
        names=tuple(names),
    )


def quote_median(
    area: LocalText, country: Country, median: Decimal, maximum: Decimal, n: int, span: Message
) -> Message:
    """The middle of a country's results in one area."""
    values: dict[str, Value] = {
        "area": area,
        "median": Points(median),
        "max": Points(maximum),
        "n": n,
        "municipalities": municipalities_words((country,)),
        "span": span,
    }
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the median for the area “%(area)s” is %(median)s of %(max)s "
        "points among %(n)s %(municipalities)s with figures here (%(span)s).",
        **values,
    )


def quote_average(
    country: Country, year: int, mean: Decimal, maximum: Decimal, n: int, versions: Message
) -> Message:
    """The average of a country's latest results in a year."""
    values: dict[str, Value] = {
        "year": str(year),
        "points": Points(mean),
        "max": Points(maximum),
        "n": n,
        "municipalities": municipalities_words((country,)),
        "versions": versions,
    }
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the average total was %(points)s of %(max)s points in %(year)s, "
        "over the latest results of %(n)s %(municipalities)s with figures here (%(versions)s).",
        **values,
    )


def quote_question_median(
    question: QuestionDefinition, country: Country, median: Decimal, n: int, span: Message
) -> Message:
    """The middle of a country's results in one question."""
    values: dict[str, Value] = {
        "code": question.code,
        "question": question.label,
        "median": Points(median),
        "max": Points(question.max),
        "n": n,
        "municipalities": municipalities_words((country,)),
        "span": span,
    }
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the median for question %(code)s, “%(question)s”, is %(median)s "
        "of %(max)s points among %(n)s %(municipalities)s with figures here (%(span)s).",
        **values,
    )


def quote_latest_total(
    country: Country, mean: Decimal, maximum: Decimal, n: int, span: Message
) -> Message:
    """The average of the latest totals of a country's municipalities."""
    values: dict[str, Value] = {
        "points": Points(mean),
        "max": Points(maximum),
        "n": n,
        "municipalities": municipalities_words((country,)),
        "span": span,
    }
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the average total is %(points)s of %(max)s points, over the "
        "latest results of %(n)s %(municipalities)s with figures here (%(span)s).",
        **values,
    )


def quote_latest_area(
    area: LocalText, country: Country, mean: Decimal, maximum: Decimal, n: int, span: Message
) -> Message:
    """The average of the latest results of a country's municipalities in one area."""
    values: dict[str, Value] = {
        "area": area,
        "points": Points(mean),
        "max": Points(maximum),
        "n": n,
        "municipalities": municipalities_words((country,)),
        "span": span,
    }
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the average for the area “%(area)s” is %(points)s of %(max)s "
        "points, over the latest results of %(n)s %(municipalities)s with figures here (%(span)s).",
        **values,
    )
