"""Averages over time, records, and sets of the reader's own choice."""

from collections.abc import Sequence
from dataclasses import replace

from app.contents.averages.wording import (
    average_words,
    lead_words,
    of_year_words,
    record_words,
    results_words,
    until_then_words,
)
from app.domain.coverage import CoverageRules
from app.domain.development import YearResult, development, record
from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage
from tests.domain.counts import EVERYBODY_KNOWN
from tests.domain.examples import reference, several, summary
from tests.wording.examples import (
    NORWAY,
    OF_58,
    SWEDEN,
    TOTAL,
    Example,
    Said,
    rules,
    set_of,
)


def in_years(first: int, later: int, *, country: Country = NORWAY) -> list[EvaluationSummary]:
    """Five of 2011 with `first` points each, and five others of 2018 with `later`."""
    return [
        *(summary(f"a{i}", first, year=2011, country=country) for i in range(5)),
        *(summary(f"b{i}", later, year=2018, country=country) for i in range(5)),
    ]


def answered(
    found: Sequence[EvaluationSummary],
    country: Country = NORWAY,
    known: CoverageRules = EVERYBODY_KNOWN,
    published: Sequence[ReferenceAverage] = (),
) -> Said:
    developed = development(found, country, ("2",), known)
    best = None
    if developed.families:
        best = record(found, country, "2", TOTAL, replace(rules(), coverage=known))
    return lead_words(developed, "2", published, best, rules())


def last_year(found: Sequence[EvaluationSummary]) -> YearResult:
    return development(found, NORWAY, ("2",), EVERYBODY_KNOWN).families[0].years[-1]


def recorded(*totals: int, known: CoverageRules = EVERYBODY_KNOWN) -> Said:
    names = ("etne", "gol", "hol", "kvam", "lom", "sel")
    found = [summary(name, total) for name, total in zip(names, totals, strict=False)]
    return record_words(record(found, NORWAY, "2", TOTAL, replace(rules(), coverage=known)))


ANSWERS = (
    Example(
        "averages-of-nobody",
        lambda: answered([]),
        {
            "nb": "Norge: Ingen samlet poengsum i versjon 2.0 og 2.1 er kjent.",
            "nn": "Noreg: Ingen samla poengsum i versjon 2.0 og 2.1 er kjend.",
            "sv": "Norge: Ingen totalpoäng i version 2.0 och 2.1 är känd.",
            "en": "Norway: no total with versions 2.0 and 2.1 is known.",
        },
    ),
    Example(
        "averages-published-instead",
        lambda: answered(several(5), known=OF_58, published=[reference()]),
        {
            "nb": "Norge: Det publiserte snittet var 359 i 2018 (n\xa0=\xa055). Vi har tall "
            "for 5 av "
            "minst 58 evaluerte.",
            "nn": "Noreg: Det publiserte snittet var 359 i 2018 (n\xa0=\xa055). Vi har tal for "
            "5 av minst 58 "
            "evaluerte.",
            "sv": "Norge: Det publicerade genomsnittet var 359 poäng 2018 (n\xa0=\xa055). Vi har "
            "resultat "
            "för 5 av minst 58 utvärderade.",
            "en": "Norway: the published average was 359 in 2018 (n = 55). We have figures for 5 "
            "of at least 58 evaluated.",
        },
    ),
    Example(
        "averages-published-and-nobody-known",
        lambda: answered([], published=[reference(n=None), reference("other", as_of=2014)]),
        {
            "nb": "Norge: De publiserte snittene var 359 i 2014 (n\xa0=\xa055) og 359 i 2018.",
            "nn": "Noreg: Dei publiserte snitta var 359 i 2014 (n\xa0=\xa055) og 359 i 2018.",
            "sv": "Norge: De publicerade genomsnitten var 359 poäng 2014 (n\xa0=\xa055) och 359 "
            "poäng 2018.",
            "en": "Norway: the published averages were 359 in 2014 (n = 55) and 359 in 2018.",
        },
    ),
    Example(
        "averages-below-half",
        lambda: answered(several(5), known=OF_58),
        {
            "nb": "Norge: Vi har tall for 5 av minst 58 evaluerte. "
            "Det er for få til et snitt eller en "
            "plass.",
            "nn": "Noreg: Vi har tal for 5 av minst 58 evaluerte. "
            "Det er for få til eit snitt eller ein "
            "plass.",
            "sv": "Norge: Vi har resultat för 5 av minst 58 utvärderade. Det är för få för ett "
            "genomsnitt eller en plats.",
            "en": "Norway: We have figures for 5 of at least 58 evaluated. "
            "That is too few for an average "
            "or a rank.",
        },
    ),
    Example(
        "averages-too-few",
        lambda: answered([replace(one, country=SWEDEN) for one in several(4)], SWEDEN),
        {
            "nb": "Sverige: Et snitt eller en plass krever minst 5 kommuner, og "
            "minst halvparten av dem som er evaluert.",
            "nn": "Sverige: Eit snitt eller ein plass krev minst 5 kommunar, og "
            "minst halvparten av dei som er evaluerte.",
            "sv": "Sverige: Ett genomsnitt eller en plats kräver minst 5 kommuner, "
            "och minst hälften av dem som har utvärderats.",
            "en": "Sweden: An average or a rank needs at least 5 municipalities, and "
            "at least half of those evaluated.",
        },
    ),
    Example(
        "averages-one-year",
        lambda: answered(several(5)),
        {
            "nb": "Norge: Snittet i versjon 2.0 og 2.1 var 302 poeng i 2018, regnet av de siste "
            "resultatene for 5 av minst 5 evaluerte.",
            "nn": "Noreg: Snittet i versjon 2.0 og 2.1 var 302 poeng i 2018, rekna av dei siste "
            "resultata for 5 av minst 5 evaluerte.",
            "sv": "Norge: Genomsnittet i version 2.0 och 2.1 var 302 poäng 2018, räknat på de "
            "senaste resultaten för 5 av minst 5 utvärderade.",
            "en": "Norway: the average total with versions 2.0 and 2.1 was 302 points in 2018, "
            "over the latest results of 5 of at least 5 evaluated.",
        },
    ),
    Example(
        "averages-about-the-same",
        lambda: answered(in_years(320, 330)),
        {
            "nb": "Norge: Snittet i versjon 2.0 og 2.1 var omtrent likt i 2011 og 2018: 320 "
            "poeng (5 av minst 5 evaluerte) og 325 (10 av minst 10 evaluerte).",
            "nn": "Noreg: Snittet i versjon 2.0 og 2.1 var om lag likt i 2011 og 2018: 320 poeng "
            "(5 av minst 5 evaluerte) og 325 (10 av minst 10 evaluerte).",
            "sv": "Norge: Genomsnittet i version 2.0 och 2.1 var ungefär lika 2011 och 2018: 320 "
            "poäng (5 av minst 5 utvärderade) och 325 (10 av minst 10 utvärderade).",
            "en": "Norway: the average total with versions 2.0 and 2.1 was about the same in "
            "2011 and 2018: 320 points (5 of at least 5 evaluated) and 325 (10 of at least "
            "10 evaluated).",
        },
    ),
    Example(
        "averages-moved",
        lambda: answered(in_years(320, 380)),
        {
            "nb": "Norge: Snittet i versjon 2.0 og 2.1 gikk fra 320 poeng i 2011 (5 av minst 5 "
            "evaluerte) til 350 i 2018 (10 av minst 10 evaluerte).",
            "nn": "Noreg: Snittet i versjon 2.0 og 2.1 gjekk frå 320 poeng i 2011 (5 av minst 5 "
            "evaluerte) til 350 i 2018 (10 av minst 10 evaluerte).",
            "sv": "Norge: Genomsnittet i version 2.0 och 2.1 gick från 320 poäng 2011 (5 av "
            "minst 5 utvärderade) till 350 2018 (10 av minst 10 utvärderade).",
            "en": "Norway: the average total with versions 2.0 and 2.1 went from 320 points in "
            "2011 (5 of at least 5 evaluated) to 350 in 2018 (10 of at least 10 evaluated).",
        },
    ),
)

YEARS = (
    Example(
        "results-of-none",
        lambda: results_words(set_of([NORWAY], []).measures[TOTAL]),
        {
            "nb": "ingen kjent samlet poengsum",
            "en": "no total known",
        },
    ),
    Example(
        "results-of-few",
        lambda: results_words(
            set_of([NORWAY], [summary("gol", 400), summary("hol", 350)]).measures[TOTAL]
        ),
        {
            "nb": "Gol 2018 (400) og Hol 2018 (350)",
            "nn": "Gol 2018 (400) og Hol 2018 (350)",
            "sv": "Gol 2018 (400) och Hol 2018 (350)",
            "en": "Gol 2018 (400) and Hol 2018 (350)",
        },
    ),
    Example(
        "results-of-five",
        lambda: results_words(set_of([NORWAY], several(5)).measures[TOTAL]),
        {
            "nb": "302 (5 av minst 5 evaluerte)",
            "nn": "302 (5 av minst 5 evaluerte)",
            "sv": "302 (5 av minst 5 utvärderade)",
            "en": "302 (5 of at least 5 evaluated)",
        },
    ),
    Example(
        "average-of-none",
        lambda: average_words(set_of([NORWAY], []).measures[TOTAL]),
        {
            "nb": "ingen kjent samlet poengsum",
            "en": "no total known",
        },
    ),
    Example(
        "average-of-few",
        lambda: average_words(
            set_of([NORWAY], [summary("gol", 400), summary("hol", 350)]).measures[TOTAL]
        ),
        {
            "nb": "ikke noe snitt: 2 av minst 2 evaluerte",
            "nn": "ikkje noko snitt: 2 av minst 2 evaluerte",
            "sv": "inget genomsnitt: 2 av minst 2 utvärderade",
            "en": "no average: 2 of at least 2 evaluated",
        },
    ),
    Example(
        "average-of-a-year",
        lambda: of_year_words(last_year(in_years(320, 380))) or (),
        {
            "nb": "2018, evalueringene det året: 380 poeng i snitt (5 av minst 5 evaluerte)",
            "nn": "2018, evalueringane det året: 380 poeng i snitt (5 av minst 5 evaluerte)",
            "sv": "2018, utvärderingarna det året: 380 poäng i genomsnitt (5 av minst 5 "
            "utvärderade)",
            "en": "2018, the evaluations of that year: 380 points on average (5 of at least 5 "
            "evaluated)",
        },
    ),
    Example(
        "average-until-then",
        lambda: until_then_words(last_year(in_years(320, 380))) or (),
        {
            "nb": "2018, den siste fra hver kommune: 350 poeng i snitt (10 av minst 10 evaluerte)",
            "nn": "2018, den siste frå kvar kommune: 350 poeng i snitt (10 av minst 10 evaluerte)",
            "sv": "2018, den senaste från varje kommun: 350 poäng i genomsnitt (10 av minst 10 "
            "utvärderade)",
            "en": "2018, the latest of each municipality: 350 points on average (10 of at least "
            "10 evaluated)",
        },
    ),
)

RECORDS = (
    Example(
        "record-below-half",
        lambda: recorded(400, 350, 340, 330, 320, known=OF_58),
        {
            "nb": "ingen rekord, siden vi har poeng for 5 av minst 58 evaluerte",
            "nn": "ingen rekord, sidan vi har poeng for 5 av minst 58 evaluerte",
            "sv": "inget rekord, eftersom vi har poäng för 5 av minst 58 utvärderade",
            "en": "no record, since we have points for 5 of at least 58 evaluated",
        },
    ),
    Example(
        "record-of-none",
        recorded,
        {
            "nb": "ingen rekord, siden ingen poeng er kjent",
            "en": "no record, since no points are known",
        },
    ),
    Example(
        "record-of-one",
        lambda: recorded(400),
        {
            "nb": "ingen rekord, siden bare 1 kommune har poeng: Etne 2018 (400)",
            "nn": "ingen rekord, sidan berre 1 kommune har poeng: Etne 2018 (400)",
            "sv": "inget rekord, eftersom bara 1 kommun har poäng: Etne 2018 (400)",
            "en": "no record, since only 1 municipality has points: Etne 2018 (400)",
        },
    ),
    Example(
        "record-of-few",
        lambda: recorded(400, 350),
        {
            "nb": "ingen rekord, siden bare 2 kommuner har poeng: Etne 2018 (400) og Gol 2018 "
            "(350)",
            "nn": "ingen rekord, sidan berre 2 kommunar har poeng: Etne 2018 (400) og Gol 2018 "
            "(350)",
            "sv": "inget rekord, eftersom bara 2 kommuner har poäng: Etne 2018 (400) och Gol 2018 "
            "(350)",
            "en": "no record, since only 2 municipalities have points: Etne 2018 (400) and Gol "
            "2018 (350)",
        },
    ),
    Example(
        "record-tie",
        lambda: recorded(400, 400, 350, 340, 330),
        {
            "nb": "Etne 2018 og Gol 2018",
            "nn": "Etne 2018 og Gol 2018",
            "sv": "Etne 2018 och Gol 2018",
            "en": "Etne 2018 and Gol 2018",
        },
    ),
    Example(
        "record-near",
        lambda: recorded(400, 395, 350, 340, 330),
        {
            "nb": "Etne 2018; omtrent likt: Gol 2018 (395)",
            "nn": "Etne 2018; om lag likt: Gol 2018 (395)",
            "sv": "Etne 2018; ungefär lika: Gol 2018 (395)",
            "en": "Etne 2018; about the same: Gol 2018 (395)",
        },
    ),
)

EXAMPLES = (*ANSWERS, *YEARS, *RECORDS)
