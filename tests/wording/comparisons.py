"""Evaluations side by side: the answer, what is compared, and what may not be."""

from collections.abc import Mapping
from dataclasses import replace

from app.contents.comparisons.choices import Search
from app.contents.comparisons.compared import Compared
from app.contents.comparisons.content import CompareContent, build
from app.contents.comparisons.wording import name_of, not_drawn_words
from app.domain.message import say
from app.domain.wording.numbers import spelled
from tests.domain.examples import evaluation, summary
from tests.wording.examples import Example, Said, instrument, rules

APART = {1: 40, 2: 50, 3: 60, 4: 70, 5: 50, 6: 50, 7: 50, 8: 50}
OTHER = {**APART, 1: 30, 2: 55, 3: 61}
HIGH, LOW = dict.fromkeys(range(1, 9), 80), dict.fromkeys(range(1, 9), 40)
MIXED = {**LOW, 1: 30}


def chosen(
    name: str,
    total: int | None = None,
    areas: Mapping[int, int] | None = None,
    *,
    year: int = 2018,
    version: str = "2.1",
) -> Compared:
    family = instrument().family_of(version)
    short = summary(name, total, areas=areas, year=year, family=family)
    full = replace(evaluation(areas or {}, total), id=short.id, municipality=name, year=year)
    return Compared(replace(short, version=version), replace(full, version=version))


def page(*compared: Compared) -> CompareContent:
    known = [one.summary for one in compared]
    return build(compared, rules(), known, Search("", ()))


def answered(*compared: Compared) -> Said:
    return page(*compared).lead


HEMNE, LOM = chosen("hemne", 433), chosen("lom", 430, year=2019)
SKAUN, LESJA = chosen("skaun", 425), chosen("lesja", 300)
NOBODY, ALSO_NOBODY = chosen("hemne"), chosen("lom", year=2019)

ALONE = (
    Example(
        "compare-nothing-chosen",
        answered,
        {
            "nb": "Velg to til seks evalueringer og se dem side om side: samlet poengsum, "
            "områder og, der de er kjent, spørsmål.",
            "en": "Choose from two to six evaluations and see them side by side: total, areas and, "
            "where they are known, questions.",
        },
    ),
    Example(
        "compare-one",
        lambda: answered(HEMNE),
        {
            "nb": "Hemne 2018 fikk 433 av 800 poeng. Legg til én til å sammenligne med.",
            "en": "Hemne 2018 scored 433 out of 800 points. Add one more to compare it with.",
        },
    ),
    Example(
        "compare-one-without-total",
        lambda: answered(NOBODY),
        {
            "nb": "Hemne 2018 er valgt. Vi har ikke funnet den samlede poengsummen i kildene "
            "vi har lest. Legg til én til å sammenligne med.",
            "en": "Hemne 2018 is chosen. Its total has not been found in the sources we have read. "
            "Add one more to compare it with.",
        },
    ),
    Example(
        "compare-forbidden",
        lambda: answered(chosen("hemne", 300, year=2008, version="1.0"), LOM),
        {
            "nb": "Resultatene fra disse evalueringene kan ikke sammenlignes: Metodene er ulike.",
            "en": "The results of these evaluations cannot be compared: the methods differ.",
        },
    ),
)

TWO = (
    Example(
        "compare-no-totals",
        lambda: answered(NOBODY, ALSO_NOBODY),
        {
            "nb": "Ingen av de samlede poengsummene er funnet i kildene vi har lest.",
            "en": "None of their totals have been found in the sources we have read.",
        },
    ),
    Example(
        "compare-one-total-known",
        lambda: answered(HEMNE, ALSO_NOBODY),
        {
            "nb": "Bare den samlede poengsummen for Hemne 2018 er kjent, 433 poeng, så de "
            "samlede poengsummene kan ikke sammenlignes.",
            "en": "Only the total of Hemne 2018 is known, 433 points, so the totals cannot be "
            "compared.",
        },
    ),
    Example(
        "compare-two-alike",
        lambda: answered(HEMNE, LOM),
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 430: omtrent likt.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 430: about the same.",
        },
    ),
    Example(
        "compare-two-above-in-all-areas",
        lambda: answered(chosen("hemne", 433, HIGH), chosen("lom", 400, LOW, year=2019)),
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 400: Hemne 2018 ligger 33 poeng "
            "over. Av de 8 områdene som er kjent for begge, ligger Hemne 2018 over i alle.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2019 fekk 400: Hemne 2018 ligg 33 poeng "
            "over. Av dei 8 områda som er kjende for begge, ligg Hemne 2018 "
            "over i alle.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2019 fick 400: Hemne 2018 ligger 33 poäng "
            "över. Av de 8 områden som är kända för båda ligger Hemne 2018 "
            "över i alla.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 400: Hemne 2018 is 33 points above. "
            "Of the 8 areas known for both, Hemne 2018 is above in all.",
        },
    ),
    Example(
        "compare-two-below-or-the-same",
        lambda: answered(chosen("hemne", 433, MIXED), chosen("lom", 400, LOW, year=2019)),
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 400: Hemne 2018 ligger 33 poeng "
            "over. Av de 8 områdene som er kjent for begge, ligger Hemne 2018 under i 1 og "
            "omtrent likt i 7.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2019 fekk 400: Hemne 2018 ligg 33 poeng "
            "over. Av dei 8 områda som er kjende for begge, ligg Hemne 2018 "
            "under i 1 og om lag likt i 7.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2019 fick 400: Hemne 2018 ligger 33 poäng "
            "över. Av de 8 områden som är kända för båda ligger Hemne 2018 "
            "under i 1 och ungefär lika i 7.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 400: Hemne 2018 is 33 points above. "
            "Of the 8 areas known for both, Hemne 2018 is below in 1 and about the same in 7.",
        },
    ),
    Example(
        "compare-two-below-in-all-areas",
        lambda: answered(chosen("hemne", 433, LOW), chosen("lom", 400, HIGH, year=2019)),
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 400: Hemne 2018 ligger 33 poeng "
            "over. Av de 8 områdene som er kjent for begge, ligger Hemne 2018 under i alle.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2019 fekk 400: Hemne 2018 ligg 33 poeng "
            "over. Av dei 8 områda som er kjende for begge, ligg Hemne 2018 "
            "under i alle.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2019 fick 400: Hemne 2018 ligger 33 poäng "
            "över. Av de 8 områden som är kända för båda ligger Hemne 2018 "
            "under i alla.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 400: Hemne 2018 is 33 points above. "
            "Of the 8 areas known for both, Hemne 2018 is below in all.",
        },
    ),
    Example(
        "compare-two-the-same-in-all-areas",
        lambda: answered(chosen("hemne", 433, LOW), chosen("lom", 400, LOW, year=2019)),
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 400: Hemne 2018 ligger 33 poeng "
            "over. Av de 8 områdene som er kjent for begge, ligger Hemne 2018 omtrent likt i alle.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2019 fekk 400: Hemne 2018 ligg 33 poeng "
            "over. Av dei 8 områda som er kjende for begge, ligg Hemne 2018 "
            "om lag likt i alle.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2019 fick 400: Hemne 2018 ligger 33 poäng "
            "över. Av de 8 områden som är kända för båda ligger Hemne 2018 "
            "ungefär lika i alla.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 400: Hemne 2018 is 33 points above. "
            "Of the 8 areas known for both, Hemne 2018 is about the same in all.",
        },
    ),
    Example(
        "compare-two-above",
        lambda: answered(chosen("hemne", 433, APART), chosen("lom", 400, OTHER, year=2019)),
        {
            "nb": "Hemne 2018 fikk 433 poeng og Lom 2019 fikk 400: Hemne 2018 ligger 33 poeng "
            "over. Av de 8 områdene som er kjent for begge, ligger Hemne 2018 over i 1, under i 1 "
            "og omtrent likt i 6.",
            "nn": "Hemne 2018 fekk 433 poeng og Lom 2019 fekk 400: Hemne 2018 ligg 33 poeng "
            "over. Av dei 8 områda som er kjende for begge, ligg Hemne 2018 "
            "over i 1, under i 1 og om lag likt i 6.",
            "sv": "Hemne 2018 fick 433 poäng och Lom 2019 fick 400: Hemne 2018 ligger 33 poäng "
            "över. Av de 8 områden som är kända för båda ligger Hemne 2018 "
            "över i 1, under i 1 och ungefär lika i 6.",
            "en": "Hemne 2018 got 433 points and Lom 2019 got 400: Hemne 2018 is 33 points above. "
            "Of the 8 areas known for both, Hemne 2018 is above in 1, below in 1 and about the "
            "same in 6.",
        },
    ),
    Example(
        "compare-two-below",
        lambda: answered(LESJA, LOM),
        {
            "nb": "Lesja 2018 fikk 300 poeng og Lom 2019 fikk 430: Lesja 2018 ligger 130 poeng "
            "under.",
            "en": "Lesja 2018 got 300 points and Lom 2019 got 430: Lesja 2018 is 130 points below.",
        },
    ),
    Example(
        "compare-two-of-two-families",
        lambda: answered(LESJA, chosen("lom", 430, year=2022, version="2020")),
        {
            "nb": "Lesja 2018 fikk 300 poeng og Lom 2022 fikk 430. Poeng fra ulike metoder kan "
            "ikke sammenlignes sikkert. Områdene kan ikke sammenlignes, for metodene er ulike.",
            "en": "Lesja 2018 got 300 points and Lom 2022 got 430. Points from different methods "
            "cannot be safely compared. Their areas cannot be compared, because the methods "
            "differ.",
        },
    ),
)

SEVERAL = (
    Example(
        "compare-several-alike",
        lambda: answered(HEMNE, LOM, SKAUN),
        {
            "nb": "Alle de tre kjente samlede poengsummene er omtrent like, 425–433 poeng.",
            "nn": "Alle dei tre kjende samla poengsummane er om lag like, 425–433 poeng.",
            "sv": "Alla tre kända totalpoäng är ungefär lika, 425–433 poäng.",
            "en": "All three known totals are about the same, 425–433 points.",
        },
    ),
    Example(
        "compare-two-of-several-alike",
        lambda: answered(HEMNE, LOM, chosen("etne")),
        {
            "nb": "De to kjente samlede poengsummene er omtrent like, 430–433 poeng.",
            "en": "Both known totals are about the same, 430–433 points.",
        },
    ),
    Example(
        "compare-several-with-a-tie",
        lambda: answered(HEMNE, LESJA, chosen("etne", 433)),
        {
            "nb": "Etne 2018 og Hemne 2018 fikk flest poeng av de tre vi har samlet poengsum for: "
            "433. Lesja 2018 fikk færrest: 300.",
            "nn": "Etne 2018 og Hemne 2018 fekk flest poeng av dei tre vi har samla poengsum for:"
            " 433. Lesja 2018 fekk færrast: 300.",
            "sv": "Etne 2018 och Hemne 2018 fick högst poäng av de tre vi har totalpoäng för: "
            "433. Lesja 2018 fick lägst: 300.",
            "en": "Etne 2018 and Hemne 2018 got the most points of the three we have totals for: "
            "433. Lesja 2018 got the fewest: 300.",
        },
    ),
    Example(
        "compare-several-near",
        lambda: answered(HEMNE, LOM, LESJA, SKAUN),
        {
            "nb": "Hemne 2018 fikk flest poeng av de fire vi har samlet poengsum for: 433. "
            "Lesja 2018 fikk færrest: 300. Så nær den høyeste at vi kaller det omtrent "
            "likt: Lom 2019 og Skaun 2018.",
            "nn": "Hemne 2018 fekk flest poeng av dei fire vi har samla poengsum for: 433. Lesja "
            "2018 fekk færrast: 300. Så nær den høgaste at vi kallar det om lag likt: Lom "
            "2019 og Skaun 2018.",
            "sv": "Hemne 2018 fick högst poäng av de fyra vi har totalpoäng för: 433. Lesja 2018 "
            "fick lägst: 300. Så nära den högsta att vi kallar det ungefär lika: Lom 2019 "
            "och Skaun 2018.",
            "en": "Hemne 2018 got the most points of the four we have totals for: 433. Lesja "
            "2018 got the fewest: 300. So near the highest that we call it about the same: Lom "
            "2019 and Skaun 2018.",
        },
    ),
    Example(
        "compare-several-near-the-lowest",
        lambda: answered(HEMNE, LESJA, chosen("lom", 309, year=2019)),
        {
            "nb": "Hemne 2018 fikk flest poeng av de tre vi har samlet poengsum for: 433. "
            "Lesja 2018 fikk færrest: 300. Så nær den laveste at vi kaller det omtrent likt: "
            "Lom 2019.",
            "nn": "Hemne 2018 fekk flest poeng av dei tre vi har samla poengsum for: 433. Lesja "
            "2018 fekk færrast: 300. Så nær den lågaste at vi kallar det om lag likt: Lom "
            "2019.",
            "sv": "Hemne 2018 fick högst poäng av de tre vi har totalpoäng för: 433. Lesja 2018 "
            "fick lägst: 300. Så nära den lägsta att vi kallar det ungefär lika: Lom 2019.",
            "en": "Hemne 2018 got the most points of the three we have totals for: 433. "
            "Lesja 2018 got the fewest: 300. So near the lowest that we call it about the same: "
            "Lom 2019.",
        },
    ),
    Example(
        "compare-several-of-two-families",
        lambda: answered(HEMNE, LESJA, chosen("lom", 555, year=2022, version="2020")),
        {
            "nb": "3 samlede poengsummer er kjent: Hemne 2018 (433), Lesja 2018 (300) og Lom "
            "2022 (555). Poeng fra ulike metoder rangeres ikke sammen. Områdene kan ikke "
            "sammenlignes, for metodene er ulike.",
            "nn": "3 samla poengsummar er kjende: Hemne 2018 (433), Lesja 2018 (300) og Lom 2022 "
            "(555). Poeng frå ulike metodar blir ikkje rangerte saman. Områda kan ikkje "
            "samanliknast, for metodane er ulike.",
            "sv": "3 totalpoäng är kända: Hemne 2018 (433), Lesja 2018 (300) och Lom 2022 (555). "
            "Poäng från olika metoder rangordnas inte tillsammans. Områdena kan inte "
            "jämföras, eftersom metoderna är olika.",
            "en": "3 totals are known: Hemne 2018 (433), Lesja 2018 (300) and Lom 2022 (555). "
            "Points from different methods are not put in order. Their areas cannot be "
            "compared, because the methods differ.",
        },
    ),
)

OVER_TIME = (
    Example(
        "compare-own-name",
        lambda: name_of("Hemne 2018", "hemne", "hemne"),
        {
            "nb": "Hemne 2018 (din kommune)",
            "en": "Hemne 2018 (your municipality)",
        },
    ),
    Example(
        "compare-name-of-another",
        lambda: name_of("Hareid 2019", "hareid", "hemne"),
        {"nb": "Hareid 2019", "en": "Hareid 2019"},
    ),
    Example(
        "compare-one-not-drawn-over-time",
        lambda: not_drawn_words(["Røros 2021"]),
        {
            "nb": "Ikke tegnet her: Røros 2021. Med den metoden kjenner vi ikke to resultater fra "
            "kommunen som kan sammenlignes.",
            "en": "Not drawn here: Røros 2021. By that method we do not know two results of the "
            "municipality that can be compared.",
        },
    ),
    Example(
        "compare-several-not-drawn-over-time",
        lambda: not_drawn_words(["Røros 2021", "Motala 2006"]),
        {
            "nb": "Ikke tegnet her: Røros 2021 og Motala 2006. For hver av dem kjenner vi ikke to "
            "resultater som kan sammenlignes, med metoden i den valgte evalueringen.",
            "en": "Not drawn here: Røros 2021 and Motala 2006. For each of them we do not know two "
            "results, by the method of the evaluation chosen, that can be compared.",
        },
    ),
)

NUMBERS = (
    Example(
        "numbers-spelled",
        lambda: say("%(names)s", names=tuple(spelled(n) for n in range(2, 14))),
        {
            "nb": "to, tre, fire, fem, seks, sju, åtte, ni, ti, elleve, tolv og 13",
            "nn": "to, tre, fire, fem, seks, sju, åtte, ni, ti, elleve, tolv og 13",
            "sv": "två, tre, fyra, fem, sex, sju, åtta, nio, tio, elva, tolv och 13",
            "en": "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve and 13",
        },
    ),
)

EXAMPLES = (*NUMBERS, *ALONE, *TWO, *SEVERAL, *OVER_TIME)
