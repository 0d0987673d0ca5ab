"""What a comparison says on the real data; every figure is from the sources."""

from decimal import Decimal

import pytest

from app.contents.comparisons.content import CompareContent, content
from app.contents.comparisons.figures import bars_figure, spider_figure
from app.domain.comparability import Verdict
from app.domain.gap import Standing
from app.domain.score import MissingKind
from app.errors import BadParameter
from app.features.compare.quote import quotes
from app.queries import evaluations
from app.queries.reading import Reading
from app.web.words.languages import translate
from tests.domain.examples import said as in_english
from tests.known import known, message, plain, points
from tests.statements import count_queries, forgetting

HEMNE_2018 = ("38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")
HAREID_2019 = (35, 28, 49, 40, 49, 34, 45, 44)
KRAMFORS_2013 = (58, 56, 73, 53, 58, 45, 44, 60)
OREBRO_2012 = (68, 85, 86, 74, 70, 74, 71, 87)


def page(reading: Reading, *ids: str, q: str = "") -> CompareContent:
    return content(reading, ids, q)


def test_hemne_and_hareid_in_one_sentence(real: Reading) -> None:
    said = page(real, "hemne-2018", "hareid-2019").lead
    assert said[0].key.endswith("%(first)s is %(points)s points above.")
    assert (points(said[0], "own"), points(said[0], "other")) == (433, 324)
    assert points(said[0], "points") == 109
    # 47.8 and 45 are less than three apart; in the other seven areas Hemne is at least three above.
    assert translate(said[1], "en").endswith(" is above in 7 and about the same in 1.")


def test_area_by_area_the_gaps_follow_from_the_sources(real: Reading) -> None:
    lines = page(real, "hemne-2018", "hareid-2019").areas.lines
    assert [line.cells[0].figure.score for line in lines] == [Decimal(s) for s in HEMNE_2018]
    assert [line.cells[1].figure.score for line in lines] == list(HAREID_2019)
    gaps = [line.gap for line in lines]
    assert [gap.difference for gap in gaps if gap] == [
        Decimal(own) - other for own, other in zip(HEMNE_2018, HAREID_2019, strict=True)
    ]
    assert [gap.standing is Standing.ABOUT_THE_SAME for gap in gaps if gap].index(True) == 6
    assert [line.cells[0].best for line in lines] == [True] * 6 + [False, True]
    assert not any(line.cells[1].best for line in lines)


def test_areas_where_both_are_under_half_are_shared_gaps(real: Reading) -> None:
    """By the figures above: 38.9 and 35, 37.4 and 28, 49.4 and 34, 47.8 and 45."""
    found = page(real, "hemne-2018", "hareid-2019").area_gaps
    assert [line.measure.area for line in found] == [1, 2, 6, 7]


def test_questions_are_known_only_for_hemne_and_nothing_is_set_beside_them(real: Reading) -> None:
    asked = page(real, "hemne-2018", "hareid-2019").questions
    assert [one.id for one in asked.known] == ["hemne-2018"]
    assert asked.areas == ()
    assert asked.words is not None
    assert asked.words.values["names"] == ("Hemne 2018",)


def test_versions_2_1_and_2020_areas_refused_with_reason_totals_with_caution(
    real: Reading,
) -> None:
    found = page(real, "hemne-2018", "vallentuna-2021")
    assert found.areas.allowed.verdict is Verdict.NO
    assert "do not correspond" in plain(known(found.areas.allowed.reason))
    assert found.areas.lines == ()
    assert found.areas.drawn == ()
    assert found.area_gaps == ()
    assert spider_figure(found, plain) is None
    assert bars_figure(found, plain) is None
    assert found.totals.allowed.verdict is Verdict.CAUTION
    assert "side by side" in plain(known(found.totals.allowed.reason))
    assert known(known(found.totals.line).gap).difference == 433 - 648
    assert found.lead[-1].key.startswith("Their areas cannot be compared")


def test_where_the_whole_is_refused_the_parts_are_offered(real: Reading) -> None:
    found = page(real, "hemne-2018", "vallentuna-2021", "hareid-2019", "motala-2006")
    assert found.totals.line is None
    assert [part.ids for part in found.totals.parts] == [
        ("hemne-2018", "vallentuna-2021", "hareid-2019")
    ]
    assert [part.ids for part in found.areas.parts] == [("hemne-2018", "hareid-2019")]
    assert found.lead[0].key.startswith("The results of these evaluations cannot")
    assert len(found.lead) == 1


def test_versions_2_0_and_2_1_are_compared_with_caution(real: Reading) -> None:
    found = page(real, "hemne-2018", "kramfors-2013")
    assert found.areas.allowed.verdict is Verdict.CAUTION
    assert [line.cells[1].figure.score for line in found.areas.lines] == list(KRAMFORS_2013)
    assert found.questions.allowed.verdict is Verdict.NO


def test_of_several_the_highest_and_lowest_are_named(real: Reading) -> None:
    found = page(real, "kramfors-2013", "karlskrona-2014", "orebro-2012")
    said = found.lead[0]
    assert (said.values["first"], said.values["last"]) == (("Örebro 2012",), ("Kramfors 2013",))
    assert (points(said, "high"), points(said, "low")) == (615, 448)
    assert all(line.gap is None for line in found.areas.lines)
    # Area 4: 53, 61, 74.
    assert [cell.best for cell in found.areas.lines[3].cells] == [False, False, True]
    assert [line.cells[2].figure.score for line in found.areas.lines] == list(OREBRO_2012)


def test_across_families_totals_are_listed_and_nobody_is_the_highest(real: Reading) -> None:
    """Vallentuna's 2021 is of version 2020, the others' of 2.1: 433, 324 and 648 of 800."""
    found = page(real, "hemne-2018", "hareid-2019", "vallentuna-2021")
    listed = "Hemne 2018 (433), Hareid 2019 (324) and Vallentuna 2021 (648)"
    assert [in_english(words) for words in found.lead[:2]] == [
        f"3 totals are known: {listed}.",
        "Points from different countries are not put in order.",
    ]
    (quote,) = quotes(found)
    assert f"Totals in Kommunekompasset: {listed}." in in_english(quote)
    assert in_english(quote).endswith(
        "in Sweden (2014–2017). Note: The areas are different ones. Totals share only the scale of "
        "0–800: they can be set side by side, but only results within one version are safely "
        "compared."
    )


@pytest.mark.parametrize(
    "ids, end",
    [
        (["hemne-2018", "hareid-2019"], "Only these two evaluations are compared."),
        (["hemne-2018", "kramfors-2013"], "a small fall may be due to the revision."),
        (
            ["hemne-2018", "kramfors-2013", "orebro-2012"],
            "a small fall may be due to the revision.",
        ),
    ],
)
def test_the_caution_of_a_comparison_is_printed_with_it(
    real: Reading, ids: list[str], end: str
) -> None:
    (quote,) = quotes(page(real, *ids))
    assert in_english(quote).endswith(end)


def test_totals_that_are_near_are_about_the_same(real: Reading) -> None:
    """433, 440 and 433: under ten points from the highest to the lowest."""
    said = page(real, "hemne-2018", "hemne-2011", "ulstein-2015").lead
    assert said[0].key.startswith("All %(n)s known totals are about the same")
    assert (points(said[0], "low"), points(said[0], "high")) == (433, 440)
    two = page(real, "hemne-2018", "hemne-2011")
    assert two.lead[0].key.endswith("about the same.")
    assert not any(cell.best for cell in known(two.totals.line).cells)


def test_one_that_is_near_the_highest_is_said_to_be(real: Reading) -> None:
    """Grästorp 506 and Karlskrona 509 are three apart."""
    said = page(real, "grastorp-2014", "karlskrona-2014", "kramfors-2013").lead
    assert said[0].values["first"] == ("Karlskrona 2014",)
    assert said[1].values["names"] == ("Grästorp 2014",)


def test_a_missing_figure_is_missing_with_a_reason_and_has_no_gap(real: Reading) -> None:
    found = page(real, "hemne-2018", "ulstein-2019")
    second = [line.cells[1] for line in found.areas.lines]
    assert second[0].figure.score == 72
    assert all(cell.figure.missing is MissingKind.NOT_FOUND for cell in second[1:])
    assert [line.gap is None for line in found.areas.lines] == [False] + [True] * 7
    assert found.areas.drawn == ()


def test_a_known_evaluation_without_figures_can_stand_there(real: Reading) -> None:
    found = page(real, "hemne-2018", "baerum-2012")
    assert found.lead[0].key.startswith("Only the total of %(name)s is known")
    assert known(found.totals.line).gap is None


def test_three_are_drawn_and_the_others_are_named(real: Reading) -> None:
    found = page(real, "ulstein-2019", "hemne-2018", "hareid-2019", "kramfors-2013", "orebro-2012")
    figure = known(spider_figure(found, plain))
    assert [series.name for series in figure.series] == [
        "Hemne 2018",
        "Hareid 2019",
        "Kramfors 2013",
    ]
    assert figure.series[1].values == tuple(Decimal(score) for score in HAREID_2019)
    assert known(bars_figure(found, plain)).series == figure.series
    assert known(found.areas.drawn_words).values["others"] == ("Ulstein 2019", "Örebro 2012")


def test_gold_stars_of_all_are_listed(real: Reading) -> None:
    found = page(real, "hemne-2018", "ulstein-2019", "hareid-2019").gold_stars
    assert [(star.holder.id, star.star.question, star.star.area) for star in found] == [
        ("hemne-2018", "5.1", None),
        ("ulstein-2019", None, 1),
    ]


def test_without_a_choice_some_are_suggested(real: Reading) -> None:
    found = page(real)
    assert found.suggestions[0].id == "hemne-2018"
    assert all(choice.summary.figures for choice in found.suggestions)
    assert found.set_words is None
    assert found.totals.line is not None


def test_one_alone_is_shown_with_those_most_alike(real: Reading) -> None:
    found = page(real, "hemne-2018")
    assert points(found.lead[0], "points") == 433
    ids = [choice.id for choice in found.suggestions]
    assert "hareid-2019" in ids
    assert "hemne-2018" not in ids
    families = [choice.summary.family for choice in found.suggestions]
    assert families == ["2"] * len(families)


def test_a_search_finds_evaluations_newest_first_and_marks_those_chosen(real: Reading) -> None:
    found = page(real, "ulstein-2017", q="ulst").search.found
    assert [choice.id for choice in found] == [f"ulstein-{y}" for y in (2019, 2017, 2015, 2013)]
    assert [choice.can_be_added for choice in found] == [True, False, True, True]


def test_a_search_finds_by_code_and_says_when_nothing_is_found(real: Reading) -> None:
    assert page(real, q="1612").search.found[0].id == "hemne-2018"
    nothing = page(real, q="royrvik").search
    assert nothing.found == ()
    assert known(nothing.count).key.startswith("We know of no evaluation")
    assert page(real).search.count is None


def test_duplicates_collapse_before_they_are_counted(real: Reading) -> None:
    assert page(real, *["hemne-2018"] * 9, "hareid-2019").ids == ("hemne-2018", "hareid-2019")


def test_more_than_six_are_refused_with_the_limit(real: Reading) -> None:
    ids = [summary.id for summary in evaluations.summaries(real)][:7]
    with pytest.raises(BadParameter) as refused:
        page(real, *ids)
    assert message(refused.value.message).values["most"] == 6


def test_unknown_ids_are_named_a_few_of_them(real: Reading) -> None:
    with pytest.raises(BadParameter) as refused:
        page(real, "hemne-2018", "x", "y", "z", "å" * 500)
    assert message(refused.value.message).values["ids"] == ("x", "y", "z")


@pytest.mark.parametrize("q", ["", "e"])
def test_as_many_queries_for_six_as_for_two(real: Reading, q: str) -> None:
    six = ("hemne-2018", "hareid-2019", "ulstein-2019", "kramfors-2013", "nacka-2011", "roros-2013")
    counts = []
    for ids in (six[:2], six):
        with forgetting(), count_queries(real.session.get_bind()) as count:
            page(real, *ids, q=q)
        counts.append(int(count))
    assert counts[0] == counts[1] <= 20


def test_the_demo_compares_questions(demo_reading: Reading) -> None:
    """Sums of the questions are the scores of the areas, for all that are compared."""
    with_questions = [
        summary.id
        for summary in evaluations.summaries(demo_reading)
        if summary.detail.value == "questions"
    ][:3]
    found = page(demo_reading, *with_questions)
    assert len(found.questions.known) == 3
    assert found.questions.words is None
    for area in found.questions.areas:
        for index in range(3):
            scores = [known(line.cells[index].figure.score) for line in area.lines]
            line = found.areas.lines[area.definition.no - 1]
            assert sum(scores) == line.cells[index].figure.score
    under = [
        line.definition.code
        for line in found.questions.lines
        if all(known(cell.figure.score) * 2 < line.definition.max for cell in line.cells)
    ]
    assert [line.definition.code for line in found.question_gaps] == under
