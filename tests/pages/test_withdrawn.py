"""What was withdrawn says so, and leads to the last release that held it.

Skaun 2017 leaves with release 3, see `tests.pages.changed`.
"""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.database import engine_for
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from app.publishing.state import State
from tests.conftest import UseDatabase
from tests.pages.client import Client, opened
from tests.publishing.changing import evaluation_of, real_state, without_evaluation
from tests.statements import count_queries, forgetting

PAGE, DATA = "/kommuner/skaun/2017", "/api/v1/evaluations/skaun-2017"


@pytest.mark.parametrize("query", ["", "?release=3"])
def test_the_page_names_the_last_release_and_leads_there(changed_site: Client, query: str) -> None:
    page = changed_site.get(f"/en{PAGE}{query}", 410)
    assert page.heading == "This has been withdrawn"
    assert "The last release that held it is 2." in page.words
    assert f"/en{PAGE}?release=2" in page.links()
    assert changed_site.get(f"/en{PAGE}?release=2").heading.startswith("Skaun")


@pytest.mark.parametrize("suffix", ["", ".csv"])
def test_programs_are_told_where_it_still_is(changed_site: Client, suffix: str) -> None:
    gone = changed_site.problem(f"{DATA}{suffix}?lang=en", 410)
    assert (gone["type"], gone["last_release"]) == (
        f"{settings().site_address}/data/api#withdrawn",
        2,
    )
    assert gone["detail"].endswith("The last release that held it is 2.")
    site = settings().site_url
    assert gone["frozen"] == f"{site}{DATA}{suffix}?lang=en&release=2"
    assert changed_site.http.get(gone["frozen"].removeprefix(site)).status_code == 200


@pytest.mark.parametrize("address", [f"{PAGE}/figur/spider", f"/embed{PAGE}/spider"])
def test_what_hangs_on_a_page_is_gone_with_it(changed_site: Client, address: str) -> None:
    assert changed_site.problem(address, 410)["last_release"] == 2


@pytest.mark.parametrize(
    "address",
    [
        "/kommuner/skaun/2016",
        "/kommuner/skaun/20",
        "/kommuner/skaun/%25",
        f"{DATA}-v2.1",
        f"{DATA}%25",
    ],
)
def test_what_never_was_is_not_found(changed_site: Client, address: str) -> None:
    assert "last_release" not in changed_site.problem(address, 404)


def test_what_is_there_takes_no_statement_more(changed_site: Client) -> None:
    engine = engine_for(settings().database_url)
    for address in ("/kommuner/hemne/2018", "/api/v1/evaluations/hemne-2018"):
        with forgetting(), count_queries(engine) as count:
            assert changed_site.http.get(address).status_code == 200
        asked = [
            s
            for s in count.statements
            if "max(" in s and "release_out" in s and "valid_to" not in s
        ]
        assert asked == []


def test_the_page_of_a_year_with_versions_leads_to_the_last_of_them(
    use_database: UseDatabase, seeded: Engine
) -> None:
    skaun = evaluation_of(real_state(), "skaun-2017")
    without = without_evaluation(real_state(), "skaun-2017")
    second = replace(skaun, id="skaun-2017-v2.0", version="2.0")
    publish_state(seeded, replace(without, evaluations=(*without.evaluations, second)))
    publish_state(seeded, without)
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        assert client.problem(PAGE, 410)["last_release"] == 2
        assert client.problem(DATA, 410)["last_release"] == 1
        assert client.http.get(f"/en{PAGE}?release=2").status_code == 200


def test_a_municipality_that_left_the_register_is_gone(
    use_database: UseDatabase, seeded: Engine
) -> None:
    state = real_state()
    register, changes = state.register, state.register.changes
    named = {slug for change in changes for slug in (change.before, change.after)}
    named |= {evaluation.municipality for evaluation in state.evaluations}
    slug = next(slug for slug in register.municipalities if slug not in named)
    kept = {name: m for name, m in register.municipalities.items() if name != slug}
    people = {name: p for name, p in register.populations.items() if name != slug}
    smaller = replace(register, municipalities=kept, populations=people)
    publish_state(seeded, replace(state, register=smaller))
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        for address in (f"/kommuner/{slug}", f"/api/v1/municipalities/{slug}"):
            assert client.problem(address, 410)["last_release"] == 1
        client.get(f"/en/kommuner/{slug}?release=1")


def publish_state(engine: Engine, state: State) -> None:
    assert publish(engine, Publication(state, Origin.SEED, DatasetKind.REAL)) is not None
