"""Sentences about many municipalities that can be printed as they stand."""

from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from app.domain.coverage import Coverage
from app.domain.message import Message
from app.domain.reference import Breadth, ReferenceAverage, ReferenceBasis
from app.domain.score import Measure
from app.domain.wording.quotes import (
    quote_area_average,
    quote_area_median,
    quote_average,
    quote_published,
    quote_question_median,
)
from app.domain.wording.sets import set_span_words
from tests.domain.examples import HUNDRED, reference
from tests.wording.examples import (
    LEADING,
    SWEDEN,
    TOTAL,
    Example,
    field,
    instrument,
    set_of,
)

Figures: TypeAlias = dict[Measure, str | int | Decimal]

OF_20 = Coverage(12, 20, at_least=True)
EIGHT = Decimal(800)


def span() -> Message:
    return set_span_words(set_of([SWEDEN], field(SWEDEN)), instrument())


def question() -> Message:
    found = instrument().version("2.1").area(5).questions[0]
    return quote_question_median(found, SWEDEN, Decimal("7.5"), OF_20, span())


def median() -> Message:
    return quote_area_median(LEADING, SWEDEN, Decimal("45.5"), HUNDRED, OF_20, span())


def total() -> Message:
    return quote_average(SWEDEN, Decimal(359), Decimal(800), OF_20, span())


def area() -> Message:
    return quote_area_average(LEADING, SWEDEN, Decimal("45.5"), HUNDRED, OF_20, span())


def published(*totals: int) -> Message:
    found = [_of_sweden(str(total), {TOTAL: total}) for total in totals]
    return quote_published(found, TOTAL, Decimal(800))


def published_of_area(*points: int) -> Message:
    found = [_of_sweden(str(one), {Measure.AREA_4: one}) for one in points]
    return quote_published(found, Measure.AREA_4, HUNDRED, LEADING)


def latest(*totals: int) -> Message:
    """With one of an earlier year, and one at second hand of a later year."""
    return quote_published(_between({TOTAL: 400}, [{TOTAL: t} for t in totals]), TOTAL, EIGHT)


def latest_of_area(*points: int) -> Message:
    area = Measure.AREA_4
    return quote_published(
        _between({area: 40}, [{area: one} for one in points]), area, HUNDRED, LEADING
    )


def of_some() -> Message:
    found = replace(_of_sweden("some", {TOTAL: 455}), n=40, breadth=Breadth.PART)
    return quote_published([found], TOTAL, EIGHT)


def _between(other: Figures, newest: list[Figures]) -> list[ReferenceAverage]:
    opinion = replace(_of_sweden("opinion", other), as_of=2020, basis=ReferenceBasis.OPINION_PIECE)
    older = replace(_of_sweden("older", other), as_of=2014)
    return [opinion, *(_of_sweden(str(at), one) for at, one in enumerate(newest)), older]


def _of_sweden(ident: str, figures: Figures) -> ReferenceAverage:
    return reference(ident, figures=figures, country=SWEDEN)


EXAMPLES = (
    Example(
        "quote-latest-published",
        lambda: latest(476),
        {
            "nb": "Det nyeste publiserte snittet for svenske kommuner i Kommunekompasset var 476 "
            "av 800 poeng i 2018. Kommunekompasset måler hvordan en kommune styres og ledes, "
            "ikke kvaliteten på tjenestene. Kilde: A report.",
            "nn": "Det nyaste publiserte snittet for svenske kommunar i Kommunekompasset var 476 "
            "av 800 poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt og "
            "leidd, ikkje kvaliteten på tenestene. Kjelde: A report.",
            "sv": "Det senaste publicerade genomsnittet för svenska kommuner i Kommunkompassen var "
            "476 av 800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och leds, inte "
            "kvaliteten på servicen. Källa: A report.",
            "en": "The latest published average total of Swedish municipalities in "
            "Kommunekompasset was 476 out of 800 points in 2018. Kommunekompasset measures "
            "how a municipality is governed and led, not how good its services are. Source: "
            "A report.",
        },
    ),
    Example(
        "quote-latest-published-two",
        lambda: latest(466, 476),
        {
            "nb": "De nyeste publiserte snittene for svenske kommuner i Kommunekompasset var 466 "
            "og 476 av 800 poeng i 2018. Kommunekompasset måler hvordan en kommune styres og "
            "ledes, ikke kvaliteten på tjenestene. Kilde: A report.",
            "nn": "Dei nyaste publiserte snitta for svenske kommunar i Kommunekompasset var 466 og "
            "476 av 800 poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt "
            "og leidd, ikkje kvaliteten på tenestene. Kjelde: A report.",
            "sv": "De senaste publicerade genomsnitten för svenska kommuner i Kommunkompassen var "
            "466 och 476 av 800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och "
            "leds, inte kvaliteten på servicen. Källa: A report.",
            "en": "The latest published average totals of Swedish municipalities in "
            "Kommunekompasset were 466 and 476 out of 800 points in 2018. Kommunekompasset "
            "measures how a municipality is governed and led, not how good its services are. "
            "Source: A report.",
        },
    ),
    Example(
        "quote-latest-published-of-area",
        lambda: latest_of_area(55),
        {
            "nb": "Det nyeste publiserte snittet for svenske kommuner på området Lederskap og "
            "delegering i Kommunekompasset var 55 av 100 poeng i 2018. Kommunekompasset "
            "måler hvordan en kommune styres og ledes, ikke kvaliteten på tjenestene. Kilde: "
            "A report.",
            "nn": "Det nyaste publiserte snittet for svenske kommunar på området Leiarskap og "
            "delegering i Kommunekompasset var 55 av 100 poeng i 2018. Kommunekompasset "
            "måler korleis ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene. "
            "Kjelde: A report.",
            "sv": "Det senaste publicerade genomsnittet för svenska kommuner på området Ledarskap "
            "och delegering i Kommunkompassen var 55 av 100 poäng 2018. Kommunkompassen "
            "mäter hur en kommun styrs och leds, inte kvaliteten på servicen. Källa: A "
            "report.",
            "en": "The latest published average of Swedish municipalities in the area Leadership "
            "and delegation of Kommunekompasset was 55 out of 100 points in 2018. "
            "Kommunekompasset measures how a municipality is governed and led, not how good "
            "its services are. Source: A report.",
        },
    ),
    Example(
        "quote-latest-published-of-area-two",
        lambda: latest_of_area(55, 57),
        {
            "nb": "De nyeste publiserte snittene for svenske kommuner på området Lederskap og "
            "delegering i Kommunekompasset var 55 og 57 av 100 poeng i 2018. "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Kilde: A report.",
            "nn": "Dei nyaste publiserte snitta for svenske kommunar på området Leiarskap og "
            "delegering i Kommunekompasset var 55 og 57 av 100 poeng i 2018. "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Kjelde: A report.",
            "sv": "De senaste publicerade genomsnitten för svenska kommuner på området Ledarskap "
            "och delegering i Kommunkompassen var 55 och 57 av 100 poäng 2018. "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Källa: A report.",
            "en": "The latest published averages of Swedish municipalities in the area Leadership "
            "and delegation of Kommunekompasset were 55 and 57 out of 100 points in 2018. "
            "Kommunekompasset measures how a municipality is governed and led, not how good "
            "its services are. Source: A report.",
        },
    ),
    Example(
        "quote-published-of-some",
        of_some,
        {
            "nb": "Det publiserte snittet for 40 svenske evalueringer i Kommunekompasset var 455 "
            "av 800 poeng i 2018. Kommunekompasset måler hvordan en kommune styres og ledes, "
            "ikke kvaliteten på tjenestene. Kilde: A report.",
            "nn": "Det publiserte snittet for 40 svenske evalueringar i Kommunekompasset var 455 "
            "av 800 poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt og "
            "leidd, ikkje kvaliteten på tenestene. Kjelde: A report.",
            "sv": "Det publicerade genomsnittet för 40 svenska utvärderingar i Kommunkompassen var "
            "455 av 800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och leds, inte "
            "kvaliteten på servicen. Källa: A report.",
            "en": "The published average total of 40 Swedish evaluations in Kommunekompasset was "
            "455 out of 800 points in 2018. Kommunekompasset measures how a municipality is "
            "governed and led, not how good its services are. Source: A report.",
        },
    ),
    Example(
        "quote-question-sweden",
        question,
        {
            "nb": "Medianen for svenske kommuner på spørsmål 5.1 i Kommunekompasset er 7,5 av 15 "
            "poeng. Kommunekompasset måler hvordan en kommune styres og ledes, ikke "
            "kvaliteten på tjenestene. Regnet av de siste resultatene til 12 av minst 20 "
            "evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Medianen for svenske kommunar på spørsmål 5.1 i Kommunekompasset er 7,5 av 15 "
            "poeng. Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Rekna av dei siste resultata til 12 av minst 20 "
            "evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Medianen för svenska kommuner på fråga 5.1 i Kommunkompassen är 7,5 av 15 "
            "poäng. Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Räknat på de senaste resultaten för 12 av minst 20 utvärderade "
            "(version 2.0 och 2.1, 2014–2018).",
            "en": "The median of Swedish municipalities in question 5.1 of Kommunekompasset is "
            "7.5 out of 15 points. Kommunekompasset measures how a municipality is "
            "governed and led, not how good its services are. Based on the latest results "
            "of 12 of at least 20 evaluated (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    Example(
        "quote-area-median-sweden",
        median,
        {
            "nb": "Medianen for svenske kommuner på området Lederskap og delegering i "
            "Kommunekompasset er 45,5 av 100 poeng. Kommunekompasset måler hvordan en "
            "kommune styres og ledes, ikke kvaliteten på tjenestene. Regnet av de siste "
            "resultatene til 12 av minst 20 evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Medianen for svenske kommunar på området Leiarskap og delegering i "
            "Kommunekompasset er 45,5 av 100 poeng. Kommunekompasset måler korleis ein "
            "kommune blir styrt og leidd, ikkje kvaliteten på tenestene. Rekna av dei "
            "siste resultata til 12 av minst 20 evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Medianen för svenska kommuner i området Ledarskap och delegering i "
            "Kommunkompassen är 45,5 av 100 poäng. Kommunkompassen mäter hur en kommun "
            "styrs och leds, inte kvaliteten på servicen. Räknat på de senaste resultaten "
            "för 12 av minst 20 utvärderade (version 2.0 och 2.1, 2014–2018).",
            "en": "The median of Swedish municipalities in the area Leadership and delegation of "
            "Kommunekompasset is 45.5 out of 100 points. Kommunekompasset measures how a "
            "municipality is governed and led, not how good its services are. Based on the "
            "latest results of 12 of at least 20 evaluated (versions 2.0 and 2.1, "
            "2014–2018).",
        },
    ),
    Example(
        "quote-total-sweden",
        total,
        {
            "nb": "Snittet for svenske kommuner i Kommunekompasset er 359 av 800 poeng. "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Regnet av de siste resultatene til 12 av minst 20 evaluerte "
            "(versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Snittet for svenske kommunar i Kommunekompasset er 359 av 800 poeng. "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Rekna av dei siste resultata til 12 av minst 20 "
            "evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Genomsnittet för svenska kommuner i Kommunkompassen är 359 av 800 poäng. "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Räknat på de senaste resultaten för 12 av minst 20 utvärderade "
            "(version 2.0 och 2.1, 2014–2018).",
            "en": "The average total of Swedish municipalities in Kommunekompasset is 359 out of "
            "800 points. Kommunekompasset measures how a municipality is governed and led, "
            "not how good its services are. Based on the latest results of 12 of at least "
            "20 evaluated (versions 2.0 and 2.1, 2014–2018).",
        },
    ),
    Example(
        "quote-area-sweden",
        area,
        {
            "nb": "Snittet for svenske kommuner på området Lederskap og delegering i "
            "Kommunekompasset er 45,5 av 100 poeng. Kommunekompasset måler hvordan en "
            "kommune styres og ledes, ikke kvaliteten på tjenestene. Regnet av de siste "
            "resultatene til 12 av minst 20 evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "nn": "Snittet for svenske kommunar på området Leiarskap og delegering i "
            "Kommunekompasset er 45,5 av 100 poeng. Kommunekompasset måler korleis ein "
            "kommune blir styrt og leidd, ikkje kvaliteten på tenestene. Rekna av dei "
            "siste resultata til 12 av minst 20 evaluerte (versjon 2.0 og 2.1, 2014–2018).",
            "sv": "Genomsnittet för svenska kommuner i området Ledarskap och delegering i "
            "Kommunkompassen är 45,5 av 100 poäng. Kommunkompassen mäter hur en kommun "
            "styrs och leds, inte kvaliteten på servicen. Räknat på de senaste resultaten "
            "för 12 av minst 20 utvärderade (version 2.0 och 2.1, 2014–2018).",
            "en": "The average of Swedish municipalities in the area Leadership and delegation "
            "of Kommunekompasset is 45.5 out of 100 points. Kommunekompasset measures how "
            "a municipality is governed and led, not how good its services are. Based on "
            "the latest results of 12 of at least 20 evaluated (versions 2.0 and 2.1, "
            "2014–2018).",
        },
    ),
    Example(
        "quote-published-one",
        lambda: published(466),
        {
            "nb": "Det publiserte snittet for svenske kommuner i Kommunekompasset var 466 av 800 "
            "poeng i 2018. Kommunekompasset måler hvordan en kommune styres og ledes, ikke "
            "kvaliteten på tjenestene. Kilde: A report.",
            "nn": "Det publiserte snittet for svenske kommunar i Kommunekompasset var 466 av 800 "
            "poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt og leidd, "
            "ikkje kvaliteten på tenestene. Kjelde: A report.",
            "sv": "Det publicerade genomsnittet för svenska kommuner i Kommunkompassen var 466 "
            "av 800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och leds, inte "
            "kvaliteten på servicen. Källa: A report.",
            "en": "The published average total of Swedish municipalities in Kommunekompasset was "
            "466 out of 800 points in 2018. Kommunekompasset measures how a municipality "
            "is governed and led, not how good its services are. Source: A report.",
        },
    ),
    Example(
        "quote-published-two",
        lambda: published(466, 476),
        {
            "nb": "De publiserte snittene for svenske kommuner i Kommunekompasset var 466 og 476 "
            "av 800 poeng i 2018. Kommunekompasset måler hvordan en kommune styres og "
            "ledes, ikke kvaliteten på tjenestene. Kilde: A report.",
            "nn": "Dei publiserte snitta for svenske kommunar i Kommunekompasset var 466 og 476 "
            "av 800 poeng i 2018. Kommunekompasset måler korleis ein kommune blir styrt og "
            "leidd, ikkje kvaliteten på tenestene. Kjelde: A report.",
            "sv": "De publicerade genomsnitten för svenska kommuner i Kommunkompassen var 466 "
            "och 476 av 800 poäng 2018. Kommunkompassen mäter hur en kommun styrs och "
            "leds, inte kvaliteten på servicen. Källa: A report.",
            "en": "The published average totals of Swedish municipalities in Kommunekompasset "
            "were 466 and 476 out of 800 points in 2018. Kommunekompasset measures how a "
            "municipality is governed and led, not how good its services are. Source: A "
            "report.",
        },
    ),
    Example(
        "quote-published-area",
        lambda: published_of_area(50),
        {
            "nb": "Det publiserte snittet for svenske kommuner på området Lederskap og "
            "delegering i Kommunekompasset var 50 av 100 poeng i 2018. Kommunekompasset "
            "måler hvordan en kommune styres og ledes, ikke kvaliteten på tjenestene. "
            "Kilde: A report.",
            "nn": "Det publiserte snittet for svenske kommunar på området Leiarskap og "
            "delegering i Kommunekompasset var 50 av 100 poeng i 2018. Kommunekompasset "
            "måler korleis ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene. "
            "Kjelde: A report.",
            "sv": "Det publicerade genomsnittet för svenska kommuner på området Ledarskap och "
            "delegering i Kommunkompassen var 50 av 100 poäng 2018. Kommunkompassen mäter "
            "hur en kommun styrs och leds, inte kvaliteten på servicen. Källa: A report.",
            "en": "The published average of Swedish municipalities in the area Leadership and "
            "delegation of Kommunekompasset was 50 out of 100 points in 2018. "
            "Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are. Source: A report.",
        },
    ),
    Example(
        "quote-published-area-two",
        lambda: published_of_area(50, 55),
        {
            "nb": "De publiserte snittene for svenske kommuner på området Lederskap og "
            "delegering i Kommunekompasset var 50 og 55 av 100 poeng i 2018. "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Kilde: A report.",
            "nn": "Dei publiserte snitta for svenske kommunar på området Leiarskap og delegering "
            "i Kommunekompasset var 50 og 55 av 100 poeng i 2018. Kommunekompasset måler "
            "korleis ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene. "
            "Kjelde: A report.",
            "sv": "De publicerade genomsnitten för svenska kommuner på området Ledarskap och "
            "delegering i Kommunkompassen var 50 och 55 av 100 poäng 2018. Kommunkompassen "
            "mäter hur en kommun styrs och leds, inte kvaliteten på servicen. Källa: A "
            "report.",
            "en": "The published averages of Swedish municipalities in the area Leadership and "
            "delegation of Kommunekompasset were 50 and 55 out of 100 points in 2018. "
            "Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are. Source: A report.",
        },
    ),
)
