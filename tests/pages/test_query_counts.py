"""A cold page sends a fixed number of statements, however much there is in the database."""

import pytest

from app.config import settings
from app.database import engine_for
from tests.conftest import UseDatabase
from tests.pages.client import Client, opened
from tests.statements import count_queries, forgetting

pytestmark = pytest.mark.on_both_databases

LIMITS = {
    "/": 23,
    "/innsikt": 18,
    "/innsikt/storst-framgang": 20,
    "/innsikt/over-snittet": 20,
    "/kommuner": 12,
    "/kommuner?sort=total": 12,
    "/kommuner?country=SE&family=2&detail=areas": 12,
    "/kommuner?q=e": 25,
    "/kommuner?detail=none": 18,
    "/kommuner/sok?q=e": 16,
    "/api/v1/municipalities": 18,
    "/api/v1/municipalities?detail=none&former=true": 24,
    "/api/v1/municipalities.jsonstat?detail=none": 24,
    "/api/v1/findings": 19,
    "/api/v1/findings?q=e&kind=strength": 21,
    "/api/v1/points": 21,
    "/api/v1/points.csv?level=total": 21,
    "/api/v1/municipalities.geojson": 18,
    "/api/v1/evaluations": 12,
    "/api/v1/evaluations.jsonstat?q=e": 17,
    "/fylker": 11,
    "/grupper": 11,
    "/metode": 14,
    "/metode/2.1": 6,
    "/sitemap.xml": 23,
    "/llms.txt": 6,
    "/om": 1,
    "/om/data": 16,
    "/om/design": 4,
}
"""Statements a page may send, the one that reads the release included."""
ONE = {
    "/kommuner/{slug}": 35,
    "/kommuner/{slug}?set=combined": 35,
    "/kommuner/{slug}/{year}/figur/spider": 26,
    "/kommuner/{slug}/{year}": 26,
    "/sammenlign?e={id}": 16,
    "/api/v1/municipalities/{slug}": 35,
    "/api/v1/evaluations/{id}": 25,
    "/api/v1/compare?e={id}": 19,
}
"""The same with nothing remembered, so that what two ask for is counted twice."""
WARM = {
    "/kommuner/{slug}": 10,
    "/kommuner/{slug}/{year}": 9,
    "/kommuner/{slug}/{year}/rapport": 22,
    "/kommuner/{slug}/{year}/ark": 15,
    "/sammenlign?e={id}": 6,
    "/sv/kommuner/{slug}": 10,
    "/sv/kommuner/{slug}/{year}": 9,
    "/sv/sammenlign?e={id}": 6,
}
"""The same where the release has been read: the release, and what is one municipality's own."""
REPORTS = {
    "/kommuner/{slug}/{year}/rapport": 94,
    "/kommuner/{slug}/{year}/ark": 57,
    "/fellesrapport?e={id}&e={other}": 32,
}
"""Reports read what several pages read; whom some of them are about is looked up where there is
anybody."""
SEVERAL = "/sammenlign?" + "&".join(["e={}"] * 6)


@pytest.fixture(autouse=True)
def looks_for_a_new_release_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "3600")


def sent(client: Client, address: str) -> int:
    """How many statements the answer took, with nothing remembered."""
    client.http.get("/healthz")  # the newest release is looked up before any page
    with forgetting(), count_queries(engine_for(settings().database_url)) as count:
        response = client.http.get(address)
    assert response.status_code == 200, address
    return int(count)


def ids(client: Client) -> list[str]:
    """Evaluations with all eight areas, by the address of their pages."""
    page = client.get("/kommuner?sort=total&detail=areas")
    table = page.table("list-caption").element
    links = [(a.get("href") or "") for a in table.findall("tbody/tr/td[@class='league__year']/a")]
    return ["-".join(link.split("/")[2:4]) for link in links]


@pytest.mark.parametrize("address", LIMITS)
def test_lists(use_database: UseDatabase, real_url: str, demo_url: str, address: str) -> None:
    found = []
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            found.append(sent(client, address))
    assert found[0] == found[1]
    assert 0 < found[0] <= LIMITS[address]


@pytest.mark.parametrize("form", ONE)
def test_one_municipality_or_evaluation(
    use_database: UseDatabase, real_url: str, demo_url: str, form: str
) -> None:
    found = []
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            for id in ids(client)[:3]:
                slug, year = id.rsplit("-", 1)
                found.append(sent(client, form.format(slug=slug, year=year, id=id)))
    assert len(set(found)) == 1, found
    assert 0 < found[0] <= ONE[form]


@pytest.mark.parametrize("form", REPORTS)
def test_reports(use_database: UseDatabase, real_url: str, demo_url: str, form: str) -> None:
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            known = ids(client)
            for id, other in zip(known[:2], known[2:4], strict=True):
                slug, year = id.rsplit("-", 1)
                address = form.format(slug=slug, year=year, id=id, other=other)
                assert 0 < sent(client, address) <= REPORTS[form]


@pytest.mark.parametrize("form", WARM)
def test_what_is_the_same_for_all_is_asked_once_a_release(
    use_database: UseDatabase, real_url: str, demo_url: str, form: str
) -> None:
    """Groups, counts, published averages and coverage cost a second page nothing."""
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            first, second, *_ = (
                form.format(slug=id.rsplit("-", 1)[0], year=id.rsplit("-", 1)[1], id=id)
                for id in ids(client)
            )
            client.get(first)
            with count_queries(engine_for(settings().database_url)) as count:
                client.get(second)
            assert 0 < int(count) <= WARM[form], count.statements


def test_every_county_and_group_takes_as_many(
    use_database: UseDatabase, real_url: str, demo_url: str
) -> None:
    for index, most in (("/fylker", 20), ("/grupper", 30)):
        found = []
        for url in (real_url, demo_url):
            use_database(url)
            with opened() as client:
                links = (a for a in client.get(index).links() if a.startswith(f"{index}/"))
                found += [sent(client, address) for address in sorted(links)[::7]]
        assert len(set(found)) == 1, (index, found)
        assert 0 < found[0] <= most


@pytest.mark.parametrize("address", ["/kart", "/omrader/2.1/2", "/kommuner"])
def test_to_mark_ones_own_takes_four_more(
    use_database: UseDatabase, real_url: str, address: str
) -> None:
    use_database(real_url)
    with opened() as client:
        assert sent(client, f"{address}?min=hemne") == sent(client, address) + 4


def test_six_take_as_many_as_two(use_database: UseDatabase, demo_url: str) -> None:
    use_database(demo_url)
    with opened() as client:
        chosen = ids(client)
        two = "/sammenlign?" + "&".join(f"e={id}" for id in chosen[:2])
        assert sent(client, SEVERAL.format(*chosen[:6])) == sent(client, two) <= 16


def test_what_is_remembered_is_not_asked_again(use_database: UseDatabase, real_url: str) -> None:
    use_database(real_url)
    with opened() as client:
        client.get("/kommuner")
        with count_queries(engine_for(settings().database_url)) as count:
            client.get("/en/kommuner")
            warm = int(count)
            client.get("/en/kommuner")
        assert warm <= 4
        assert int(count) == warm, "an answer that is kept takes no statement"
