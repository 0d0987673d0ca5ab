"""Sentences about many municipalities that can be printed as they stand."""

from decimal import Decimal

from app.domain.message import LocalText, Message, Points, Value, say
from app.domain.method import QuestionDefinition
from app.domain.municipality import Country


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
        "span": span,
    }
    if country is Country.SWEDEN:
        return say(
            "In Kommunekompasset, which measures how a municipality is governed and led and not "
            "how good its services are, the median for question %(code)s, “%(question)s”, is "
            "%(median)s of %(max)s points among %(n)s Swedish municipalities with figures here "
            "(%(span)s).",
            **values,
        )
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the median for question %(code)s, “%(question)s”, is %(median)s of "
        "%(max)s points among %(n)s Norwegian municipalities with figures here (%(span)s).",
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
        "span": span,
    }
    if country is Country.SWEDEN:
        return say(
            "In Kommunekompasset, which measures how a municipality is governed and led and not "
            "how good its services are, the average total is %(points)s of %(max)s points, over "
            "the latest results of %(n)s Swedish municipalities with figures here (%(span)s).",
            **values,
        )
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the average total is %(points)s of %(max)s points, over the latest "
        "results of %(n)s Norwegian municipalities with figures here (%(span)s).",
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
        "span": span,
    }
    if country is Country.SWEDEN:
        return say(
            "In Kommunekompasset, which measures how a municipality is governed and led and not "
            "how good its services are, the average for the area “%(area)s” is %(points)s of "
            "%(max)s points, over the latest results of %(n)s Swedish municipalities with figures "
            "here (%(span)s).",
            **values,
        )
    return say(
        "In Kommunekompasset, which measures how a municipality is governed and led and not how "
        "good its services are, the average for the area “%(area)s” is %(points)s of %(max)s "
        "points, over the latest results of %(n)s Norwegian municipalities with figures here "
        "(%(span)s).",
        **values,
    )
