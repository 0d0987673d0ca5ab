"""Scenarios on the real data; every figure is from the sources."""

from dataclasses import replace
from decimal import Decimal
from statistics import median

import pytest

from app.domain.firmness import OrderKind
from app.domain.score import AREA_MEASURES, Measure
from app.errors import BadParameter
from app.features.what_if.content import Scenario, WhatIfContent, content
from app.features.what_if.parameters import WhatIfParameters
from app.queries import evaluations, register
from app.queries.reading import Reading
from tests.domain.examples import said
from tests.known import known
from tests.statements import count_queries, forgetting


def page(reading: Reading, slug: str, **chosen: str) -> WhatIfContent:
    municipality = register.municipality(reading, slug)
    assert municipality is not None
    return content(reading, municipality, WhatIfParameters.model_validate(chosen))


def scenario(reading: Reading, slug: str, **chosen: str) -> Scenario:
    found = page(reading, slug, **chosen).scenario
    assert found is not None
    return found


def full(reading: Reading) -> str:
    """A made-up municipality whose areas are all known, with enough others beside it."""
    field = [e for e in evaluations.summaries(reading) if e.detail == "questions"]
    newest = {e.municipality: e.year for e in evaluations.summaries(reading)}
    return next(e.municipality for e in field if newest[e.municipality] == e.year)


def test_hemne_with_60_points_for_area_1(real: Reading) -> None:
    """433 + 21.1 points. Figures are known for 6 of at least 58, so it is the third of nobody."""
    found = scenario(real, "hemne", area="1", target="60").area
    assert found.raised is not None
    assert (found.before.total, found.after.total) == (433, Decimal("454.1"))
    for stand in (found.before, found.after):
        assert (stand.rank, stand.band) == (None, None)
    assert said(known(found.too_few)).startswith("We have figures for 6 of at least 58 evaluated.")
    assert [row.scenario for row in found.rows][:2] == [60, Decimal("37.4")]
    assert said(found.lead[1]) == "The total would be 454 instead of 433."


def test_without_five_others_there_is_no_median(real: Reading) -> None:
    """Area 1 is known for Hareid and Ulstein."""
    found = scenario(real, "hemne", area="1")
    assert found.area.raised is None
    assert said(found.area.lead[0]).startswith(
        "There is no median for area 1: 2 other municipalities have points for it"
    )
    assert scenario(real, "hemne").area.measure is None


def test_a_target_that_is_reached_changes_nothing(real: Reading) -> None:
    found = scenario(real, "hemne", area="3", target="60").area
    assert found.after == found.before
    assert said(found.lead[0]).endswith("nothing would change.")


def test_hemne_and_hareid_are_the_only_norwegians_with_all_areas(real: Reading) -> None:
    found = scenario(real, "hemne", w1="3").weights
    assert found is not None
    assert (found.sum, found.weighted) == (433, (433 + 2 * Decimal("38.9")) * 8 / 10)
    assert found.rank_before is None
    (near,) = found.near
    assert near.summary.id == "hareid-2019"
    assert near.weighted == (324 + 2 * Decimal(35)) * 8 / 10
    assert near.pair.order is OrderKind.HIGHER_EVERYWHERE
    assert found.interval is None
    assert [said(words) for words in found.firm_words] == [
        "Hemne 2018 is above Hareid 2019 in every area. That is true for any weights."
    ]


def test_about_the_same_is_no_order(real: Reading) -> None:
    """506 and 509 points are about the same everywhere, so no draw puts them in order."""
    found = known(scenario(real, "grastorp").weights)
    near = {one.summary.id: one for one in found.near}["karlskrona-2014"]
    assert (near.pair.order, near.pair.held) == (OrderKind.ABOUT_THE_SAME, None)
    assert "Karlskrona" not in " ".join(said(words) for words in found.firm_words)


def test_a_place_is_an_interval_with_the_share_of_draws(demo_reading: Reading) -> None:
    found = known(scenario(demo_reading, full(demo_reading)).weights)
    interval = known(found.interval)
    assert interval.of == len(found.members) + 1
    assert interval.place_from <= interval.place_to
    assert interval.share >= Decimal("0.9")
    assert str(interval.held) in said(found.firm_words[0])


def test_too_few_to_stand_for_the_country_are_said_to_be_an_order_among_themselves(
    demo_reading: Reading,
) -> None:
    found = known(scenario(demo_reading, full(demo_reading)).weights)
    assert found.among_words is None
    few = replace(found, coverage=replace(found.coverage, known=10 * len(found.members)))
    assert "not a rank in the country" in said(known(few.among_words))


def test_a_newer_evaluation_without_areas_is_named(real: Reading) -> None:
    """Örebro's areas are known for 2012, of 2015 only the total."""
    found = page(real, "orebro")
    assert found.scenario is not None
    assert found.scenario.own.id == "orebro-2012"
    assert found.newer is not None
    assert "2015" in said(found.newer)


@pytest.mark.parametrize(
    "slug, words",
    [
        ("roros", "For 2021 we know the total only."),
        ("oslo", "We know of no evaluation of Oslo."),
        ("skaun", "Skaun was evaluated in 2017"),
    ],
)
def test_what_is_missing_is_said(real: Reading, slug: str, words: str) -> None:
    found = page(real, slug)
    assert found.scenario is None
    assert said(found.stands).startswith(words)


def test_some_areas_are_enough_for_a_target_and_not_for_weights(real: Reading) -> None:
    """Ulstein 2019 has a total of 534 and some areas; nothing is known of the others."""
    found = scenario(real, "ulstein", area="1", target="100")
    assert found.weights is None
    assert found.area.after.total == 534 + 100 - 72
    unknown = next(row for row in found.area.rows if row.score is None)
    words = scenario(real, "ulstein", area=str(unknown.definition.no), target="100").area.lead
    assert "are not known" in said(words[0])


def test_the_area_furthest_behind_is_tried_first(demo_reading: Reading) -> None:
    """Medians and places by a count of its own."""
    slug = full(demo_reading)
    tried = scenario(demo_reading, slug)
    own, usual = tried.own, tried.area
    latest: dict[Measure, dict[str, Decimal]] = {measure: {} for measure in Measure}
    for other in sorted(evaluations.summaries(demo_reading), key=lambda e: e.year):
        if (other.family, other.country) == (
            own.family,
            own.country,
        ) and other.municipality != slug:
            for measure, score in other.figures.items():
                latest[measure][other.municipality] = score
    medians = {measure: median(scores.values()) for measure, scores in latest.items()}
    behind = max(AREA_MEASURES, key=lambda m: medians[m] - own.figures[m])
    assert usual.measure is behind
    assert usual.raised is not None
    assert usual.raised.after == medians[behind]
    new = own.figures[Measure.TOTAL] + medians[behind] - own.figures[behind]
    assert usual.after.total == new
    totals = latest[Measure.TOTAL].values()
    assert usual.after.rank is not None
    assert usual.after.rank.place == 1 + sum(total > new for total in totals)
    assert usual.after.rank.of == len(totals) + 1


def test_the_ten_nearest_and_the_place_with_other_weights(demo_reading: Reading) -> None:
    slug = full(demo_reading)
    found = scenario(demo_reading, slug, w3="0", w8="3").weights
    assert found is not None
    weights = [1, 1, 0, 1, 1, 1, 1, 3]

    def weighed(figures: list[Decimal]) -> Decimal:
        return sum(w * f for w, f in zip(weights, figures, strict=True)) * 8 / Decimal(9)

    fields = [[m.figures[a] for a in AREA_MEASURES] for m in found.members]
    assert found.weighted == weighed([found.own.figures[a] for a in AREA_MEASURES])
    assert found.rank_after is not None
    assert found.rank_after.place == 1 + sum(weighed(f) > found.weighted for f in fields)
    distances = sorted(abs(sum(f) - found.sum) for f in fields)
    assert sorted(abs(near.sum - found.sum) for near in found.near) == distances[:10]
    sums = [near.sum for near in found.near]
    assert sums == sorted(sums, reverse=True)
    assert len({m.municipality for m in found.members}) == len(found.members)


@pytest.mark.parametrize("target", ["500", "100.1", "-1", "nan", "1e2", "60,5", "50.55"])
def test_a_target_is_the_median_or_points(real: Reading, target: str) -> None:
    with pytest.raises(BadParameter) as refused:
        page(real, "hemne", target=target)
    assert refused.value.allowed == ("median", "0–100")


def test_the_number_of_queries_does_not_grow(real: Reading, demo_reading: Reading) -> None:
    found = set()
    for reading in (real, demo_reading):
        own = [e for e in evaluations.summaries(reading) if e.detail == "areas"]
        for summary in own[:3]:
            with forgetting(), count_queries(reading.session.get_bind()) as count:
                page(reading, summary.municipality)
            found.add(int(count))
    assert len(found) == 1
    assert max(found) <= 15
