"""Made-up data say so to machines, wherever one reads them; real data never do."""

import io
import json
import re
import zipfile
from urllib.robotparser import RobotFileParser

import feedparser
import openpyxl
import pytest
from rdflib import DCAT, DCTERMS, RDF, Graph

from tests.in_turn import in_turn
from tests.pages.client import Client

MADE_UP = re.compile(r"made.up|oppdikt|påhitta", re.IGNORECASE)

PAGES = (
    "/en",
    "/en/kommuner",
    "/en/kommuner/almadala",
    "/en/omrader/2.1/1",
    "/en/gullstjerner",
    "/en/data",
    "/en/data/api",
    "/en/om",
)
FILES = (
    "/data/tables/evaluations.csv",
    "/api/v1/evaluations.csv?lang=en",
    "/api/v1/evaluations.xlsx?lang=en",
    "/api/v1/municipalities/almadala.csv",
    "/embed/kommuner/almadala/history.csv",
    "/data/kommunekompasset-r1.zip",
)
OTHERS = (
    "/api/v1/evaluations",
    "/api/v1/evaluations.jsonstat",
    "/api/v1/municipalities/nobody",
    "/en/embed/kommuner/almadala/spider",
    "/embed/kommuner/almadala/spider.svg",
    "/embed/share.png",
    "/feed.atom",
    "/dcat.ttl",
    "/sitemap.xml",
    "/llms.txt",
)


def real(address: str) -> str:
    return address.replace("almadala", "hemne")


@in_turn("address", (*PAGES, *FILES, *OTHERS))
def test_nobody_is_to_index_what_is_made_up(demo_site: Client, address: str) -> None:
    answered = demo_site.http.get(address)
    assert answered.headers["x-robots-tag"] == "noindex"
    known = {"If-None-Match": answered.headers.get("etag", "")}
    if answered.status_code == 200:
        again = demo_site.http.get(address, headers=known)
        assert (again.status_code, again.headers["x-robots-tag"]) == (304, "noindex")


@in_turn("address", (*PAGES, *FILES, *OTHERS))
def test_what_is_real_may_be_indexed(site: Client, address: str) -> None:
    assert "x-robots-tag" not in site.http.get(real(address)).headers


@in_turn("address", PAGES)
def test_a_page_says_it_in_its_head(demo_site: Client, address: str) -> None:
    page = demo_site.get(address)
    assert page.meta("robots") == "noindex"
    heads = [page.find_all("title")[0].text or ""]
    heads += [e.get("content") or "" for e in page.find_all("meta", property="og:title")]
    assert len(heads) == 2
    assert all("(made-up data)" in head for head in heads)
    assert page.find_all("script", type="application/ld+json") == []
    assert "schema.org" not in page.text


def test_a_page_of_real_data_says_nothing_of_the_kind(site: Client) -> None:
    for address in map(real, PAGES):
        page = site.get(address)
        assert page.meta("robots") is None
        assert "(made-up data)" not in page.text
    assert '"Dataset"' in site.get("/en/data").text
    assert '"AdministrativeArea"' in site.get("/en/kommuner/hemne").text


@in_turn("address", FILES)
def test_a_file_bears_it_in_its_name(demo_site: Client, address: str) -> None:
    named = demo_site.http.get(address).headers["content-disposition"]
    assert 'filename="kommunekompasset-demo-' in named


@in_turn("address", FILES)
def test_a_file_of_real_data_is_no_demonstration(site: Client, address: str) -> None:
    named = site.http.get(real(address)).headers["content-disposition"]
    assert 'filename="kommunekompasset-' in named
    assert "demo" not in named


def may_be_fetched(client: Client) -> set[bool]:
    robots = RobotFileParser()
    robots.parse(client.http.get("/robots.txt").text.splitlines())
    paths = ("/", "/kommuner", "/api/v1/evaluations", "/dcat.ttl")
    return {robots.can_fetch("Googlebot", f"http://site.example{path}") for path in paths}


def test_robots_are_told_to_stay_away(demo_site: Client) -> None:
    assert may_be_fetched(demo_site) == {False}
    assert "Sitemap:" not in demo_site.http.get("/robots.txt").text


def test_robots_are_welcome_to_what_is_real(site: Client) -> None:
    assert may_be_fetched(site) == {True}


@pytest.mark.parametrize("language", ["", "/nn", "/sv", "/en"])
def test_a_feed_and_its_entries_say_it_in_their_titles(demo_site: Client, language: str) -> None:
    feed = feedparser.parse(demo_site.http.get(f"{language}/feed.atom").content)
    assert feed.entries
    for titled in (feed.feed, *feed.entries):
        assert MADE_UP.search(titled.title), titled.title


def titles_in_catalogue(client: Client) -> list[str]:
    graph = Graph().parse(data=client.http.get("/dcat.ttl").text, format="turtle")
    kinds = (DCAT.Catalog, DCAT.Dataset, DCAT.DataService, DCAT.Distribution)
    told = [s for kind in kinds for s in graph.subjects(RDF.type, kind)]
    assert len(told) > 5
    found = [str(title) for s in told for title in graph.objects(s, DCTERMS.title)]
    assert len(found) == 4 * len(told)
    return found


def test_the_catalogue_says_it_of_all_that_it_names(demo_site: Client) -> None:
    assert [t for t in titles_in_catalogue(demo_site) if not MADE_UP.search(t)] == []


def test_the_catalogue_of_real_data_says_nothing_of_the_kind(site: Client) -> None:
    assert [t for t in titles_in_catalogue(site) if MADE_UP.search(t)] == []


def test_data_say_it_where_they_are_described(demo_site: Client) -> None:
    assert "(made-up data)" in demo_site.json("/api/v1/config?lang=en")["name"]
    assert "(made-up data)" in demo_site.json("/api/v1?lang=en")["name"]
    assert "(made-up data)" in demo_site.json("/api/v1/evaluations.jsonstat?lang=en")["label"]
    book = openpyxl.load_workbook(
        io.BytesIO(demo_site.http.get("/api/v1/evaluations.xlsx?lang=en").content)
    )
    texts = [str(cell.value) for sheet in book for row in sheet.rows for cell in row if cell.value]
    assert any("(made-up data)" in text for text in texts)
    package = zipfile.ZipFile(
        io.BytesIO(demo_site.http.get("/data/kommunekompasset-r1.zip").content)
    )
    described = json.loads(package.read("datapackage.json"))
    assert described["name"] == "kommunekompasset-demo"
    assert MADE_UP.search(described["title"])
    assert MADE_UP.search(described["description"])
    assert "(made-up data)" in package.read("README.md").decode().splitlines()[0]
