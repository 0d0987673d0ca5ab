"""First view and time to an interactive spider in Chromium, beside a plain Dash application.

Both show the same values in a spider of the same size. A load is a browser started anew with a
profile that has never seen the site. Our spider is there as a drawing first; its button is pressed
by a script as soon as there is one, as no person could, so that the whole of our second step
counts. Ours is a whole page of text around the figure, Dash's is a heading and the figure.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, Playwright, sync_playwright

from tools.bench import cores
from tools.bench.bench import Bench
from tools.bench.faults import NotMeasured
from tools.bench.servers import Server, free_port, get, site
from tools.bench.spread import ratios, spread
from tools.bench.table import Row, at_least, number

GROUP: Final = "Spider in Chromium, Dash's time ÷ ours (how many times sooner ours is)"
PAGE: Final = "/kommuner/hemne"
FIGURE: Final = "/kommuner/hemne/figur/spider"
LINES: Final[Mapping[str, Mapping[str, float] | None]] = {
    "loopback": None,
    "10 Mbit/s, 40 ms": {
        "latency": 40,
        "downloadThroughput": 10e6 / 8,
        "uploadThroughput": 10e6 / 8,
    },
}
COLOURS: Final = {"subject": "#0b5cad", "reference": "#a8480a", "surface": "#ffffff"}
WATCH: Final = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
DONE: Final = "bench: interactive"
LONGEST: Final = 60_000
"""Milliseconds that a load may take."""


@dataclass(frozen=True, slots=True)
class Load:
    """Milliseconds since the navigation began, and bytes over the wire."""

    first_paint: float
    spider: float
    interactive: float
    bytes: float


@dataclass(frozen=True, slots=True)
class Site:
    """What is loaded, where its spider is, and what makes it interactive."""

    address: str
    drawing: str
    press: str = ""


FIGURES: Final = (
    ("first contentful paint", "first_paint", None),
    ("spider visible", "spider", None),
    ("spider interactive", "interactive", at_least(3)),
    ("bytes until then", "bytes", None),
)


def measure(bench: Bench) -> Iterator[Row]:
    """Loads one and the other in turn, on each line."""
    chromium = next(
        (
            p
            for name in ("chromium", "chromium-browser", "google-chrome")
            if (p := shutil.which(name))
        ),
        None,
    )
    if chromium is None:
        raise NotMeasured("no Chromium")
    with (
        site(bench.folder, bench.real, on=cores.ALL) as ours,
        _dash(bench, ours) as dash,
        sync_playwright() as driver,
    ):
        sites = {
            "ours": Site(
                f"http://127.0.0.1:{ours.port}{PAGE}",
                f"[data-figure^='{FIGURE}'] .figure__drawing svg",
                f"[data-figure^='{FIGURE}'] [data-explore]",
            ),
            "Dash": Site(
                f"http://127.0.0.1:{dash.port}/", ".js-plotly-plot .polarlayer .scatterlayer .point"
            ),
        }
        for server, path in ((ours, PAGE), (dash, "/")):
            get(server.port, path)
        for line, slowed in LINES.items():
            found: dict[str, list[Load]] = {name: [] for name in sites}
            for _ in range(bench.rounds):
                for name, one in sites.items():
                    found[name].append(_load(driver, chromium, one, slowed))
            yield from _rows(line, found["ours"], found["Dash"])


def _rows(line: str, ours: list[Load], dash: list[Load]) -> Iterator[Row]:
    for what, name, target in FIGURES:
        mine, theirs = ([getattr(load, name) for load in loads] for loads in (ours, dash))
        yield Row(
            GROUP,
            f"{line}: {what}",
            _told(name, mine),
            _told(name, theirs),
            ratios(theirs, mine),
            target=target,
        )


def _told(name: str, values: list[float]) -> str:
    median = spread(values).median
    return f"{number(median / 1000)} kB" if name == "bytes" else f"{median:.0f} ms"


def _dash(bench: Bench, ours: Server) -> Server:
    """The same figure in Dash: our own figure for Plotly, with colours in place of their names."""
    python = bench.program("python")
    if not python.exists():
        raise NotMeasured("no Dash")
    _, _, body = get(ours.port, FIGURE)
    text = re.sub(r"var\(--figure-(\w+)-fill\)", lambda m: f"{COLOURS[m[1]]}33", body.decode())
    text = re.sub(r"var\(--figure-(\w+)\)", lambda m: COLOURS[m[1]], text)
    figure: dict[str, Any] = {**json.loads(text), "title": "Hemne 2018"}
    file = bench.folder / "figure.json"
    file.write_text(json.dumps(figure), encoding="utf-8")
    port = free_port()
    program = Path(__file__).parents[1] / "dash_app.py"
    return Server("dash", [python, program, file, str(port)], port, bench.folder, on=cores.ALL)


def _load(driver: Playwright, chromium: str, one: Site, slowed: Mapping[str, float] | None) -> Load:
    browser = driver.chromium.launch(
        executable_path=chromium,
        args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    )
    try:
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nb-NO")
        page.goto("about:blank")
        protocol = page.context.new_cdp_session(page)
        protocol.send("Network.enable")
        if slowed is not None:
            protocol.send("Network.emulateNetworkConditions", {"offline": False, **slowed})
        sizes: list[float] = []
        protocol.on("Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"]))
        choice = json.dumps({"drawing": one.drawing, "press": one.press})
        page.add_init_script(f"{WATCH.strip()}({choice})")
        with page.expect_console_message(lambda said: said.text == DONE, timeout=LONGEST):
            page.goto(one.address, wait_until="commit")
        _check_that_it_answers(page)
        seen = page.evaluate("window.benchSeen")
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        return Load(paint, seen["spider"], seen["interactive"], sum(sizes))
    except BrowserError as error:
        raise NotMeasured(f"{one.address}: {error.message.splitlines()[0]}") from error
    finally:
        browser.close()


def _check_that_it_answers(page: Page) -> None:
    """A point that the mouse rests on says what it is: the spider really is interactive."""
    page.locator(".polarlayer .scatterlayer .point").first.hover(force=True)
    page.wait_for_selector(".hoverlayer .hovertext", timeout=5_000)
