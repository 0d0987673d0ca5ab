"""What a municipality's page says on the real data; every figure is from the sources."""

from decimal import Decimal

import pytest

from app.contents.municipalities.content import MunicipalityContent, content
from app.contents.municipalities.figures import bars_figure, history_figure, spider_figure
from app.contents.municipalities.result import Result
from app.domain.comparison_choice import ComparisonKind
from app.domain.score import Measure, MissingKind
from app.queries import evaluations, register
from app.queries.reading import Reading
from app.web.words.languages import translate
from tests.known import known, plain, points

HEMNE_2018 = ("38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")
HAREID_2019 = (35, 28, 49, 40, 49, 34, 45, 44)


def page(reading: Reading, slug: str, wished: ComparisonKind | None = None) -> MunicipalityContent:
    municipality = register.municipality(reading, slug)
    assert municipality is not None
    return content(reading, municipality, wished)


def result(reading: Reading, slug: str, wished: ComparisonKind | None = None) -> Result:
    return known(page(reading, slug, wished).result)


def test_hemne_has_the_exact_figures_of_its_report(real: Reading) -> None:
    found = result(real, "hemne")
    assert found.evaluation.total.score == Decimal("433.0")
    assert [row.result.figure.score for row in found.areas] == [Decimal(s) for s in HEMNE_2018]
    assert [area.no for area in found.highest] == [3]
    assert [area.no for area in found.lowest] == [2, 1], "37.4, and 38.9 is about the same"


def test_beside_hemnes_total_stand_the_published_averages_with_their_source(
    real: Reading,
) -> None:
    found = result(real, "hemne")
    assert [beside.value for beside in found.total] == [359, 324]
    assert [known(beside.gap).difference for beside in found.total] == [74, 109]
    assert all("KS-K rapport 3/2018" in str(beside.words.values) for beside in found.total)
    assert all(beside.rank is None for beside in found.total)


def test_hemnes_spider_shows_hareid_by_name_and_says_why(real: Reading) -> None:
    shown = page(real, "hemne")
    found = known(shown.result)
    assert [drawn.name for drawn in found.drawn] == ["Hemne 2018", "Hareid 2019"]
    assert translate(known(found.too_few), "en") == (
        "Only Hareid 2019 and Ulstein 2019 have area figures. An average needs at least 5 "
        "municipalities, and at least half of those evaluated."
    )
    figure = known(spider_figure(shown, plain))
    assert [series.values for series in figure.series] == [
        tuple(Decimal(score) for score in HEMNE_2018),
        tuple(Decimal(score) for score in HAREID_2019),
    ]
    assert known(bars_figure(shown, plain)).series == figure.series


def test_norway_and_sweden_together_is_one_choice_away_and_never_leads(real: Reading) -> None:
    usual = result(real, "hemne")
    assert ComparisonKind.COMBINED in [choice.kind for choice in usual.choices]
    assert not any(c.chosen for c in usual.choices if c.kind is ComparisonKind.COMBINED)
    chosen = result(real, "hemne", ComparisonKind.COMBINED)
    assert chosen.total[0].comparison.kind is ComparisonKind.PUBLISHED
    (combined,) = (
        one for one in chosen.areas[0].beside if one.comparison.kind is ComparisonKind.COMBINED
    )
    latest = {
        e.municipality: e.figures[Measure.AREA_1]
        for e in sorted(evaluations.summaries(real), key=lambda e: (e.year, e.id))
        if e.family == "2" and Measure.AREA_1 in e.figures and e.municipality != "hemne"
    }
    assert combined.value == sum(latest.values()) / len(latest)
    assert (combined.rank, combined.band) == (None, None)
    assert "too few for an average or a rank" in translate(combined.words, "en")


def test_the_mean_of_the_few_is_told_when_asked_for_and_ranks_nobody(real: Reading) -> None:
    """Hareid 324, Midtre Gauldal 523, Øvre Eiker 378, Røros and Ulstein 534: too few of 58."""
    chosen = result(real, "hemne", ComparisonKind.FEW)
    assert chosen.total[0].comparison.kind is ComparisonKind.PUBLISHED
    (few,) = (one for one in chosen.total if one.comparison.kind is ComparisonKind.FEW)
    latest = {
        e.municipality: e.figures[Measure.TOTAL]
        for e in sorted(evaluations.summaries(real), key=lambda e: (e.year, e.id))
        if e.family == "2" and e.country == "NO" and Measure.TOTAL in e.figures
    }
    del latest["hemne"]
    assert few.value == sum(latest.values()) / len(latest)
    assert (few.rank, few.band) == (None, None)


def test_the_report_itself_puts_hemne_above_both_averages(real: Reading) -> None:
    notes = page(real, "hemne").stated
    above = [note for note in notes if note.words.key.startswith("Above the %(against)s in all")]
    assert len(above) == 2
    assert {note.evaluation.year for note in above} == {2018}


def test_hemnes_gold_star_and_findings_are_there(real: Reading) -> None:
    shown = page(real, "hemne")
    assert [dated.star.question for dated in shown.gold_stars] == ["5.1"]
    areas = known(shown.result).areas
    assert [row.definition.no for row in areas if row.gold_stars] == [5]
    columns = {heading.key: findings for _, heading, findings in areas[0].finding_columns}
    weaknesses = columns["Weaknesses"]
    assert "Ingen egen kommuneavis" in [finding.text for finding in weaknesses]


def test_areas_known_without_a_total_are_not_called_unknown(real: Reading) -> None:
    """Enköping's of 2016: 54, 55, 42 and 66 in areas 1, 2, 4 and 8."""
    said = [translate(words, "nb") for words in page(real, "enkoping").unknown]
    assert (
        "Fra evalueringen i 2016 har vi funnet poeng for 4 av de åtte områdene, men ikke den "
        "samlede poengsummen." in said
    )
    assert not any("2016" in words and "ikke funnet" in words for words in said)


@pytest.mark.parametrize("slug, others", [("vallentuna", 3), ("hemne", 5)])
def test_every_other_with_a_total_is_in_the_table(real: Reading, slug: str, others: int) -> None:
    """Mark, Höganäs and Tomelilla; Hareid, Røros, Ulstein, Øvre Eiker and Kristiansund."""
    found = result(real, slug, ComparisonKind.NAMED)
    named = [beside for beside in found.total if beside.by_name]
    assert len(named) == others == len(known(found.total[0].comparison.set).members)
    assert len(found.drawn) <= 3


def test_kramfors_is_448_as_stated_and_447_by_sum(real: Reading) -> None:
    found = result(real, "kramfors")
    assert found.evaluation.total.score == 448
    (difference,) = found.total_discrepancies
    assert (points(difference.text, "sum"), points(difference.text, "total")) == (447, 448)


def test_vallentuna_breaks_between_2019_and_2021(real: Reading) -> None:
    shown = page(real, "vallentuna")
    figure = known(history_figure(shown, plain))
    assert [(p.year, p.value) for p in figure.points] == [(2017, 555), (2019, 603), (2021, 648)]
    first, second, third = (point.segment for point in figure.points)
    assert first == second != third
    assert [(b.after_year, b.before_year) for b in figure.breaks] == [(2019, 2021)]


def test_a_change_is_given_within_a_family_and_not_across_the_break(real: Reading) -> None:
    rows = known(page(real, "vallentuna").history).rows
    assert [
        row.change.gap.difference if row.change and row.change.gap else None for row in rows
    ] == [
        None,
        603 - 555,
        None,
    ]
    assert known(rows[2].change).comparability.reason is not None


def test_heim_has_three_predecessors_and_no_score_of_its_own(real: Reading) -> None:
    shown = page(real, "heim")
    assert shown.result is None
    assert shown.history is None
    assert {r.municipality.slug for r in shown.relatives.predecessors} == {"hemne", "halsa"}
    hemne = next(r for r in shown.relatives.predecessors if r.municipality.slug == "hemne")
    assert [evaluation.year for evaluation in hemne.evaluations] == [2018, 2011, 2007]
    assert hemne.evaluations[0].score(Measure.TOTAL) == 433
    part = next(r for r in shown.relatives.parts_from)
    assert part.change.key == "a part, from %(day)s"


def test_nesodden_is_known_but_its_figures_are_not(real: Reading) -> None:
    shown = page(real, "nesodden")
    assert shown.result is None
    assert shown.lead[0].values["years"] == ("2011", "2014")
    placings = [translate(n.words, "en") for n in shown.stated if n.evaluation.year == 2014]
    assert len(placings) == 1
    assert "ranked 6 of the 46" in placings[0]


def test_a_municipality_without_evaluations_says_so(real: Reading) -> None:
    shown = page(real, "royrvik")
    assert shown.result is None
    assert shown.lead[0].key == "We know of no evaluation of %(name)s."
    assert shown.evaluations == ()


def test_a_successor_is_named_on_the_predecessors_page(real: Reading) -> None:
    assert [r.municipality.slug for r in page(real, "hemne").relatives.successors] == ["heim"]


@pytest.mark.parametrize("slug", ["enkoping", "ulstein"])
def test_where_only_some_areas_are_known_the_others_are_missing_with_a_reason(
    real: Reading, slug: str
) -> None:
    found = result(real, slug)
    missing = [row for row in found.areas if row.result.figure.score is None]
    assert missing
    assert all(row.result.figure.missing is MissingKind.NOT_FOUND for row in missing)
    assert found.highest == ()


def test_the_demo_draws_the_country_and_the_size_group(demo_reading: Reading) -> None:
    """With enough figures the spider shows the municipality, its country and its size."""
    full = [
        evaluation.municipality
        for evaluation in evaluations.summaries(demo_reading)
        if evaluation.family == "2" and len(evaluation.figures) == 9
    ]
    found = result(demo_reading, sorted(full)[0])
    assert len(found.drawn) == 3
    assert found.too_few is None
    assert [beside.rank is not None for beside in found.total] == [True, True]
