"""Sentences to quote about the middle of an area, and about an average over time."""

from decimal import Decimal

from app.domain.message import Message
from app.domain.municipality import Country
from app.domain.wording.quotes import (
    quote_average,
    quote_median,
)
from app.domain.wording.sets import set_span_words, versions_words
from tests.wording.examples import (
    LEADING,
    SWEDEN,
    field,
    instrument,
    set_of,
)
from tests.wording.quotes import quotation


def median(country: Country) -> Message:
    span = set_span_words(set_of([country], field(country)), instrument())
    return quote_median(LEADING, country, Decimal("45.5"), Decimal(100), 12, span)


def average(country: Country) -> Message:
    versions = versions_words(instrument(), "2")
    return quote_average(country, 2018, Decimal("359.4"), Decimal(800), 12, versions)


EXAMPLES = (
    quotation(
        "quote-median-sweden",
        lambda: median(SWEDEN),
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
        lambda: average(SWEDEN),
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
