"""The reader's own municipality, named by `min` in the address: marked, and no part of the rest."""

import pytest

from tests.pages.client import Client

MARKING = (
    "/kommuner?sort=name&family=2",
    "/kart",
    "/omrader/2.1/2",
    "/sporsmal/2.1/2.1",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/fylker/trondelag",
    "/grupper/size/small",
)
DRAWING = ("/kart", "/omrader/2.1/2", "/sporsmal/2.1/2.1", "/fylker/trondelag")


def with_own(address: str, slug: str = "hemne") -> str:
    return f"{address}{'&' if '?' in address else '?'}min={slug}"


@pytest.mark.parametrize("address", MARKING)
def test_it_is_marked_in_words_where_it_stands_and_in_the_header(
    site: Client, address: str
) -> None:
    plain, marked = site.get(f"/en{address}"), site.get(with_own(f"/en{address}"))
    assert plain.find_all("span", class_="own-tag") == []
    tags = marked.find_all("span", class_="own-tag")
    assert tags
    assert {tag.text for tag in tags} == {"your municipality"}
    (chip,) = marked.find_all("p", class_="own-municipality")
    assert chip.get("hidden") is None
    assert [a.get("href") for a in chip.iter("a")] == ["/en/kommuner/hemne"]
    (hidden,) = plain.find_all("p", class_="own-municipality")
    assert hidden.get("hidden") is not None


@pytest.mark.parametrize("address", DRAWING)
def test_its_mark_has_a_ring(site: Client, address: str) -> None:
    assert site.get(address).find_all("circle", class_="figure-own") == []
    assert site.get(with_own(address)).find_all("circle", class_="figure-own")


@pytest.mark.parametrize("address", MARKING)
def test_it_is_no_part_of_what_is_cited_shared_or_taken_along(site: Client, address: str) -> None:
    page = site.get(with_own(address))
    (canonical,) = page.find_all("link", rel="canonical")
    taken = [canonical.get("href") or "", page.text.partition('class="cite"')[2][:800]]
    taken += [link for link in page.links() if link.startswith(("/api/", "/embed/"))]
    taken += [
        e.get("content") or "" for e in page.find_all("meta") if e.get("property") == "og:image"
    ]
    assert [one for one in taken if "min=" in one] == []


def test_whoever_is_not_there_is_marked_nowhere(site: Client) -> None:
    page = site.get(with_own("/omrader/2.1/2", "oslo"))
    assert page.find_all("span", class_="own-tag") == []
    (chip,) = page.find_all("p", class_="own-municipality")
    assert "Oslo" in "".join(chip.itertext())


@pytest.mark.parametrize("slug", ["nowhere", "Hemne", "a%20b", "-", "%3Cscript%3E"])
def test_what_is_no_municipality_is_refused(site: Client, slug: str) -> None:
    site.get(with_own("/kart", slug), 400)


def test_the_api_does_not_take_it(site: Client) -> None:
    site.problem("/api/v1/municipalities?min=hemne", 400)


def test_filters_keep_it(site: Client) -> None:
    page = site.get(with_own("/omrader/2.1/2"))
    (kept,) = page.find_all("input", name="min")
    assert kept.get("value") == "hemne"


@pytest.mark.parametrize("path", ["/kommuner/hemne", "/sv/kommuner/hemne/2018"])
def test_a_chart_leads_to_the_areas_as_its_municipality(site: Client, path: str) -> None:
    links = [link for link in site.get(path).links() if "/omrader/2.1/" in link]
    assert {link.rpartition("/")[2] for link in links} == {f"{no}?min=hemne" for no in range(1, 9)}


def test_a_municipality_leads_to_its_areas_as_itself(site: Client) -> None:
    links = site.get("/kommuner/hemne").links()
    assert {"/omrader/2.1/2?min=hemne", "/kommuner?min=hemne", "/kart?min=hemne"} <= set(links)
