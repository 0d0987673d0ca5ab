"""The made-up data: the same every time, plenty of everything, and nothing real in it."""

import hashlib
from collections import Counter, defaultdict

import pytest

from app.domain.evaluation import DetailLevel
from app.domain.municipality import Country
from app.domain.naming.spelling import fold
from app.publishing.demo import made_up_state
from app.publishing.documents import documents, export_text
from app.publishing.state import State
from app.queries.reading import Reading
from tests.publishing.changing import real_state


@pytest.fixture(scope="module")
def made_up() -> State:
    return _made_up()


def _made_up() -> State:
    taken = {fold(held.name) for held in real_state().register.municipalities.values()}
    return made_up_state(real_state().instrument, taken)


def test_it_is_the_same_every_time_and_on_every_database(demo_reading: Reading) -> None:
    """What was published elsewhere is signed as what is made here, twice."""
    text = export_text(documents(_made_up()))
    assert text == export_text(documents(_made_up()))
    assert hashlib.sha256(text.encode()).hexdigest() == demo_reading.release.sha256


def test_its_release_is_marked(demo_reading: Reading) -> None:
    assert demo_reading.release.demo
    assert demo_reading.release.number == 1


def test_there_is_plenty_of_everything(made_up: State) -> None:
    current = [held for held in made_up.register.municipalities.values() if held.is_current]
    assert len(current) >= 300
    assert {held.country for held in current} == set(Country)
    assert len({e.year for e in made_up.evaluations}) >= 15
    assert {e.version for e in made_up.evaluations} == set(made_up.instrument.versions)
    assert {e.size_group for e in made_up.evaluations} == {"small", "medium", "large"}
    assert {e.detail for e in made_up.evaluations} == set(DetailLevel)
    assert len(made_up.register.changes) >= 4
    assert any(e.gold_stars for e in made_up.evaluations)


def test_every_version_has_enough_to_compare_with_in_both_countries(made_up: State) -> None:
    latest: dict[tuple[str, str], set[str]] = defaultdict(set)
    for found in made_up.evaluations:
        if found.detail in (DetailLevel.QUESTIONS, DetailLevel.AREAS):
            family = made_up.instrument.family_of(found.version)
            latest[family, found.country].add(found.municipality)
    for family in made_up.instrument.families:
        for country in Country:
            assert len(latest[family, country]) >= 8, (family, country)


def test_questions_are_known_in_the_version_that_has_them_and_areas_in_the_others(
    made_up: State,
) -> None:
    for found in made_up.evaluations:
        assert any(area.questions for area in found.areas) == (found.detail == "questions")
    levels = Counter((e.version, e.detail) for e in made_up.evaluations)
    assert levels["2.1", DetailLevel.QUESTIONS] > 50
    for version in ("1.0", "2.0", "2020"):
        assert levels[version, DetailLevel.QUESTIONS] == 0
        assert levels[version, DetailLevel.AREAS] > 10


def test_totals_are_the_sums_of_their_parts(made_up: State) -> None:
    complete = [e for e in made_up.evaluations if e.detail is DetailLevel.QUESTIONS]
    for found in complete:
        points = [q.figure.score or 0 for area in found.areas for q in area.questions]
        assert found.total.score == sum(points)
        assert len(points) == 45


def test_an_evaluation_is_of_a_year_in_which_the_municipality_existed(made_up: State) -> None:
    for found in made_up.evaluations:
        held = made_up.register.municipalities[found.municipality]
        assert held.valid_from is None or held.valid_from.year <= found.year
        assert held.valid_to is None or found.year <= held.valid_to.year


def test_no_real_municipality_is_in_it(made_up: State) -> None:
    real = real_state().register.municipalities.values()
    names = {
        fold(name) for held in real for name in (held.name, *held.other_names, *held.earlier_names)
    }
    codes = {(held.country, code.code) for held in real for code in held.codes}
    slugs = {held.slug for held in real}
    for held in made_up.register.municipalities.values():
        assert fold(held.name) not in names
        assert held.slug not in slugs
        assert not {(held.country, code.code) for code in held.codes} & codes


def test_whatever_it_names_as_its_source_says_that_it_is_made_up(made_up: State) -> None:
    sources = {e.source.title for e in made_up.evaluations}
    sources |= {average.source.title for average in made_up.references}
    sources |= {change.source for change in made_up.register.changes}
    sources |= {p.source for s in made_up.register.populations.values() for p in s}
    assert all(source.startswith(("Oppdikt", "Påhitt")) for source in sources)


def test_no_published_average_is_over_more_than_were_evaluated(made_up: State) -> None:
    for average in made_up.references:
        (counted,) = (
            count.n
            for count in made_up.counts
            if count.since is None
            and (count.country, count.family) == (average.country, average.family)
            and count.as_of == average.as_of
        )
        assert average.n is not None
        assert 0 < average.n <= counted, average.id
