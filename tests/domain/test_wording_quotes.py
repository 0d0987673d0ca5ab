"""Sentences to be printed as they stand, in English, for every case there is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.evaluation import Evaluation
from app.domain.gap import SmallDifference, gap
from app.domain.message import LocalText, Message, say
from app.domain.municipality import Country
from app.domain.score import Figure, Measure, MissingKind
from app.domain.wording.quotes import (
    quote_alone,
    quote_average,
    quote_beside,
    quote_median,
    quote_not_comparable,
    quote_several,
    quote_since,
    quote_two,
    quote_unknown,
)
from app.queries import evaluations
from app.queries.reading import Reading
from app.web.words.languages import translate

START = (
    "In Kommunekompasset, which measures how a municipality is governed and led and not how good "
    "its services are, "
)
SMALL = SmallDifference()


def said(message: Message) -> str:
    return translate(message, "en")


def of_total(own: int, other: int) -> tuple[Decimal, Decimal]:
    return Decimal(own), Decimal(other)


@pytest.fixture
def hemne(real: Reading) -> Evaluation:
    (found,) = evaluations.evaluations(real, ("hemne-2018",))
    return found


def without_total(evaluation: Evaluation) -> Evaluation:
    return replace(evaluation, total=Figure(None, None, Decimal(800), MissingKind.NOT_FOUND))


def test_a_result_by_itself(hemne: Evaluation) -> None:
    assert said(quote_alone("Hemne", hemne)) == (
        f"{START}Hemne got 433 of 800 points in 2018, a result that is set beside no other here."
    )


def test_a_total_that_is_not_known_wherever_it_would_stand(hemne: Evaluation) -> None:
    unknown = without_total(hemne)
    expected = (
        f"{START}Hemne was evaluated in 2018, but we have not found the total in the sources we "
        "have read."
    )
    beside = gap(*of_total(1, 2), Measure.TOTAL, SMALL)
    assert said(quote_alone("Hemne", unknown)) == expected
    assert said(quote_since("Hemne", unknown, hemne)) == expected
    assert said(quote_beside("Hemne", unknown, "Hareid 2019", beside, say("x"))) == expected


def test_a_result_beside_ones_own_earlier_one(hemne: Evaluation) -> None:
    earlier = replace(hemne, year=2014, total=Figure(Decimal(401), Decimal(401), Decimal(800)))
    assert said(quote_since("Hemne", hemne, earlier)) == (
        f"{START}Hemne got 433 of 800 points in 2018, after 401 of 800 in its own evaluation of "
        "2014."
    )


@pytest.mark.parametrize(
    "other, words",
    [(424, "about the same as"), (423, "10 points above"), (443, "10 points below")],
)
def test_a_result_above_below_and_about_the_same(hemne: Evaluation, other: int, words: str) -> None:
    found = gap(*of_total(433, other), Measure.TOTAL, SMALL)
    quote = quote_beside("Hemne", hemne, "Hareid 2019", found, say("%(n)s points", n=other))
    assert said(quote) == (
        f"{START}Hemne got 433 of 800 points in 2018, {words} Hareid 2019 ({other} points)."
    )


@pytest.mark.parametrize(
    "other, words",
    [
        (424, "Hemne 2018 got 433 points and Hareid 2019 424, about the same"),
        (324, "Hemne 2018 got 433 points, 109 more than Hareid 2019 (324)"),
        (443, "Hemne 2018 got 433 points, 10 fewer than Hareid 2019 (443)"),
    ],
)
def test_two_beside_each_other(other: int, words: str) -> None:
    scores = of_total(433, other)
    quote = quote_two(("Hemne 2018", "Hareid 2019"), scores, gap(*scores, Measure.TOTAL, SMALL))
    assert said(quote) == f"{START}{words}, where only these two evaluations are compared."


def test_several_beside_each_other() -> None:
    known = [("A 2018", Decimal(433)), ("B 2019", Decimal(324)), ("C 2019", Decimal(324))]
    assert said(quote_several(known, Decimal(10))) == (
        f"{START}A 2018 got the highest total, 433 points, and B 2019 and C 2019 the lowest, 324, "
        "where only these 3 evaluations are compared: A 2018, B 2019 and C 2019."
    )
    assert said(quote_several(known, Decimal(110))) == (
        f"{START}the totals of A 2018, B 2019 and C 2019 are about the same, 324–433 points, where "
        "only these 3 evaluations are compared."
    )


def test_what_cannot_be_compared() -> None:
    names = ("Hemne 2018", "Motala 2006")
    assert said(quote_not_comparable(names)) == (
        f"{START}the results of Hemne 2018 and Motala 2006 cannot be compared, because the methods "
        "differ."
    )
    assert said(quote_unknown(names)) == (
        f"{START}the totals of Hemne 2018 and Motala 2006 cannot be compared, because we have not "
        "found enough of them in the sources we have read."
    )


@pytest.mark.parametrize(
    "country, word", [(Country.NORWAY, "Norwegian"), (Country.SWEDEN, "Swedish")]
)
def test_medians_and_averages(country: Country, word: str) -> None:
    area = LocalText({"en": "Leadership"})
    span = say("versions 2.0 and 2.1, 2012–2019")
    median = quote_median(area, country, Decimal("61.5"), Decimal(100), 7, span)
    assert said(median) == (
        f"{START}the median for the area “Leadership” is 61.5 of 100 points among 7 {word} "
        "municipalities with figures here (versions 2.0 and 2.1, 2012–2019)."
    )
    average = quote_average(country, 2019, Decimal("430.25"), Decimal(800), 6, say("version 2.1"))
    assert said(average) == (
        f"{START}the average total was 430.3 of 800 points in 2019, over the latest results of 6 "
        f"{word} municipalities with figures here (version 2.1)."
    )
