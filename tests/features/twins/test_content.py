"""Who is like whom on the real data; every figure is from the sources."""

from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.learning import Weakness
from app.domain.municipality import Country
from app.errors import BadParameter
from app.features.twins.content import TwinsContent, content
from app.features.twins.parameters import TwinsParameters
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


def test_hareid_is_like_hemne_in_inhabitants_and_in_no_county(real: Reading) -> None:
    """4 225 and 5 155 inhabitants in the years of the evaluations."""
    found = next(r for r in page(real, "hemne").rows if r.summary.id == "hareid-2019")
    assert found.twin.likeness.population == Decimal(4225) / 5155
    assert found.twin.likeness.county == 0
    assert found.gap is not None
    assert found.gap.difference == 324 - 433
    assert found.compare == ("hemne-2018", "hareid-2019")


def test_likeness_is_the_weighted_mean_and_falls_from_row_to_row(real: Reading) -> None:
    rows = page(real, "hemne").rows
    assert len(rows) == 10
    shares = [row.likeness for row in rows]
    assert shares == sorted(shares, reverse=True)
    for row in rows:
        parts = row.twin.likeness
        assert parts.population is not None
        assert parts.county is not None
        assert parts.distance is not None
        assert row.likeness == (2 * parts.population + parts.county + parts.distance) / 4


def test_weights_change_who_is_most_alike(real: Reading) -> None:
    by_size = page(real, "hemne", w_population="3", w_county="0", w_distance="0")
    for row in by_size.rows:
        inhabitants = known(row.summary.inhabitants)
        ratio = Fraction(min(4225, inhabitants), max(4225, inhabitants))
        assert abs(Fraction(row.likeness) - ratio) < Fraction(1, 10**20)
    by_county = page(real, "hemne", w_population="0", w_county="3", w_distance="0")
    assert by_county.rows[0].summary.county == "Trøndelag"
    assert by_county.rows[0].likeness == 1


def test_twins_are_of_the_same_country_and_family_unless_both_are_chosen(real: Reading) -> None:
    own = page(real, "hemne")
    assert {row.summary.country for row in own.rows} == {Country.NORWAY}
    assert {row.summary.family for row in own.rows} == {"2"}
    both = page(real, "hemne", country="both")
    assert both.known > own.known
    assert {row.summary.family for row in both.rows} == {"2"}
    known = {e.municipality for e in evaluations.summaries(real) if e.family == "2"}
    assert both.known == len(known - {"hemne"})


def test_one_is_no_twin_of_what_one_was_or_became(real: Reading) -> None:
    """Hemne went into Heim and Orkland in 2020."""
    heim = page(real, "heim")
    assert heim.own is None
    assert "hemne" not in {row.summary.municipality for row in heim.rows}
    assert heim.known == page(real, "oslo").known - len(
        {"hemne", "halsa", "snillfjord"} & {e.municipality for e in evaluations.summaries(real)}
    )


def test_hemnes_weak_areas_are_those_under_half_the_weakest_first(real: Reading) -> None:
    lessons = page(real, "hemne").areas
    assert [lesson.definition.no for lesson in lessons] == [2, 1, 7, 6]
    for lesson in lessons:
        assert lesson.score == Decimal(HEMNE[lesson.definition.no])
        assert lesson.why == (Weakness.UNDER_HALF,)
        assert lesson.median is None


def test_hemne_can_learn_openness_from_ulstein(real: Reading) -> None:
    """Ulstein had 72 points and a gold star for area 1 in 2019, Hemne 38.9."""
    lesson = next(one for one in page(real, "hemne").areas if one.definition.no == 1)
    (contact,) = lesson.contacts
    assert contact.twin.summary.id == "ulstein-2019"
    assert contact.better.more == Decimal("33.1")
    assert [given.star.evaluation for given in contact.stars] == ["ulstein-2019"]


def test_gold_stars_of_no_known_area_are_listed_apart(real: Reading) -> None:
    found = page(real, "hemne").more_stars
    assert [given.star.evaluation for given in found] == ["ovre-eiker-2015"] * 2


def test_with_both_countries_there_is_a_median_to_be_under(real: Reading) -> None:
    """Area 1 of the others: Hareid, Ulstein, Enköping, Grästorp, Karlskrona, Kramfors, Örebro."""
    lesson = next(o for o in page(real, "hemne", country="both").areas if o.definition.no == 1)
    assert lesson.median == sorted([35, 72, 71, 61, 69, 58, 68])[3]
    assert lesson.why == (Weakness.UNDER_HALF, Weakness.UNDER_MEDIAN)
    assert said(lesson.why_words).endswith("under the median of 68.")


def test_without_an_evaluation_there_are_twins_and_no_gaps(real: Reading) -> None:
    found = page(real, "oslo")
    assert found.own is None
    assert len(found.rows) == 10
    assert not any(row.gap or row.compare for row in found.rows)
    assert found.areas == ()
    assert said(found.lead[-1]) == "We know of no evaluation of Oslo."
    assert said(found.lead[1]) == "But even the most similar is less than half similar."


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
        page(real, "hemne", w_population="0", w_county="0", w_distance="0")
    assert refused.value.allowed == ("1", "2", "3")


def test_the_number_of_queries_does_not_grow(real: Reading, demo_reading: Reading) -> None:
    for reading in (real, demo_reading):
        own = [e for e in evaluations.summaries(reading) if e.detail == "areas"]
        for summary in own[:3]:
            engine = reading.session.get_bind()
            with forgetting(), count_queries(engine) as count:
                page(reading, summary.municipality)
            assert 0 < int(count) <= 24
