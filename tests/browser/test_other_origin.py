"""What a page of another origin may ask for with a script, in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

KINDS = (
    "/api/v1/evaluations?limit=2",
    "/api/v1/evaluations/hemne-2018",
    "/api/v1/evaluations.csv?release=1",
    "/api/v1/evaluations/hemne-2018.xlsx",
    "/api/v1/averages.jsonstat",
    "/api/v1/openapi.json",
    "/feed.atom",
    "/dcat.ttl",
    "/sitemap.xml",
    "/llms.txt",
    "/data/kommunekompasset-r1.zip",
    "/en/embed/kommuner/hemne/spider.svg",
    "/kommuner/hemne/figur/spider",
    "/en/kommuner/hemne",
)

ASK = """async ([address, headers]) => {
  try {
    const found = await fetch(address, { headers, cache: "no-store" });
    return { status: found.status, etag: found.headers.get("ETag"),
      modified: found.headers.get("Last-Modified"), bytes: (await found.blob()).size };
  } catch (error) {
    return { status: String(error) };
  }
}"""


@pytest.fixture
def elsewhere(page: Page, newspaper: tuple[str, Path]) -> Page:
    """A page of another origin."""
    address, file = newspaper
    file.write_text(
        "<!doctype html><html lang=en><title>Elsewhere</title><link rel=icon href=data:,>",
        encoding="utf-8",
    )
    page.goto(address)
    return page


def asked(page: Page, address: str, **headers: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    found: dict[str, Any] = page.evaluate(ASK, [address, named])
    return found


@pytest.mark.parametrize("address", KINDS)
def test_a_page_elsewhere_may_ask_and_ask_again(elsewhere: Page, site: str, address: str) -> None:
    first = asked(elsewhere, site + address)
    assert first["status"] == 200
    assert first["bytes"] > 0
    again = asked(elsewhere, site + address, if_none_match=first["etag"])
    assert (again["status"], again["bytes"]) == (304, 0)
    assert again["etag"] == first["etag"]


def test_any_header_may_come_along(elsewhere: Page, site: str) -> None:
    sent = {
        "content_type": "application/json",
        "x_requested_with": "XMLHttpRequest",
        "cache_control": "no-cache",
        "authorization": "Bearer none",
        "x_anything": "1",
    }
    assert asked(elsewhere, f"{site}/api/v1/config", **sent)["status"] == 200


@pytest.mark.parametrize(
    "address, status", [("/api/v1/nothing", 404), ("/api/v1/evaluations?nothing=1", 400)]
)
def test_what_went_wrong_can_be_read_elsewhere(
    browser_elsewhere: Page, site: str, address: str, status: int
) -> None:
    """The browser tells of such answers in its console, so this page is not watched."""
    assert asked(browser_elsewhere, site + address)["status"] == status


@pytest.fixture
def browser_elsewhere(browser: Any, newspaper: tuple[str, Path]) -> Any:
    address, file = newspaper
    file.write_text("<!doctype html><title>Elsewhere</title>", encoding="utf-8")
    context = browser.new_context()
    own = context.new_page()
    own.goto(address)
    yield own
    context.close()
