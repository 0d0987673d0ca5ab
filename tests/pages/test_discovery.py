"""What machines find the site by: the site map, robots.txt, llms.txt and how to cite."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from app.bounds import SITE_MAP_ADDRESSES
from app.config import ROOT, settings
from app.domain.county import county_path
from app.domain.language import LANGUAGES
from app.features.discovery import pages as discovery
from app.features.discovery.content import SINGLE, SiteMap
from app.features.discovery.site_map import site_map, site_map_index
from app.queries import evaluations, method, register
from app.queries.reading import Reading
from app.queries.stories import told_stories
from app.web.addresses import split_language
from tests.pages.client import Client
from tests.statements import count_queries, forgetting

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
PER_KIND = 3


def paths(client: Client) -> list[str]:
    """Every address of the site map, without the site."""
    root = ElementTree.fromstring(client.http.get("/sitemap.xml").content)
    assert root.tag == f"{MAP}urlset"
    found = [loc.text or "" for loc in root.iter(f"{MAP}loc")]
    assert all(url.startswith(f"{settings().site_url}/") for url in found)
    return [url.removeprefix(settings().site_url) for url in found]


def kind(path: str) -> str:
    first, *rest = path.removeprefix("/en").strip("/").split("/")
    last = rest[-1] if rest and rest[-1].isalpha() and first != "kommuner" else ""
    twins = "tvillinger" if path.endswith("tvillinger") else ""
    return f"{first}{len(rest)}{last}{twins}"


def test_each_page_stands_in_each_language_once(site: Client) -> None:
    found = paths(site)
    assert len(found) == len(set(found))
    in_language: dict[str, set[str]] = {}
    for path in found:
        language, inner = split_language(path)
        in_language.setdefault(language, set()).add(inner)
    assert set(in_language) == set(LANGUAGES)
    bokmal = in_language["nb"]
    assert all(inner == bokmal for inner in in_language.values())
    assert {"/", "/kommuner/hemne", "/kommuner/hemne/2018", "/omrader/2.1/8"} <= bokmal
    assert {"/sporsmal/2.1/2.6", "/metode/1.0", "/data", "/data/api", "/om"} <= bokmal
    evaluations = {e["id"] for e in site.json("/api/v1/evaluations?limit=1000")["items"]}
    years = {p for p in bokmal if re.fullmatch(r"/kommuner/[^/]+/\d{4}[^/]*", p)}
    assert {"-".join(p.split("/")[2:]) for p in years} == evaluations
    assert {f"{p}/rapport" for p in years} == {p for p in bokmal if p.endswith("/rapport")}


def test_pages_of_every_kind_are_there_and_may_be_indexed(site: Client) -> None:
    seen: Counter[str] = Counter()
    for path in paths(site):
        if not path.startswith("/en") or seen[kind(path)] >= PER_KIND:
            continue
        seen[kind(path)] += 1
        page = site.get(path)
        assert page.meta("robots") is None, path
        (canonical,) = page.find_all("link", rel="canonical")
        assert canonical.get("href") == settings().site_url + path
    assert len(seen) >= 15


def test_languages_stand_beside_each_other_as_on_the_page(site: Client) -> None:
    root = ElementTree.fromstring(site.http.get("/sitemap.xml").content)
    entry = next(e for e in root if (e.findtext(f"{MAP}loc") or "").endswith("/en/kommuner/hemne"))
    listed = {(e.get("hreflang"), e.get("href")) for e in entry.iter(LINK)}
    page = site.get("/en/kommuner/hemne")
    shown = {
        (e.get("hreflang"), e.get("href"))
        for e in page.find_all("link", rel="alternate")
        if e.get("hreflang")
    }
    assert listed == shown


def test_a_file_never_holds_more_than_the_protocol_allows(demo_site: Client) -> None:
    assert SITE_MAP_ADDRESSES <= 50_000
    answered = demo_site.http.get("/sitemap.xml").content
    urls = len(ElementTree.fromstring(answered))
    assert urls <= SITE_MAP_ADDRESSES
    assert len(answered) / urls * SITE_MAP_ADDRESSES < 50_000_000


@pytest.mark.parametrize("most", [1, 40, 300, 2_000])
def test_parts_cover_exactly_the_pages_there_are(demo_reading: Reading, most: int) -> None:
    whole = SiteMap(demo_reading, 1_000_000)
    assert whole.parts == 1
    paths = whole.part(1).paths
    assert len(paths) == len(set(paths)) == whole.count
    assert set(paths) == every_page(demo_reading)
    pages = SiteMap(demo_reading, most)
    parts = [pages.part(number + 1).paths for number in range(pages.parts)]
    assert all(parts)
    assert Counter(path for part in parts for path in part) == Counter(paths)
    # What exists once stands in the first part, however many that is.
    assert all(len(part) <= max(most, 2) for part in parts[1:])


def every_page(reading: Reading) -> set[str]:
    """Every page there is, from what is read whole."""
    known = evaluations.all_evaluations(reading)
    found = set(SINGLE)
    found |= {f"/kommuner/{m.slug}" for m in register.all_municipalities(reading)}
    found |= {f"/kommuner/{e.municipality}/tvillinger" for e in known}
    found |= {f"/kommuner/{e.municipality}/{e.path}" for e in known}
    found |= {f"/kommuner/{e.municipality}/{e.path}/rapport" for e in known}
    found |= {county_path(m.county) for m in register.all_municipalities(reading)}
    found |= {f"/innsikt/{story.slug}" for story in told_stories(reading)}
    for scheme in method.instrument(reading).group_schemes:
        found |= {f"/grupper/{scheme.id}/{group.code}" for group in scheme.groups}
    for version in method.instrument(reading).versions.values():
        found.add(f"/metode/{version.version}")
        for area in version.areas:
            found.add(f"/omrader/{version.version}/{area.no}")
            found |= {f"/sporsmal/{version.version}/{q.code}" for q in area.questions}
    return found


@pytest.mark.parametrize("number", [1, 2, 40])
def test_a_part_takes_few_statements(demo_reading: Reading, number: int) -> None:
    with forgetting(), count_queries(demo_reading.session.get_bind()) as count:
        SiteMap(demo_reading, 40).part(number)
    assert 0 < int(count) <= 21


def test_where_one_file_is_not_enough_there_is_an_index(
    demo_site: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = set(paths(demo_site))
    monkeypatch.setattr(discovery, "SITE_MAP_ADDRESSES", 1_000)
    root = ElementTree.fromstring(demo_site.http.get("/sitemap.xml?release=1").content)
    assert root.tag == f"{MAP}sitemapindex"
    found: list[str] = []
    for loc in root.iter(f"{MAP}loc"):
        part = (loc.text or "").removeprefix(settings().site_url)
        urls = ElementTree.fromstring(demo_site.http.get(part).content)
        assert len(urls) <= 1_000
        found += [
            (url.text or "").removeprefix(settings().site_url) for url in urls.iter(f"{MAP}loc")
        ]
    assert len(found) == len(set(found))
    assert set(found) == whole


def test_several_files_are_named_by_an_index(site: Client) -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    index = ElementTree.fromstring(site_map_index(2, moment))
    assert [loc.text for loc in index.iter(f"{MAP}loc")] == [
        f"{settings().site_url}/sitemap.xml?part=1",
        f"{settings().site_url}/sitemap.xml?part=2",
    ]
    assert site.http.get("/sitemap.xml?part=1").content == site.http.get("/sitemap.xml").content
    part = ElementTree.fromstring(site_map(["/kommuner"], moment))
    assert len(list(part)) == len(LANGUAGES)


@pytest.mark.parametrize("query, status", [("?part=2", 404), ("?part=0", 400), ("?part=a", 400)])
def test_a_part_that_is_not_there(site: Client, query: str, status: int) -> None:
    site.problem(f"/sitemap.xml{query}", status)


@pytest.mark.parametrize("name", ["sitemap.xml", "robots.txt", "llms.txt", "dcat", "dcat.ttl"])
def test_each_exists_once_and_not_in_each_language(site: Client, name: str) -> None:
    assert site.http.get(f"/{name}").status_code == 200
    assert site.http.get(f"/en/{name}").status_code == 404


def test_robots_may_read_everything_and_find_the_map(site: Client) -> None:
    answered = site.http.get("/robots.txt")
    assert answered.headers["content-type"].startswith("text/plain")
    robots = RobotFileParser()
    robots.parse(answered.text.splitlines())
    assert robots.can_fetch("anyone", "/kommuner/hemne")
    assert robots.can_fetch("anyone", "/api/v1/evaluations")
    assert robots.site_maps() == [f"{settings().site_url}/sitemap.xml"]


def test_language_models_are_told_what_not_to_get_wrong(site: Client) -> None:
    text = site.http.get("/llms.txt").text
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert "not the quality of services" in text
    assert "family 2: 2.0, 2.1" in text
    assert "102 evaluations of 57 municipalities" in text
    assert "never 0" in text
    for url in re.findall(r"\]\((http[^)]+)\)", text):
        if "{" not in url:
            address = url.removeprefix(settings().site_url)
            assert site.http.get(address).status_code == 200, url


def test_language_models_are_told_what_is_made_up(demo_site: Client) -> None:
    assert "made up for demonstration" in demo_site.http.get("/llms.txt").text


def test_software_and_data_can_be_cited() -> None:
    text = Path(ROOT / "CITATION.cff").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([a-z-]+): \"?(.+?)\"?$", text, re.MULTILINE))
    assert fields["cff-version"] == "1.2.0"
    assert fields["license"] == "MIT"
    assert {"title", "message", "version", "abstract"} <= fields.keys()
    assert set(re.findall(r"- name: \"(.+)\"", text)) == {"The Kompass contributors"}
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{fields["version"]}"' in project
