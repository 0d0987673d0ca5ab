"""The strongest true thing to say beside a result, and of how many a figure is."""

from dataclasses import replace
from decimal import Decimal

from app.domain.coverage import CountryCoverage, Coverage, Unrepresentative
from app.domain.gap import Standing
from app.domain.message import Message
from app.domain.peers import SetScope
from app.domain.reference import ReferenceAverage, ReferenceBasis
from app.domain.stated import PlacingScope, StatedPlacing, Territory
from app.domain.statistics import Rank
from app.domain.wording.beside import (
    areas_sentence,
    beside_sentence,
    change_sentence,
    published_sentence,
    rank_sentence,
    since_sentence,
    stated_sentence,
)
from app.domain.wording.coverage import coverage_words, lack_words
from app.domain.wording.reference import basis_words, reference_name
from app.domain.wording.sets import comparison_phrase
from tests.domain.counts import count
from tests.domain.examples import HUNDRED, reference
from tests.wording.examples import (
    COMPUTED,
    NORWAY,
    PUBLISHED,
    SWEDEN,
    TOTAL,
    Example,
    comparison,
    total_gap,
)

PLACING = StatedPlacing(PlacingScope(Territory.COUNTRY), TOTAL, rank=3, of=58)
DEDUCED = replace(reference(), basis=ReferenceBasis.DEDUCED)
ABOVE, BELOW, SAME = Standing.ABOVE, Standing.BELOW, Standing.ABOUT_THE_SAME
ANY_VERSION = count(140, country=SWEDEN, family=None, as_of=2021, approximate=True)
AT_LEAST = count(100, family=None, as_of=2016, at_least=True)


def beside(difference: int, kind: str = "computed") -> Message:
    found = comparison(COMPUTED if kind == "computed" else PUBLISHED)
    return beside_sentence(total_gap(difference), HUNDRED * 4, comparison_phrase(found))


def marked(average: ReferenceAverage) -> Message:
    """Beside an average that is not simply printed."""
    return beside_sentence(
        total_gap(64), HUNDRED * 4, reference_name(average), basis_words(average)
    )


def published(*differences: int) -> Message:
    """Beside averages that were published of 2017, so far from each."""
    gaps = [(total_gap(one), HUNDRED * 4 - one) for one in differences]
    return published_sentence(gaps, "", 2017, None)


def areas(*standings: Standing) -> Message:
    return areas_sentence(standings, 2014)


def ranked(first: int, last: int, group: str | None = None) -> Message:
    scope = SetScope(frozenset((SWEDEN,)), "2", group)
    return rank_sentence(Rank(first, 45, False, first, last), scope)


def of_both(norway: Coverage, sweden: Coverage) -> Coverage:
    parts = (CountryCoverage(NORWAY, norway), CountryCoverage(SWEDEN, sweden))
    return Coverage(norway.n + sweden.n, None, by_country=parts)


def few(coverage: Coverage) -> Message:
    assert coverage.lack
    return lack_words(coverage, coverage.lack)


BESIDE = (
    Example(
        "beside-above",
        lambda: beside(64),
        {
            "nb": "Det er 64 poeng over snittet for 5 andre norske kommuner (400).",
            "nn": "Det er 64 poeng over snittet for 5 andre norske kommunar (400).",
            "sv": "Det är 64 poäng över genomsnittet för 5 andra norska kommuner (400).",
            "en": "That is 64 points above the average of 5 other Norwegian municipalities (400).",
        },
    ),
    Example(
        "beside-below",
        lambda: beside(-64, "published"),
        {
            "nb": "Det er 64 poeng under det publiserte snittet fra 2018 for norske kommuner "
            "(400).",
            "nn": "Det er 64 poeng under det publiserte snittet frå 2018 for norske kommunar "
            "(400).",
            "sv": "Det är 64 poäng under det publicerade genomsnittet från 2018 för norska "
            "kommuner (400).",
            "en": "That is 64 points below the published average of 2018 for Norwegian "
            "municipalities (400).",
        },
    ),
    Example(
        "beside-about-the-same",
        lambda: beside(5),
        {
            "nb": "Det er omtrent som snittet for 5 andre norske kommuner (400).",
            "nn": "Det er om lag som snittet for 5 andre norske kommunar (400).",
            "sv": "Det är ungefär som genomsnittet för 5 andra norska kommuner (400).",
            "en": "That is about the same as the average of 5 other Norwegian municipalities "
            "(400).",
        },
    ),
    Example(
        "beside-marked",
        lambda: marked(replace(reference(), basis=ReferenceBasis.DEDUCED)),
        {
            "nb": "Det er 64 poeng over snittet fra 2018 som følger av rapporten (400; ikke "
            "trykt, men følger av tall som er det).",
            "nn": "Det er 64 poeng over snittet frå 2018 som følgjer av rapporten (400; ikkje "
            "trykt, men følgjer av tal som er det).",
            "sv": "Det är 64 poäng över genomsnittet från 2018 som följer av rapporten (400; "
            "inte tryckt, men följer av uppgifter som är det).",
            "en": "That is 64 points above the average of 2018 that follows from the report "
            "(400; not printed, but follows from figures that are).",
        },
    ),
    Example(
        "beside-two-published-above",
        lambda: published(30, 20),
        {
            "nb": "Det er 20–30 poeng over de publiserte snittene fra 2017 (370 og 380).",
            "en": "That is 20–30 points above the averages published for 2017 (370 and 380).",
        },
    ),
    Example(
        "beside-two-published-below",
        lambda: published(-64, -74),
        {
            "nb": "Det er 64–74 poeng under de publiserte snittene fra 2017 (464 og 474).",
            "en": "That is 64–74 points below the averages published for 2017 (464 and 474).",
        },
    ),
    Example(
        "beside-two-published-near",
        lambda: published(4, -6),
        {
            "nb": "Det er omtrent som de publiserte snittene fra 2017 (396 og 406).",
            "en": "That is about the same as the averages published for 2017 (396 and 406).",
        },
    ),
    Example(
        "beside-two-published-on-either-side",
        lambda: published(20, -4),
        {
            "nb": "De publiserte snittene fra 2017 ligger på hver sin side av dette eller nær "
            "det (380 og 404).",
            "en": "The averages published for 2017 lie on either side of it or close to it (380 "
            "and 404).",
        },
    ),
    Example(
        "areas-both-sides",
        lambda: areas(ABOVE, ABOVE, BELOW, SAME),
        {
            "nb": "Av 4 områder ligger 2 over og 1 under det publiserte snittet fra 2014.",
            "en": "Of 4 areas, 2 are above and 1 below the average published for 2014.",
        },
    ),
    Example(
        "areas-all-above",
        lambda: areas(*[ABOVE] * 8),
        {
            "nb": "Alle 8 områder ligger over det publiserte snittet fra 2014.",
            "en": "All 8 areas are above the average published for 2014.",
        },
    ),
    Example(
        "areas-all-below",
        lambda: areas(*[BELOW] * 8),
        {
            "nb": "Alle 8 områder ligger under det publiserte snittet fra 2014.",
            "en": "All 8 areas are below the average published for 2014.",
        },
    ),
    Example(
        "areas-one-above",
        lambda: areas(ABOVE, SAME),
        {
            "nb": "Av 2 områder ligger 1 over det publiserte snittet fra 2014.",
            "en": "Of 2 areas, 1 is above the average published for 2014.",
        },
    ),
    Example(
        "areas-some-above",
        lambda: areas(ABOVE, ABOVE, SAME),
        {
            "nb": "Av 3 områder ligger 2 over det publiserte snittet fra 2014.",
            "en": "Of 3 areas, 2 are above the average published for 2014.",
        },
    ),
    Example(
        "areas-one-below",
        lambda: areas(BELOW, SAME),
        {
            "nb": "Av 2 områder ligger 1 under det publiserte snittet fra 2014.",
            "en": "Of 2 areas, 1 is below the average published for 2014.",
        },
    ),
    Example(
        "areas-some-below",
        lambda: areas(BELOW, BELOW, SAME),
        {
            "nb": "Av 3 områder ligger 2 under det publiserte snittet fra 2014.",
            "en": "Of 3 areas, 2 are below the average published for 2014.",
        },
    ),
    Example(
        "areas-about-the-same",
        lambda: areas(SAME, SAME),
        {
            "nb": "Alle områdene er omtrent som det publiserte snittet fra 2014.",
            "en": "Every area is about the same as the average published for 2014.",
        },
    ),
    Example(
        "ranked-alone",
        lambda: ranked(3, 3),
        {
            "nb": "Det gir plass 3 av 45 svenske kommuner vi har tall for.",
            "nn": "Det gir plass 3 av 45 svenske kommunar vi har tal for.",
            "sv": "Det ger plats 3 av 45 svenska kommuner som vi har resultat för.",
            "en": "It is ranked 3 of 45 Swedish municipalities that we have figures for.",
        },
    ),
    Example(
        "ranked-with-others",
        lambda: ranked(18, 27, "small"),
        {
            "nb": "Det gir plass 18–27 av 45 svenske kommuner av samme størrelse vi har tall for.",
            "nn": "Det gir plass 18–27 av 45 svenske kommunar av same storleik vi har tal for.",
            "sv": "Det ger plats 18–27 av 45 svenska kommuner av samma storlek som vi "
            "har resultat för.",
            "en": "It is ranked 18–27 of 45 Swedish municipalities of its size that we "
            "have figures for.",
        },
    ),
    Example(
        "stated-place",
        lambda: stated_sentence(PLACING, NORWAY),
        {
            "nb": "Ifølge kilden: plass 3 av 58 evaluerte norske kommuner.",
            "nn": "Ifølgje kjelda: plass 3 av 58 evaluerte norske kommunar.",
            "sv": "Enligt källan: plats 3 av 58 utvärderade norska kommuner.",
            "en": "According to the source: ranked 3 of the 58 evaluated Norwegian municipalities.",
        },
    ),
    Example(
        "stated-place-of-one-of-several",
        lambda: stated_sentence(PLACING, NORWAY, 2014),
        {
            "nb": "Ifølge kilden fra 2014: plass 3 av 58 evaluerte norske kommuner.",
            "nn": "Ifølgje kjelda frå 2014: plass 3 av 58 evaluerte norske kommunar.",
            "sv": "Enligt källan från 2014: plats 3 av 58 utvärderade norska kommuner.",
            "en": "According to the source of 2014: ranked 3 of the 58 evaluated Norwegian "
            "municipalities.",
        },
    ),
    Example(
        "changed-about-the-same",
        lambda: change_sentence(total_gap(5), 2022),
        {
            "nb": "Det er omtrent som i 2022.",
            "en": "That is about the same as in 2022.",
        },
    ),
    Example(
        "changed-up",
        lambda: change_sentence(total_gap(72), 2022),
        {
            "nb": "Det er 72 poeng mer enn i 2022.",
            "en": "That is 72 points more than in 2022.",
        },
    ),
    Example(
        "changed-down",
        lambda: change_sentence(total_gap(-72), 2022),
        {
            "nb": "Det er 72 poeng mindre enn i 2022.",
            "en": "That is 72 points fewer than in 2022.",
        },
    ),
    Example(
        "since",
        lambda: since_sentence(HUNDRED * 4, 2011),
        {
            "nb": "I sin egen evaluering i 2011 fikk kommunen 400.",
            "en": "In its own evaluation of 2011 it scored 400.",
        },
    ),
)

COVERAGES = (
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

EXAMPLES = (*BESIDE, *COVERAGES)
