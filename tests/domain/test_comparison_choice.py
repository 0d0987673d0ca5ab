"""Which comparison is shown first and which are one click away (design rule 5, a to d)."""

from dataclasses import replace

import pytest

from app.domain.comparison_choice import (
    Comparison,
    ComparisonChoice,
    ComparisonKind,
    choose_comparison,
    newest_published,
    older_published,
)
from app.domain.coverage import CoverageRules
from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceBasis, at_first_hand
from app.domain.score import Measure
from tests.domain.counts import EVERYBODY_KNOWN, NOBODY_COUNTED, count, coverage_rules
from tests.domain.examples import reference, several, summary

COMPUTED, PUBLISHED = ComparisonKind.COMPUTED, ComparisonKind.PUBLISHED
NAMED, COMBINED = ComparisonKind.NAMED, ComparisonKind.COMBINED
FEW = ComparisonKind.FEW

OWN = summary("hemne", 433, areas={1: "38.9"})
SWEDES = several(6, named="s", country=Country.SWEDEN)
TOTAL = (Measure.TOTAL,)


def chosen(
    others: list[EvaluationSummary],
    references: list[ReferenceAverage] | None = None,
    measures: tuple[Measure, ...] = TOTAL,
    size_group: str | None = None,
    own: EvaluationSummary = OWN,
    coverage: CoverageRules = EVERYBODY_KNOWN,
) -> ComparisonChoice:
    field = [own, *others]
    return choose_comparison(own, field, references or [], measures, coverage, size_group)


def kinds(choice: ComparisonChoice) -> list[ComparisonKind]:
    return [comparison.kind for comparison in choice.all]


def of_kind(choice: ComparisonChoice, kind: ComparisonKind) -> Comparison:
    (found,) = (comparison for comparison in choice.all if comparison.kind is kind)
    return found


@pytest.mark.parametrize(
    "others, n, evaluated, wanted",
    [
        (0, None, 1, []),
        (4, None, 5, [NAMED]),
        (5, None, 6, [COMPUTED]),
        (5, None, 12, [COMPUTED]),
        (5, None, 13, [NAMED, FEW]),
        (5, None, None, [NAMED, FEW]),
        (4, 55, 5, [PUBLISHED, NAMED]),
        (0, 55, 1, [PUBLISHED]),
        (5, 55, 12, [COMPUTED, PUBLISHED]),
        (5, 55, 13, [PUBLISHED, NAMED, FEW]),
        (5, 5, 13, [PUBLISHED, NAMED, FEW]),
        (28, 55, 58, [COMPUTED, PUBLISHED]),
        (27, 55, 58, [PUBLISHED, NAMED, FEW]),
        (27, None, 58, [NAMED, FEW]),
    ],
)
def test_the_first_that_serves_is_shown_and_the_others_are_one_click_away(
    others: int, n: int | None, evaluated: int | None, wanted: list[ComparisonKind]
) -> None:
    """`evaluated` are those known to be, oneself counted; half of them is enough."""
    references = [] if n is None else [reference(n=n)]
    rules = NOBODY_COUNTED if evaluated is None else coverage_rules(count(evaluated))
    choice = chosen(several(others), references, coverage=rules)
    assert kinds(choice) == wanted
    assert [found.kind for found in choice.shown] == wanted[:1]
    assert (choice.first.kind if choice.first else None) == (wanted[0] if wanted else None)


@pytest.mark.parametrize("n", [None, 4, 55])
def test_over_how_many_a_published_average_is_changes_nothing(n: int | None) -> None:
    assert kinds(chosen(several(5), [reference(n=n)])) == [COMPUTED, PUBLISHED]
    assert kinds(chosen(several(4), [reference(n=n)])) == [PUBLISHED, NAMED]


def test_the_mean_of_the_few_is_theirs_alone() -> None:
    choice = chosen(several(5), [reference()], coverage=NOBODY_COUNTED)
    few = of_kind(choice, FEW)
    assert few.value(Measure.TOTAL) == 302
    assert few.representative is False
    assert few.set.average(Measure.TOTAL) is None
    assert of_kind(choice, PUBLISHED).representative is None
    assert of_kind(chosen(several(5)), COMPUTED).representative is True


@pytest.mark.parametrize("norwegians", [0, 3, 5])
@pytest.mark.parametrize("references", [[], [reference()]])
def test_both_countries_together_are_last_and_never_first(
    norwegians: int, references: list[ReferenceAverage]
) -> None:
    choice = chosen([*several(norwegians), *SWEDES], references)
    assert kinds(choice)[-1] is COMBINED
    assert COMBINED not in [found.kind for found in choice.shown]
    both = of_kind(choice, COMBINED).set
    assert both.count_by_country() == {Country.NORWAY: norwegians, Country.SWEDEN: 6}


def test_sets_that_coincide_are_offered_once() -> None:
    assert COMBINED not in kinds(chosen(several(6)))
    elsewhere = several(6, named="s", country=Country.SWEDEN, family="2020")
    assert COMBINED not in kinds(chosen([*several(6), *elsewhere]))


def test_every_measure_shown_needs_five_members() -> None:
    with_area = [summary(f"a{i}", 400 + i, areas={1: 40}) for i in range(4)]
    both = (Measure.TOTAL, Measure.AREA_1)
    assert kinds(chosen([*with_area, *several(5)])) == [COMPUTED]
    assert kinds(chosen([*with_area, *several(5)], measures=both)) == [NAMED]


def test_a_published_average_covers_every_measure_of_its_country_and_family() -> None:
    both = (Measure.TOTAL, Measure.AREA_1)
    assert kinds(chosen([], [reference()], both)) == []
    whole = reference(figures={Measure.TOTAL: 359, Measure.AREA_1: 45})
    found = of_kind(chosen([], [whole], both), PUBLISHED)
    assert [found.value(measure) for measure in both] == [359, 45]
    assert kinds(chosen([], [reference(country=Country.SWEDEN)])) == []
    assert kinds(chosen([], [reference(family="2020")])) == []


def test_all_published_averages_are_shown_the_nearest_in_time_first() -> None:
    fitting = [reference("old", as_of=2012), reference("near", as_of=2017), reference("b")]
    assert published_of(chosen([], fitting)) == ["b", "near", "old"]
    counted = [reference("a", None), reference("b", 20), reference("c", 55)]
    assert published_of(chosen([], counted)) == ["c", "b", "a"]
    choice = chosen(several(5), counted)
    assert [found.kind for found in choice.shown] == [COMPUTED]
    assert [found.kind for found in choice.others] == [PUBLISHED] * 3


def test_what_an_opinion_piece_gives_is_shown_last_and_never_quoted() -> None:
    """Unless it is the only one, where it leads but is not quoted either."""
    opinion = replace(reference("opinion", as_of=2018), basis=ReferenceBasis.OPINION_PIECE)
    older = [reference("old", as_of=2012), reference("near", as_of=2017)]
    assert OWN.year == 2018
    assert published_of(chosen([], [opinion, *older])) == ["near", "old", "opinion"]
    assert published_of(chosen([], [opinion])) == ["opinion"]
    assert at_first_hand([opinion, *older]) == tuple(older)
    assert at_first_hand([opinion]) == (opinion,)
    total = Measure.TOTAL
    assert [one.id for one in newest_published([opinion, *older], total)] == ["near"]
    assert newest_published([opinion], total) == ()
    assert older_published([opinion, *older], total)
    assert not older_published([opinion, *older[:1]], total)


def published_of(choice: ComparisonChoice) -> list[str]:
    references = [found.reference for found in choice.shown if found.kind is PUBLISHED]
    return [found.id for found in references if found]


def test_without_measures_there_is_nothing_to_average() -> None:
    assert chosen(several(6), [reference()], measures=()).all == ()


def test_of_totals_all_are_named_up_to_eight_the_nearest_in_size_first() -> None:
    """Twins of 4 225 inhabitants; each of those further away has a thousand more."""
    others = [summary(f"m{no}", 300, inhabitants=5_000 + 1_000 * no) for no in range(10)]
    few = of_kind(chosen(others[:4]), NAMED)
    assert [member.municipality for member in few.named] == ["m0", "m1", "m2", "m3"]
    many = of_kind(chosen(others, coverage=coverage_rules(count(58))), NAMED)
    assert [member.municipality for member in many.named] == [f"m{no}" for no in range(8)]
    assert len(many.set.members) == 10


def test_of_areas_at_most_two_are_drawn_by_name_the_most_alike_in_size_first() -> None:
    others = [
        summary("far", areas={1: 40}, inhabitants=40_000),
        summary("unknown", areas={1: 40}, inhabitants=None),
        summary("smaller", areas={1: 40}, inhabitants=2_000),
        summary("larger", areas={1: 40}, inhabitants=5_000),
    ]
    found = of_kind(chosen(others, measures=(Measure.AREA_1,)), NAMED)
    assert [member.municipality for member in found.named] == ["larger", "smaller"]
    assert len(found.set.members) == 4
    assert found.value(Measure.AREA_1) is None


def test_drawn_are_only_those_with_every_measure_and_each_once() -> None:
    measures = (Measure.TOTAL, Measure.AREA_1)
    others = [
        summary("lom", 450, year=2018),
        summary("lom", 400, year=2014, areas={1: 40}),
        summary("tynset", areas={1: 50}),
    ]
    found = of_kind(chosen(others, measures=measures), NAMED)
    assert [member.id for member in found.named] == ["lom-2014"]
    assert {member.id for member in found.set.members} == {"lom-2014", "lom-2018", "tynset-2018"}


def test_the_other_country_and_family_are_not_named() -> None:
    assert kinds(chosen([*SWEDES[:4], summary("old", 300, family="1.0")])) == []


def test_a_size_group_narrows_every_set() -> None:
    large = several(6, named="l", size_group="large")
    choice = chosen([*several(5), *large], [reference(), reference("s", 8, size_group="small")])
    assert of_kind(choice, COMPUTED).set.smallest_n == 11
    narrow = chosen(
        [*several(5), *large, *SWEDES],
        [reference(), reference("s", 8, size_group="small")],
        size_group="small",
    )
    assert kinds(narrow) == [COMPUTED, PUBLISHED, COMBINED]
    assert of_kind(narrow, COMPUTED).set.smallest_n == 5
    assert of_kind(narrow, COMBINED).set.smallest_n == 11
    published = of_kind(narrow, PUBLISHED).reference
    assert published is not None
    assert published.id == "s"
    fewer = chosen([*several(4), *large], size_group="small")
    assert kinds(fewer) == [NAMED]
    assert {m.size_group for m in of_kind(fewer, NAMED).set.members} == {"small"}


def test_the_subjects_municipality_is_in_none_of_its_sets() -> None:
    earlier = summary("hemne", 300, year=2011)
    for others in (several(6), several(2), [*several(2), *SWEDES]):
        for comparison in chosen([*others, earlier], [reference()]).all:
            assert "hemne" not in {m.municipality for m in comparison.set.members}
            assert comparison.set.subject == "hemne-2018"


def test_the_visitors_wish_comes_first_and_nothing_is_lost() -> None:
    choice = chosen([*several(5), *SWEDES], [reference()])
    wished = choice.preferring(COMBINED)
    assert wished.first is not None
    assert wished.first.kind is COMBINED
    assert kinds(wished) == [COMBINED, COMPUTED, PUBLISHED]
    assert choice.preferring(NAMED) == choice
    assert choice.preferring(None) == choice


@pytest.mark.parametrize("wish", [FEW, COMBINED])
def test_what_stands_for_nobody_never_leads_however_much_it_is_wished(
    wish: ComparisonKind,
) -> None:
    choice = chosen([*several(5), *SWEDES], [reference()], coverage=NOBODY_COUNTED)
    assert kinds(choice) == [PUBLISHED, NAMED, FEW, COMBINED]
    wished = choice.preferring(wish)
    assert [found.kind for found in wished.shown] == [PUBLISHED, wish]
    assert sorted(kinds(wished)) == sorted(kinds(choice))
    named = choice.preferring(NAMED)
    assert [found.kind for found in named.shown] == [NAMED]
