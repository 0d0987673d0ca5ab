"""Figures inside a page of somebody else: on another origin, and without scripts too."""

import html
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch

pytestmark = pytest.mark.browser

NEUTRAL = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>A newspaper</title>"
    "<link rel=icon href=data:,><body>"
)


def snippet(page: Page, site: str, path: str, id: str) -> str:
    """What the site offers to be copied."""
    page.goto(f"{site}{path}")
    return html.unescape(page.locator(f"#{id}").inner_html())


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    "path, name",
    [
        ("/en/kommuner/hemne", "spider"),
        ("/en/kommuner/hemne/2018", "table"),
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


@pytest.mark.parametrize("column", [280, 320, 460, 700, 1200])
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


ON_PHONES = '<meta name=viewport content="width=device-width, initial-scale=1">'
TOO_MUCH = """(e) => ["Height", "Width"].map((of) => Math.max(...[e,
  ...e.querySelectorAll("main .figure__panel--figure")]
  .map((one) => one[`scroll${of}`] - one[`client${of}`])))"""


@pytest.mark.parametrize("local", [False, True])
@pytest.mark.parametrize(
    "path",
    [
        "/en/kommuner/hemne",
        "/kommuner/vallentuna",
        "/sv/kommuner/hemne/2018",
        "/nn/sammenlign?e=hemne-2018&e=hareid-2019&e=ulstein-2019",
        "/en/omrader/2.1/1",
        "/utvikling",
    ],
)
def test_every_code_fits_the_page_it_is_pasted_into(
    browser: Browser, site: str, newspaper: tuple[str, Path], path: str, *, local: bool
) -> None:
    """A page of another origin, or a file as apps have them: nothing is wider than the page, and
    nothing of a frame is cut off or has to be scrolled."""
    address, file = newspaper
    context = browser.new_context()
    watched = watch(context)
    page = watched.page
    page.goto(f"{site}{path}")
    codes = page.locator("textarea[id$='-frame'], textarea[id$='-image']").all_text_contents()
    frames = [code for code in codes if "<iframe" in code]
    assert len(frames) * 2 == len(codes)
    page.goto("about:blank")
    pasted = "".join(f"<p>{code}</p>" for code in codes)
    pasted = pasted.replace(' loading="lazy"', "")
    file.write_text(f"{NEUTRAL}{ON_PHONES}{pasted}", encoding="utf-8")
    page.goto(file.as_uri() if local else address)
    for width in (320, 375, 560, 900):
        page.set_viewport_size({"width": width, "height": 800})
        across = page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert across[0] <= width, f"the page is {across[0]} wide in {width}"
        for n in range(len(frames)):
            box = page.locator("iframe").nth(n).bounding_box()
            assert box is not None
            assert box["width"] == min(width - 16, 560), "as wide as the column"
            inside = page.frame_locator("iframe").nth(n)
            expect(inside.locator("h1")).to_be_visible()
            assert inside.locator("html").evaluate(TOO_MUCH) == [0, 0], (frames[n], width)
            foot = inside.locator(".figure__foot").bounding_box()
            assert foot is not None
            below = box["y"] + box["height"] - foot["y"] - foot["height"]
            assert 0 <= below <= 8, f"the foot is cut off or floats: {frames[n]} at {width}"
        for picture in page.locator("img").all():
            size = picture.bounding_box()
            assert size is not None
            assert size["width"] <= width - 16
    context.close()
    assert watched.problems == []


LETTERS = """() => Math.min(...[...document.querySelectorAll("main *")]
  .filter((e) => e.checkVisibility() && !e.closest(".visually-hidden") && e.childNodes.length &&
    [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) &&
    !["title", "desc"].includes(e.tagName))
  .map((e) => {
    const m = e.ownerSVGElement ? e.getScreenCTM() : { a: 1, b: 0 };
    return parseFloat(getComputedStyle(e).fontSize) * Math.hypot(m.a, m.b);
  }))"""


@pytest.mark.parametrize("width", [280, 420, 560, 840, 1200])
@pytest.mark.parametrize(
    "path",
    [
        "kommuner/hemne/spider",
        "kommuner/hemne/bars",
        "kommuner/hemne/table",
        "kommuner/roros/history",
        "kommuner/vallentuna/spider",
        "sammenlign/spider?e=hemne-2018&e=hareid-2019&e=ulstein-2019",
        "sammenlign/webs?e=hemne-2018&e=hareid-2019",
        "omrader/2.1/1/distribution",
        "utvikling/se",
    ],
)
def test_letters_can_be_read_in_a_frame_and_nothing_scrolls(
    page: Page, site: str, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 520})
    page.goto(f"{site}/embed/{path}")
    over = page.evaluate(
        "() => ['Height', 'Width'].map((of) => Math.max(...[document.documentElement, "
        "...document.querySelectorAll('main .figure__panel--figure')]"
        ".map((e) => e[`scroll${of}`] - e[`client${of}`])))"
    )
    assert over == [0, 0]
    if width >= 560:
        assert page.evaluate(LETTERS) >= 11.99


def test_one_code_is_offered_for_what_is_chosen_and_the_frame_is_seen(
    page: Page, site: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/en/kommuner/hemne")
    assert not [one for one in asked if "/embed/" in one], "only when it is looked for"
    box = page.locator("#figure-spider details.snippets")
    box.locator("summary").first.click()
    codes = box.locator("textarea:visible")
    expect(codes).to_have_count(1)
    expect(codes).to_have_id("spider-frame")
    preview = box.frame_locator("iframe")
    expect(preview.locator("h1")).to_contain_text("Hemne 2018")
    size = box.locator("iframe").bounding_box()
    assert size is not None
    assert size["height"] == 520
    box.get_by_label("Stay as it is, at release 1").check()
    expect(codes).to_have_id("spider-frame-frozen")
    expect(box.locator("iframe")).to_have_attribute(
        "src", "/en/embed/kommuner/hemne/spider?release=1"
    )
    box.get_by_label("Picture", exact=True).check()
    expect(codes).to_have_count(1)
    expect(codes).to_have_id("spider-image-frozen")
    expect(box.locator("iframe")).to_be_hidden()


def test_the_choice_of_code_needs_no_script(plain_page: Page, site: str) -> None:
    plain_page.goto(f"{site}/en/kommuner/hemne")
    box = plain_page.locator("#figure-spider details.snippets")
    box.locator("summary").first.click()
    expect(box.locator("textarea:visible")).to_have_id("spider-frame")
    box.get_by_label("Stay as it is, at release 1").check()
    expect(box.locator("textarea:visible")).to_have_id("spider-frame-frozen")
    box.get_by_role("link", name="See how it looks").click()
    expect(plain_page.locator("h1")).to_contain_text("Hemne 2018")


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
