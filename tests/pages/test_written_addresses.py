"""Addresses as people write them and other sites change them, each with one redirect."""

from urllib.parse import quote

import pytest

from tests.pages.client import Client

APPENDED = (
    *("ref=newsletter", "ref_src=twsrc", "s=20", "t=abc", "igsh=x", "gad_source=1", "gbraid=x"),
    *("wbraid=x", "srsltid=x", "_gl=1*a", "trk=x", "lipi=urn%3Ali", "mtm_campaign=x"),
    *("pk_campaign=x", "at_medium=x", "xtor=x", "mkt_tok=x", "_hsenc=x", "ttclid=x", "yclid=x"),
    *("__cft__[0]=x", "__tn__=R", "utm_source=x&utm_medium=y", "fbclid=x", "nobody=knows"),
)


@pytest.mark.parametrize("appended", APPENDED)
def test_a_page_leaves_out_what_others_append(site: Client, appended: str) -> None:
    assert site.redirect(f"/kommuner/hemne/2018?{appended}") == (308, "/kommuner/hemne/2018")
    kept = f"/en/kommuner?{appended}&country=NO"
    assert site.redirect(kept) == (308, "/en/kommuner?country=NO")
    assert site.http.get("/kommuner/hemne/2018").status_code == 200


@pytest.mark.parametrize("path", ["/", "/feed.atom", "/embed/kommuner/hemne/spider", "/dcat.ttl"])
def test_so_does_all_that_is_no_api(site: Client, path: str) -> None:
    assert site.redirect(f"{path}?ref=x") == (308, path)


def test_the_api_stays_strict(site: Client) -> None:
    problem = site.problem("/api/v1/evaluations?utm_source=x", 400)
    assert problem["parameter"] == "utm_source"
    assert "country" in problem["allowed"]


@pytest.mark.parametrize(
    "written,target",
    [
        ("/kommuner/Hemne/2018?ref=x", "/kommuner/hemne/2018"),
        ("/Kommuner/", "/kommuner"),
        ("/kommuner/hemne/2018).", "/kommuner/hemne/2018"),
        ("/api/v1/evaluations/Hemne-2018", "/api/v1/evaluations/hemne-2018"),
        ("/api/v1/evaluations/hemne-2018.CSV", "/api/v1/evaluations/hemne-2018.csv"),
    ],
)
def test_capitals_and_punctuation_lead_to_the_address(
    site: Client, written: str, target: str
) -> None:
    assert site.redirect(written) == (308, target)
    assert site.http.get(target).status_code == 200


@pytest.mark.parametrize(
    "written,slug",
    [
        ("köping", "koping"),
        ("Ängelholms kommun", "angelholm"),
        ("hemne-kommune", "hemne"),
        ("Bø i Nordland", "bo-nordland"),
        ("301", "oslo"),
        ("381", "enkoping"),
        ("no-1444", "hornindal"),
        ("SE-1444", "grastorp"),
        ("deatnu-tana", "tana"),
    ],
)
def test_the_name_itself_leads_to_the_municipality(site: Client, written: str, slug: str) -> None:
    for before, after in (
        ("/kommuner/", ""),
        ("/en/kommuner/", "/tvillinger"),
        ("/api/v1/municipalities/", ".csv"),
    ):
        answer = site.http.get(before + quote(written) + after, follow_redirects=True)
        assert answer.url.path == f"{before}{slug}{after}"
        assert answer.status_code == 200
        assert len(answer.history) <= 2


def test_a_name_of_several_is_a_choice(site: Client) -> None:
    page = site.get("/kommuner/nes")
    assert page.heading == "Kommuner som heter «Nes»"
    assert {"/kommuner/nes-akershus", "/kommuner/nesbyen"} <= set(page.links())


@pytest.mark.parametrize(
    "written,slugs",
    [
        ("1444", {"grastorp", "hornindal"}),
        ("nes", {"nes-akershus", "nesbyen"}),
    ],
)
def test_a_program_is_given_the_choices(site: Client, written: str, slugs: set[str]) -> None:
    base = "/api/v1/municipalities/"
    answer = site.http.get(f"{base}{written}.csv?release=1")
    assert answer.status_code == 300
    assert answer.headers["content-type"] == "application/problem+json"
    choices = answer.json()["choices"]
    assert {one["url"] for one in choices} == {f"{base}{slug}.csv?release=1" for slug in slugs}
    assert all(site.http.get(one["url"]).status_code == 200 for one in choices)


@pytest.mark.parametrize(
    "path", ["/hemne", "/kommuner/hemnee", "/kommuner/hemme/2018", "/kommune/hemne", "/sv/x/hemne"]
)
def test_a_page_that_is_not_there_suggests(site: Client, path: str) -> None:
    answer = site.http.get(path)
    assert answer.status_code == 404
    prefix = "/sv" if path.startswith("/sv") else ""
    assert f'href="{prefix}/kommuner/hemne"' in answer.text


def test_a_program_is_told_what_may_have_been_meant(site: Client) -> None:
    problem = site.problem("/api/v1/municipalities/hemme", 404)
    assert {"label": "Hemne", "url": "/kommuner/hemne"} in problem["nearby"]
