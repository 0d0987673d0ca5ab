"""What HTTP promises of every kind of public address: asking again, and asking from elsewhere."""

import re
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest

from app.web.page.assets import asset_address
from tests.contract.test_addresses import frozen
from tests.in_turn import in_turn
from tests.pages.client import Client

KINDS = (
    "/",
    "/en/kommuner?country=SE",
    "/kommuner/sok?q=hem",
    "/nn/kommuner/hemne",
    "/kommuner/hemne?release=1",
    "/kommuner/hemne/2018",
    "/kommuner/hemne/figur/spider",
    "/sv/sammenlign?e=hemne-2018&e=hareid-2019",
    "/data",
    "/data/kommunekompasset-r1.zip",
    "/dcat",
    "/dcat.ttl",
    "/dcat.jsonld",
    "/dcat.rdf",
    "/en/embed/kommuner/hemne/spider",
    "/embed/kommuner/hemne/spider?release=1",
    "/embed/kommuner/hemne/spider.svg",
    "/embed/kommuner/hemne/2018/bars.png?release=1",
    "/embed/kommuner/hemne/2018/table.csv",
    "/embed/share.png",
    "/feed.atom",
    "/kommuner/hemne/feed.atom?release=1",
    "/sitemap.xml",
    "/robots.txt",
    "/llms.txt",
    "/api/v1/openapi.json",
    "/.well-known/api-catalog",
    "/api/v1",
    "/api/v1/config",
    "/api/v1/evaluations",
    "/api/v1/evaluations?limit=2&release=1",
    "/api/v1/evaluations.csv?release=1",
    "/api/v1/evaluations/hemne-2018.xlsx",
    "/api/v1/evaluations/hemne-2018.jsonstat?lang=sv",
    "/api/v1/municipalities/hemne/peers.json",
    asset_address("main.css"),
)
OF_THE_BODY = {"content-length", "content-type", "content-encoding", "content-disposition"}
each_kind = in_turn("address", KINDS)


@each_kind
@pytest.mark.parametrize("encoding", ["identity", "br"])
def test_a_304_says_all_that_the_answer_said_but_for_its_body(
    site: Client, address: str, encoding: str
) -> None:
    asked = {"Origin": "https://news.example", "Accept-Encoding": encoding}
    first = site.http.get(address, headers=asked)
    assert first.status_code == 200, address
    again = site.http.get(address, headers={**asked, "If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["access-control-allow-origin"] == "*"
    said = {n: v for n, v in first.headers.items() if n not in OF_THE_BODY}
    assert {n: again.headers.get(n) for n in said} == said


@in_turn("address", (kind for kind in KINDS if not kind.startswith("/static/")))
def test_all_that_says_when_it_changed_is_not_sent_again(site: Client, address: str) -> None:
    first = site.http.get(address)
    modified = first.headers["last-modified"]
    again = site.http.get(address, headers={"If-Modified-Since": modified})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    before = format_datetime(parsedate_to_datetime(modified) - timedelta(hours=1), usegmt=True)
    changed = site.http.get(address, headers={"If-Modified-Since": before})
    assert (changed.status_code, changed.content) == (200, first.content)


@each_kind
def test_only_what_never_changes_is_never_asked_after(site: Client, address: str) -> None:
    said = site.http.get(address).headers["cache-control"]
    for_good = address.startswith("/static/") or address.endswith(".zip")
    assert ("immutable" in said) == for_good
    assert for_good or said == "public, max-age=0, must-revalidate"


@in_turn(
    "address",
    [
        "/data/kommunekompasset-r1.zip",
        "/api/v1/evaluations.xlsx",
        "/api/v1/evaluations.csv?release=1",
        "/embed/kommuner/hemne/2018/table.csv",
    ],
)
def test_files_can_be_fetched_in_parts(site: Client, address: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    whole = site.http.get(address, headers=plain)
    assert whole.headers["accept-ranges"] == "bytes"
    parts = [
        site.http.get(address, headers={**plain, "Range": f"bytes={part}"})
        for part in ("0-99", "100-")
    ]
    assert [part.status_code for part in parts] == [206, 206]
    assert b"".join(part.content for part in parts) == whole.content
    beyond = site.http.get(address, headers={**plain, "Range": "bytes=999999999-"})
    assert beyond.status_code == 416


@in_turn("address", sorted(frozen()))
def test_every_address_may_be_asked_for_from_elsewhere(site: Client, address: str) -> None:
    """Whatever it answers, here to values that no municipality has."""
    path = re.sub(r"\{number\}", "7", re.sub(r"\{(?!number)\w+\}", "none", address))
    answered = site.http.get(path)
    assert answered.headers["access-control-allow-origin"] == "*"
    before = site.http.options(
        path,
        headers={
            "Origin": "https://news.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "content-type,x-requested-with",
        },
    )
    assert before.status_code == 204
    assert "GET" in before.headers["access-control-allow-methods"].split(", ")
    assert before.headers["access-control-allow-headers"].split(", ")[0] == "*"
    assert before.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in before.headers
