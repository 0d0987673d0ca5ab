"""Sentences to quote: the result first, then what it measures, then one comparison.

Each is two or three sentences of at most 25 words, so that a newsroom can print all of it. What is
said beside the result stands for those it names and for nobody else: never for a single neighbour
that happens to be near.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from app.domain.comparison_choice import newest_published, older_published
from app.domain.coverage import Coverage
from app.domain.decimals import points_of, total_points
from app.domain.evaluation import Evaluation
from app.domain.gap import Gap, Standing
from app.domain.message import LocalText, Message, Points, Value, say, say_n
from app.domain.method import QuestionDefinition
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.domain.wording.coverage import coverage_words
from app.domain.wording.reference import basis_words, part_words
from app.domain.wording.sets import municipalities_words, named_points

WHAT_IT_MEASURES: Final = say(
    "Kommunekompasset measures how a municipality is governed and led, not how good its services "
    "are."
)


MOST_WORDS_OF_NAMES: Final = 14
"""With more words in its names a sentence would be too long to be printed."""

MOST_WORDS_OF_TOTALS: Final = 20
"""The same where nothing but names and their points are in it."""

MOST_IN_A_SENTENCE: Final = 3
"""Totals that fit into one sentence, however long the names are."""


def _words(names: Sequence[str]) -> int:
    """How many words are read: `(–2019)` in a label is read as "(until 2019)"."""
    return sum(len(name.split()) + name.count("(–") for name in names)


def _named(names: Sequence[str]) -> Value:
    """The names, or how many they are where they would not fit."""
    if _words(names) <= MOST_WORDS_OF_NAMES:
        return tuple(names)
    return say("these %(n)s evaluations", n=len(names))


def _quote(*sentences: Message) -> Message:
    """Sentences behind each other, with what is measured after the first."""
    first, *rest = sentences
    if not rest:
        return say("%(first)s %(second)s", first=first, second=WHAT_IT_MEASURES)
    found = rest[0]
    for sentence in rest[1:]:
        found = say("%(first)s %(second)s", first=found, second=sentence)
    return say("%(first)s %(second)s %(third)s", first=first, second=WHAT_IT_MEASURES, third=found)


def quote_result(name: str, evaluation: Evaluation, beside: Message | None = None) -> Message:
    """A result, with the strongest true thing to say beside it where there is any."""
    year, total = str(evaluation.year), evaluation.total
    if total.score is None and beside is not None:
        result = say(
            "%(name)s was evaluated with Kommunekompasset in %(year)s.", name=name, year=year
        )
    elif total.score is None:
        result = say(
            "%(name)s was evaluated with Kommunekompasset in %(year)s. We have not found the "
            "total.",
            name=name,
            year=year,
        )
    else:
        result = say(
            "%(name)s scored %(points)s out of %(max)s points in Kommunekompasset in %(year)s.",
            name=name,
            points=total_points(total.score),
            max=total_points(total.max),
            year=year,
        )
    return _quote(result, beside) if beside else _quote(result)


def quote_two(
    names: tuple[str, str],
    scores: tuple[Decimal, Decimal],
    gap: Gap,
) -> Message:
    """Two evaluations beside each other, where it may be said how far they lie apart."""
    values: dict[str, Value] = {
        "first": names[0],
        "second": names[1],
        "own": total_points(scores[0]),
        "other": total_points(scores[1]),
        "gap": total_points(gap.size),
    }
    return _quote(_of_two(gap, values), say("Only these two evaluations are compared."))


def _of_two(gap: Gap, values: dict[str, Value]) -> Message:
    match gap.standing:
        case Standing.ABOUT_THE_SAME:
            return say(
                "%(first)s scored %(own)s points in Kommunekompasset and %(second)s %(other)s: "
                "about the same.",
                **values,
            )
        case Standing.ABOVE:
            return say(
                "%(first)s scored %(own)s points in Kommunekompasset, %(gap)s more than "
                "%(second)s (%(other)s).",
                **values,
            )
        case Standing.BELOW:
            return say(
                "%(first)s scored %(own)s points in Kommunekompasset, %(gap)s fewer than "
                "%(second)s (%(other)s).",
                **values,
            )


def quote_several(
    known: Sequence[tuple[str, Decimal]], limit: Decimal, collation: Collation
) -> Message:
    """Three evaluations or more of one family: the highest and lowest, or that they are alike.

    Where another is about the same as an end, that end is not told apart: all are given.
    """
    highest, lowest = max(score for _, score in known), min(score for _, score in known)
    values: dict[str, Value] = {"high": total_points(highest), "low": total_points(lowest)}
    names = [name for name, _ in known]
    only = say("Only these %(n)s evaluations are compared.", n=len(known))
    if _words(names) <= MOST_WORDS_OF_NAMES:
        only = say(
            "Only these %(n)s evaluations are compared: %(names)s.",
            n=len(known),
            names=tuple(names),
        )
    if highest - lowest < limit:
        return _quote(
            say(
                "The totals in Kommunekompasset are about the same, %(low)s–%(high)s points.",
                **values,
            ),
            only,
        )
    if any(0 < highest - score < limit or 0 < score - lowest < limit for _, score in known):
        return quote_in_no_order(
            known, say("Only these %(n)s evaluations are compared.", n=len(known))
        )
    in_order = sorted(known, key=lambda one: collation.key(one[0]))
    result = say(
        "%(first)s scored highest in Kommunekompasset, %(high)s points, and %(last)s lowest, "
        "%(low)s.",
        **values,
        first=tuple(name for name, score in in_order if score == highest),
        last=tuple(name for name, score in in_order if score == lowest),
    )
    return _quote(result, only)


def quote_in_no_order(known: Sequence[tuple[str, Decimal]], why: Message) -> Message:
    """Evaluations beside each other in the order given, and why they are not put in order."""
    totals: list[Value] = [named_points(name, total_points(score)) for name, score in known]
    in_one = _words([name for name, _ in known]) + len(known) <= MOST_WORDS_OF_TOTALS
    first = totals if in_one else totals[:MOST_IN_A_SENTENCE]
    result = say("Totals in Kommunekompasset: %(totals)s.", totals=tuple(first))
    if rest := totals[len(first) :]:
        result = say("%(sentence)s Also: %(totals)s.", sentence=result, totals=tuple(rest))
    return _quote(result, why)


def quote_with_caution(quote: Message, reason: LocalText) -> Message:
    """A sentence with what must be known where the methods may be compared with caution only."""
    return say("%(sentence)s Note: %(reason)s", sentence=quote, reason=reason)


def quote_not_comparable(names: Sequence[str]) -> Message:
    """The methods forbid it."""
    return _quote(
        say(
            "The results of %(names)s in Kommunekompasset cannot be compared, because the methods "
            "differ.",
            names=_named(names),
        )
    )


def quote_unknown(names: Sequence[str]) -> Message:
    """Fewer than two of the totals are known."""
    return _quote(
        say(
            "The totals of %(names)s in Kommunekompasset cannot be compared. We have not found "
            "enough of them.",
            names=_named(names),
        )
    )


def quote_area_median(
    area: LocalText,
    country: Country,
    median: Decimal,
    maximum: Decimal,
    coverage: Coverage,
    span: Message,
) -> Message:
    """The middle of a country's results in one area."""
    return _quote(
        say(
            "The median of %(municipalities)s in the area %(area)s of Kommunekompasset is "
            "%(median)s out of %(max)s points.",
            municipalities=municipalities_words((country,)),
            area=area,
            median=Points(median),
            max=Points(maximum),
        ),
        _basis(coverage, span),
    )


def quote_question_median(
    question: QuestionDefinition,
    country: Country,
    median: Decimal,
    coverage: Coverage,
    span: Message,
) -> Message:
    """The middle of a country's results in one question."""
    return _quote(
        say(
            "The median of %(municipalities)s in question %(code)s of Kommunekompasset is "
            "%(median)s out of %(max)s points.",
            municipalities=municipalities_words((country,)),
            code=question.code,
            median=Points(median),
            max=Points(question.max),
        ),
        _basis(coverage, span),
    )


def quote_average(
    country: Country, mean: Decimal, maximum: Decimal, coverage: Coverage, span: Message
) -> Message:
    """The average of the latest totals of a country's municipalities."""
    return _quote(
        say(
            "The average total of %(municipalities)s in Kommunekompasset is %(points)s out of "
            "%(max)s points.",
            municipalities=municipalities_words((country,)),
            points=total_points(mean),
            max=total_points(maximum),
        ),
        _basis(coverage, span),
    )


def quote_area_average(
    area: LocalText,
    country: Country,
    mean: Decimal,
    maximum: Decimal,
    coverage: Coverage,
    span: Message,
) -> Message:
    """The average of the latest results of a country's municipalities in one area."""
    return _quote(
        say(
            "The average of %(municipalities)s in the area %(area)s of Kommunekompasset is "
            "%(points)s out of %(max)s points.",
            municipalities=municipalities_words((country,)),
            area=area,
            points=Points(mean),
            max=Points(maximum),
        ),
        _basis(coverage, span),
    )


def quote_published(
    references: Sequence[ReferenceAverage],
    measure: Measure,
    maximum: Decimal,
    area: LocalText | None = None,
) -> Message:
    """The newest that was published of one country, called the latest where there are older ones;
    `area` is the name of what is no total.

    Raises:
        ValueError: there is none.
    """
    newest = newest_published(references, measure)
    if not newest:
        raise ValueError("no published average to quote")
    figures = sorted({one.figures[measure] for one in newest})
    values: dict[str, Value] = {
        "municipalities": _whose(newest),
        "figures": tuple(points_of(measure, value) for value in figures),
        "max": Points(maximum),
        "year": str(newest[0].as_of),
    }
    if older_published(references, measure):
        said = _latest(area, len(figures), values)
    elif area is None:
        said = say_n(
            "The published average total of %(municipalities)s in Kommunekompasset was "
            "%(figures)s out of %(max)s points in %(year)s.",
            "The published average totals of %(municipalities)s in Kommunekompasset were "
            "%(figures)s out of %(max)s points in %(year)s.",
            len(figures),
            **values,
        )
    else:
        said = say_n(
            "The published average of %(municipalities)s in the area %(area)s of Kommunekompasset "
            "was %(figures)s out of %(max)s points in %(year)s.",
            "The published averages of %(municipalities)s in the area %(area)s of Kommunekompasset "
            "were %(figures)s out of %(max)s points in %(year)s.",
            len(figures),
            area=area,
            **values,
        )
    titles = tuple({(one.source.title, one.basis): _source(one) for one in newest}.values())
    return _quote(
        said, say_n("Source: %(titles)s.", "Sources: %(titles)s.", len(titles), titles=titles)
    )


def _whose(newest: Sequence[ReferenceAverage]) -> Message:
    """Whose averages are quoted: those of the country, unless the source of the only one says
    that it is of some."""
    part = part_words(newest[0]) if len(newest) == 1 else None
    return part or municipalities_words((newest[0].country,))


def _latest(area: LocalText | None, n: int, values: dict[str, Value]) -> Message:
    if area is None:
        return say_n(
            "The latest published average total of %(municipalities)s in Kommunekompasset was "
            "%(figures)s out of %(max)s points in %(year)s.",
            "The latest published average totals of %(municipalities)s in Kommunekompasset were "
            "%(figures)s out of %(max)s points in %(year)s.",
            n,
            **values,
        )
    return say_n(
        "The latest published average of %(municipalities)s in the area %(area)s of "
        "Kommunekompasset was %(figures)s out of %(max)s points in %(year)s.",
        "The latest published averages of %(municipalities)s in the area %(area)s of "
        "Kommunekompasset were %(figures)s out of %(max)s points in %(year)s.",
        n,
        area=area,
        **values,
    )


def _source(average: ReferenceAverage) -> Value:
    """Where it was read, with why its points are not simply printed there."""
    basis = basis_words(average)
    if basis is None:
        return average.source.title
    return say("%(title)s (%(basis)s)", title=average.source.title, basis=basis)


def _basis(coverage: Coverage, span: Message) -> Message:
    return say(
        "Based on the latest results of %(coverage)s (%(span)s).",
        coverage=coverage_words(coverage),
        span=span,
    )
