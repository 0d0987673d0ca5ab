"""`/data`: what the data set holds, how to take it, and what search engines are told of it."""

import csv
import io
import json
import re
import zipfile
from typing import Any

import pytest
from rdflib import DCAT, Graph

from app.config import settings
from tests.pages.client import Client, Page
from tests.pages.facts import evaluations

DOWNLOAD = DCAT.downloadURL


def structured(page: Page) -> dict[str, Any]:
    """What the page says in the words of schema.org."""
    (block,) = page.find_all("script", type="application/ld+json")
    found: dict[str, Any] = json.loads(block.text or "")
    return found


def resources(client: Client, address: str) -> dict[str, dict[str, Any]]:
    answered = client.http.get(address)
    assert answered.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answered.content)) as archive:
        described = json.loads(archive.read("datapackage.json"))
        rows = {
            r["name"]: archive.read(r["path"]).count(b"\r\n") - 1 for r in described["resources"]
        }
    return {r["name"]: {**r, "rows": rows[r["name"]]} for r in described["resources"]}


def test_the_answer_comes_first(site: Client) -> None:
    page = site.get("/en/data")
    assert page.heading == "The data"
    assert "102 evaluations of 57 municipalities" in page.words
    assert "They measure management practice, not service quality." in page.words


def test_the_table_says_what_the_file_holds(site: Client) -> None:
    page = site.get("/en/data")
    (file,) = [link for link in page.links() if link.endswith(".zip")]
    held = resources(site, file)
    rows = page.table("tables-table").rows
    shown = {cells[2].split()[-1].removesuffix(".csv"): cells for cells in rows}
    assert shown.keys() == held.keys()
    for name, cells in shown.items():
        assert cells[0] == held[name]["title"]
        if held[name]["rows"] < 1000:  # larger ones have a space in them
            assert cells[1] == str(held[name]["rows"]), name
    assert shown["evaluations"][1] == "102"
    assert "NLOD-2.0" in shown["populations"][3]
    assert shown["findings"][3] == "compiled here"


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_everything_it_leads_to_is_there(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/data")
    for link in page.links():
        if link.startswith("/"):
            assert site.http.get(link).status_code == 200, link
    (feed,) = page.find_all("link", type="application/atom+xml")
    assert site.http.get(feed.get("href") or "").status_code == 200


def test_the_file_is_kept_for_ever_and_names_itself(changed_site: Client) -> None:
    first = changed_site.http.get("/data/kommunekompasset-r1.zip")
    assert first.headers["content-type"] == "application/zip"
    assert "immutable" in first.headers["cache-control"]
    assert 'filename="kommunekompasset-r1.zip"' in first.headers["content-disposition"]
    third = changed_site.http.get("/data/kommunekompasset-r3.zip")
    assert first.content != third.content
    assert resources(changed_site, "/data/kommunekompasset-r1.zip")["evaluations"]["rows"] == 102
    assert resources(changed_site, "/data/kommunekompasset-r3.zip")["evaluations"]["rows"] == 101


@pytest.mark.parametrize("number", ["4", "0", "abc", "99999999999", "-1", "01x"])
def test_a_release_that_is_not_there_has_no_file(changed_site: Client, number: str) -> None:
    assert changed_site.http.get(f"/data/kommunekompasset-r{number}.zip").status_code == 404


def test_the_file_takes_no_parameter(site: Client) -> None:
    file = "/data/kommunekompasset-r1.zip"
    assert site.redirect(f"{file}?release=1") == (308, file)


def test_search_engines_are_told_of_the_data_set(site: Client) -> None:
    page = site.get("/en/data")
    found = structured(page)
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "Dataset"
    assert found["version"] == "1"
    assert found["license"] == "https://data.norge.no/nlod/no/2.0"
    years = [fact.year for fact in evaluations()]
    assert found["temporalCoverage"] == f"{min(years)}/{max(years)}" == "2005/2024"
    assert 50 <= len(found["description"]) <= 5000
    assert found["url"] == f"{settings().site_url}/en/data"
    kinds = [download["encodingFormat"] for download in found["distribution"]]
    assert kinds[0] == "application/zip"
    assert "text/csv" in kinds
    for download in found["distribution"]:
        file = download["contentUrl"].removeprefix(settings().site_url)
        assert site.http.get(file).status_code == 200, file


def test_search_engines_are_told_of_a_municipality(site: Client) -> None:
    found = structured(site.get("/en/kommuner/hemne"))
    assert found["@type"] == "AdministrativeArea"
    assert found["name"] == "Hemne"
    assert found["url"] == f"{settings().site_url}/en/kommuner/hemne"
    # Hemne had 1612, and from 2018 (as Trøndelag came) 5011.
    assert [code["value"] for code in found["identifier"]] == ["1612", "5011"]
    assert found["containedInPlace"]["containedInPlace"]["identifier"] == "NO"
    assert re.fullmatch(r"6[34]\.\d+", str(found["geo"]["latitude"]))


def test_a_name_cannot_end_the_block(site: Client) -> None:
    for address in ("/en/data", "/en/kommuner/hemne"):
        text = site.get(address).text
        block = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        assert not set(block) & set("<>&")


def test_made_up_data_are_told_apart(demo_site: Client) -> None:
    page = demo_site.get("/en/data")
    assert "Made-up data" in page.text
    assert {cells[3] for cells in page.table("tables-table").rows} == {"made up"}


@pytest.mark.parametrize(
    "accept, kind",
    [
        ("*/*", "text/turtle"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_the_catalogue_comes_in_the_form_that_is_asked_for(
    site: Client, accept: str, kind: str
) -> None:
    answered = site.http.get("/dcat", headers={"Accept": accept})
    assert answered.headers["content-type"].partition(";")[0] == kind
    assert set(answered.headers["vary"].split(", ")) == {"Accept", "Accept-Encoding"}
    suffix = {"text/turtle": "ttl", "application/ld+json": "jsonld"}.get(kind, "rdf")
    assert site.http.get(f"/dcat.{suffix}").content == answered.content
    head = site.http.head("/dcat", headers={"Accept": accept})
    assert head.headers == answered.headers
    known = {"Accept": accept, "If-None-Match": answered.headers["etag"]}
    again = site.http.get("/dcat", headers=known)
    assert again.status_code == 304
    assert set(again.headers["vary"].split(", ")) == {"Accept", "Accept-Encoding"}


def test_what_the_catalogue_lets_be_downloaded_is_there_and_whole(site: Client) -> None:
    """A list of the API is paged where it is no file."""
    graph = Graph().parse(data=site.http.get("/dcat.ttl").text, format="turtle")
    urls = {str(url).removeprefix(settings().site_url) for url in graph.objects(None, DOWNLOAD)}
    assert len(urls) >= 15
    rows = {}
    for url in urls:
        answered = site.http.get(url)
        assert answered.status_code == 200, url
        path, _, suffix = url.partition("?")[0].rpartition(".")
        if suffix == "json" and "items" in answered.json():
            found = answered.json()
            assert len(found["items"]) == found["total"], url
            assert found["next"] is None
            rows[path] = found["total"]
    assert rows["/api/v1/evaluations"] == 102
    assert rows["/api/v1/municipalities"] == 768
    for path, count in rows.items():
        (query,) = {url.partition("?")[2] for url in urls if url.startswith(f"{path}.")}
        lines = csv.reader(io.StringIO(site.http.get(f"{path}.csv?{query}").text))
        assert len(list(lines)) == count + 1, path


def test_json_as_a_file_is_the_whole_list_unless_a_part_is_asked_for(demo_site: Client) -> None:
    whole = demo_site.json("/api/v1/evaluations.json")
    assert len(whole["items"]) == whole["total"] > 100
    assert whole["next"] is None
    part = demo_site.json("/api/v1/evaluations.json?limit=3")
    assert len(part["items"]) == 3
    assert part["next"]
    assert len(demo_site.json("/api/v1/evaluations")["items"]) == 100
