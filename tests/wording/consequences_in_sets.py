"""What becoming public will change in averages, and in how many of those evaluated we have."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from app.domain.consequences import AverageEffect, CoverageEffect
from app.domain.coverage import Coverage
from app.domain.message import Message
from app.domain.municipality import Country
from app.domain.peers import SetScope
from app.domain.score import Measure
from app.domain.wording.consequences import average_effect_words, coverage_effect_words
from tests.wording.examples import Example, instrument

OWN = SetScope(frozenset((Country.NORWAY,)), "2")
SMALL_ONES = replace(OWN, size_group="small")
IN_GROUP = replace(OWN, group=instrument().groups["size:medium"])


def average(representative: bool, before: str | None = "359.4") -> AverageEffect:
    old = None if before is None else Decimal(before)
    return AverageEffect(
        SMALL_ONES, Measure.TOTAL, old, Decimal("361.6"), 55, 56, representative, representative
    )


def coverage(was: bool, now: bool) -> CoverageEffect:
    return CoverageEffect(IN_GROUP, Measure.AREA_3, Coverage(28, 58), Coverage(29, 58), was, now)


def coverage_of(before: Coverage, after: Coverage) -> Message:
    effect = replace(coverage(was=False, now=False), before=before, after=after)
    return coverage_effect_words(effect, instrument())


def coverage_from(before: Coverage) -> Message:
    effect = replace(coverage(was=False, now=False), before=before)
    return coverage_effect_words(effect, instrument())


def coverage_said(was: bool, now: bool) -> Message:
    return coverage_effect_words(coverage(was, now), instrument())


EXAMPLES = (
    Example(
        "an average moves",
        lambda: average_effect_words(average(representative=True), instrument()),
        {
            "nb": "Samlet, snitt: 362 i stedet for 359, av 56 resultater i stedet for 55 "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere)",
            "nn": "Samla, snitt: 362 i staden for 359, av 56 resultat i staden for 55 "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar)",
            "sv": "Totalpoäng, genomsnitt: 362 i stället för 359, av 56 resultat i stället för 55 "
            "(norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare)",
            "en": "Total, average: 362 instead of 359, of 56 results instead of 55 "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants)",
        },
    ),
    Example(
        "an average is written as it was before, of as many",
        lambda: average_effect_words(
            replace(average(representative=True, before="361.7"), n_before=56), instrument()
        ),
        {
            "nb": "Samlet, snitt: 362 som før, av 56 resultater "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere)",
            "nn": "Samla, snitt: 362 som før, av 56 resultat "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar)",
            "sv": "Totalpoäng, genomsnitt: 362 som förut, av 56 resultat "
            "(norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare)",
            "en": "Total, average: 362 as before, of 56 results "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants)",
        },
    ),
    Example(
        "a mean of the few comes",
        lambda: average_effect_words(average(representative=False, before=None), instrument()),
        {
            "nb": "Samlet, snittet av dem vi har tall for: 362, det var for få før, "
            "av 56 resultater i stedet for 55 "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere). "
            "De er for få til å stå for alle.",
            "nn": "Samla, snittet av dei vi har tal for: 362, det var for få før, "
            "av 56 resultat i staden for 55 "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar). "
            "Dei er for få til å stå for alle.",
            "sv": "Totalpoäng, genomsnittet av dem som vi har uppgifter om: 362, "
            "det var för få förut, av 56 resultat i stället för 55 "
            "(norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare). "
            "De är för få för att stå för alla.",
            "en": "Total, mean of those we have figures for: 362, there were too few before, "
            "of 56 results instead of 55 "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants). "
            "They are too few to stand for all.",
        },
    ),
    Example(
        "one result is another",
        lambda: average_effect_words(
            replace(average(representative=True), n_before=1, n_after=1), instrument()
        ),
        {
            "nb": "Samlet, snitt: 362 i stedet for 359, av 1 resultat "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere)",
            "nn": "Samla, snitt: 362 i staden for 359, av 1 resultat "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar)",
            "sv": "Totalpoäng, genomsnitt: 362 i stället för 359, av 1 resultat "
            "(norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare)",
            "en": "Total, average: 362 instead of 359, of 1 result "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants)",
        },
    ),
    Example(
        "a mean goes with all but one of its results",
        lambda: average_effect_words(
            replace(average(representative=False), after=None, n_before=5, n_after=1),
            instrument(),
        ),
        {
            "nb": "Samlet, snittet av dem vi har tall for: ikke noe lenger, for det er for få; "
            "det var 359, av 1 resultat i stedet for 5 "
            "(norske kommuner, versjon 2.0 og 2.1, under 5\xa0000 innbyggere). "
            "De er for få til å stå for alle.",
            "nn": "Samla, snittet av dei vi har tal for: ikkje noko lenger, for det er for få; "
            "det var 359, av 1 resultat i staden for 5 "
            "(norske kommunar, versjon 2.0 og 2.1, under 5\xa0000 innbyggjarar). "
            "Dei er for få til å stå for alle.",
            "sv": "Totalpoäng, genomsnittet av dem som vi har uppgifter om: inget längre, "
            "eftersom de är för få; det var 359, av 1 resultat i stället för 5 "
            "(norska kommuner, version 2.0 och 2.1, under 5\xa0000 invånare). "
            "De är för få för att stå för alla.",
            "en": "Total, mean of those we have figures for: none any more, as they are too few; "
            "it was 359, of 1 result instead of 5 "
            "(Norwegian municipalities, versions 2.0 and 2.1, under 5,000 inhabitants). "
            "They are too few to stand for all.",
        },
    ),
    *(
        Example(
            f"coverage that {what}",
            partial(coverage_said, was, now),
            {
                "nb": "Område 3: 29 av 58 evaluerte i stedet for 28 "
                f"(norske kommuner, versjon 2.0 og 2.1, 5\xa0000–9\xa0999 innbyggere){nb}",
                "nn": "Område 3: 29 av 58 evaluerte i staden for 28 "
                f"(norske kommunar, versjon 2.0 og 2.1, 5\xa0000–9\xa0999 innbyggjarar){nn}",
                "sv": "Område 3: 29 av 58 utvärderade i stället för 28 "
                f"(norska kommuner, version 2.0 och 2.1, 5\xa0000–9\xa0999 invånare){sv}",
                "en": "Area 3: 29 of 58 evaluated instead of 28 "
                "(Norwegian municipalities, versions 2.0 and 2.1, 5,000–9,999 inhabitants)"
                f"{en}",
            },
        )
        for what, was, now, nb, nn, sv, en in (
            ("decides nothing", False, False, "", "", "", ""),
            (
                "becomes enough",
                False,
                True,
                ". Fra nå av vises snitt og plasseringer.",
                ". Frå no av blir snitt og plasseringar viste.",
                ". Från och med nu visas genomsnitt och placeringar.",
                ". From now on averages and places are shown.",
            ),
            (
                "is enough no more",
                True,
                False,
                ". Snitt og plasseringer vises ikke lenger.",
                ". Snitt og plasseringar blir ikkje viste lenger.",
                ". Genomsnitt och placeringar visas inte längre.",
                ". Averages and places are no longer shown.",
            ),
        )
    ),
    Example(
        "coverage of nobody knows how many",
        partial(coverage_of, Coverage(0, None), Coverage(1, None)),
        {
            "nb": "Område 3: 1 resultat i stedet for ingen (norske kommuner, versjon 2.0 og 2.1, "
            "5\xa0000–9\xa0999 innbyggere). Hvor mange som er evaluert, er ikke kjent.",
            "nn": "Område 3: 1 resultat i staden for ingen (norske kommunar, versjon 2.0 og 2.1, "
            "5\xa0000–9\xa0999 innbyggjarar). Kor mange som er evaluerte, er ikkje kjent.",
            "sv": "Område 3: 1 resultat i stället för ingen (norska kommuner, version 2.0 och 2.1, "
            "5\xa0000–9\xa0999 invånare). Hur många som har utvärderats är inte känt.",
            "en": "Area 3: 1 result instead of none (Norwegian municipalities, versions 2.0 and "
            "2.1, 5,000–9,999 inhabitants). How many were evaluated is not known.",
        },
    ),
    *(
        Example(
            f"coverage that was {what} before",
            partial(coverage_from, before),
            {
                "nb": f"Område 3: 29 av 58 evaluerte i stedet for {nb} "
                "(norske kommuner, versjon 2.0 og 2.1, 5\xa0000–9\xa0999 innbyggere)",
                "nn": f"Område 3: 29 av 58 evaluerte i staden for {nn} "
                "(norske kommunar, versjon 2.0 og 2.1, 5\xa0000–9\xa0999 innbyggjarar)",
                "sv": f"Område 3: 29 av 58 utvärderade i stället för {sv} "
                "(norska kommuner, version 2.0 och 2.1, 5\xa0000–9\xa0999 invånare)",
                "en": f"Area 3: 29 of 58 evaluated instead of {en} "
                "(Norwegian municipalities, versions 2.0 and 2.1, 5,000–9,999 inhabitants)",
            },
        )
        for what, before, nb, nn, sv, en in (
            ("none", Coverage(0, 58), "ingen", "ingen", "ingen", "none"),
            (
                "of others",
                Coverage(28, 40),
                "28 av 40 evaluerte",
                "28 av 40 evaluerte",
                "28 av 40 utvärderade",
                "28 of 40 evaluated",
            ),
        )
    ),
)
