"""What a page shows is what the API answers: every figure of every table, in each language."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from typing import Any

import pytest

from app.domain.language import LANGUAGES
from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, Table
from tests.pages.facts import decimals_of, evaluations, written

FACTS = evaluations()
COMPARED = [
    ("hemne-2018", "hareid-2019"),
    ("hemne-2018", "vallentuna-2021"),
    ("karlskrona-2014", "grastorp-2014", "kramfors-2013", "orebro-2012"),
    ("ulstein-2019", "enkoping-2018", "hemne-2018"),
]
SLUGS = sorted({fact.slug for fact in FACTS} | {"heim", "oslo"})

each_language = pytest.mark.parametrize("language", LANGUAGES)


def page_of(site: Client, path: str, language: str) -> Page:
    return site.get(LANGUAGES[language].prefix + path)


def data_of(site: Client, page: Page) -> Any:
    """What the page itself leads to as its data."""
    (link,) = page.find_all("link", rel="alternate", type="application/json")
    address = link.get("href") or ""
    assert f'<{address}>; rel="alternate"; type="application/json"' == page.headers["link"]
    assert address in page.links()
    return site.json(address)


OF_TOTALS = 0


def shown(
    score: float | None, language: str, missing: Any = None, decimals: int | None = None
) -> str:
    """How a figure is written on a page, with the decimals of its table; a missing one by its
    reason."""
    if score is None:
        return str(missing["text"])
    return written(Decimal(str(score)), language, decimals)


def column(table: Table, place: int) -> list[str]:
    return [row[place] for row in table.rows]


def without_marks(cells: Iterable[str]) -> list[str]:
    """Cells without the words that stand beside a figure: `best`, and that a digit was lost."""
    return [re.sub(r"^\D+(?=\d)|(?<=\d) \(.*\)$", "", cell) for cell in cells]


def said(text: str) -> str:
    """A text with single spaces, as pages are read here."""
    return re.sub(r"\s+", " ", text)


@each_language
@in_turn("fact", FACTS, label=lambda fact: fact.id)
def test_an_evaluation(site: Client, fact: Any, language: str) -> None:
    page = page_of(site, f"/kommuner/{fact.slug}/{fact.year}", language)
    data = data_of(site, page)
    assert data["id"] == fact.id
    assert all(said(sentence) in page.words for sentence in data["answer"])
    assert all(said(sentence) in page.words for sentence in data["unknown"])
    for found in data["discrepancies"]:
        assert said(found["text"]) in page.words
    decimals = decimals_of(area["score"] for area in data["areas"])
    figures = [*((area, decimals) for area in data["areas"]), (data["total"], OF_TOTALS)]
    if not page.find_all("caption", id="areas-table"):
        assert all(area["score"] is None for area in data["areas"])
        return
    table = page.table("areas-table")
    assert column(table, 1) == [shown(f["score"], language, f["missing"], d) for f, d in figures]
    assert column(table, 2) == [shown(f["max"], language) for f, _ in figures]
    assert [cell.split(" ", 1)[0] for cell in column(table, 0)[:8]] == list("12345678")
    assert [
        area["name"]["text"] in cell
        for area, cell in zip(data["areas"], column(table, 0), strict=False)
    ] == [True] * 8
    for area in data["areas"]:
        if not area["questions"]:
            continue
        rows = page.table(f"questions-{area['no']}").rows[: len(area["questions"])]
        decimals = decimals_of(q["score"] for q in area["questions"])
        assert [[row[0].split(" ")[0], row[1], row[2]] for row in rows] == [
            [
                q["code"],
                shown(q["score"], language, q["missing"], decimals),
                shown(q["max"], language),
            ]
            for q in area["questions"]
        ]


@each_language
@in_turn("ids", COMPARED, label="+".join)
def test_a_comparison(site: Client, ids: tuple[str, ...], language: str) -> None:
    page = page_of(site, "/sammenlign?" + "&".join(f"e={id}" for id in ids), language)
    data = data_of(site, page)
    assert all(said(sentence) in page.words for sentence in data["answer"])
    assert said(data["comparison_set"]) in page.words
    reason = data["areas"]["comparability"]["reason"]
    assert reason is None or reason["text"] in page.words
    total = data["total"]["line"]
    table = page.table("totals-table")
    assert len(table.rows) == len(ids)
    if total is None:
        assert len(table.heads) == 4
    else:
        assert len(table.heads) == 5
        assert without_marks(column(table, 1)) == cells(total, language, OF_TOTALS)
        if total["gap"] is not None:
            assert text_of(page.by_id("totals-gap")).endswith(": " + said(total["gap"]["text"]))
    if not data["areas"]["lines"]:
        assert not page.find_all("caption", id="areas-table")
        return
    rows = page.table("areas-table").rows
    lines = data["areas"]["lines"]
    decimals = decimals_of(figure["score"] for line in lines for figure in line["figures"])
    for line, row in zip(lines, rows, strict=False):
        assert without_marks(row[1 : len(ids) + 1]) == cells(line, language, decimals)
        for figure, cell in zip(line["figures"], row[1:], strict=False):
            marked = figure["score"] is not None and not cell[0].isdigit()
            assert marked == figure["best"]
        assert line["gap"] is None or row[-1] == gap_in_table(line["gap"], language, decimals)


def gap_in_table(gap: Any, language: str, decimals: int) -> str:
    """The words of a gap with the decimals of the table; in the answer each stands by itself."""
    points = abs(gap["difference"])
    alone = shown(points, language, decimals=decimals_of([points]))
    return said(gap["text"]).replace(alone, shown(points, language, decimals=decimals))


def cells(line: Any, language: str, decimals: int) -> list[str]:
    return [shown(f["score"], language, f["missing"], decimals) for f in line["figures"]]


@each_language
@in_turn("slug", SLUGS)
def test_a_municipality(site: Client, slug: str, language: str) -> None:
    page = page_of(site, f"/kommuner/{slug}", language)
    data = data_of(site, page)
    assert data["slug"] == slug
    assert all(said(sentence) in page.words for sentence in (*data["answer"], *data["unknown"]))
    for relative in (*data["predecessors"], *data["successors"], *data["parts_from"]):
        assert relative["municipality"]["name"] in page.words
        assert said(relative["change"]) in page.words
    if data["history"]:
        rows = [row for row in page.table("history-table").rows if len(row) > 1]
        assert [row[0] for row in rows] == [str(row["year"]) for row in data["history"]]
        for row, known in zip(rows, data["history"], strict=True):
            if known["total"] is not None:
                assert row[2] == shown(known["total"], language, decimals=OF_TOTALS)
    if data["result"]:
        _result(page, data, language)


AS_ABOVE = {"nb": "som over", "nn": "som over", "sv": "som ovan", "en": "as above"}


def _result(page: Page, data: Any, language: str) -> None:
    own = next(e for e in data["evaluations"] if e["id"] == data["result"]["evaluation"])
    if page.find_all("caption", id="beside-table"):
        rows = page.table("beside-table").rows
        beside: list[list[Any]] = [
            [said(figure["name"]), shown(figure["value"], language, None, OF_TOTALS), comparison]
            for comparison in data["result"]["total"]
            for figure in comparison["figures"].get("total", ())
        ]
        assert rows[0][1] == shown(own["total"]["score"], language, None, OF_TOTALS)
        assert [row[:2] for row in rows[1:]] == [found[:2] for found in beside]
        told = None
        (based_on,) = page.find_all("details", class_="based-on")
        for item, (_, _, comparison) in zip(based_on.iter("li"), beside, strict=True):
            text = said(comparison["text"])
            assert (text if text != told else AS_ABOVE[language]) in text_of(item)
            told = text
    if page.find_all("caption", id="areas-table"):
        rows = page.table("areas-table").rows
        besides = [comparison["figures"] for comparison in data["result"]["areas"]]
        values = {
            area["no"]: [
                figure["value"]
                for figures in besides
                for figure in figures.get(str(area["no"]), ())
            ]
            for area in own["areas"]
        }
        decimals = decimals_of(
            [*(area["score"] for area in own["areas"]), *chain.from_iterable(values.values())]
        )
        for row, area in zip(rows, own["areas"], strict=True):
            assert row[1] == shown(area["score"], language, area["missing"], decimals)
            averages = [shown(v, language, None, decimals) for v in values[area["no"]]]
            assert row[2 : 2 + len(averages)] == averages


@each_language
@in_turn("query", ["", "?area=5", "?q=brukerunders%C3%B8kelser", "?county=Buskerud"])
def test_gold_stars(site: Client, query: str, language: str) -> None:
    page = page_of(site, f"/gullstjerner{query}", language)
    data = data_of(site, page)
    cards = [text_of(card) for card in page.by_id("results").iter("li") if list(card.iter("h3"))]
    assert len(cards) == data["total"]
    for card, star in zip(cards, data["items"], strict=True):
        assert star["practice"]["text"] in card
        assert star["evaluation"]["municipality"]["name"] in card
        assert str(star["evaluation"]["year"]) in card
        if star["figure"]:
            for points in (star["figure"]["score"], star["figure"]["max"]):
                assert shown(points, language) in card
        if star["question"]:
            assert f"{star['question']}: {star['question_label']['text']}" in card
    if data["findings"]:
        rows = page.table("findings-caption").rows
        assert [row[0] for row in rows] == [finding["text"] for finding in data["findings"]]


@each_language
@in_turn(
    "query", ["", "?country=SE&sort=total", "?area=3&sort=3&country=SE", "?q=hemne", "?detail=none"]
)
def test_the_list_of_municipalities(site: Client, query: str, language: str) -> None:
    page = page_of(site, f"/kommuner{query}", language)
    data = data_of(site, page)
    table = page.table("list-caption")
    first = 1 if any(item["place"] for item in data["items"]) else 0
    total = first + (3 if "area=" in query else 2)
    area = query.partition("area=")[2][:1]
    results = [item["evaluation"] for item in data["items"] if item["evaluation"]]
    of_area = decimals_of(result["areas"][area] for result in results) if area else None
    for row, item in zip(table.rows, data["items"], strict=False):
        assert row[first].startswith(item["name"].split(" (")[0])  # years are said in words
        if item["evaluation"] is None:
            continue
        assert any(c.endswith(f" {item['evaluation']['year']}") for c in row[total + 1 :])
        if item["evaluation"]["total"] is not None:
            assert row[total] == shown(item["evaluation"]["total"], language, None, OF_TOTALS)
        else:
            assert not re.search(r"\d", row[total])
        if item["place"]:
            best, last = item["place"]["place_from"], item["place"]["place_to"]
            assert row[0] == (str(best) if best == last else f"{best}–{last}")
        if area:
            points = item["evaluation"]["areas"][area]
            assert row[total - 1] == shown(points, language, None, of_area)
    for average in data["averages"]:
        assert said(average["text"]) in page.words
    # Where averages lead, their own sentences say why nobody is ranked.
    unsaid = [remark for remark in data["remarks"] if said(remark) not in page.words]
    leading = page.find_all("div", class_="notice--lines") if data["averages"] else []
    assert len(unsaid) <= (1 if leading and not first else 0), unsaid
