"""The page about the method says what the method data and the settings say, and nothing else."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from app.config import settings
from tests.conftest import UseDatabase
from tests.databases import SEED
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, opened
from tests.pages.facts import evaluations

VERSIONS = ("1.0", "2.0", "2.1", "2020")
SAID = {"yes": "Yes", "caution": "With care", "no": "No"}


def data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEED / "methods" / f"{name}.json").read_text("utf-8"))
    return found


def discrepancies(id: str) -> list[Any]:
    file = SEED / "evaluations" / f"{id}.json"
    found: list[Any] = json.loads(file.read_text("utf-8"))["discrepancies"]
    return found


def rule(one: str, other: str) -> dict[str, Any] | None:
    """What the data say of a pair, in whichever order they name it."""
    wanted = sorted((one, other))
    found = (r for r in data("instrument")["comparability"] if sorted(r["versions"]) == wanted)
    return next(found, None)


def verdict(one: str, other: str, level: str) -> str:
    found = rule(one, other)
    if found is None:
        return SAID["yes" if one == other else "no"]
    return SAID[found[level]]


def choices(page: Page) -> str:
    return text_of(page.by_id("our-choices"))


@pytest.mark.parametrize("level", ["total", "area", "question"])
def test_every_pair_has_the_verdict_of_the_data(site: Client, level: str) -> None:
    table = site.get("/en/metode").table(f"comparable-{level}")
    assert table.heads == ["Version", *VERSIONS]
    assert table.rows == [
        [one, *(verdict(one, other, level) for other in VERSIONS)] for one in VERSIONS
    ]
    assert "No" in {cell for row in table.rows for cell in row}, "the data forbid something"


def test_every_reason_of_the_data_is_on_the_page(site: Client) -> None:
    said = site.get("/en/metode").words
    rules = data("instrument")["comparability"]
    assert rules
    for found in rules:
        for level in ("total", "area", "question"):
            reason = found["level_reasons"].get(level, found["reason"])["en"]
            assert found[level] == "yes" or reason in said


def test_the_versions_are_those_of_the_data(site: Client) -> None:
    page = site.get("/en/metode")
    used = Counter(fact.version for fact in evaluations())
    rows = page.table("versions-table").rows
    assert [row[0] for row in rows] == list(VERSIONS)
    for version, row in zip(VERSIONS, rows, strict=True):
        known = data(version)
        questions = sum(len(area.get("questions", ())) for area in known["areas"])
        assert str(known["year_from"]) in row[1]
        assert row[3] == (f"yes, {questions} questions" if questions else "no")
        assert row[4] == str(known["indicator_count"] or "not known")
        assert row[5] == str(used[version])
        assert known["summary"]["en"] in page.words
        assert f"/en/metode/{version}" in page.links()
    assert rows[1][2] == rows[2][2] == "2.0 + 2.1"


def test_size_groups_are_counted(site: Client) -> None:
    page = site.get("/en/metode")
    counted = Counter(fact.size_group for fact in evaluations())
    rows = page.table("sizes-table").rows
    groups = data("instrument")["size_scheme"]["groups"]
    assert [row[1] for row in rows[:3]] == [str(counted[group["code"]]) for group in groups]
    assert [r[0] for r in rows[:2]] == ["0 to 4,999 inhabitants", "5,000 to 9,999 inhabitants"]
    assert rows[2][0] == "10,000 inhabitants or more"
    assert data("instrument")["size_scheme"]["basis"]["en"] in page.words


def test_criteria_and_what_they_ask_are_those_of_the_data(site: Client) -> None:
    said = site.get("/en/metode").words
    criteria = data("instrument")["criteria"]
    assert len(criteria) == 4
    assert all(c["name"]["en"] in said and c["asks"]["en"] in said for c in criteria)
    assert data("instrument")["scoring_note"]["en"] in said


def test_strategies_can_give_what_the_first_questions_add_up_to(site: Client) -> None:
    areas = data("2.1")["areas"]
    first = sum(area["questions"][0]["max"] for area in areas)
    whole = sum(area["max"] for area in areas)
    assert f"{first} out of {whole} points" in site.get("/en/metode").words


def test_our_limits_are_said_as_they_are_set(
    use_database: UseDatabase, real_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_database(real_url)
    with opened() as client:
        usual = choices(client.get("/en/metode"))
    assert "Under 3 points on an area, and under 10 points on a total" in usual
    monkeypatch.setenv("SMALL_DIFFERENCE_AREA", "7")
    monkeypatch.setenv("SMALL_DIFFERENCE_TOTAL", "23")
    settings.cache_clear()
    with opened() as client:
        changed = choices(client.get("/en/metode"))
    assert "Under 7 points on an area, and under 23 points on a total" in changed
    assert "1.4 times as much: 4.2 points on an area and 14 on a total" in usual
    assert "1.4 times as much: 9.8 points on an area and 32.2 on a total" in changed


def test_what_the_limits_rest_on_is_in_the_data(site: Client) -> None:
    said = choices(site.get("/en/metode"))
    for id in ("hemne-2018", "roros-2013", "hareid-2017"):
        text = discrepancies(id)[0]["text"]["en"]
        twice = [number for number in re.findall(r"\b\d{3}\b", text) if number in said]
        assert len(set(twice)) == 2, text


@pytest.mark.parametrize(
    "said",
    [
        "at least 5 others with figures",
        "only where at least 8 others have figures",
        "less than 50 per cent of those known to be evaluated",
        "at most 3 results, so at most 2 others",
        "within 4 points of the printed total",
    ],
)
def test_our_choices_are_those_of_the_design(site: Client, said: str) -> None:
    assert said in choices(site.get("/en/metode"))


def test_what_it_is_not_is_said_beside_what_it_is(site: Client) -> None:
    page = site.get("/en/metode")
    assert "It measures management practice, not service quality." in page.words
    rows = {row[0]: row for row in page.table("others-table").rows}
    assert list(rows)[:3] == ["Kommunekompasset", "Kommunebarometeret", "Kommuneindeksen"]
    assert "we have read too little" in " ".join(rows["Kommune-NM"])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_shows_its_areas_in_every_language(site: Client, version: str) -> None:
    page = site.get(f"/en/metode/{version}")
    rows = page.table("names-table").rows
    areas = data(version)["areas"]
    assert len(rows) == len(areas) == 8
    for area, row in zip(areas, rows, strict=True):
        ours = area["name"]["unofficial"]
        assert row == [
            str(area["no"]),
            *(
                f"{text} (unofficial)" if language in ours else text
                for language, text in area["name"]["texts"].items()
            ),
        ]
        assert f"/en/omrader/{version}/{area['no']}" in page.links()


def test_the_questions_and_their_maxima_are_those_of_the_data(site: Client) -> None:
    page = site.get("/en/metode/2.1")
    for area in data("2.1")["areas"]:
        rows = page.table(f"questions-{area['no']}").rows
        assert rows[:-1] == [
            [f"{q['code']} {q['label']['texts']['en']}", str(q["max"])] for q in area["questions"]
        ]
        assert rows[-1] == ["Together", str(sum(q["max"] for q in area["questions"]))]
        assert area["definition"]["texts"]["en"] in page.words
    assert page.table("questions-2").rows[-1] == ["Together", "85"]
    remarks = [text_of(e) for e in page.find_all("p", class_="notice--caution")]
    assert remarks == [data("2.1")["areas"][1]["note"]["en"]]
    assert "/en/sporsmal/2.1/2.6" in page.links()


@pytest.mark.parametrize("version", ["1.0", "2.0", "2020"])
def test_unknown_questions_are_said_to_be_unknown(site: Client, version: str) -> None:
    page = site.get(f"/en/metode/{version}")
    assert "what each could give, are not known here" in page.words
    assert not any("/sporsmal/" in link for link in page.links())


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_beside_the_others(site: Client, version: str) -> None:
    page = site.get(f"/en/metode/{version}")
    order = [version, *(v for v in VERSIONS if v != version)]
    assert page.table("beside-table").rows == [
        [
            f"{other} (itself)" if other == version else other,
            *(verdict(version, other, level) for level in ("total", "area", "question")),
        ]
        for other in order
    ]
    used = sum(fact.version == version for fact in evaluations())
    assert f"Evaluations here {used}" in page.words


def test_a_version_that_is_not_there_leads_to_those_that_are(site: Client) -> None:
    page = site.get("/en/metode/3.0", 404)
    assert [f"/en/metode/{version}" in page.links() for version in VERSIONS] == [True] * 4


@pytest.mark.parametrize("path", ["/metode", "/metode/2.1", "/metode/2020", "/metode/1.0"])
def test_every_page_is_right_in_bokmal_and_frozen(site: Client, path: str) -> None:
    assert site.get(path).meta("robots") is None
    frozen = site.get(f"{path}?release=1")
    assert frozen.meta("robots") == "noindex"
    assert site.redirect(f"{path}?country=NO") == (308, path)


def test_the_menu_leads_to_the_method(site: Client) -> None:
    header = next(site.get("/en").root.iter("header"))
    assert "/en/metode" in [link.get("href") for link in header.iter("a")]
