"""What every list carries to be cited and kept in step, and cells that hold one thing each."""

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

from app.config import settings
from tests.databases import SEED
from tests.in_turn import in_turn
from tests.pages.client import Client

LISTS = [
    "/api/v1/evaluations",
    "/api/v1/findings",
    "/api/v1/gold-stars",
    "/api/v1/municipalities",
    "/api/v1/points",
]


def rows(site: Client, address: str) -> list[dict[str, str]]:
    path, mark, query = address.partition("?")
    text = site.http.get(f"{path}.csv{mark}{query}").text
    return list(csv.DictReader(io.StringIO(text, newline="")))


def seed_of(id: str) -> Any:
    text = (SEED / "evaluations" / f"{id}.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal)


@in_turn("address", LISTS)
def test_a_row_says_where_it_was_read_and_when_it_changed(site: Client, address: str) -> None:
    found = rows(site, address)
    assert found
    for row in found:
        id = row["evaluation"]
        source = seed_of(id)["source"]
        assert (row["source"], row["source_url"]) == (source["title"], source.get("url") or "")
        assert row["page"].startswith(f"{settings().site_url}/kommuner/{row['municipality']}")
        assert row["changed_in"] == "1"
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", row["updated"])
    for page in {row["page"] for row in found[:5]}:
        site.get(page.removeprefix(settings().site_url))


@in_turn("address", LISTS)
def test_json_says_the_same(site: Client, address: str) -> None:
    for item, row in zip(site.json(address)["items"], rows(site, address), strict=False):
        held = item["evaluation"] if address.endswith("municipalities") else item
        assert held["source"] == {"title": row["source"], "url": row["source_url"] or None}
        assert (item["page"], str(item["changed_in"])) == (row["page"], row["changed_in"])
        assert item["updated"] == row["updated"]


@in_turn("address", ["/api/v1/evaluations", "/api/v1/municipalities"])
def test_what_the_source_prints_stands_beside_our_figures(site: Client, address: str) -> None:
    items = site.json(f"{address}?limit=1000")["items"]
    by_id = {row["evaluation"]: row for row in rows(site, address)}
    several = 0
    for item in items:
        held = item.get("evaluation", item)
        document, row = seed_of(held["id"]), by_id[held["id"]]
        printed = {str(area["no"]): area.get("stated") for area in document.get("areas", ())}
        total = document.get("total")
        printed["total"] = total.get("stated") if isinstance(total, dict) else total
        for measure, points in held["stated_points"].items():
            name = "total" if measure == "total" else f"area_{measure}"
            expected = printed.get(measure)
            assert points == (None if expected is None else float(expected)), held["id"]
            assert row[f"{name}_stated"] == (
                "" if expected is None else f"{Decimal(expected).normalize():f}"
            )
            several += points is not None
    assert several > 50


def test_a_corrected_record_says_in_which_release_it_changed(changed_site: Client) -> None:
    """And what did not change, that it did not."""
    items = changed_site.json("/api/v1/evaluations?limit=1000")["items"]
    before = changed_site.json("/api/v1/evaluations?limit=1000&release=1")["items"]
    listed = changed_site.json("/api/v1/releases")["items"]
    releases = {release["number"]: release["published_at"] for release in listed}
    newer = [item for item in items if item["changed_in"] > 1]
    assert newer
    assert len(newer) < len(items)
    assert {item["changed_in"] for item in before} == {1}
    told = {
        change["key"]
        for change in changed_site.json("/api/v1/changes?since=1&limit=1000")["items"]
        if change["kind"] == "evaluation" and change["change"] in ("added", "changed")
    }
    assert {item["id"] for item in newer} == told
    for item in items:
        assert item["updated"][:19] == releases[item["changed_in"]][:19]


@in_turn("address", [*LISTS, "/api/v1/averages", "/api/v1/averages?country=both&few=true"])
def test_no_cell_holds_a_sentence_of_codes_or_more_digits_than_json(
    demo_site: Client, address: str
) -> None:
    for row in rows(demo_site, address)[:2000]:
        for name, cell in row.items():
            if name != "missing":  # kept for those who read it before there were columns
                assert not re.fullmatch(r"[a-z-]+: .*", cell), (name, cell)
            if re.fullmatch(r"-?\d+\.\d+", cell) and "version" not in name:
                assert cell == f"{Decimal(repr(float(cell))).normalize():f}", (name, cell)
        for name in ("members", "groups"):
            assert all(re.fullmatch(r"\S+", one) for one in row.get(name, "-").split("; ") if one)


@in_turn("address", ["/api/v1/evaluations", "/api/v1/municipalities"])
def test_each_absent_figure_has_its_reason_in_a_column(site: Client, address: str) -> None:
    for row in rows(site, address):
        for name in ("total", *(f"area_{no}" for no in range(1, 9))):
            assert bool(row[name]) != bool(row[f"{name}_missing"])
            assert row[f"{name}_missing"] in ("", "not-found", "not-public", "withdrawn")


@in_turn("address", ["/api/v1/averages", "/api/v1/municipalities?country=NO&limit=3"])
def test_members_are_left_out_by_choice(demo_site: Client, address: str) -> None:
    mark = "&" if "?" in address else "?"
    whole, short = demo_site.json(address), demo_site.json(f"{address}{mark}members=false")
    assert len(json.dumps(short)) < len(json.dumps(whole)) / 1.2

    def without(found: Any) -> Any:
        if isinstance(found, dict):
            return {
                k: without(v) for k, v in found.items() if k not in ("members", "links", "next")
            }
        return [without(one) for one in found] if isinstance(found, list) else found

    assert without(short) == without(whole)
    held = whole["averages"] if "averages" in whole else whole["sets"][0]["measures"]
    assert held[0]["members"]
    held = short["averages"] if "averages" in short else short["sets"][0]["measures"]
    assert held[0]["members"] is None


def test_a_file_of_averages_leaves_members_out_too(demo_site: Client) -> None:
    assert any(row["members"] for row in rows(demo_site, "/api/v1/averages"))
    assert not any(row["members"] for row in rows(demo_site, "/api/v1/averages?members=false"))
