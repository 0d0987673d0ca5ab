"""Nothing that is known is shown as unknown: what is missing and what was not compared are two."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest

from app.domain.absence import NotCompared
from app.domain.score import MissingKind
from app.domain.wording.standing import absence_words
from tests.conftest import UseDatabase
from tests.known import plain
from tests.pages.client import Client, opened

MISSING = {plain(absence_words(kind)) for kind in MissingKind}
NOT_COMPARED = {plain(absence_words(kind)) for kind in NotCompared}
FIGURE = re.compile(r"[0-9]+(\.[0-9])?$")


@pytest.fixture(params=["real", "demo"])
def either(
    request: pytest.FixtureRequest, use_database: UseDatabase, real_url: str, demo_url: str
) -> Iterator[Client]:
    """The site with the real data, and that with the made-up data."""
    use_database(real_url if request.param == "real" else demo_url)
    with opened() as client:
        yield client


def everything(client: Client, address: str) -> Iterator[dict[str, Any]]:
    """The items of a list of the API, part by part."""
    found: str | None = address
    while found:
        answer = client.json(found)
        yield from answer["items"]
        found = answer["next"] and answer["next"][answer["next"].index("/api/") :]


def figures_by_name(client: Client) -> Mapping[str, Mapping[str, float | None]]:
    """Points by area, of each evaluation by the name that it has in tables."""
    return {
        f"{one['municipality']['name']} {one['year']}": one["areas"]
        for one in everything(client, "/api/v1/evaluations?limit=1000")
    }


@dataclass(frozen=True)
class Read:
    """A page read for its tables alone: there are hundreds, and each is known to be valid HTML."""

    html: str

    @property
    def absent(self) -> set[str]:
        """What stands in cells where no figure does."""
        return {
            _text(words) for words in re.findall(r'<span class="missing">(.*?)</span>', self.html)
        }

    def table(self, caption: str) -> tuple[list[str], list[list[str]]]:
        """Heads and rows of the table with this caption; none where there is no such table."""
        for table in re.findall(r"<table.*?</table>", self.html, re.DOTALL):
            if f'id="{caption}"' in table:
                heads, *rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
                return _cells(heads), [_cells(row) for row in rows]
        return [], []


def _cells(row: str) -> list[str]:
    return [_text(cell) for cell in re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL)]


def _text(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())


def read(client: Client, address: str) -> Read:
    answer = client.http.get(address)
    assert answer.status_code == 200, address
    return Read(answer.text)


def slugs(client: Client) -> list[str]:
    return [one["slug"] for one in everything(client, "/api/v1/municipalities?limit=1000")]


def test_no_area_of_a_municipality_s_page_hides_a_figure_that_an_evaluation_has(
    either: Client,
) -> None:
    """Every column that is an evaluation's shows its figures, also where one has none oneself."""
    known, looked_at, beside_nothing = figures_by_name(either), 0, 0
    for slug in slugs(either):
        page = read(either, f"/en/kommuner/{slug}")
        assert "not known" not in page.absent, slug
        heads, rows = page.table("areas-table")
        said = next((at for at, head in enumerate(heads) if head.startswith("Compared")), 0)
        for row in rows:
            area, cells = row[0].split()[0], row[2:said]
            for head, cell in zip(heads[2:said], cells, strict=True):
                looked_at += 1
                points = known.get(head, {}).get(area)
                if points is not None:
                    assert float(cell) == points, (slug, area, head)
                elif head in known:
                    assert cell in MISSING, (slug, area, head)
                else:
                    assert FIGURE.match(cell) or cell in NOT_COMPARED, (slug, area, head)
            if row[1] in MISSING and any(FIGURE.match(cell) for cell in cells):
                beside_nothing += 1
                assert row[said].startswith("not compared: its own points are missing"), (
                    slug,
                    area,
                )
    assert looked_at > 60
    assert beside_nothing > 10


@pytest.mark.parametrize("tail", ["/tvillinger", "/hva-om"])
def test_a_cell_without_a_figure_says_which_of_the_two_it_is(either: Client, tail: str) -> None:
    """Missing with its kind, or not compared with its reason: "not known" is neither."""
    for slug in slugs(either):
        assert "not known" not in read(either, f"/en/kommuner/{slug}{tail}").absent, slug


def test_the_data_say_what_was_not_compared_and_why(either: Client) -> None:
    """Areas that one lacks oneself: what the others have, and that nothing is compared."""
    found = 0
    for slug in slugs(either):
        result = either.json(f"/api/v1/municipalities/{slug}?lang=en")["result"]
        for comparison in result["areas"] if result else []:
            assert not set(comparison["figures"]) & set(comparison["not_compared"]), slug
            for cells in comparison["not_compared"].values():
                for cell in cells:
                    found += 1
                    kind = cell["reason"]["kind"]
                    assert (cell["value"] is not None) == (kind == "own-missing"), slug
                    assert cell["reason"]["text"] in (MISSING | NOT_COMPARED), slug
    assert found > 10
