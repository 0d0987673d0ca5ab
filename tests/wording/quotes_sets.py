"""Sentences about many municipalities that can be printed as they stand."""

from decimal import Decimal

from app.domain.message import Message
from app.domain.wording.quotes import (
    quote_average,
    quote_latest_area,
    quote_latest_total,
    quote_median,
    quote_question_median,
)
from app.domain.wording.sets import set_span_words, versions_words
from tests.wording.examples import LEADING, SWEDEN, field, instrument, set_of
from tests.wording.quotes import quotation


def question() -> Message:
    found = instrument().version("2.1").area(5).questions[0]
    return quote_question_median(found, SWEDEN, Decimal("7.5"), 12, span())


def median() -> Message:
    return quote_median(LEADING, SWEDEN, Decimal("45.5"), Decimal(100), 12, span())


def average() -> Message:
    versions = versions_words(instrument(), "2")
    return quote_average(SWEDEN, 2018, Decimal("359.4"), Decimal(800), 12, versions)


def span() -> Message:
    return set_span_words(set_of([SWEDEN], field(SWEDEN)), instrument())


def total() -> Message:
    return quote_latest_total(SWEDEN, Decimal("359.4"), Decimal(800), 12, span())


def area() -> Message:
    return quote_latest_area(LEADING, SWEDEN, Decimal("45.5"), Decimal(100), 12, span())


EXAMPLES = (
    quotation(
        "quote-question-sweden",
        question,
        {
            "nb": "er medianen for spørsmål 5.1, «Strategi for resultat og effektivitet», 7,5 av "
            "15 poeng blant 12 svenske kommuner med tall her (versjon 2.0 og 2.1, "
            "2014–2018).",
            "nn": "er medianen for spørsmål 5.1, «Strategi for resultat og effektivitet», 7,5 av "
            "15 poeng blant 12 svenske kommunar med tal her (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "är medianen för fråga 5.1, ”Strategi för resultat och effektivitet”, 7,5 av 15 "
            "poäng bland 12 svenska kommuner med siffror här (version 2.0 och 2.1, "
            "2014–2018).",
            "en": "the median for question 5.1, “Results and efficiency strategy”, is 7.5 of 15 "
            "points among 12 Swedish municipalities with figures here (versions 2.0 and 2.1, "
            "2014–2018).",
        },
    ),
    quotation(
        "quote-latest-total-sweden",
        total,
        {
            "nb": "er snittet av totalsummene 359,4 av 800 poeng, regnet av de siste resultatene "
            "for 12 svenske kommuner med tall her (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "er snittet av totalsummane 359,4 av 800 poeng, rekna av dei siste resultata for "
            "12 svenske kommunar med tal her (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "är totalsumman i genomsnitt 359,4 av 800 poäng, räknat på de senaste resultaten "
            "för 12 svenska kommuner med siffror här (version 2.0 och 2.1, 2014–2018).",
            "en": "the average total is 359.4 of 800 points, over the latest results of 12 Swedish "
            "municipalities with figures here (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    quotation(
        "quote-latest-area-sweden",
        area,
        {
            "nb": "er snittet for området «Lederskap og delegering» 45,5 av 100 poeng, regnet av "
            "de siste resultatene for 12 svenske kommuner med tall her (versjon 2.0 og 2.1, "
            "2014–2018).",
            "nn": "er snittet for området «Leiarskap og delegering» 45,5 av 100 poeng, rekna av "
            "dei siste resultata for 12 svenske kommunar med tal her (versjon 2.0 og 2.1, "
            "2014–2018).",
            "sv": "är genomsnittet för området ”Ledarskap och delegering” 45,5 av 100 poäng, "
            "räknat på de senaste resultaten för 12 svenska kommuner med siffror här "
            "(version 2.0 och 2.1, 2014–2018).",
            "en": "the average for the area “Leadership and delegation” is 45.5 of 100 points, "
            "over the latest results of 12 Swedish municipalities with figures here "
            "(versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    quotation(
        "quote-median-sweden",
        median,
        {
            "nb": "er medianen for området «Lederskap og delegering» 45,5 av 100 poeng blant 12 "
            "svenske kommuner med tall her (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "er medianen for området «Leiarskap og delegering» 45,5 av 100 poeng blant 12 "
            "svenske kommunar med tal her (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "är medianen för området ”Ledarskap och delegering” 45,5 av 100 poäng bland 12 "
            "svenska kommuner med siffror här (version 2.0 och 2.1, 2014–2018).",
            "en": "the median for the area “Leadership and delegation” is 45.5 of 100 points among "
            "12 Swedish municipalities with figures here (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    quotation(
        "quote-average-sweden",
        average,
        {
            "nb": "var snittet av totalsummene 359,4 av 800 poeng i 2018, regnet av de siste "
            "resultatene for 12 svenske kommuner med tall her (versjon 2.0 og 2.1).",
            "nn": "var snittet av totalsummane 359,4 av 800 poeng i 2018, rekna av dei siste "
            "resultata for 12 svenske kommunar med tal her (versjon 2.0 og 2.1).",
            "sv": "var totalsumman i genomsnitt 359,4 av 800 poäng 2018, räknat på de senaste "
            "resultaten för 12 svenska kommuner med siffror här (version 2.0 och 2.1).",
            "en": "the average total was 359.4 of 800 points in 2018, over the latest results of "
            "12 Swedish municipalities with figures here (versions 2.0 and 2.1).",
        },
    ),
)
