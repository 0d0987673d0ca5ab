"""Every average names its set: how many, from where, which size, versions and years."""

from dataclasses import replace

import pytest

from app.domain.comparison_choice import (
    Comparison,
    ComparisonChoice,
    ComparisonKind,
    choose_comparison,
)
from app.domain.evaluation import EvaluationSummary
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import SetScope, comparison_set
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.domain.wording.sets import (
    comparison_name,
    comparison_phrase,
    comparison_words,
    join_years,
    kind_words,
    set_words,
    size_group_words,
    versions_words,
    years_words,
)
from tests.domain.counts import EVERYBODY_KNOWN, count, coverage_rules
from tests.domain.examples import reference, said, several, summary

NORWAY, SWEDEN = Country
COMPUTED, PUBLISHED = ComparisonKind.COMPUTED, ComparisonKind.PUBLISHED
NAMED, COMBINED = ComparisonKind.NAMED, ComparisonKind.COMBINED
FEW = ComparisonKind.FEW


def field(country: Country) -> list[EvaluationSummary]:
    """Five of one's own country and seven of the other, of 2014 to 2018."""
    other = SWEDEN if country is NORWAY else NORWAY
    own = several(5, named="o", country=country)
    return [replace(own[0], year=2014), *own[1:], *several(7, named="x", country=other)]


def comparison(
    kind: ComparisonKind, country: Country, group: str | None = None, n: int | None = 55
) -> Comparison:
    published = reference(n=n, country=country, size_group=group)
    own = summary("hemne", 433, country=country)
    others = [] if kind is NAMED else field(country)
    others = others or [summary("lom", 400, country=country)]
    references: list[ReferenceAverage] = [] if kind is NAMED else [published]
    rules = coverage_rules(count(58)) if kind is FEW else EVERYBODY_KNOWN
    choice = choose_comparison(own, others, references, [Measure.TOTAL], rules, group)
    return of_kind(choice, kind)


def of_kind(choice: ComparisonChoice, kind: ComparisonKind) -> Comparison:
    (found,) = (comparison for comparison in choice.all if comparison.kind is kind)
    return found


@pytest.mark.parametrize(
    "kind,country,group,name,phrase",
    [
        (
            COMPUTED,
            NORWAY,
            None,
            "Average of 5 others",
            "the average of 5 other Norwegian municipalities",
        ),
        (
            COMPUTED,
            NORWAY,
            "small",
            "Average of 5 others of the same size",
            "the average of 5 other Norwegian municipalities of its size",
        ),
        (
            COMPUTED,
            SWEDEN,
            None,
            "Average of 5 others",
            "the average of 5 other Swedish municipalities",
        ),
        (
            COMPUTED,
            SWEDEN,
            "small",
            "Average of 5 others of the same size",
            "the average of 5 other Swedish municipalities of its size",
        ),
        (
            PUBLISHED,
            NORWAY,
            None,
            "Published average 2018",
            "the published average of 2018 for Norwegian municipalities",
        ),
        (
            PUBLISHED,
            NORWAY,
            "small",
            "Published average 2018, same size",
            "the published average of 2018 for Norwegian municipalities of its size",
        ),
        (
            PUBLISHED,
            SWEDEN,
            None,
            "Published average 2018",
            "the published average of 2018 for Swedish municipalities",
        ),
        (
            PUBLISHED,
            SWEDEN,
            "small",
            "Published average 2018, same size",
            "the published average of 2018 for Swedish municipalities of its size",
        ),
        (
            COMBINED,
            NORWAY,
            None,
            "Mean of the 12 in both countries",
            "the mean of the 12 other municipalities in Norway and Sweden that we have figures for",
        ),
        (
            COMBINED,
            SWEDEN,
            "small",
            "Mean of the 12 in both countries, same size",
            (
                "the mean of the 12 other municipalities of its size in Norway and Sweden that we "
                "have figures for"
            ),
        ),
        (
            FEW,
            NORWAY,
            None,
            "Mean of the 5 we have figures for",
            "the mean of the 5 other Norwegian municipalities that we have figures for",
        ),
        (
            FEW,
            NORWAY,
            "small",
            "Mean of the 5 of the same size we have figures for",
            "the mean of the 5 other Norwegian municipalities of its size that we have figures for",
        ),
        (NAMED, NORWAY, None, "Others by name", "others by name"),
    ],
)
def test_a_comparison_has_a_short_name_and_a_phrase(
    kind: ComparisonKind, country: Country, group: str | None, name: str, phrase: str
) -> None:
    found = comparison(kind, country, group)
    assert said(comparison_name(found)) == name
    assert said(comparison_phrase(found)) == phrase


@pytest.mark.parametrize("group", [None, "small"])
@pytest.mark.parametrize("country,adjective", [(NORWAY, "Norwegian"), (SWEDEN, "Swedish")])
def test_a_computed_average_says_all_that_it_is_made_of(
    instrument: Instrument, country: Country, adjective: str, group: str | None
) -> None:
    words = said(comparison_words(comparison(COMPUTED, country, group), instrument))
    size = " with under 5,000 inhabitants" if group else ""
    assert words == (
        "Average of the latest results of 5 other "
        f"{adjective} municipalities{size} (versions 2.0 and 2.1, 2014–2018). "
        "Coverage: 5 of at least 5 evaluated."
    )


def test_the_mean_of_the_few_says_why_it_stands_for_nobody_else(instrument: Instrument) -> None:
    words = said(comparison_words(comparison(FEW, NORWAY), instrument))
    assert words == (
        "Average of the latest results of 5 other Norwegian municipalities (versions 2.0 and 2.1, "
        "2014–2018). We have figures for 5 of at least 58 evaluated. That is too few for an "
        "average or a rank."
    )


@pytest.mark.parametrize("group", [None, "small"])
def test_both_countries_together_says_how_many_of_each(
    instrument: Instrument, group: str | None
) -> None:
    words = said(comparison_words(comparison(COMBINED, NORWAY, group), instrument))
    assert "12 other municipalities" in words
    assert "5 Norwegian and 7 Swedish" in words
    assert "(versions 2.0 and 2.1, 2014–2018)" in words
    assert ("with under 5,000 inhabitants" in words) == (group is not None)


def test_the_members_by_country_add_up_to_the_municipalities(instrument: Instrument) -> None:
    """Also where a municipality has its total in one year and its areas in another."""
    split = [
        one
        for i in range(3)
        for one in (summary(f"n{i}", 400), summary(f"n{i}", year=2014, areas={1: 40}))
    ]
    swedes = [summary(f"s{i}", 400, areas={1: 40}, country=SWEDEN) for i in range(3)]
    scope = SetScope(frozenset(Country), "2")
    found = comparison_set(
        scope, [*split, *swedes], [Measure.TOTAL, Measure.AREA_1], EVERYBODY_KNOWN
    )
    assert "6 other municipalities, 3 Norwegian and 3 Swedish" in said(set_words(found, instrument))


def test_measures_with_different_members_give_a_span(instrument: Instrument) -> None:
    others = [*several(5), summary("y", 300, areas={1: 30})]
    scope = SetScope(frozenset({NORWAY}), "2")
    found = comparison_set(scope, others, [Measure.TOTAL, Measure.AREA_1], EVERYBODY_KNOWN)
    assert "of 1–6 other Norwegian" in said(set_words(found, instrument))


def test_an_empty_set_has_no_years(instrument: Instrument) -> None:
    found = comparison_set(SetScope(frozenset({NORWAY}), "2"), [], [Measure.TOTAL], EVERYBODY_KNOWN)
    assert said(set_words(found, instrument)).endswith("(versions 2.0 and 2.1, no years).")


@pytest.mark.parametrize("n,says", [(55, "(n = 55)"), (None, "does not say over how many")])
def test_a_published_average_says_its_source_and_over_how_many(
    instrument: Instrument, n: int | None, says: str
) -> None:
    words = said(comparison_words(comparison(PUBLISHED, NORWAY, n=n), instrument))
    assert words.startswith("Published average: All evaluated")
    assert says in words
    assert words.endswith("Source: A report.")


@pytest.mark.parametrize(
    "others,wanted",
    [
        (
            [summary("lom", areas={1: 1}), summary("oppdal", areas={1: 2})],
            "Compared with Lom 2018 and Oppdal 2018.",
        ),
        (
            [summary(name, areas={1: 1}) for name in ("lom", "oppdal", "rennebu")],
            (
                "Compared with Lom 2018 and Oppdal 2018, the nearest in population with points for "
                "all the same areas. Some of the figures are also known for Rennebu 2018."
            ),
        ),
    ],
)
def test_members_are_named_with_the_year(
    instrument: Instrument, others: list[EvaluationSummary], wanted: str
) -> None:
    own = summary("hemne", areas={1: 40})
    choice = choose_comparison(own, others, [], [Measure.AREA_1], EVERYBODY_KNOWN)
    found = of_kind(choice, NAMED)
    assert said(comparison_words(found, instrument)) == wanted


def test_members_with_only_some_of_the_figures_are_named_too(instrument: Instrument) -> None:
    others = [summary("lom", 400), summary("tynset", areas={1: 40})]
    shown = [Measure.TOTAL, Measure.AREA_1]
    choice = choose_comparison(summary("hemne", 433), others, [], shown, EVERYBODY_KNOWN)
    found = of_kind(choice, NAMED)
    assert said(comparison_words(found, instrument)) == (
        "Some of the figures are known for Lom 2018 and Tynset 2018."
    )


def test_no_comparison_speaks_of_all_municipalities(instrument: Instrument) -> None:
    for kind in ComparisonKind:
        found = comparison(kind, NORWAY)
        words = said(comparison_words(found, instrument)) + said(comparison_phrase(found))
        assert "all municipalities" not in words.lower()
    assert len({said(kind_words(kind)) for kind in ComparisonKind}) == len(ComparisonKind)


def test_parts_of_sentences(instrument: Instrument) -> None:
    assert said(years_words(2018, 2018)) == "2018"
    assert said(years_words(2014, 2018)) == "2014–2018"
    assert said(versions_words(instrument, "2")) == "versions 2.0 and 2.1"
    assert said(versions_words(instrument, "2020")) == "version 2020"
    assert join_years([2019, 2013, 2019]) == ("2013", "2019")


@pytest.mark.parametrize(
    "code,words",
    [
        ("small", "under 5,000 inhabitants"),
        ("medium", "5,000–9,999 inhabitants"),
        ("large", "10,000 inhabitants or more"),
        ("kostra-7", "size group kostra-7"),
    ],
)
def test_size_groups_in_words(code: str, words: str) -> None:
    assert said(size_group_words(code)) == words


def test_the_words_for_size_groups_hold_their_limits(instrument: Instrument) -> None:
    """The limits are data and the words are not: they must not drift apart."""
    for group in instrument.size_scheme.groups:
        words = said(size_group_words(group.code))
        assert group.minimum == 0 or f"{group.minimum:,}" in words
        assert group.maximum is None or any(
            f"{limit:,}" in words for limit in (group.maximum, group.maximum + 1)
        )
