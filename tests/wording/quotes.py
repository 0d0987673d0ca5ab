"""Sentences that can be printed as they stand: the result first, then what is measured."""

from decimal import Decimal

from app.domain.message import LocalText, Message, say
from app.domain.naming.spelling import Collation
from app.domain.wording.beside import since_sentence
from app.domain.wording.quotes import (
    quote_in_no_order,
    quote_not_comparable,
    quote_result,
    quote_several,
    quote_two,
    quote_unknown,
    quote_with_caution,
)
from tests.domain.examples import evaluation
from tests.wording.examples import Example, total_gap

UNORDERED = say("Points from different methods are not put in order.")
RESULT = evaluation({}, "433.0")
UNKNOWN = evaluation({})


def two(other: int) -> Message:
    scores = Decimal(433), Decimal(other)
    return quote_two(("Hemne 2018", "Lom 2019"), scores, total_gap(433 - other))


def named(*scores: int) -> list[tuple[str, Decimal]]:
    names = ("Hemne 2018", "Lom 2019", "Skaun 2017", "Vågå 2015")
    return [(name, Decimal(score)) for name, score in zip(names, scores, strict=False)]


def several(*scores: int) -> Message:
    return quote_several(named(*scores), Decimal(10), Collation.NORWEGIAN)


RAISED = LocalText(
    {
        "nb": "Kravene ble hevet.",
        "nn": "Krava vart heva.",
        "sv": "Kraven höjdes.",
        "en": "The bar was raised.",
    }
)


ALONE = (
    Example(
        "quote-unknown-total",
        lambda: quote_result("Hemne", UNKNOWN),
        {
            "nb": "Hemne ble evaluert med Kommunekompasset i 2018. Vi har ikke funnet den "
            "samlede poengsummen. Kommunekompasset måler hvordan en kommune styres og "
            "ledes, ikke kvaliteten på tjenestene.",
            "nn": "Hemne vart evaluert med Kommunekompasset i 2018. Vi har ikkje funne den samla "
            "poengsummen. Kommunekompasset måler korleis ein kommune blir styrt og leidd, "
            "ikkje kvaliteten på tenestene.",
            "sv": "Hemne utvärderades med Kommunkompassen 2018. Vi har inte hittat totalpoängen. "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen.",
            "en": "Hemne was evaluated with Kommunekompasset in 2018. We have not found the "
            "total. Kommunekompasset measures how a municipality is governed and led, not "
            "how good its services are.",
        },
    ),
    Example(
        "quote-unknown-total-with-a-stated-place",
        lambda: quote_result("Hemne", UNKNOWN, UNORDERED),
        {
            "nb": "Hemne ble evaluert med Kommunekompasset i 2018. Kommunekompasset måler hvordan "
            "en kommune styres og ledes, ikke kvaliteten på tjenestene. Poeng fra ulike metoder "
            "rangeres ikke sammen.",
            "nn": "Hemne vart evaluert med Kommunekompasset i 2018. Kommunekompasset måler korleis "
            "ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene. Poeng frå ulike "
            "metodar blir ikkje rangerte saman.",
            "sv": "Hemne utvärderades med Kommunkompassen 2018. Kommunkompassen mäter hur en "
            "kommun styrs och leds, inte kvaliteten på servicen. Poäng från olika metoder "
            "rangordnas inte tillsammans.",
            "en": "Hemne was evaluated with Kommunekompasset in 2018. Kommunekompasset measures "
            "how a municipality is governed and led, not how good its services are. Points from "
            "different methods are not put in order.",
        },
    ),
    Example(
        "quote-alone",
        lambda: quote_result("Hemne", RESULT),
        {
            "nb": "Hemne fikk 433 av 800 poeng i Kommunekompasset i 2018. Kommunekompasset måler "
            "hvordan en kommune styres og ledes, ikke kvaliteten på tjenestene.",
            "nn": "Hemne fekk 433 av 800 poeng i Kommunekompasset i 2018. Kommunekompasset måler "
            "korleis ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene.",
            "sv": "Hemne fick 433 av 800 poäng i Kommunkompassen 2018. Kommunkompassen mäter hur "
            "en kommun styrs och leds, inte kvaliteten på servicen.",
            "en": "Hemne scored 433 out of 800 points in Kommunekompasset in 2018. "
            "Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are.",
        },
    ),
    Example(
        "quote-beside",
        lambda: quote_result("Hemne", RESULT, since_sentence(Decimal("366.4"), 2011)),
        {
            "nb": "Hemne fikk 433 av 800 poeng i Kommunekompasset i 2018. Kommunekompasset måler "
            "hvordan en kommune styres og ledes, ikke kvaliteten på tjenestene. I sin egen "
            "evaluering i 2011 fikk kommunen 366.",
            "nn": "Hemne fekk 433 av 800 poeng i Kommunekompasset i 2018. Kommunekompasset måler "
            "korleis ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene. I si "
            "eiga evaluering i 2011 fekk kommunen 366.",
            "sv": "Hemne fick 433 av 800 poäng i Kommunkompassen 2018. Kommunkompassen mäter hur "
            "en kommun styrs och leds, inte kvaliteten på servicen. I sin egen utvärdering "
            "2011 fick kommunen 366.",
            "en": "Hemne scored 433 out of 800 points in Kommunekompasset in 2018. "
            "Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are. In its own evaluation of 2011 it scored 366.",
        },
    ),
)

SEVERAL = (
    Example(
        "quote-two-alike",
        lambda: two(430),
        {
            "nb": "Hemne 2018 fikk 433 poeng i Kommunekompasset og Lom 2019 430: omtrent likt. "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Bare disse to evalueringene er sammenlignet.",
            "nn": "Hemne 2018 fekk 433 poeng i Kommunekompasset og Lom 2019 430: om lag likt. "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Berre desse to evalueringane er samanlikna.",
            "sv": "Hemne 2018 fick 433 poäng i Kommunkompassen och Lom 2019 430: ungefär lika. "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Bara dessa två utvärderingar jämförs.",
            "en": "Hemne 2018 scored 433 points in Kommunekompasset and Lom 2019 430: about the "
            "same. Kommunekompasset measures how a municipality is governed and led, not "
            "how good its services are. Only these two evaluations are compared.",
        },
    ),
    Example(
        "quote-two-above",
        lambda: two(324),
        {
            "nb": "Hemne 2018 fikk 433 poeng i Kommunekompasset, 109 flere enn Lom 2019 (324). "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Bare disse to evalueringene er sammenlignet.",
            "nn": "Hemne 2018 fekk 433 poeng i Kommunekompasset, 109 fleire enn Lom 2019 (324). "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Berre desse to evalueringane er samanlikna.",
            "sv": "Hemne 2018 fick 433 poäng i Kommunkompassen, 109 fler än Lom 2019 (324). "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Bara dessa två utvärderingar jämförs.",
            "en": "Hemne 2018 scored 433 points in Kommunekompasset, 109 more than Lom 2019 "
            "(324). Kommunekompasset measures how a municipality is governed and led, not "
            "how good its services are. Only these two evaluations are compared.",
        },
    ),
    Example(
        "quote-two-below",
        lambda: two(523),
        {
            "nb": "Hemne 2018 fikk 433 poeng i Kommunekompasset, 90 færre enn Lom 2019 (523). "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Bare disse to evalueringene er sammenlignet.",
            "nn": "Hemne 2018 fekk 433 poeng i Kommunekompasset, 90 færre enn Lom 2019 (523). "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Berre desse to evalueringane er samanlikna.",
            "sv": "Hemne 2018 fick 433 poäng i Kommunkompassen, 90 färre än Lom 2019 (523). "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Bara dessa två utvärderingar jämförs.",
            "en": "Hemne 2018 scored 433 points in Kommunekompasset, 90 fewer than Lom 2019 "
            "(523). Kommunekompasset measures how a municipality is governed and led, not "
            "how good its services are. Only these two evaluations are compared.",
        },
    ),
    Example(
        "quote-several-alike",
        lambda: several(433, 430, 428),
        {
            "nb": "De samlede poengsummene i Kommunekompasset er omtrent like, 428–433 poeng. "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Bare disse 3 evalueringene er sammenlignet: Hemne 2018, Lom 2019 "
            "og Skaun 2017.",
            "nn": "Dei samla poengsummane i Kommunekompasset er om lag like, 428–433 poeng. "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Berre desse 3 evalueringane er samanlikna: Hemne "
            "2018, Lom 2019 og Skaun 2017.",
            "sv": "Totalpoängen i Kommunkompassen är ungefär lika, 428–433 poäng. "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Bara dessa 3 utvärderingar jämförs: Hemne 2018, Lom 2019 och Skaun "
            "2017.",
            "en": "The totals in Kommunekompasset are about the same, 428–433 points. "
            "Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are. Only these 3 evaluations are compared: Hemne 2018, Lom "
            "2019 and Skaun 2017.",
        },
    ),
    Example(
        "quote-several-with-a-tie",
        lambda: several(433, 300, 433, 350),
        {
            "nb": "Hemne 2018 og Skaun 2017 fikk flest poeng i Kommunekompasset, 433, og Lom "
            "2019 færrest, 300. Kommunekompasset måler hvordan en kommune styres og ledes, "
            "ikke kvaliteten på tjenestene. Bare disse 4 evalueringene er sammenlignet: "
            "Hemne 2018, Lom 2019, Skaun 2017 og Vågå 2015.",
            "nn": "Hemne 2018 og Skaun 2017 fekk flest poeng i Kommunekompasset, 433, og Lom "
            "2019 færrast, 300. Kommunekompasset måler korleis ein kommune blir styrt og "
            "leidd, ikkje kvaliteten på tenestene. Berre desse 4 evalueringane er "
            "samanlikna: Hemne 2018, Lom 2019, Skaun 2017 og Vågå 2015.",
            "sv": "Hemne 2018 och Skaun 2017 fick flest poäng i Kommunkompassen, 433, och Lom "
            "2019 minst, 300. Kommunkompassen mäter hur en kommun styrs och leds, inte "
            "kvaliteten på servicen. Bara dessa 4 utvärderingar jämförs: Hemne 2018, Lom "
            "2019, Skaun 2017 och Vågå 2015.",
            "en": "Hemne 2018 and Skaun 2017 scored highest in Kommunekompasset, 433 points, and "
            "Lom 2019 lowest, 300. Kommunekompasset measures how a municipality is "
            "governed and led, not how good its services are. Only these 4 evaluations are "
            "compared: Hemne 2018, Lom 2019, Skaun 2017 and Vågå 2015.",
        },
    ),
    Example(
        "quote-several-of-two-families",
        lambda: quote_in_no_order(named(433, 523, 300), UNORDERED),
        {
            "nb": "Samlet poengsum i Kommunekompasset: Hemne 2018 (433), Lom 2019 (523) og Skaun "
            "2017 (300). Kommunekompasset måler hvordan en kommune styres og ledes, ikke "
            "kvaliteten på tjenestene. Poeng fra ulike metoder rangeres ikke sammen.",
            "nn": "Samla poengsum i Kommunekompasset: Hemne 2018 (433), Lom 2019 (523) og Skaun "
            "2017 (300). Kommunekompasset måler korleis ein kommune blir styrt og leidd, "
            "ikkje kvaliteten på tenestene. Poeng frå ulike metodar blir ikkje rangerte "
            "saman.",
            "sv": "Totalpoäng i Kommunkompassen: Hemne 2018 (433), Lom 2019 (523) och Skaun 2017 "
            "(300). Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Poäng från olika metoder rangordnas inte tillsammans.",
            "en": "Totals in Kommunekompasset: Hemne 2018 (433), Lom 2019 (523) and Skaun 2017 "
            "(300). Kommunekompasset measures how a municipality is governed and led, not "
            "how good its services are. Points from different methods are not put in order.",
        },
    ),
    Example(
        "quote-two-with-caution",
        lambda: quote_with_caution(two(324), RAISED),
        {
            "nb": "Hemne 2018 fikk 433 poeng i Kommunekompasset, 109 flere enn Lom 2019 (324). "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Bare disse to evalueringene er sammenlignet. Merk: Kravene ble "
            "hevet.",
            "nn": "Hemne 2018 fekk 433 poeng i Kommunekompasset, 109 fleire enn Lom 2019 (324). "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Berre desse to evalueringane er samanlikna. Merk: "
            "Krava vart heva.",
            "sv": "Hemne 2018 fick 433 poäng i Kommunkompassen, 109 fler än Lom 2019 (324). "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Bara dessa två utvärderingar jämförs. Observera: Kraven höjdes.",
            "en": "Hemne 2018 scored 433 points in Kommunekompasset, 109 more than Lom 2019 "
            "(324). Kommunekompasset measures how a municipality is governed and led, not "
            "how good its services are. Only these two evaluations are compared. Note: The "
            "bar was raised.",
        },
    ),
    Example(
        "quote-not-comparable",
        lambda: quote_not_comparable(["Hemne 2018", "Lom 2023"]),
        {
            "nb": "Resultatene til Hemne 2018 og Lom 2023 i Kommunekompasset kan ikke "
            "sammenlignes, fordi metodene er ulike. Kommunekompasset måler hvordan en "
            "kommune styres og ledes, ikke kvaliteten på tjenestene.",
            "nn": "Resultata til Hemne 2018 og Lom 2023 i Kommunekompasset kan ikkje "
            "samanliknast, fordi metodane er ulike. Kommunekompasset måler korleis ein "
            "kommune blir styrt og leidd, ikkje kvaliteten på tenestene.",
            "sv": "Resultaten för Hemne 2018 och Lom 2023 i Kommunkompassen kan inte jämföras, "
            "eftersom metoderna skiljer sig. Kommunkompassen mäter hur en kommun styrs och "
            "leds, inte kvaliteten på servicen.",
            "en": "The results of Hemne 2018 and Lom 2023 in Kommunekompasset cannot be "
            "compared, because the methods differ. Kommunekompasset measures how a "
            "municipality is governed and led, not how good its services are.",
        },
    ),
    Example(
        "quote-totals-unknown",
        lambda: quote_unknown(["Hemne 2018", "Lom 2019"]),
        {
            "nb": "Poengsummene til Hemne 2018 og Lom 2019 i Kommunekompasset kan ikke "
            "sammenlignes. Vi har ikke funnet nok av dem. Kommunekompasset måler hvordan "
            "en kommune styres og ledes, ikke kvaliteten på tjenestene.",
            "nn": "Poengsummane til Hemne 2018 og Lom 2019 i Kommunekompasset kan ikkje "
            "samanliknast. Vi har ikkje funne nok av dei. Kommunekompasset måler korleis "
            "ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene.",
            "sv": "Totalpoängen för Hemne 2018 och Lom 2019 i Kommunkompassen kan inte jämföras. "
            "Vi har inte hittat tillräckligt många. Kommunkompassen mäter hur en kommun "
            "styrs och leds, inte kvaliteten på servicen.",
            "en": "The totals of Hemne 2018 and Lom 2019 in Kommunekompasset cannot be compared. "
            "We have not found enough of them. Kommunekompasset measures how a "
            "municipality is governed and led, not how good its services are.",
        },
    ),
)


LONG = [(f"Herøy (Møre og Romsdal) {year}", Decimal(year - 1600)) for year in range(2012, 2018)]
"""Names with so many words that not all of them fit into a sentence that can be printed."""

OF_MANY = (
    Example(
        "quote-many-unknown",
        lambda: quote_unknown([name for name, _ in LONG]),
        {
            "nb": "Poengsummene til disse 6 evalueringene i Kommunekompasset kan ikke "
            "sammenlignes. Vi har ikke funnet nok av dem. Kommunekompasset måler hvordan "
            "en kommune styres og ledes, ikke kvaliteten på tjenestene.",
            "nn": "Poengsummane til desse 6 evalueringane i Kommunekompasset kan ikkje "
            "samanliknast. Vi har ikkje funne nok av dei. Kommunekompasset måler korleis "
            "ein kommune blir styrt og leidd, ikkje kvaliteten på tenestene.",
            "sv": "Totalpoängen för dessa 6 utvärderingar i Kommunkompassen kan inte jämföras. "
            "Vi har inte hittat tillräckligt många. Kommunkompassen mäter hur en kommun "
            "styrs och leds, inte kvaliteten på servicen.",
            "en": "The totals of these 6 evaluations in Kommunekompasset cannot be compared. We "
            "have not found enough of them. Kommunekompasset measures how a municipality "
            "is governed and led, not how good its services are.",
        },
    ),
    Example(
        "quote-many-alike",
        lambda: quote_several(LONG, Decimal(10), Collation.NORWEGIAN),
        {
            "nb": "De samlede poengsummene i Kommunekompasset er omtrent like, 412–417 poeng. "
            "Kommunekompasset måler hvordan en kommune styres og ledes, ikke kvaliteten på "
            "tjenestene. Bare disse 6 evalueringene er sammenlignet.",
            "nn": "Dei samla poengsummane i Kommunekompasset er om lag like, 412–417 poeng. "
            "Kommunekompasset måler korleis ein kommune blir styrt og leidd, ikkje "
            "kvaliteten på tenestene. Berre desse 6 evalueringane er samanlikna.",
            "sv": "Totalpoängen i Kommunkompassen är ungefär lika, 412–417 poäng. "
            "Kommunkompassen mäter hur en kommun styrs och leds, inte kvaliteten på "
            "servicen. Bara dessa 6 utvärderingar jämförs.",
            "en": "The totals in Kommunekompasset are about the same, 412–417 points. "
            "Kommunekompasset measures how a municipality is governed and led, not how "
            "good its services are. Only these 6 evaluations are compared.",
        },
    ),
    Example(
        "quote-many-in-no-order",
        lambda: quote_in_no_order(LONG, UNORDERED),
        {
            "nb": "Samlet poengsum i Kommunekompasset: Herøy (Møre og Romsdal) 2012 (412), Herøy "
            "(Møre og Romsdal) 2013 (413) og Herøy (Møre og Romsdal) 2014 (414). Dessuten: "
            "Herøy (Møre og Romsdal) 2015 (415), Herøy (Møre og Romsdal) 2016 (416) og "
            "Herøy (Møre og Romsdal) 2017 (417). Kommunekompasset måler hvordan en kommune "
            "styres og ledes, ikke kvaliteten på tjenestene. Poeng fra ulike metoder "
            "rangeres ikke sammen.",
            "nn": "Samla poengsum i Kommunekompasset: Herøy (Møre og Romsdal) 2012 (412), Herøy "
            "(Møre og Romsdal) 2013 (413) og Herøy (Møre og Romsdal) 2014 (414). Dessutan: "
            "Herøy (Møre og Romsdal) 2015 (415), Herøy (Møre og Romsdal) 2016 (416) og "
            "Herøy (Møre og Romsdal) 2017 (417). Kommunekompasset måler korleis ein "
            "kommune blir styrt og leidd, ikkje kvaliteten på tenestene. Poeng frå ulike "
            "metodar blir ikkje rangerte saman.",
            "sv": "Totalpoäng i Kommunkompassen: Herøy (Møre og Romsdal) 2012 (412), Herøy (Møre "
            "og Romsdal) 2013 (413) och Herøy (Møre og Romsdal) 2014 (414). Dessutom: "
            "Herøy (Møre og Romsdal) 2015 (415), Herøy (Møre og Romsdal) 2016 (416) och "
            "Herøy (Møre og Romsdal) 2017 (417). Kommunkompassen mäter hur en kommun styrs "
            "och leds, inte kvaliteten på servicen. Poäng från olika metoder rangordnas "
            "inte tillsammans.",
            "en": "Totals in Kommunekompasset: Herøy (Møre og Romsdal) 2012 (412), Herøy (Møre "
            "og Romsdal) 2013 (413) and Herøy (Møre og Romsdal) 2014 (414). Also: Herøy "
            "(Møre og Romsdal) 2015 (415), Herøy (Møre og Romsdal) 2016 (416) and Herøy "
            "(Møre og Romsdal) 2017 (417). Kommunekompasset measures how a municipality is "
            "governed and led, not how good its services are. Points from different "
            "methods are not put in order.",
        },
    ),
)

EXAMPLES = (*ALONE, *SEVERAL, *OF_MANY)
