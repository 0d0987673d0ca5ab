"""What the seed says that sources state: exactly their scope, in four languages, never wider."""

import re
from collections.abc import Mapping
from typing import TypeVar

import pytest

from app.domain.evaluation import DetailLevel, DiscrepancyKind, Evaluation, YearBasis
from app.domain.language import LANGUAGES
from app.domain.stated import PeriodKind, StatedPlacing
from app.domain.wording.placings import placing_words
from app.domain.wording.stated import comparison_stated_words, stated_words
from app.web.words.languages import translate
from tests.in_turn import in_turn
from tests.publishing.changing import evaluation_of, real_state

Thing = TypeVar("Thing")

PLACINGS = [
    (e, position, placing)
    for e in real_state().evaluations
    for position, placing in enumerate(e.stated_placings, 1)
]

STATED = {
    "baerum-2012": ["country, total, 2 of 30", "scandinavia, total, 9"],
    "enkoping-2018": ["country, last 10 years, total, 22 better"],
    "grastorp-2014": ["country, since 2010, under 15000, total, 0 better"],
    "hareid-2017": ["country, total, near-bottom"],
    "helsingborg-2017": ["country, all-time, total, 1"],
    "hemne-2018": ["country, since 2010, total, top-quarter", "country, all-time, 3, 5"],
    "heroy-more-og-romsdal-2018": [
        "country, since 2010, total, top-tenth of 55",
        "country, own size, total, 2",
    ],
    "hoganas-2020": ["country, total, top-three"],
    "hoganas-2023": ["country, all-time, total, 1"],
    "kristiansund-2016": [
        "country, total, 3",
        "country, last 5 years, total, 3",
        "country, in 2016, total, 1",
    ],
    "lidkoping-2014": ["country, since 2010, total, 10"],
    "lillehammer-2011": ["country, total, upper-half"],
    "meraker-2022": ["country, total, above-middle"],
    "midtre-gauldal-2023": ["country, total, 3"],
    "nacka-2011": ["country, total, 1"],
    "nacka-2021": ["country, 4, 1", "country, 5, 1", "country, 6, 1"],
    "nesodden-2011": ["country, total, upper-half"],
    "nesodden-2014": ["country, since 2010, total, 6 of 46"],
    "orebro-2012": ["country, total, 2"],
    "orebro-2015": ["country, all-time, total, 1"],
    "ovre-eiker-2015": ["country, since ?, total, 15"],
    "roros-2017": ["country, since 2010, total, top-quarter"],
    "roros-2021": ["country, all-time, total, 1"],
    "skaun-2017": ["country, total, top-quarter"],
    "tynset-2015": ["country, since 2010, total, 9 of 46", "country, own size, total, 1"],
    "ulstein-2019": ["country, total, 3 of 58", "country, medium, total, 1", "country, 1, 1"],
}
"""What each source says, as it was noted when it was read."""

SAYS_EVER = re.compile(r"\b(ever|noensinne|någonsin|hittills|nokon gong|noen gang)\b")
EVER = {
    # Where the title of the source has no such word: what was noted of its text.
    "hemne-2018": "fifth highest ever in Norway on area 3",
    "orebro-2015": "Örebro fick högsta betyget någonsin (orebrokuriren.se, 28 October 2015)",
}


def in_short(placing: StatedPlacing) -> str:
    """A placing by its data alone."""
    scope, period, size = placing.scope, placing.scope.period, placing.scope.size
    found = [scope.territory.value]
    if period is not None:
        found.append(
            {
                PeriodKind.SINCE: f"since {period.year or '?'}",
                PeriodKind.LAST_YEARS: f"last {period.years} years",
                PeriodKind.YEAR: f"in {period.year}",
                PeriodKind.VERSION: f"version {period.version}",
                PeriodKind.ALL_TIME: "all-time",
            }[period.kind]
        )
    if size is not None:
        found.append("own size" if size.own else size.group or f"under {size.below}")
    place = placing.rank or placing.band
    told = f"{placing.better} better" if placing.better is not None else str(place)
    of = f" of {placing.of}" if placing.of else ""
    return ", ".join([*found, placing.measure.value, told + of])


def test_every_place_is_as_it_was_noted() -> None:
    found: dict[str, list[str]] = {}
    for e, _, placing in PLACINGS:
        found.setdefault(e.id, []).append(in_short(placing))
    assert found == STATED


def test_nothing_is_of_all_time_without_the_sources_word() -> None:
    ever = [
        e.id
        for e, _, placing in PLACINGS
        if placing.scope.period and placing.scope.period.kind is PeriodKind.ALL_TIME
    ]
    for id in ever:
        words = EVER.get(id) or evaluation_of(real_state(), id).source.title
        assert SAYS_EVER.search(words), id
    assert sorted(ever) == [
        "helsingborg-2017",
        "hemne-2018",
        "hoganas-2023",
        "orebro-2015",
        "roros-2021",
    ]


TERRITORIES = {
    "NO": {"nb": "norske", "nn": "norske", "sv": "norska", "en": "Norwegian"},
    "SE": {"nb": "svenske", "nn": "svenske", "sv": "svenska", "en": "Swedish"},
    "scandinavia": {
        "nb": "skandinaviske",
        "nn": "skandinaviske",
        "sv": "skandinaviska",
        "en": "Scandinavian",
    },
}
TIMES = {
    PeriodKind.ALL_TIME: {
        "nb": "noen gang",
        "nn": "nokon gong",
        "sv": "någonsin",
        "en": "ever evaluated",
    },
    PeriodKind.SINCE: {"nb": "siden", "nn": "sidan", "sv": "sedan", "en": "since"},
    PeriodKind.LAST_YEARS: {
        "nb": "de siste",
        "nn": "dei siste",
        "sv": "de senaste",
        "en": "years up to then",
    },
    PeriodKind.YEAR: {"nb": "evaluert i", "nn": "evaluerte i", "sv": "utvärderades", "en": "in 2"},
}
SIZES = {
    "own": {
        "nb": "av samme størrelse",
        "nn": "av same storleik",
        "sv": "av samma storlek",
        "en": "of its size",
    },
    "below": {"nb": "med under", "nn": "med under", "sv": "med under", "en": "with under"},
    "group": {"nb": "med 5", "nn": "med 5", "sv": "med 5", "en": "with 5"},
}


@in_turn("language", sorted(LANGUAGES))
def test_every_place_says_its_scope_and_never_a_wider_one(language: str) -> None:
    for e, position, placing in PLACINGS:
        words = translate(placing_words(placing, e.country), language)
        where = f"{e.id}/{position}: {words}"
        scope = placing.scope
        territory = "scandinavia" if scope.territory == "scandinavia" else e.country.value
        period = scope.period.kind if scope.period else None
        size = scope.size and (
            "own" if scope.size.own else "group" if scope.size.group else "below"
        )
        assert said_of(TERRITORIES, language, words) == {territory}, where
        assert said_of(TIMES, language, words) == {period} - {None}, where
        assert said_of(SIZES, language, words) == {size} - {None}, where
        for number in (placing.place, placing.of, scope.period and scope.period.year):
            shown = placing.better if number == placing.place and placing.better else number
            assert shown in (None, 1) or str(shown) in words, where


def said_of(phrases: Mapping[Thing, Mapping[str, str]], language: str, words: str) -> set[Thing]:
    """Which of some things a sentence says, by the phrases for them."""
    return {thing for thing, by_language in phrases.items() if by_language[language] in words}


def test_whose_words_they_are_is_told() -> None:
    told = [(e, p) for e, _, p in PLACINGS if p.teller is not None]
    assert [e.id for e, _ in told] == ["enkoping-2018"]
    for language, word in {
        "nb": "ifølge et debattinnlegg",
        "nn": "ifølgje eit debattinnlegg",
        "sv": "enligt en debattartikel",
        "en": "according to an opinion piece",
    }.items():
        assert word in translate(placing_words(told[0][1], told[0][0].country), language)


COMPARISONS = {
    "helsingborg-2017": ["Above the average (the source does not say which) in all eight areas"],
    "karlskoga-2014": ["The total is about the same as the Swedish average"],
    "karlskoga-2022": [
        "The total is clearly above the average of municipalities evaluated in 2020–2022"
    ],
    "lillehammer-2011": ["The total is above the national average"],
    "lindesnes-til-2019-2017": [
        "About the same as the national average in all eight areas",
        (
            "The total is slightly above the average of municipalities with under 5,000 "
            "inhabitants (source: Kommunekompasset - vurdering av kommunen (Lindesnes kommune))"
        ),
    ],
    "lulea-2018": ["Above the average (the source does not say which) in all eight areas"],
    "mark-2024": ["Above the average (the source does not say which) in areas 1, 2 and 3"],
    "nacka-2021": ["Above the national average in all eight areas"],
    "nesodden-2011": ["The total is slightly below the national average"],
    "tomelilla-2022": [
        "Above the average of the 19 other municipalities evaluated in 2021–2022 in all eight areas"
    ],
}


def test_comparisons_are_those_of_the_sources() -> None:
    found = {
        e.id: [translate(comparison_stated_words(c), "en") for c in e.stated_comparisons]
        for e in real_state().evaluations
        if e.stated_comparisons and e.id != "hemne-2018"
    }
    assert found == COMPARISONS


@in_turn("found", real_state().evaluations, label=lambda e: e.id)
def test_what_is_stated_can_be_said_in_every_language(found: Evaluation) -> None:
    for words in stated_words(found):
        for language in LANGUAGES:
            assert translate(words, language)
    for comparison in found.stated_comparisons:
        assert comparison.areas or comparison.total is not None


@pytest.mark.parametrize(
    "id,kind",
    [
        ("kristiansund-2016", DiscrepancyKind.SOURCES_DIFFER),
        ("hoganas-2020", DiscrepancyKind.SOURCES_DIFFER),
        ("enkoping-2016", DiscrepancyKind.SOURCES_DIFFER),
        ("enkoping-2018", DiscrepancyKind.SOURCES_DIFFER),
        ("helsingborg-2017", DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF),
    ],
)
def test_sources_that_contradict_each_other_are_told(id: str, kind: DiscrepancyKind) -> None:
    assert kind in [d.kind for d in evaluation_of(real_state(), id).recorded_discrepancies]


def test_what_was_read_in_titles_alone_says_so() -> None:
    by_basis: dict[YearBasis, set[str]] = {}
    for e in real_state().evaluations:
        if e.year_basis is not None:
            by_basis.setdefault(e.year_basis, set()).add(e.id)
            assert e.detail is DetailLevel.KNOWN
    assert by_basis == {
        YearBasis.INFERRED: {"nacka-2021"},
        YearBasis.OTHER_SOURCE: {"heroy-more-og-romsdal-2016"},
        YearBasis.TITLE: {
            "huddinge-2017",
            "kalix-2012",
            "ljungby-2018",
            "ornskoldsvik-2015",
            "ornskoldsvik-2017",
            "tjorn-2017",
            "torsas-2017",
            "tranas-2017",
            "uddevalla-2007",
            "uddevalla-2009",
            "vargarda-2016",
        },
    }
