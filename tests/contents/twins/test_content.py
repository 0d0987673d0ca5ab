"""Who is like whom on the real data; every figure is from the sources."""

from decimal import Decimal
from fractions import Fraction

import pytest

from app.contents.twins.content import TwinsContent, content
from app.contents.twins.parameters import TwinsParameters
from app.domain.learning import Weakness
from app.domain.likeness import Component
from app.errors import BadParameter
from app.queries import evaluations, register
from app.queries.reading import Reading
from tests.domain.examples import said
from tests.known import known
from tests.statements import count_queries, forgetting

HEMNE = {1: "38.9", 2: "37.4", 6: "49.4", 7: "47.8"}
"""The areas of 2018 with under half of their points."""


def page(reading: Reading, slug: str, **chosen: str) -> TwinsContent:
    municipality = register.municipality(reading, slug)
    assert municipality is not None
    return content(reading, municipality, TwinsParameters.model_validate(chosen))


def test_hareid_is_like_hemne_in_inhabitants(real: Reading) -> None:
    """4 225 and 5 155 inhabitants in the years of the evaluations. Hemne ended before the index of
    centrality that we have began."""
    found = next(r for r in page(real, "hemne").rows if r.summary.id == "hareid-2019")
    assert found.twin.likeness.population == Decimal(4225) / 5155
    assert found.twin.likeness.left_out == (Component.CENTRALITY,)
    assert found.gap is not None
    assert found.gap.difference == 324 - 433
    assert found.compare == ("hemne-2018", "hareid-2019")


def test_likeness_is_the_weighted_mean_and_falls_from_row_to_row(real: Reading) -> None:
    rows = page(real, "hareid", scheme="own").rows
    assert len(rows) > 3
    shares = [known(row.likeness) for row in rows]
    assert shares == sorted(shares, reverse=True)
    for row in rows:
        parts = row.twin.likeness
        if parts.centrality is None:
            continue
        weighed = 2 * known(parts.population) + parts.centrality + known(parts.distance)
        assert row.likeness == weighed / 4


def test_the_tax_base_is_of_one_year_for_both(real: Reading) -> None:
    """Of 2014, the year before Köping was evaluated in 2017, though Mark was in 2024."""
    found = page(real, "koping", scheme="own")
    assert found.tax_base_year == 2014
    mark = next(row for row in found.rows if row.summary.id == "mark-2024").twin
    assert mark.traits.tax_base == 173_058
    more = 100 * (Fraction(173_310, 173_058) - 1)
    assert abs(Fraction(known(mark.likeness.tax_base)) - 10 / (10 + more)) < Fraction(1, 10**20)


def test_weights_change_who_is_most_alike(real: Reading) -> None:
    chosen = {"scheme": "own", "w_conditions": "0"}
    by_size = page(real, "hemne", w_population="3", w_distance="0", **chosen)
    for row in by_size.rows:
        inhabitants = known(row.summary.inhabitants)
        ratio = Fraction(min(4225, inhabitants), max(4225, inhabitants))
        assert abs(Fraction(known(row.likeness)) - ratio) < Fraction(1, 10**20)
    by_distance = page(real, "hemne", w_population="0", w_distance="3", **chosen)
    assert by_distance.rows[0].summary.municipality == "snillfjord"
    assert by_distance.rows[0].km == 25
    assert "snillfjord" not in {row.summary.municipality for row in by_size.rows}


def test_whoever_is_under_the_floor_is_not_called_alike(real: Reading) -> None:
    """Snillfjord, 987 inhabitants 25 km away: (2 × 23 % + 80 %) / 3 is 42 %. Ulstein, 8 609
    inhabitants 176 km away: (2 × 49 % + 36 %) / 3 is 45 %."""
    found = page(real, "hemne")
    named = {row.summary.municipality for row in found.rows}
    assert named.isdisjoint({"snillfjord", "ulstein"})
    learned = {c.twin.municipality for lesson in found.areas for c in lesson.contacts}
    assert "ulstein" not in learned
    assert found.learned_from == len(found.rows) < found.known


def test_one_is_no_twin_of_what_one_was_or_became(real: Reading) -> None:
    """Hemne went into Heim and Orkland in 2020."""
    heim = page(real, "heim", scheme="own")
    assert heim.own is None
    same = {"hemne", "halsa", "snillfjord"}
    assert same.isdisjoint({row.summary.municipality for row in heim.rows})


def test_official_groups_are_asked_first(real: Reading) -> None:
    hareid = page(real, "hareid")
    assert [line.scheme for line in hareid.groups] == ["kostra-2020", "centrality-2024"]
    assert hareid.scheme == "kostra-2020"
    assert known(known(hareid.group).group).code == "EKG01"
    assert {row.summary.municipality for row in hareid.rows} == set(hareid.groups[0].evaluated)
    assert hareid.groups[0].of == 38
    assert len(hareid.not_evaluated) + len(hareid.rows) == 38
    enkoping = page(real, "enkoping")
    assert [line.scheme for line in enkoping.groups] == ["kolada", "kolada-socioeconomic", "skr"]


def test_a_group_of_after_the_evaluation_is_marked(real: Reading) -> None:
    """Hareid was evaluated in 2019; KOSTRA's grouping is of 2020. Mark was in 2024; SKR's is of
    2023."""
    assert known(page(real, "hareid").group).is_later
    mark = next(line for line in page(real, "mark").groups if line.scheme == "skr")
    assert (known(mark.group).version, known(mark.group).is_later) == ("2023", False)


def test_where_no_group_is_known_our_own_measure_is_shown(real: Reading) -> None:
    found = page(real, "hemne")
    assert found.by_own_measure
    assert [said(line.count_words) for line in found.groups] == ["not known", "not known"]
    chosen = page(real, "hemne", scheme="kostra-2020")
    assert (chosen.rows, chosen.areas and chosen.areas[0].contacts) == ((), ())
    assert said(chosen.lead[0]) == "We do not know which group Hemne is in: KOSTRA groups 2020."


def test_a_scheme_of_the_other_country_is_refused(real: Reading) -> None:
    with pytest.raises(BadParameter) as refused:
        page(real, "hemne", scheme="skr")
    assert refused.value.allowed == ("kostra-2020", "centrality-2024", "own")


def test_hemnes_weak_areas_are_those_under_half_the_weakest_first(real: Reading) -> None:
    lessons = page(real, "hemne").areas
    assert [lesson.definition.no for lesson in lessons] == [2, 1, 7, 6]
    for lesson in lessons:
        assert lesson.score == Decimal(HEMNE[lesson.definition.no])
        assert lesson.why == (Weakness.UNDER_HALF,)
        assert lesson.median is None


def test_hareid_can_learn_openness_from_ulstein(real: Reading) -> None:
    """Both are in KOSTRA group 1. Ulstein had 72 points and a gold star for area 1, Hareid 35."""
    found = page(real, "hareid")
    lesson = next(one for one in found.areas if one.definition.no == 1)
    (contact,) = lesson.contacts
    assert contact.twin.summary.id == "ulstein-2019"
    assert contact.better.more == 72 - 35
    assert [given.star.evaluation for given in contact.stars] == ["ulstein-2019"]
    assert found.set_words is None, "too few are known for a median"


def test_without_an_evaluation_there_are_twins_and_no_gaps(real: Reading) -> None:
    found = page(real, "bamble")
    assert found.own is None
    assert found.rows
    assert not any(row.gap or row.compare for row in found.rows)
    assert found.areas == ()
    assert said(found.lead[-1]) == "We know of no evaluation of Bamble."


def test_where_nobody_is_alike_enough_that_is_said(real: Reading) -> None:
    """Nobody evaluated is half as large as Oslo."""
    found = page(real, "oslo", scheme="own", w_conditions="0", w_distance="0")
    assert found.rows == ()
    assert said(found.lead[0]) == (
        "Of the municipalities that we know an evaluation of, none is at least 50% similar to Oslo."
    )


def test_questions_are_learned_within_one_version(demo_reading: Reading) -> None:
    """Against the points of the questions themselves."""
    own = next(
        e
        for e in evaluations.summaries(demo_reading)
        if e.detail == "questions" and page(demo_reading, e.municipality).questions
    )
    found = page(demo_reading, own.municipality)
    assert found.own is not None
    ids = [found.own.id, *(c.twin.summary.id for q in found.questions for c in q.contacts)]
    full = {e.id: e for e in evaluations.evaluations(demo_reading, ids)}
    for lesson in found.questions:
        mine = full[found.own.id].question(lesson.definition.code)
        assert mine is not None
        assert lesson.score == known(mine.figure.score) < lesson.definition.max / 2
        assert lesson.contacts
        for contact in lesson.contacts:
            theirs = full[contact.twin.summary.id]
            assert theirs.version == found.own.version
            figure = theirs.question(lesson.definition.code)
            assert figure is not None
            assert known(figure.figure.score) - lesson.score == contact.better.more
            assert contact.better.more >= lesson.definition.max * 3 / 100
            assert all(g.star.question == lesson.definition.code for g in contact.stars)


def test_nothing_that_counts_is_refused(real: Reading) -> None:
    with pytest.raises(BadParameter) as refused:
        page(real, "hemne", w_population="0", w_conditions="0", w_distance="0")
    assert refused.value.allowed == ("1", "2", "3")


def test_the_number_of_queries_does_not_grow(real: Reading, demo_reading: Reading) -> None:
    for reading in (real, demo_reading):
        own = [e for e in evaluations.summaries(reading) if e.detail == "areas"]
        for summary in own[:3]:
            engine = reading.session.get_bind()
            with forgetting(), count_queries(engine) as count:
                page(reading, summary.municipality)
            assert 0 < int(count) <= 26
