"""Figures inside a page of somebody else: on another origin, and without scripts too."""

import html
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch

pytestmark = pytest.mark.browser

NEUTRAL = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>A newspaper</title>"
    "<link rel=icon href=data:,><body>"
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def newspaper(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A page of another origin, and the file to write it into."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    running = threading.Thread(target=server.serve_forever, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/page.html", tmp_path / "page.html"
    server.shutdown()
    running.join()
    server.server_close()


def snippet(page: Page, site: str, path: str, id: str) -> str:
    """What the site offers to be copied."""
    page.goto(f"{site}{path}")
    return html.unescape(page.locator(f"#{id}").inner_html())


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    "path, name",
    [
        ("/en/kommuner/hemne", "spider"),
        ("/en/kommuner/hemne/2018", "bars"),
        ("/en/kommuner/hemne/2018", "spider"),
    ],
)
def test_a_frame_and_a_picture_on_another_origin(
    browser: Browser,
    site: str,
    newspaper: tuple[str, Path],
    path: str,
    name: str,
    *,
    scripts: bool,
) -> None:
    address, file = newspaper
    context = browser.new_context(java_script_enabled=scripts)
    watched = watch(context)
    page = watched.page
    frame, image = (snippet(page, site, path, f"{name}-{kind}") for kind in ("frame", "image"))
    file.write_text(f"{NEUTRAL}{frame}{image}", encoding="utf-8")
    page.goto(address)
    inside = page.frame_locator("iframe")
    expect(inside.locator("h1")).to_contain_text("Hemne 2018")
    expect(inside.locator("svg.drawing:visible")).to_have_count(1)
    licence = inside.get_by_text("Licence: NLOD 2.0.")
    expect(licence).to_be_hidden()
    inside.get_by_text("About the figures").click()
    expect(licence).to_be_visible()
    inside.get_by_role("radio", name="Table").check(force=True)
    expect(inside.get_by_role("cell", name="38.9").first).to_be_visible()
    picture = page.locator("img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] == 560
    assert box["height"] > 400
    context.close()
    assert watched.problems == []


@pytest.mark.parametrize("column", [320, 460, 700])
@pytest.mark.parametrize("name", ["spider", "table", "history"])
def test_what_stands_in_the_frame_fills_it_and_needs_no_scrolling(
    page: Page, site: str, newspaper: tuple[str, Path], name: str, column: int
) -> None:
    address, file = newspaper
    frame = snippet(page, site, "/en/kommuner/hemne", f"{name}-frame")
    file.write_text(f'{NEUTRAL}<div id="column">{frame}</div>', encoding="utf-8")
    page.goto(address)
    page.locator("#column").evaluate("(e, width) => { e.style.width = `${width}px`; }", column)
    box = page.locator("iframe").bounding_box()
    assert box is not None
    assert box["width"] == min(column, 560), "as wide as the article allows"
    inside = page.frame_locator("iframe")
    expect(inside.locator("h1")).to_be_visible()
    room = inside.locator("html").evaluate(
        "(e) => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth, e.clientHeight]"
    )
    assert room[0] <= 0
    assert room[1] <= 0
    foot = inside.locator(".figure__foot").bounding_box()
    assert foot is not None
    below = box["y"] + room[2] - foot["y"] - foot["height"]
    assert 0 <= below <= 8, "nothing is empty below the foot"


def test_other_pages_cannot_be_framed(
    browser: Browser, site: str, newspaper: tuple[str, Path]
) -> None:
    address, file = newspaper
    file.write_text(f'{NEUTRAL}<iframe src="{site}/en/kommuner/hemne"></iframe>', encoding="utf-8")
    context = browser.new_context()
    watched = watch(context)
    watched.page.goto(address)
    watched.page.wait_for_load_state("networkidle")
    expect(watched.page.frame_locator("iframe").locator("body")).not_to_contain_text("Hemne")
    assert any("frame-ancestors" in problem for problem in watched.problems)
    context.close()
