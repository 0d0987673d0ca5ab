"""What HTTP promises of every kind of public address: asking again, and asking from elsewhere."""

import re

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
