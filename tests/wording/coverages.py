"""How many of those known to be evaluated a figure rests on."""

from decimal import Decimal

from app.domain.coverage import CountryCoverage, Coverage, Unrepresentative
from app.domain.message import Message
from app.domain.wording.coverage import coverage_words, lack_words
from tests.domain.counts import count
from tests.wording.examples import (
    NORWAY,
    SWEDEN,
    Example,
)

ANY_VERSION = count(140, country=SWEDEN, family=None, as_of=2021, approximate=True)

AT_LEAST = count(100, family=None, as_of=2016, at_least=True)


def of_both(norway: Coverage, sweden: Coverage) -> Coverage:
    parts = (CountryCoverage(NORWAY, norway), CountryCoverage(SWEDEN, sweden))
    return Coverage(norway.n + sweden.n, None, by_country=parts)


def few(coverage: Coverage) -> Message:
    assert coverage.lack
    return lack_words(coverage, coverage.lack)


EXAMPLES = (
    Example(
        "coverage-exact",
        lambda: coverage_words(Coverage(6, 58)),
        {
            "nb": "6 av 58 evaluerte",
            "en": "6 of 58 evaluated",
        },
    ),
    Example(
        "coverage-at-least",
        lambda: coverage_words(Coverage(6, 58, at_least=True)),
        {
            "nb": "6 av minst 58 evaluerte",
            "en": "6 of at least 58 evaluated",
        },
    ),
    Example(
        "coverage-of-any-version",
        lambda: coverage_words(Coverage(8, 140, any_version=True, basis=(ANY_VERSION,))),
        {
            "nb": "8 av rundt 140 evaluerte med en eller annen versjon av metoden",
            "en": "8 of about 140 evaluated with any version of the method",
        },
    ),
    Example(
        "coverage-none",
        lambda: coverage_words(Coverage(0, 58, at_least=True)),
        {
            "nb": "ingen av minst 58 evaluerte",
            "nn": "ingen av minst 58 evaluerte",
            "sv": "ingen av minst 58 utvärderade",
            "en": "none of at least 58 evaluated",
        },
    ),
    Example(
        "coverage-of-at-least-any-version",
        lambda: coverage_words(Coverage(8, 100, any_version=True, basis=(AT_LEAST,))),
        {
            "nb": "8 av minst 100 evaluerte med en eller annen versjon av metoden",
            "en": "8 of at least 100 evaluated with any version of the method",
        },
    ),
    Example(
        "coverage-of-any-version-by-a-year",
        lambda: coverage_words(
            Coverage(3, 75, any_version=True, as_of=2010, basis=(count(75),), names_year=True)
        ),
        {
            "nb": "3 av 75 evaluerte per 2010 med en eller annen versjon av metoden",
            "en": "3 of 75 evaluated by 2010 with any version of the method",
        },
    ),
    Example(
        "coverage-of-about-any-version-by-a-year",
        lambda: coverage_words(
            Coverage(3, 140, any_version=True, as_of=2021, basis=(ANY_VERSION,), names_year=True)
        ),
        {
            "nb": "3 av rundt 140 evaluerte per 2021 med en eller annen versjon av metoden",
            "en": "3 of about 140 evaluated by 2021 with any version of the method",
        },
    ),
    Example(
        "coverage-of-at-least-any-version-by-a-year",
        lambda: coverage_words(
            Coverage(
                3,
                100,
                at_least=True,
                any_version=True,
                as_of=2016,
                basis=(AT_LEAST,),
                names_year=True,
            )
        ),
        {
            "nb": "3 av minst 100 evaluerte per 2016 med en eller annen versjon av metoden",
            "en": "3 of at least 100 evaluated by 2016 with any version of the method",
        },
    ),
    Example(
        "coverage-of-two-countries",
        lambda: coverage_words(
            of_both(
                Coverage(6, 58, at_least=True),
                Coverage(12, 140, any_version=True, basis=(ANY_VERSION,)),
            )
        ),
        {
            "nb": "6 av minst 58 evaluerte i Norge og 12 av rundt 140 evaluerte med en eller "
            "annen versjon av metoden i Sverige",
            "nn": "6 av minst 58 evaluerte i Noreg og 12 av rundt 140 evaluerte med ein eller "
            "annan versjon av metoden i Sverige",
            "sv": "6 av minst 58 utvärderade i Norge och 12 av omkring 140 utvärderade med någon "
            "version av metoden i Sverige",
            "en": "6 of at least 58 evaluated in Norway and 12 of about 140 evaluated with any "
            "version of the method in Sweden",
        },
    ),
    Example(
        "coverage-of-two-countries-unknown",
        lambda: coverage_words(of_both(Coverage(6, None), Coverage(12, None))),
        {
            "nb": "6 i Norge (hvor mange som er evaluert, er ikke kjent) og 12 i Sverige (hvor "
            "mange som er evaluert, er ikke kjent)",
            "nn": "6 i Noreg (kor mange som er evaluerte, er ikkje kjent) og 12 i Sverige (kor "
            "mange som er evaluerte, er ikkje kjent)",
            "sv": "6 i Norge (hur många som har utvärderats är inte känt) och 12 i Sverige (hur "
            "många som har utvärderats är inte känt)",
            "en": "6 in Norway (how many were evaluated is not known) and 12 in Sweden (how many "
            "were evaluated is not known)",
        },
    ),
    Example(
        "coverage-unknown",
        lambda: coverage_words(Coverage(6, None)),
        {
            "nb": "6; hvor mange som er evaluert, er ikke kjent",
            "en": "6; how many were evaluated is not known",
        },
    ),
    Example(
        "lack-below-half",
        lambda: few(Coverage(6, 58)),
        {
            "nb": "Vi har tall for 6 av 58 evaluerte. Det er for få til et snitt eller en plass.",
            "nn": "Vi har tal for 6 av 58 evaluerte. Det er for få til eit snitt eller ein plass.",
            "sv": "Vi har resultat för 6 av 58 utvärderade. Det är för få för ett genomsnitt "
            "eller en plats.",
            "en": "We have figures for 6 of 58 evaluated. That is too few for an average or a "
            "rank.",
        },
    ),
    Example(
        "lack-too-few-of-another-share",
        lambda: lack_words(Coverage(3, 3, Decimal("0.6")), Unrepresentative.TOO_FEW),
        {
            "nb": "Et snitt eller en plass krever minst 5 kommuner, og minst 60 prosent av "
            "dem som er evaluert.",
            "nn": "Eit snitt eller ein plass krev minst 5 kommunar, og minst 60 prosent av "
            "dei som er evaluerte.",
            "sv": "Ett genomsnitt eller en plats kräver minst 5 kommuner, och minst 60 "
            "procent av dem som har utvärderats.",
            "en": "An average or a rank needs at least 5 municipalities, and at least 60 per cent "
            "of those evaluated.",
        },
    ),
    Example(
        "lack-unknown",
        lambda: few(Coverage(6, None)),
        {
            "nb": "Vi har tall for 6; hvor mange som er evaluert, er ikke kjent. Derfor oppgir "
            "vi verken snitt eller plass.",
            "nn": "Vi har tal for 6; kor mange som er evaluerte, er ikkje kjent. Derfor oppgir "
            "vi verken snitt eller plass.",
            "sv": "Vi har resultat för 6; hur många som har utvärderats är inte känt. Därför "
            "anger vi varken genomsnitt eller plats.",
            "en": "We have figures for 6; how many were evaluated is not known. So there is no "
            "average or rank.",
        },
    ),
)
