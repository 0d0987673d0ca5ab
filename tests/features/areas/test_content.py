"""What the pages of areas say, against the sources and against computations of the test's own."""

from statistics import median, quantiles
from typing import Any

import pytest

from app.domain.coverage import Unrepresentative
from app.domain.message import Points
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.errors import BadParameter, NotFound
from app.features.areas.content import AreaContent, area_content
from app.features.areas.index_content import areas_content
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.web.results import ResultParameters
from app.web.words.languages import translate
from tests.in_turn import in_turn
from tests.pages.facts import evaluations, latest


def page(reading: Reading, version: str, no: str, **chosen: Any) -> AreaContent:
    return area_content(reading, version, no, ResultParameters(**chosen))


def listed(found: AreaContent) -> list[str]:
    return [row.result.evaluation.id for row in found.results.rows]


@in_turn("version", ["1.0", "2.0", "2.1", "2020"])
@in_turn("no", range(1, 9))
def test_the_list_is_the_latest_of_each_municipality_in_the_family(
    real: Reading, version: str, no: int
) -> None:
    family = {"1.0": "1", "2020": "2020"}.get(version, "2")
    facts = latest((f for f in evaluations() if f.family == family), no).values()
    by_name = Collation.NORWEGIAN.key
    expected = sorted(facts, key=lambda f: (-f.scores[no], by_name(f.name)))
    found = page(real, version, str(no))
    assert listed(found) == [fact.id for fact in expected]
    assert found.results.known == len(expected)
    for spread in found.results.spreads:
        own = [f for f in expected if f.country == spread.country]
        assert spread.n == len(own)
        assert spread.statistics is None, "see seed/coverage.json: too few of all are known"
        few = Unrepresentative.TOO_FEW if len(own) < 5 else Unrepresentative.BELOW_LIMIT
        assert spread.unrepresentative in (few, Unrepresentative.UNKNOWN)


@pytest.mark.parametrize("chosen", [{}, {"country": "SE"}, {"size_group": "small"}])
def test_the_middle_of_many_is_computed_over_those_listed(
    demo_reading: Reading, chosen: dict[str, str]
) -> None:
    known: dict[str, Any] = {}
    for e in sorted(summaries(demo_reading), key=lambda e: (e.year, e.id)):
        if (
            e.family == "2"
            and "3" in e.figures
            and all(getattr(e, name) == value for name, value in chosen.items())
        ):
            known[e.municipality] = e
    found = page(demo_reading, "2.1", "3", **chosen)
    assert found.results.n == len(known)
    assert found.results.medians
    for spread, words in zip(found.results.spreads, found.results.medians, strict=True):
        own = [float(e.figures["3"]) for e in known.values() if e.country == spread.country]
        lower, middle, upper = quantiles(own, n=4, method="inclusive")
        values = {k: v.value for k, v in words.values.items() if isinstance(v, Points)}
        assert float(values["median"]) == pytest.approx(middle)
        assert float(values["lower"]) == pytest.approx(lower)
        assert float(values["upper"]) == pytest.approx(upper)
        assert spread.coverage.n == len(own)
        assert f" {len(own)} of " in translate(words, "en")


def test_the_index_has_the_median_of_each_country_where_enough_are_known(
    demo_reading: Reading,
) -> None:
    (part,) = (p for p in areas_content(demo_reading).families if p.version.family == "2")
    for line in part.lines:
        measure = str(line.definition.no)
        known: dict[str, Any] = {}
        for e in sorted(summaries(demo_reading), key=lambda e: (e.year, e.id)):
            if e.family == "2" and measure in e.figures:
                known[e.municipality] = e
        for figure in line.countries:
            own = [float(e.figures[measure]) for e in known.values() if e.country == figure.country]
            assert figure.median is not None
            assert float(figure.median) == pytest.approx(median(own))


def test_places_are_given_in_one_country_alone(demo_reading: Reading) -> None:
    both = page(demo_reading, "2.1", "3")
    assert not both.results.has_places
    assert both.results.why_no_places is not None
    norway = page(demo_reading, "2.1", "3", country="NO")
    assert norway.results.has_places
    shown = [(row.place.place, row.result.score) for row in norway.results.rows if row.place]
    assert shown[0][0] == 1
    assert [score for _, score in shown] == sorted((s for _, s in shown), reverse=True)
    places_by_name = page(demo_reading, "2.1", "3", country="NO", sort="name").results.rows
    assert {r.place.place for r in places_by_name if r.place} != set()


def test_results_of_differing_versions_come_with_a_word_of_caution(real: Reading) -> None:
    found = page(real, "2.0", "1")
    assert found.results.versions == {"2.0", "2.1"}
    said = [translate(words, "en") for words in found.caution]
    assert said[0] == "Results of versions 2.0 and 2.1 are set side by side here, with caution."
    assert "April 2016" in said[1]
    assert page(real, "2020", "1").caution == ()


def test_the_family_is_told_of_and_the_other_versions_are_kept_apart(real: Reading) -> None:
    found = page(real, "2.1", "7")
    (before,) = found.relatives
    assert (before.version.version, before.area.no, before.is_earlier) == ("2.0", 7, True)
    assert "area 7" in before.changes.in_language("en")
    (after,) = page(real, "2.0", "7").relatives
    assert (after.version.version, after.is_earlier) == ("2.1", False)
    assert after.changes == before.changes
    assert {other.version.version for other in found.apart} == {"1.0", "2020"}
    assert page(real, "2020", "7").relatives == ()
    assert {o.version.version for o in page(real, "2020", "7").apart} == {"1.0", "2.0", "2.1"}


def test_gold_stars_are_those_of_the_area_and_its_questions(real: Reading) -> None:
    def ids(no: int) -> list[str]:
        return [given.star.id for given in page(real, "2.0", str(no)).stars]

    assert ids(5) == ["hemne-2018/1"]
    assert ids(1) == ["ulstein-2019/1"]
    assert ids(2) == []
    assert page(real, "2020", "5").stars == ()


def test_few_are_named_and_nobody_is_the_best(real: Reading) -> None:
    found = page(real, "2.1", "5", country="NO")
    assert translate(found.results.medians[0], "en") == (
        "Norway: we have figures only for Hemne 2018 (58.4) and Hareid 2019 (49.0). "
        "A median needs at least 5 municipalities, and at least half of those evaluated."
    )
    assert "too few" in translate(found.results.best[0][0], "en")


@pytest.mark.parametrize("chosen", [{}, {"country": "NO"}, {"size_group": "large"}], ids=str)
def test_each_number_is_what_the_choice_leaves(
    demo_reading: Reading, chosen: dict[str, str]
) -> None:
    found = page(demo_reading, "2.0", "4", **chosen)
    assert [facet.name for facet in found.results.facets] == [
        "country",
        "county",
        "size_group",
        "group",
    ]
    for facet in found.results.facets:
        assert facet.options
        for option in facet.options:
            left = page(demo_reading, "2.0", "4", **{**chosen, facet.name: option.value})
            assert left.results.n == option.count, (facet.name, option.value)


@pytest.mark.parametrize("name, value", [("county", "Atlantis"), ("size_group", "huge")])
def test_a_value_that_does_not_exist_is_refused_by_name(
    real: Reading, name: str, value: str
) -> None:
    with pytest.raises(BadParameter) as refused:
        page(real, "2.1", "1", **{name: value})
    assert refused.value.name == name
    assert refused.value.allowed


@pytest.mark.parametrize("version, no", [("2.1", "0"), ("2.1", "9"), ("2.1", "01"), ("2.1", "x")])
def test_an_area_that_is_not_there_names_the_eight(real: Reading, version: str, no: str) -> None:
    with pytest.raises(NotFound) as refused:
        page(real, version, no)
    assert [path for _, path in refused.value.nearby] == [f"/omrader/2.1/{n}" for n in range(1, 9)]


def test_a_version_that_is_not_there_names_the_four(real: Reading) -> None:
    with pytest.raises(NotFound) as refused:
        page(real, "3.0", "1")
    assert {path.split("/")[2] for _, path in refused.value.nearby} == {"1.0", "2.0", "2.1", "2020"}


def test_all_areas_are_listed_those_of_the_usual_family_first(real: Reading) -> None:
    found = areas_content(real)
    assert [part.version.version for part in found.families] == ["2.1", "2020", "1.0"]
    assert [part.has_figures for part in found.families] == [True, True, False]
    assert len(found.reasons) == 3
    for part in found.families:
        assert [line.definition.no for line in part.lines] == list(range(1, 9))
        facts = [f for f in evaluations() if f.family == part.version.family]
        for line in part.lines:
            known = latest(facts, line.definition.no).values()
            assert line.n == len(known)
            for figure in line.countries:
                assert figure.n == sum(f.country == figure.country for f in known)
                assert figure.median is None
    assert {f.country for f in found.families[0].lines[0].countries} == set(Country)
