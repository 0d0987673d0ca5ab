"""The files that pages and their figures lead to: what a spreadsheet opens comes first."""

import csv
import io
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.pages.client import Client, Page
from tests.pages.spreadsheets import LOCALES, opened

PAGES = (
    "/kommuner",
    "/nn/kommuner?country=SE",
    "/sv/kommuner/hemne",
    "/en/kommuner/hemne/2018",
    "/kommuner/hemne/tvillinger",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/omrader/2.1/2",
    "/sporsmal/2.1/1.1?country=NO",
    "/gullstjerner",
    "/metode",
    "/metode/2.1",
    "/om/kvalitet",
    "/data/endringer",
    "/kommuner?release=1",
)
IN_ORDER = [("xlsx", None), ("csv", "excel-no"), ("csv", None), ("json", None)]


def data_links(page: Page) -> list[str]:
    (lines,) = page.find_all("ul", class_="data-links")
    return [address for link in lines.iter("a") if (address := link.get("href"))]


def what(address: str) -> tuple[str, str | None]:
    """The format and the dialect that an address asks for."""
    found = urlsplit(address)
    suffix = found.path.rpartition(".")[2]
    known = suffix if suffix in ("xlsx", "csv", "jsonstat") else "json"
    return known, dict(parse_qsl(found.query)).get("dialect")


@pytest.mark.parametrize("address", PAGES)
def test_spreadsheets_come_first_and_each_answers(site: Client, address: str) -> None:
    links = data_links(site.get(address))
    found = [what(link) for link in links]
    assert [one for one in found if one != ("jsonstat", None)] == IN_ORDER
    for link in links:
        assert site.http.get(link).status_code == 200, link


def test_what_the_page_was_asked_for_goes_along(site: Client) -> None:
    for link in data_links(site.get("/sv/kommuner?country=SE&detail=areas")):
        asked = dict(parse_qsl(urlsplit(link).query))
        asked.pop("dialect", None)
        assert asked == {"country": "SE", "detail": "areas", "lang": "sv"}


def test_the_page_says_where_its_json_is(site: Client) -> None:
    page = site.get("/kommuner/hemne/2018")
    assert page.headers["link"].startswith("</api/v1/evaluations/hemne-2018>;")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_figure_opens_in_a_spreadsheet(site: Client, locale: str, tmp_path: Path) -> None:
    figure = "/embed/kommuner/karlskrona/years"
    links = site.get("/kommuner/karlskrona").links()
    places = [i for i, link in enumerate(links) if f"{figure}." in link]
    files = [links[i].rpartition("years.")[2] for i in places]
    assert files[:5] == ["png", "svg", "xlsx", "excel-no.csv", "csv"]
    heads, *rows = csv.reader(io.StringIO(site.http.get(f"{figure}.csv").text, newline=""))
    found = opened(
        {
            "years.xlsx": site.http.get(f"{figure}.xlsx").content,
            "years.csv": site.http.get(f"{figure}.excel-no.csv").content,
        },
        locale,
        tmp_path,
    )
    expected = [heads, *([row[0], *map(float, row[1:])] for row in rows)]
    assert found == {"years.xlsx": expected, "years.csv": expected}
