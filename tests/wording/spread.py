"""The middle of a country's results, and who did best."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.coverage import Coverage, Unrepresentative
from app.domain.distribution import Scored, Spread, latest_scored, spreads
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.wording.distribution import best_words, median_words
from app.domain.wording.sets import versions_words
from tests.domain.examples import HUNDRED, summary
from tests.wording.examples import NORWAY, SWEDEN, Example, instrument

NAMES = ("aure", "bokn", "dyrøy", "etne", "flå", "gol", "hol", "kvam")


def spread(
    scores: Sequence[int | str], country: Country = NORWAY, evaluated: int | None = None
) -> Spread:
    """As many municipalities as there are scores, the first of 2015; `evaluated` are known to be,
    without it only they."""
    found = [
        Scored(summary(name, year=2018 if at else 2015, country=country), Decimal(score))
        for at, (name, score) in enumerate(zip(NAMES, scores, strict=False))
    ]
    return spreads(
        latest_scored(found, Collation.NORWEGIAN), lambda _: Coverage(0, evaluated or len(found))
    )[0]


MEDIANS = (
    Example(
        "median-of-too-few-of-those-evaluated",
        lambda: median_words(
            spread([30, 40, 50, 60, 70], evaluated=58), HUNDRED, versions_words(instrument(), "2")
        ),
        {
            "nb": "Norge: Vi har tall for 5 av 58 evaluerte. Det er for få til et snitt eller en "
            "plass.",
            "nn": "Noreg: Vi har tal for 5 av 58 evaluerte. Det er for få til eit snitt eller ein "
            "plass.",
            "sv": "Norge: Vi har resultat för 5 av 58 utvärderade. Det är för få för ett "
            "genomsnitt eller en plats.",
            "en": "Norway: We have figures for 5 of 58 evaluated. That is too few for an average "
            "or a rank.",
        },
    ),
    Example(
        "median-one",
        lambda: median_words(spread([40]), HUNDRED, versions_words(instrument(), "2")),
        {
            "nb": "Norge: Vi har bare tall for Aure 2015 (40). En median krever minst 5 "
            "kommuner, og minst halvparten av dem som er evaluert.",
            "nn": "Noreg: Vi har berre tal for Aure 2015 (40). Ein median krev minst 5 "
            "kommunar, og minst halvparten av dei som er evaluerte.",
            "sv": "Norge: vi har bara resultat för Aure 2015 (40). En median kräver minst "
            "5 kommuner, och minst hälften av dem som har utvärderats.",
            "en": "Norway: we have figures only for Aure 2015 (40). A median needs at "
            "least 5 municipalities, and at least half of those evaluated.",
        },
    ),
    Example(
        "median-few",
        lambda: median_words(
            spread([30, "40.5", 50], SWEDEN), HUNDRED, versions_words(instrument(), "2")
        ),
        {
            "nb": "Sverige: Vi har bare tall for Dyrøy 2018 (50,0), Bokn 2018 (40,5) og Aure 2015 "
            "(30,0). En median krever minst 5 kommuner, og minst "
            "halvparten av dem som er evaluert.",
            "nn": "Sverige: Vi har berre tal for Dyrøy 2018 (50,0), Bokn 2018 (40,5) og Aure 2015 "
            "(30,0). Ein median krev minst 5 kommunar, og minst halvparten "
            "av dei som er evaluerte.",
            "sv": "Sverige: vi har bara resultat för Dyrøy 2018 (50,0), Bokn 2018 (40,5) och Aure "
            "2015 (30,0). En median kräver minst 5 kommuner, och minst "
            "hälften av dem som har utvärderats.",
            "en": "Sweden: we have figures only for Dyrøy 2018 (50.0), Bokn 2018 (40.5) and Aure "
            "2015 (30.0). A median needs at least 5 municipalities, and at "
            "least half of those evaluated.",
        },
    ),
    Example(
        "median-without-quartiles",
        lambda: median_words(
            spread([30, 40, 50, 60, 70]), HUNDRED, versions_words(instrument(), "2")
        ),
        {
            "nb": "Norge: Medianen er 50 av 100 poeng, regnet av de siste resultatene til 5 av 5 "
            "evaluerte (versjon 2.0 og 2.1, 2015–2018).",
            "nn": "Noreg: Medianen er 50 av 100 poeng, rekna av dei siste resultata til 5 av 5 "
            "evaluerte (versjon 2.0 og 2.1, 2015–2018).",
            "sv": "Norge: Medianen är 50 av 100 poäng, räknat på de senaste resultaten för 5 av "
            "5 utvärderade (version 2.0 och 2.1, 2015–2018).",
            "en": "Norway: the median is 50 out of 100 points, over the latest results of 5 of 5 "
            "evaluated (versions 2.0 and 2.1, 2015–2018).",
        },
    ),
    Example(
        "median-with-quartiles",
        lambda: median_words(
            spread([10, 20, 30, 40, 50, 60, 70, 80]), HUNDRED, versions_words(instrument(), "2020")
        ),
        {
            "nb": "Norge: Medianen er 45 av 100 poeng, regnet av de siste resultatene til 8 av 8 "
            "evaluerte (versjon 2020, 2015–2018). Den midterste halvdelen fikk mellom 27,5 "
            "og 62,5 poeng.",
            "nn": "Noreg: Medianen er 45 av 100 poeng, rekna av dei siste resultata til 8 av 8 "
            "evaluerte (versjon 2020, 2015–2018). Den midtarste halvdelen fekk mellom 27,5 "
            "og 62,5 poeng.",
            "sv": "Norge: Medianen är 45 av 100 poäng, räknat på de senaste resultaten för 8 av "
            "8 utvärderade (version 2020, 2015–2018). Den mittersta halvan fick mellan "
            "27,5 och 62,5 poäng.",
            "en": "Norway: the median is 45 out of 100 points, over the latest results of 8 of 8 "
            "evaluated (version 2020, 2015–2018). The middle half of them got between 27.5 "
            "and 62.5 points.",
        },
    ),
)

BEST = (
    Example(
        "best-too-few",
        lambda: best_words(spread([70, 60]), HUNDRED, Decimal(3)),
        {
            "nb": "Norge: Vi har tall for så få at vi ikke kan si hvem som gjør det best. "
            "Det krever minst 5 kommuner, og minst halvparten av dem som er "
            "evaluert.",
            "nn": "Noreg: Vi har tal for så få at vi ikkje kan seie kven som gjer det "
            "best. Det krev minst 5 kommunar, og minst halvparten av dei som er "
            "evaluerte.",
            "sv": "Norge: vi har resultat för så få att vi inte kan säga vem som "
            "gör det bäst. Det kräver minst 5 kommuner, och minst hälften av dem "
            "som har utvärderats.",
            "en": "Norway: we have figures for too few to say who does it best. That "
            "needs at least 5 municipalities, and at least half of those "
            "evaluated.",
        },
    ),
    Example(
        "best-of-too-few-of-those-evaluated",
        lambda: best_words(
            spread([30, 40, 50, 60, 70], SWEDEN, evaluated=140), HUNDRED, Decimal(3)
        ),
        {
            "nb": "Sverige: Vi har tall for 5 av 140 evaluerte. Det er for få til å si hvem som "
            "gjør det best.",
            "nn": "Sverige: Vi har tal for 5 av 140 evaluerte. Det er for få til å seie kven som "
            "gjer det best.",
            "sv": "Sverige: vi har resultat för 5 av 140 utvärderade. Det är för få för att säga "
            "vem som gör det bäst.",
            "en": "Sweden: we have figures for 5 of 140 evaluated. That is too few to say who "
            "does it best.",
        },
    ),
    Example(
        "best-of-nobody-knows-how-many",
        lambda: best_words(
            replace(
                spread([30, 40, 50, 60, 70], SWEDEN),
                coverage=Coverage(5, None),
                statistics=None,
                unrepresentative=Unrepresentative.UNKNOWN,
            ),
            HUNDRED,
            Decimal(3),
        ),
        {
            "nb": "Sverige: Vi har tall for 5; hvor mange som er evaluert, er ikke kjent. Derfor "
            "sier vi ikke hvem som gjør det best.",
            "nn": "Sverige: Vi har tal for 5; kor mange som er evaluerte, er ikkje kjent. Derfor "
            "seier vi ikkje kven som gjer det best.",
            "sv": "Sverige: vi har resultat för 5; hur många som har utvärderats är inte känt. "
            "Därför säger vi inte vem som gör det bäst.",
            "en": "Sweden: we have figures for 5; how many were evaluated is not known. So nobody "
            "is said to do it best.",
        },
    ),
    Example(
        "best-one-and-one-close",
        lambda: best_words(spread([80, "77.1", 50, 40, 30]), HUNDRED, Decimal(3)),
        {
            "nb": "Norge: Aure 2015 har flest poeng av de 5 kommunene her, 80 av 100. "
            "1 annen ligger omtrent likt, mindre enn 3 poeng bak.",
            "nn": "Noreg: Aure 2015 har flest poeng av dei 5 kommunane her, 80 av 100. "
            "1 annan ligg om lag likt, mindre enn 3 poeng bak.",
            "sv": "Norge: Aure 2015 har flest poäng av de 5 kommunerna här, 80 av 100. "
            "1 annan ligger ungefär lika, mindre än 3 poäng efter.",
            "en": "Norway: Aure 2015 has the most points of the 5 municipalities listed here, "
            "80 out of 100. 1 other is about the same, less than 3 points behind.",
        },
    ),
    Example(
        "best-tie-and-two-close",
        lambda: best_words(spread([80, 80, 79, 78, 30], SWEDEN), HUNDRED, Decimal(3)),
        {
            "nb": "Sverige: Aure 2015 og Bokn 2018 deler førsteplassen blant de 5 "
            "kommunene her, med 80 av 100 poeng. 2 andre ligger omtrent likt, mindre enn "
            "3 poeng bak.",
            "nn": "Sverige: Aure 2015 og Bokn 2018 deler førsteplassen blant dei 5 "
            "kommunane her, med 80 av 100 poeng. 2 andre ligg om lag likt, mindre enn 3 "
            "poeng bak.",
            "sv": "Sverige: Aure 2015 och Bokn 2018 delar förstaplatsen bland de 5 "
            "kommunerna här, med 80 av 100 poäng. 2 andra ligger ungefär lika, mindre än "
            "3 poäng efter.",
            "en": "Sweden: Aure 2015 and Bokn 2018 share first place among the 5 "
            "municipalities listed here, with 80 out of 100 points. 2 others are about the "
            "same, less than 3 points behind.",
        },
    ),
    Example(
        "best-tie-of-many",
        lambda: best_words(spread([15, 15, 15, 15, 15, 9]), Decimal(15), Decimal(1)),
        {
            "nb": "Norge: 5 av de 6 kommunene her deler førsteplassen med 15 av 15 poeng.",
            "nn": "Noreg: 5 av dei 6 kommunane her deler førsteplassen med 15 av 15 poeng.",
            "sv": "Norge: 5 av de 6 kommunerna här delar förstaplatsen med 15 av 15 poäng.",
            "en": "Norway: 5 of the 6 municipalities listed here share first place, with "
            "15 out of 15 points.",
        },
    ),
)

EXAMPLES = (*MEDIANS, *BEST)
