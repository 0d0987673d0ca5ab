"""`/api/v1/municipalities` against the register's files, and what a result is set beside."""

import csv
import io
import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pyjstat import pyjstat

from tests.databases import SEED
from tests.pages.client import Client
from tests.pages.facts import evaluations, latest, municipalities

LIST = "/api/v1/municipalities"
EVERYBODY = f"{LIST}?detail=none&former=true&limit=1000"


def rows_of(name: str) -> list[dict[str, str]]:
    with (SEED / "register" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reference_averages() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SEED / "reference-averages.json").read_text("utf-8"))
    return found


def codes() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows_of("codes.csv"):
        found.setdefault(row["slug"], []).append(row)
    return found


def test_every_identity_is_there_with_codes_and_place(site: Client) -> None:
    found = site.json(EVERYBODY)
    assert (found["total"], found["next"]) == (768, None)
    items = {item["slug"]: item for item in found["items"]}
    assert set(items) == set(municipalities())
    assert sum(item["valid_to"] is None for item in items.values()) == 647
    for slug, row in municipalities().items():
        item = items[slug]
        assert (item["country"], item["county"]) == (row["country"], row["county"])
        assert (item["latitude"], item["longitude"]) == (
            float(row["latitude"]) if row["latitude"] else None,
            float(row["longitude"]) if row["longitude"] else None,
        )
        assert (item["valid_to"] or "") == row["valid_to"]
        held = [(code["code"], code["valid_to"] or "") for code in item["codes"]]
        assert set(held) == {(code["code"], code["valid_to"]) for code in codes()[slug]}


def test_inhabitants_are_the_latest_known(site: Client) -> None:
    known: dict[str, dict[int, int]] = {}
    for row in rows_of("populations.csv"):
        known.setdefault(row["slug"], {})[int(row["year"])] = int(row["population"])
    for item in site.json(EVERYBODY)["items"]:
        series = known.get(item["slug"])
        if series is None:
            assert item["inhabitants"] is None
        else:
            assert item["inhabitants"]["year"] == max(series)
            assert item["inhabitants"]["inhabitants"] == series[max(series)]


def test_those_that_no_longer_exist_are_left_out_unless_asked_for(site: Client) -> None:
    today = {slug for slug, row in municipalities().items() if not row["valid_to"]}
    evaluated = {fact.slug for fact in evaluations()}
    found = {item["slug"] for item in site.json(f"{LIST}?detail=none&limit=1000")["items"]}
    assert found == today | evaluated


def test_evaluated_municipalities_are_listed_with_their_latest(site: Client) -> None:
    expected = latest(evaluations())
    items = {item["slug"]: item for item in site.json(f"{LIST}?limit=1000")["items"]}
    assert set(items) == set(expected)
    for slug, fact in expected.items():
        shown = items[slug]["evaluation"]
        assert (shown["id"], shown["method_version"]) == (fact.id, fact.version)
        total = fact.scores.get(0)
        assert shown["total"] == (None if total is None else float(total))


def test_the_few_of_a_country_have_neither_place_nor_average(site: Client) -> None:
    found = site.json(f"{LIST}?country=SE&sort=total&limit=1000&lang=en")
    assert all(item["place"] is None for item in found["items"])
    swedish = [f for f in evaluations() if f.country == "SE" and f.family == "2"]
    members = {f.id for f in latest(swedish, 0).values()}
    (average,) = found["averages"]
    assert (average["country"], average["n"], average["value"]) == ("SE", len(members), None)
    assert (average["representative"], average["unrepresentative"]) == (
        False,
        "coverage-below-limit",
    )
    assert average["coverage"]["share"] == len(members) / average["coverage"]["known"] < 0.5
    assert set(average["members"]) == members
    assert {(p["reference"], p["value"]) for p in average["published"]} == {
        (reference["id"], reference["total"])
        for reference in reference_averages()
        if (reference["country"], reference["family"]) == ("SE", "2")
        and reference["size_group"] is None
        and reference["total"] is not None
    }


def test_places_and_averages_are_those_of_the_country(demo_site: Client) -> None:
    found = demo_site.json(f"{LIST}?country=SE&sort=total&limit=1000&lang=en")
    members = [item for item in found["items"] if item["evaluation"]["total"] is not None]
    scores = [Decimal(str(item["evaluation"]["total"])) for item in members]
    assert len(scores) >= 5
    for item, own in zip(members, scores, strict=True):
        above = sum(score > own for score in scores)
        assert (item["place"]["place"], item["place"]["of"]) == (above + 1, len(scores))
    assert all(item["place"] is None for item in found["items"] if item not in members)
    (average,) = found["averages"]
    assert (average["country"], average["n"]) == ("SE", len(scores))
    assert average["value"] == pytest.approx(float(sum(scores) / len(scores)))
    assert set(average["members"]) == {item["evaluation"]["id"] for item in members}
    assert f"over the latest results of {len(scores)} of at least" in average["text"]


def test_one_has_its_whole_series_and_its_own_evaluations(site: Client) -> None:
    found = site.json(f"{LIST}/hemne?lang=en")
    assert [code["code"] for code in found["codes"]] == ["1612", "5011"]
    series = {
        int(r["year"]): int(r["population"])
        for r in rows_of("populations.csv")
        if r["slug"] == "hemne"
    }
    assert {p["year"]: p["inhabitants"] for p in found["populations"]} == series
    own = [fact for fact in evaluations() if fact.slug == "hemne"]
    assert [e["id"] for e in found["evaluations"]] == [
        fact.id for fact in sorted(own, key=lambda f: -f.year)
    ]
    assert found["evaluations"][0]["total"]["score"] == 433.0
    assert found["answer"][0] == "Hemne scored 433 out of 800 points in its 2018 evaluation."
    assert [(s["municipality"]["slug"], s["change"]) for s in found["successors"]] == [
        ("heim", "merged, from 1 January 2020")
    ]


def test_results_of_those_before_are_never_its_own(site: Client) -> None:
    found = site.json(f"{LIST}/heim")
    assert (found["evaluations"], found["result"], found["history"]) == ([], None, [])
    before = {r["municipality"]["slug"]: r["evaluations"] for r in found["predecessors"]}
    changes = [r for r in rows_of("changes.csv") if r["to_slug"] == "heim"]
    parts = {r["from_slug"] for r in changes if r["share_note"] == "part"}
    assert set(before) == {r["from_slug"] for r in changes} - parts
    assert {r["municipality"]["slug"] for r in found["parts_from"]} == parts == {"snillfjord"}
    assert "hemne-2018" in before["hemne"]


def test_a_result_is_set_beside_others_with_its_comparison_set(site: Client) -> None:
    result = site.json(f"{LIST}/hemne?lang=en")["result"]
    assert result["evaluation"] == "hemne-2018"
    published = result["total"][0]
    assert (published["kind"], published["countries"]) == ("published", ["NO"])
    assert (published["reference"]["n"], published["reference"]["as_of"]) == (55, 2018)
    (figure,) = published["figures"]["total"]
    assert (figure["value"], figure["n"]) == (359.0, 55)
    assert figure["gap"] == {"difference": 74.0, "standing": "above", "text": "74 above"}
    assert result["sets"] == ["published", "named", "few", "combined"]


def test_the_mean_of_the_few_is_answered_where_asked_for_and_never_leads(site: Client) -> None:
    published, few, *_ = site.json(f"{LIST}/hemne?set=few&lang=en")["result"]["total"]
    assert (published["kind"], few["kind"]) == ("published", "few")
    others = [
        f for f in evaluations() if f.country == "NO" and f.family == "2" and f.slug != "hemne"
    ]
    members = latest(others, 0)
    assert set(few["members"]) == {f.id for f in members.values()}
    (figure,) = few["figures"]["total"]
    mean = sum(f.scores[0] for f in members.values()) / len(members)
    assert figure["value"] == pytest.approx(float(mean))
    assert (figure["n"], figure["rank"], figure["band"]) == (len(members), None, None)
    assert figure["name"] == f"Mean of the {len(members)} we have figures for"
    assert few["representative"] is False
    assert f"We have figures for {len(members) + 1} of at least 58 evaluated." in few["text"]


def test_another_set_is_chosen_and_has_its_members(demo_site: Client) -> None:
    ranked = demo_site.json(f"{LIST}?country=NO&sort=total&limit=1000")["items"]
    listed = [item for item in ranked if item["evaluation"]["total"] is not None]
    newest = {item["evaluation"]["id"] for item in demo_site.json(f"{LIST}?limit=1000")["items"]}
    own = next(item for item in listed if item["evaluation"]["id"] in newest)
    others = [item for item in listed if item is not own]
    answered = demo_site.json(f"{LIST}/{own['slug']}?set=computed&lang=en")["result"]
    assert answered["evaluation"] == own["evaluation"]["id"]
    found = answered["total"][0]
    assert set(found["members"]) == {other["evaluation"]["id"] for other in others}
    (figure,) = found["figures"]["total"]
    scores = [Decimal(str(other["evaluation"]["total"])) for other in others]
    assert figure["value"] == pytest.approx(float(sum(scores) / len(scores)))
    assert figure["n"] == len(others)
    above = sum(score > Decimal(str(own["evaluation"]["total"])) for score in scores)
    assert (figure["rank"]["place"], figure["rank"]["of"]) == (above + 1, len(listed))


def test_history_has_breaks_and_no_gap_across_them(site: Client) -> None:
    history = site.json(f"{LIST}/vallentuna")["history"]
    assert [row["year"] for row in history] == sorted(row["year"] for row in history)
    breaks = [row for row in history if row["starts_family"]]
    assert breaks
    for row in breaks:
        assert row["change"] is None or row["change"]["gap"] is None
    joined = next(row for row in history if row["evaluation"] == "vallentuna-2019")
    assert joined["change"]["gap"]["difference"] == 603 - 555


def test_a_code_of_several_names_them(site: Client) -> None:
    owners: dict[str, set[str]] = {}
    for row in rows_of("codes.csv"):
        owners.setdefault(row["code"], set()).add(row["slug"])
    code, slugs = next((c, s) for c, s in owners.items() if len(s) > 1)
    told = site.problem(f"{LIST}/{code}", 300)
    assert {one["url"] for one in told["choices"]} == {f"{LIST}/{slug}" for slug in slugs}
    assert site.problem(f"{LIST}/9999", 404)["detail"]


@pytest.mark.parametrize("slug", ["atlantis", "hemne-2018", "%C3%A5-ingensteds", "12", "a%00"])
def test_what_is_no_municipality_is_not_found(site: Client, slug: str) -> None:
    assert site.problem(f"{LIST}/{slug}", 404)["detail"]


def test_a_set_that_does_not_exist_is_refused(site: Client) -> None:
    told = site.problem(f"{LIST}/hemne?set=best", 400)
    assert told["allowed"] == ["computed", "published", "named", "few", "combined"]


def test_files_keep_codes_as_text_and_dates_as_dates(site: Client) -> None:
    body = site.http.get(f"{LIST}.csv?detail=none&former=true").content
    frame = pd.read_csv(io.BytesIO(body), dtype={"code": str}, parse_dates=["valid_to"])
    assert len(frame) == 768
    rows = {row["municipality"]: row for _, row in frame.iterrows()}
    assert rows["vallentuna"]["code"] == "0115"
    assert rows["hemne"]["valid_to"].date().isoformat() == "2019-12-31"
    assert rows["hemne"]["latitude"] == float(municipalities()["hemne"]["latitude"])
    book = openpyxl.load_workbook(
        io.BytesIO(site.http.get(f"{LIST}.xlsx?detail=none&former=true").content)
    )
    heads, *cells = [[cell.value for cell in row] for row in book["data"].rows]
    by_slug = {row[heads.index("municipality")]: row for row in cells}
    assert by_slug["vallentuna"][heads.index("code")] == "0115"
    until = by_slug["hemne"][heads.index("valid_to")]
    assert isinstance(until, datetime)
    assert until.date().isoformat() == "2019-12-31"


@pytest.mark.filterwarnings("ignore:Shouldn't use this function:DeprecationWarning")
def test_the_cube_has_every_own_evaluation_and_its_breaks(site: Client) -> None:
    answered = site.http.get(f"{LIST}/vallentuna.jsonstat")
    frame = pyjstat.Dataset.read(answered.text).write("dataframe", naming="id")
    totals = frame[(frame["area"] == "total") & frame["value"].notna()]
    read: dict[str, Any] = dict(zip(totals["year"], totals["value"], strict=True))
    assert read == {
        str(f.year): float(f.scores[0])
        for f in evaluations()
        if f.slug == "vallentuna" and 0 in f.scores
    }
    assert "b" in answered.json()["status"].values()
