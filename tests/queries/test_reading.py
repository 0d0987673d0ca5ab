"""Reading a release on both databases: what is found, and in how many statements."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from app.database import session_factory
from app.domain.municipality import Country
from app.errors import NotFound, Unavailable
from app.queries import counties, evaluations, groups, method, reference, register
from app.queries.reading import Reading, open_reading
from app.queries.search import search
from tests.in_turn import in_turn
from tests.statements import count_queries, forgetting


def test_all_evaluations_are_there(real: Reading) -> None:
    found = evaluations.summaries(real)
    assert len(found) == 102
    assert len({summary.municipality for summary in found}) == 57


def test_the_register_is_whole(real: Reading) -> None:
    found = register.all_municipalities(real)
    assert len(found) == 768
    assert sum(municipality.is_current for municipality in found) == 647


@in_turn(
    "text, slug",
    [
        ("royrvik", "royrvik"),
        ("Røyrvik", "royrvik"),
        ("raarvihke", "royrvik"),
        ("1612", "hemne"),
        ("Hemne", "hemne"),
        ("karasjohka", "karasjok"),
        ("Kárášjohka", "karasjok"),
        ("Orebro", "orebro"),
        ("örebro", "orebro"),
        ("ÅLESUND", "alesund"),
        ("Nes", "nesbyen"),
    ],
)
def test_search_finds_by_every_name_and_code(real: Reading, text: str, slug: str) -> None:
    assert slug in [hit.municipality.slug for hit in search(real, text)]


@pytest.mark.parametrize("text", ["royrvik", "1612", "Hemne"])
def test_a_whole_name_or_code_is_the_first_answer(real: Reading, text: str) -> None:
    wanted = {"royrvik": "royrvik"}.get(text, "hemne")
    assert search(real, text)[0].municipality.slug == wanted


def test_every_municipality_is_found_by_its_name(real: Reading) -> None:
    for held in register.all_municipalities(real)[::25]:
        hits = search(real, held.name, limit=20)
        assert held.slug in [hit.municipality.slug for hit in hits], held.label


@in_turn("text", ["", " ", "%", "_", "|", "'", '"', "\\", "x" * 5000, "🧭"])
def test_odd_searches_find_nothing_and_break_nothing(real: Reading, text: str) -> None:
    assert search(real, text) == ()


def test_a_search_hit_says_what_became_of_the_municipality(real: Reading) -> None:
    hit = search(real, "Hemne")[0]
    assert (hit.evaluations, hit.latest_year, hit.successors) == (3, 2018, ("Heim",))


def test_codes_lead_to_everyone_who_had_them(real: Reading) -> None:
    assert [m.slug for m in register.owners_of_code(real, "1612")] == ["hemne"]
    assert register.owners_of_code(real, "9999") == ()


def test_heims_predecessors(real: Reading) -> None:
    lineage = register.lineage(real)
    assert {c.before for c in lineage.predecessors("heim")} == {"hemne", "halsa"}
    assert {c.before for c in lineage.parts_from("heim")} == {"snillfjord"}


def test_hemne_is_read_whole(real: Reading) -> None:
    found = evaluations.evaluation(real, "hemne-2018")
    assert found is not None
    assert str(found.total.score) == "433.0"
    assert sum(len(area.questions) for area in found.areas) == 45
    assert [star.question for star in found.gold_stars] == ["5.1"]


def test_published_averages_keep_their_source(real: Reading) -> None:
    averages = {average.id: average for average in reference.reference_averages(real)}
    assert averages["no-2018"].country is Country.NORWAY
    assert averages["no-2018"].n == 55
    assert averages["no-2018"].source.title == "KS-K rapport 3/2018"


QUERIES: dict[str, tuple[Callable[[Reading], object], int]] = {
    "summaries": (evaluations.summaries, 2),
    "instrument": (method.instrument, 3),
    "references": (reference.reference_averages, 2),
    "lineage": (register.lineage, 1),
    "counties": (counties.counties, 8),
    "all municipalities": (register.all_municipalities, 3),
    "search": (lambda r: search(r, "e", 8), 8),
    "one evaluation": (lambda r: evaluations.evaluations(r, _ids(r)[:1]), 6),
    "present members": (groups.present_members, 2),
    "six evaluations": (lambda r: evaluations.evaluations(r, _ids(r)[:6]), 6),
    "all evaluations": (evaluations.all_evaluations, 6),
}


def _ids(reading: Reading) -> tuple[str, ...]:
    """Ids that need no statement to find out."""
    if reading.release.demo:
        return tuple(f"x-{n}" for n in range(6))
    return (
        "hemne-2018",
        "hareid-2019",
        "ulstein-2019",
        "kramfors-2013",
        "nacka-2011",
        "roros-2013",
    )


@pytest.mark.parametrize("name", QUERIES)
def test_queries_take_as_many_statements_as_they_say(real: Reading, name: str) -> None:
    query, most = QUERIES[name]
    engine = real.session.get_bind()
    with forgetting(), count_queries(engine) as count:
        query(real)
    assert int(count) <= most, count.statements


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 10**30])
def test_a_release_that_is_not_there_is_not_found(real: Reading, number: int) -> None:
    with pytest.raises(NotFound):
        open_reading(real.session, number)


def test_without_a_release_the_site_is_unavailable(empty: Engine) -> None:
    with session_factory(empty)() as session, pytest.raises(Unavailable):
        open_reading(session)
