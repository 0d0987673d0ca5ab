"""Sentences that can be printed as they stand. All of them begin with what is measured."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from app.domain.message import LocalText, Message
from app.domain.peers import Comparison
from app.domain.wording.quotes import (
    basis_words,
    quote_alone,
    quote_beside,
    quote_in_no_order,
    quote_not_comparable,
    quote_several,
    quote_since,
    quote_two,
    quote_unknown,
    quote_with_caution,
)
from app.domain.wording.sets import comparison_phrase, member_name
from tests.domain.examples import evaluation
from tests.wording.examples import (
    COMPUTED,
    NAMED,
    PUBLISHED,
    Example,
    Said,
    comparison,
    instrument,
    total_gap,
)

OPENING = {
    "nb": "I Kommunekompasset, som måler hvordan en kommune styres og ledes, og ikke hvor gode "
    "tjenestene er, ",
    "nn": "I Kommunekompasset, som måler korleis ein kommune blir styrt og leidd, og ikkje kor "
    "gode tenestene er, ",
    "sv": "I Kommunkompassen, som mäter hur en kommun styrs och leds och inte hur bra dess service "
    "är, ",
    "en": "In Kommunekompasset, which measures how a municipality is governed and led and not how "
    "good its services are, ",
}

RESULT = evaluation({}, "433.0")
EARLIER = replace(evaluation({}, "366.4"), year=2011)
UNKNOWN = evaluation({})


def quotation(id: str, call: Callable[[], Said], words: Mapping[str, str]) -> Example:
    """An example whose words follow the opening."""
    return Example(id, call, {lang: OPENING[lang] + text for lang, text in words.items()})


def beside(found: Comparison, value: int) -> Message:
    """433 points beside an average, or beside the first who is named."""
    whom = member_name(found.named[0]) if found.named else comparison_phrase(found)
    basis = basis_words(found, Decimal(value), instrument())
    return quote_beside("Hemne", RESULT, whom, total_gap(433 - value), basis)


def two(other: int) -> Message:
    scores = Decimal(433), Decimal(other)
    return quote_two(("Hemne 2018", "Lom 2019"), scores, total_gap(433 - other))


def named(*scores: int) -> list[tuple[str, Decimal]]:
    names = ("Hemne 2018", "Lom 2019", "Skaun 2017", "Vågå 2015")
    return [(name, Decimal(score)) for name, score in zip(names, scores, strict=False)]


def several(*scores: int) -> Message:
    return quote_several(named(*scores), Decimal(10))


RAISED = LocalText(
    {
        "nb": "Kravene ble hevet.",
        "nn": "Krava vart heva.",
        "sv": "Kraven höjdes.",
        "en": "The bar was raised.",
    }
)


ALONE = (
    quotation(
        "quote-unknown-total",
        lambda: quote_alone("Hemne", UNKNOWN),
        {
            "nb": "ble Hemne evaluert i 2018, men vi har ikke funnet totalsummen i kildene vi har "
            "lest.",
            "en": "Hemne was evaluated in 2018, but we have not found the total in the sources we "
            "have read.",
        },
    ),
    quotation(
        "quote-alone",
        lambda: quote_alone("Hemne", RESULT),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, et resultat som ikke er sammenlignet med "
            "noe annet her.",
            "en": "Hemne got 433 of 800 points in 2018, a result that is set beside no other here.",
        },
    ),
    quotation(
        "quote-since",
        lambda: quote_since("Hemne", RESULT, EARLIER),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, etter 366,4 av 800 i sin egen evaluering "
            "fra 2011.",
            "en": "Hemne got 433 of 800 points in 2018, after 366.4 of 800 in its own evaluation "
            "of 2011.",
        },
    ),
    quotation(
        "quote-since-unknown",
        lambda: quote_since("Hemne", RESULT, UNKNOWN),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, et resultat som ikke er sammenlignet med "
            "noe annet her.",
            "en": "Hemne got 433 of 800 points in 2018, a result that is set beside no other here.",
        },
    ),
)

BESIDE = (
    quotation(
        "quote-above-an-average",
        lambda: beside(comparison(COMPUTED), 302),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, 131 poeng over snittet for 5 andre norske "
            "kommuner med tall her (302 poeng; versjon 2.0 og 2.1, 2014–2018).",
            "nn": "fekk Hemne 433 av 800 poeng i 2018, 131 poeng over snittet for 5 andre norske "
            "kommunar med tal her (302 poeng; versjon 2.0 og 2.1, 2014–2018).",
            "sv": "fick Hemne 433 av 800 poäng 2018, 131 poäng över genomsnittet för 5 andra "
            "norska kommuner med siffror här (302 poäng; version 2.0 och 2.1, 2014–2018).",
            "en": "Hemne got 433 of 800 points in 2018, 131 points above the average of 5 other "
            "Norwegian municipalities with figures here (302 points; versions 2.0 and 2.1, "
            "2014–2018).",
        },
    ),
    quotation(
        "quote-below-a-published-average",
        lambda: beside(comparison(PUBLISHED, n=290), 450),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, 17 poeng under det publiserte snittet fra "
            "2018 for evaluerte norske kommuner (450 poeng, n\xa0=\xa0290).",
            "nn": "fekk Hemne 433 av 800 poeng i 2018, 17 poeng under det publiserte snittet frå "
            "2018 for evaluerte norske kommunar (450 poeng, n\xa0=\xa0290).",
            "sv": "fick Hemne 433 av 800 poäng 2018, 17 poäng under det publicerade genomsnittet "
            "från 2018 för utvärderade norska kommuner (450 poäng, n\xa0=\xa0290).",
            "en": "Hemne got 433 of 800 points in 2018, 17 points below the published average of "
            "2018 for evaluated Norwegian municipalities (450 points, n = 290).",
        },
    ),
    quotation(
        "quote-about-a-published-average",
        lambda: beside(comparison(PUBLISHED, n=None), 430),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, omtrent likt med det publiserte snittet fra "
            "2018 for evaluerte norske kommuner (430 poeng; kilden sier ikke hvor mange kommuner "
            "det gjelder).",
            "nn": "fekk Hemne 433 av 800 poeng i 2018, om lag likt med det publiserte snittet frå "
            "2018 for evaluerte norske kommunar (430 poeng; kjelda seier ikkje kor mange kommunar "
            "det gjeld).",
            "sv": "fick Hemne 433 av 800 poäng 2018, ungefär lika mycket som det publicerade "
            "genomsnittet från 2018 för utvärderade norska kommuner (430 poäng; källan säger inte "
            "hur många kommuner det gäller).",
            "en": "Hemne got 433 of 800 points in 2018, about the same as the published average of "
            "2018 for evaluated Norwegian municipalities (430 points; the source does not say over "
            "how many municipalities).",
        },
    ),
    quotation(
        "quote-beside-one-by-name",
        lambda: beside(comparison(NAMED), 400),
        {
            "nb": "fikk Hemne 433 av 800 poeng i 2018, 33 poeng over Lom 2018 (400 poeng; for få "
            "andre har tall til et snitt).",
            "nn": "fekk Hemne 433 av 800 poeng i 2018, 33 poeng over Lom 2018 (400 poeng; for få "
            "andre har tal til eit snitt).",
            "sv": "fick Hemne 433 av 800 poäng 2018, 33 poäng över Lom 2018 (400 poäng; för få "
            "andra har siffror för ett genomsnitt).",
            "en": "Hemne got 433 of 800 points in 2018, 33 points above Lom 2018 (400 points; too "
            "few others have figures for an average).",
        },
    ),
)

SEVERAL = (
    quotation(
        "quote-two-alike",
        lambda: two(430),
        {
            "nb": "endte Hemne 2018 på 433 poeng og Lom 2019 på 430, altså omtrent likt, når bare "
            "disse to evalueringene sammenlignes.",
            "en": "Hemne 2018 got 433 points and Lom 2019 430, about the same, where only these "
            "two evaluations are compared.",
        },
    ),
    quotation(
        "quote-two-above",
        lambda: two(324),
        {
            "nb": "endte Hemne 2018 på 433 poeng, 109 flere enn Lom 2019 (324), når bare disse to "
            "evalueringene sammenlignes.",
            "en": "Hemne 2018 got 433 points, 109 more than Lom 2019 (324), where only these two "
            "evaluations are compared.",
        },
    ),
    quotation(
        "quote-two-below",
        lambda: two(523),
        {
            "nb": "endte Hemne 2018 på 433 poeng, 90 færre enn Lom 2019 (523), når bare disse to "
            "evalueringene sammenlignes.",
            "en": "Hemne 2018 got 433 points, 90 fewer than Lom 2019 (523), where only these two "
            "evaluations are compared.",
        },
    ),
    quotation(
        "quote-several-alike",
        lambda: several(433, 430, 428),
        {
            "nb": "er totalsummene for Hemne 2018, Lom 2019 og Skaun 2017 omtrent like, 428–433 "
            "poeng, når bare disse 3 evalueringene sammenlignes.",
            "en": "the totals of Hemne 2018, Lom 2019 and Skaun 2017 are about the same, 428–433 "
            "points, where only these 3 evaluations are compared.",
        },
    ),
    quotation(
        "quote-several-with-a-tie",
        lambda: several(433, 300, 433, 350),
        {
            "nb": "fikk Hemne 2018 og Skaun 2017 høyest totalsum, 433 poeng, og Lom 2019 lavest, "
            "300, når bare disse 4 evalueringene sammenlignes: Hemne 2018, Lom 2019, Skaun 2017 og "
            "Vågå 2015.",
            "en": "Hemne 2018 and Skaun 2017 got the highest total, 433 points, and Lom 2019 the "
            "lowest, 300, where only these 4 evaluations are compared: Hemne 2018, Lom 2019, Skaun "
            "2017 and Vågå 2015.",
        },
    ),
    quotation(
        "quote-several-of-two-families",
        lambda: quote_in_no_order(named(433, 523, 300)),
        {
            "nb": "er totalsummene for disse 3 evalueringene kjent: Hemne 2018 (433 poeng), Lom "
            "2019 (523 poeng) og Skaun 2017 (300 poeng). Poeng fra ulike metoder rangeres ikke "
            "sammen.",
            "nn": "er totalsummane for desse 3 evalueringane kjende: Hemne 2018 (433 poeng), Lom "
            "2019 (523 poeng) og Skaun 2017 (300 poeng). Poeng frå ulike metodar blir ikkje "
            "rangerte saman.",
            "sv": "är totalsummorna för dessa 3 utvärderingar kända: Hemne 2018 (433 poäng), Lom "
            "2019 (523 poäng) och Skaun 2017 (300 poäng). Poäng från olika metoder rangordnas inte "
            "tillsammans.",
            "en": "the totals of these 3 evaluations are known: Hemne 2018 (433 points), Lom 2019 "
            "(523 points) and Skaun 2017 (300 points). Points from different methods are not put "
            "in order.",
        },
    ),
    quotation(
        "quote-two-with-caution",
        lambda: quote_with_caution(two(324), RAISED),
        {
            "nb": "endte Hemne 2018 på 433 poeng, 109 flere enn Lom 2019 (324), når bare disse to "
            "evalueringene sammenlignes. Merk: Kravene ble hevet.",
            "nn": "enda Hemne 2018 på 433 poeng, 109 fleire enn Lom 2019 (324), når berre desse to "
            "evalueringane blir samanlikna. Merk: Krava vart heva.",
            "sv": "hamnade Hemne 2018 på 433 poäng, 109 fler än Lom 2019 (324), när bara dessa två "
            "utvärderingar jämförs. Observera: Kraven höjdes.",
            "en": "Hemne 2018 got 433 points, 109 more than Lom 2019 (324), where only these two "
            "evaluations are compared. Note: The bar was raised.",
        },
    ),
    quotation(
        "quote-not-comparable",
        lambda: quote_not_comparable(["Hemne 2018", "Lom 2023"]),
        {
            "nb": "kan resultatene for Hemne 2018 og Lom 2023 ikke sammenlignes, fordi metodene er "
            "ulike.",
            "en": "the results of Hemne 2018 and Lom 2023 cannot be compared, because the methods "
            "differ.",
        },
    ),
    quotation(
        "quote-totals-unknown",
        lambda: quote_unknown(["Hemne 2018", "Lom 2019"]),
        {
            "nb": "kan totalsummene for Hemne 2018 og Lom 2019 ikke sammenlignes, fordi vi ikke "
            "har funnet nok av dem i kildene vi har lest.",
            "en": "the totals of Hemne 2018 and Lom 2019 cannot be compared, because we have not "
            "found enough of them in the sources we have read.",
        },
    ),
)


EXAMPLES = (*ALONE, *BESIDE, *SEVERAL)
