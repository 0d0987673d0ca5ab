"""Sentences to be printed as they stand, in English, for every case there is."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.coverage import Coverage
from app.domain.evaluation import Evaluation
from app.domain.gap import SmallDifference, gap
from app.domain.message import LocalText, Message, say
from app.domain.method import MethodVersion
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.reference import ReferenceBasis
from app.domain.score import Figure, Measure, MissingKind
from app.domain.wording.quotes import (
    quote_area_average,
    quote_area_median,
    quote_average,
    quote_in_no_order,
    quote_not_comparable,
    quote_published,
    quote_question_median,
    quote_result,
    quote_several,
    quote_two,
    quote_unknown,
)
from app.queries import evaluations
from app.queries.reading import Reading
from app.web.words.languages import translate
from tests.domain.examples import reference

MEASURES = (
    "Kommunekompasset measures how a municipality is governed and led, not how good its services "
    "are."
)
ONLY_TWO = "Only these two evaluations are compared."
SMALL = SmallDifference()
UNORDERED = say("Points from different methods are not put in order.")
AREA = LocalText({"en": "Leadership"})
SPAN = say("versions 2.0 and 2.1, 2012–2019")


def said(message: Message) -> str:
    return translate(message, "en")


def of_total(own: int, other: int) -> tuple[Decimal, Decimal]:
    return Decimal(own), Decimal(other)


@pytest.fixture
def hemne(real: Reading) -> Evaluation:
    (found,) = evaluations.evaluations(real, ("hemne-2018",))
    return found


def test_a_result_by_itself(hemne: Evaluation) -> None:
    assert said(quote_result("Hemne", hemne)) == (
        f"Hemne scored 433 out of 800 points in Kommunekompasset in 2018. {MEASURES}"
    )


def test_a_result_with_what_stands_beside_it_comes_first(hemne: Evaluation) -> None:
    beside = say("That is 74 points above the published average (359).")
    assert said(quote_result("Hemne", hemne, beside)) == (
        f"Hemne scored 433 out of 800 points in Kommunekompasset in 2018. {MEASURES} "
        "That is 74 points above the published average (359)."
    )


def test_a_total_that_is_not_known_is_said_not_to_be(hemne: Evaluation) -> None:
    missing = Figure(None, None, Decimal(800), MissingKind.NOT_FOUND)
    assert said(quote_result("Hemne", replace(hemne, total=missing))) == (
        "Hemne was evaluated with Kommunekompasset in 2018. We have not found the total. "
        f"{MEASURES}"
    )


@pytest.mark.parametrize(
    "other, words",
    [
        (424, "and Hareid 2019 424: about the same."),
        (423, "10 more than Hareid 2019 (423)."),
        (324, "109 more than Hareid 2019 (324)."),
        (443, "10 fewer than Hareid 2019 (443)."),
    ],
)
def test_two_beside_each_other(other: int, words: str) -> None:
    scores = of_total(433, other)
    quote = quote_two(("Hemne 2018", "Hareid 2019"), scores, gap(*scores, Measure.TOTAL, SMALL))
    joint = " " if words.startswith("and") else ", "
    assert said(quote) == (
        f"Hemne 2018 scored 433 points in Kommunekompasset{joint}{words} {MEASURES} {ONLY_TWO}"
    )


def test_several_beside_each_other() -> None:
    known = [("A 2018", Decimal(433)), ("B 2019", Decimal(324)), ("C 2019", Decimal(324))]
    only = "Only these 3 evaluations are compared: A 2018, B 2019 and C 2019."
    assert said(quote_several(known, Decimal(10), Collation.NORWEGIAN)) == (
        "A 2018 scored highest in Kommunekompasset, 433 points, and B 2019 and C 2019 lowest, "
        f"324. {MEASURES} {only}"
    )
    assert said(quote_several(known, Decimal(110), Collation.NORWEGIAN)) == (
        f"The totals in Kommunekompasset are about the same, 324–433 points. {MEASURES} {only}"
    )


def test_whoever_is_about_the_same_as_an_end_is_not_told_apart_from_it() -> None:
    """433 and 430 are about the same, and so are 309 and 300."""
    only = "Only these 3 evaluations are compared."
    for scores in ((433, 430, 300), (433, 309, 300)):
        known = [(name, Decimal(score)) for name, score in zip("ABC", scores, strict=True)]
        listed = f"A ({scores[0]}), B ({scores[1]}) and C ({scores[2]})"
        assert said(quote_several(known, Decimal(10), Collation.NORWEGIAN)) == (
            f"Totals in Kommunekompasset: {listed}. {MEASURES} {only}"
        )


def test_several_of_two_methods_are_in_no_order() -> None:
    known = [("A 2018", Decimal(433)), ("B 2023", Decimal(524))]
    assert said(quote_in_no_order(known, UNORDERED)) == (
        f"Totals in Kommunekompasset: A 2018 (433) and B 2023 (524). {MEASURES} "
        "Points from different methods are not put in order."
    )


def test_what_cannot_be_compared() -> None:
    names = ("Hemne 2018", "Motala 2006")
    assert said(quote_not_comparable(names)) == (
        "The results of Hemne 2018 and Motala 2006 in Kommunekompasset cannot be compared, because "
        f"the methods differ. {MEASURES}"
    )
    assert said(quote_unknown(names)) == (
        "The totals of Hemne 2018 and Motala 2006 in Kommunekompasset cannot be compared. We have "
        f"not found enough of them. {MEASURES}"
    )


@pytest.mark.parametrize(
    "country, word", [(Country.NORWAY, "Norwegian"), (Country.SWEDEN, "Swedish")]
)
def test_medians_and_averages_say_of_how_many(
    version_2_1: MethodVersion, country: Country, word: str
) -> None:
    seven, hundred = Coverage(7, 12, at_least=True), Decimal(100)
    basis = (
        "Based on the latest results of 7 of at least 12 evaluated (versions 2.0 and 2.1, "
        "2012–2019)."
    )
    median = quote_area_median(AREA, country, Decimal("61.5"), hundred, seven, SPAN)
    assert said(median) == (
        f"The median of {word} municipalities in the area Leadership of Kommunekompasset is 61.5 "
        f"out of 100 points. {MEASURES} {basis}"
    )
    mean = quote_area_average(AREA, country, Decimal("61.5"), hundred, seven, SPAN)
    assert said(mean) == (
        f"The average of {word} municipalities in the area Leadership of Kommunekompasset is 61.5 "
        f"out of 100 points. {MEASURES} {basis}"
    )
    total = quote_average(country, Decimal(430), Decimal(800), seven, SPAN)
    assert said(total) == (
        f"The average total of {word} municipalities in Kommunekompasset is 430 out of 800 points. "
        f"{MEASURES} {basis}"
    )
    asked = version_2_1.area(5).questions[0]
    of_question = quote_question_median(asked, country, Decimal("7.5"), seven, SPAN)
    assert said(of_question) == (
        f"The median of {word} municipalities in question 5.1 of Kommunekompasset is 7.5 out of 15 "
        f"points. {MEASURES} {basis}"
    )


def test_published_averages_are_quoted_with_year_and_source() -> None:
    one = reference()
    assert said(quote_published([one], Measure.TOTAL, Decimal(800))) == (
        "The published average total of Norwegian municipalities in Kommunekompasset was 359 out "
        f"of 800 points in 2018. {MEASURES} Source: A report."
    )
    both = [one, reference("other", figures={Measure.TOTAL: 369})]
    assert said(quote_published(both, Measure.TOTAL, Decimal(800))) == (
        "The published average totals of Norwegian municipalities in Kommunekompasset were 359 and "
        f"369 out of 800 points in 2018. {MEASURES} Source: A report."
    )
    lost = replace(reference(), basis=ReferenceBasis.RECONSTRUCTED)
    assert said(quote_published([lost], Measure.TOTAL, Decimal(800))).endswith(
        "Source: A report (digits partly lost in print)."
    )
    of_area = reference(figures={Measure.AREA_1: 45})
    assert said(quote_published([of_area], Measure.AREA_1, Decimal(100), AREA)) == (
        "The published average of Norwegian municipalities in the area Leadership of "
        f"Kommunekompasset was 45 out of 100 points in 2018. {MEASURES} Source: A report."
    )
    with pytest.raises(ValueError, match="no published average"):
        quote_published([], Measure.TOTAL, Decimal(800))
