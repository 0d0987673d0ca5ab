"""Totals are whole on every page, and the points of one table have one number of decimals.

Read off the pages as a reader would, in English, of the real and of the made-up data.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

import pytest

from app.queries.reading import Reading
from tests.pages.client import Client
from tests.pages.test_discovery import every_page

LISTS = (
    "/kommuner?sort=total",
    "/kommuner?sort=total&country=NO",
    "/kommuner?sort=total&country=SE",
    "/kommuner?sort=1",
    "/kommuner?area=2&country=NO",
    "/omrader/2.1/1?country=NO",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/sammenlign?e=hemne-2018&e=hareid-2019&e=ulstein-2019",
)
TAG = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")
TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[dh](?=[ >]).*?</t[dh]>", re.DOTALL)
CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
"""Samples of answers to programs, whose figures are exact."""
DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)

LARGE = re.compile(r"(?<![\d.,\ue000])(?!100\.0)\d{3}\.\d(?![\d.])")
"""More than 100 points with a decimal: nothing but a total has so many."""

SCORE = re.compile(r"(?:best )?(\d+(?:\.\d+)?)(?: \(.*\))?")
GAP = re.compile(r"(\d+(?:\.\d+)?) (?:above|below)\b|\b(?:up|down) (\d+(?:\.\d+)?) since")

OF_TOTALS = frozenset(
    ("beside-table", "history-table", "total-table", "twins-table", "weights-table", "firm-table")
)
"""Tables of totals alone, by what their captions are called."""

NOT_POINTS = ("Max", "Share", "Rank", "Total", "As printed", "Municipalities", "Evaluat")
"""How the heads begin of columns that are not of areas or questions."""


def text_of(markup: str) -> str:
    return unescape(SPACE.sub(" ", TAG.sub(" ", markup))).strip()


def body(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def tables(page: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Each table: what its caption is called, its heads, and the cells of its body as markup."""
    for table in TABLE.findall(body(page)):
        caption = re.search(r'<caption[^>]*\bid="([^"]*)"', table)
        head = re.search(r"<thead.*?</thead>", table, re.DOTALL)
        inside = re.search(r"<tbody.*?</tbody>", table, re.DOTALL)
        if caption and head and inside:
            heads = [text_of(cell) for cell in CELL.findall(head.group())]
            yield (
                caption.group(1),
                heads,
                [CELL.findall(row) for row in ROW.findall(inside.group())],
            )


def decimals(number: str) -> int:
    return len(number.partition(".")[2])


def gaps(cell: str) -> list[str]:
    return [above or since for above, since in GAP.findall(text_of(cell))]


def scores(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The points of areas or questions in a table, and the gaps between them."""
    found = []
    for row in rows:
        for head, cell in zip(heads, row, strict=False):
            number = SCORE.fullmatch(text_of(cell))
            if 'class="num' in cell and number and not head.startswith(NOT_POINTS):
                found.append(number.group(1))
            found += gaps(cell)
    return found


def faults(address: str, page: str) -> Iterator[str]:
    said = text_of(CODE.sub(" ", DRAWING.sub(" ", body(page))))
    drawn = " ".join(text_of(one) for one in DRAWING.findall(body(page)))
    described = " ".join(re.findall(r'content="([^"]*)"', page[: page.index("<main")]))
    for where in (said, drawn, described):
        yield from (
            f"{address}: …{where[max(0, m.start() - 50) : m.end() + 20]}…"
            for m in LARGE.finditer(where)
        )
    for caption, heads, rows in tables(page):
        if caption in OF_TOTALS:
            written = [gap for row in rows for cell in row for gap in gaps(cell)]
            written += scores(heads, rows)
            if any(decimals(number) for number in written):
                yield f"{address}: {caption} has {written}"
        elif caption.startswith(("areas-table", "scenario-table", "results-table", "questions-")):
            kinds = {decimals(number) for number in scores(heads, rows)}
            if len(kinds) > 1 or not kinds <= {0, 1}:
                yield f"{address}: {caption} has {scores(heads, rows)}"


def addresses(reading: Reading) -> list[str]:
    """Every page that says points, but those of municipalities that were never evaluated."""
    pages = every_page(reading) - {"/data"}
    own = {page for page in pages if re.fullmatch(r"/kommuner/[a-z0-9-]+", page)}
    evaluated = {page for page in own if f"{page}/tvillinger" in pages}
    return sorted((pages - own) | evaluated | {f"{page}/hva-om" for page in evaluated})


def faults_of(client: Client, pages: Sequence[str]) -> list[str]:
    found: list[str] = []
    for page in pages:
        answered = client.http.get(f"/en{page if page != '/' else ''}")
        assert answered.status_code == 200, page
        found += faults(page, answered.text)
    return found


def test_totals_are_whole_and_tables_of_one_number_of_decimals(site: Client, real: Reading) -> None:
    assert faults_of(site, [*addresses(real), *LISTS]) == []


@pytest.mark.parametrize("part", range(2))
def test_made_up_results_follow_the_same_rule(
    demo_site: Client, demo_reading: Reading, part: int
) -> None:
    assert faults_of(demo_site, addresses(demo_reading)[part::8]) == []


@pytest.mark.parametrize(
    "table, wrong",
    [
        ('<caption id="areas-table"></caption>{head}<td class="num">61</td>', True),
        ('<caption id="areas-table"></caption>{head}<td class="num">61.0</td>', False),
        ('<caption id="areas-table"></caption>{head}<td>12 above</td>', True),
        ('<caption id="beside-table"></caption>{head}<td>9.5 above</td>', True),
        ('<caption id="other"></caption>{head}<td class="num">61</td>', False),
        ('<caption id="other"></caption>{head}<td>433.4 points</td>', True),
    ],
)
def test_a_page_that_breaks_the_rule_is_found(table: str, wrong: bool) -> None:
    head = (
        '<thead><tr><th>Points</th></tr></thead><tbody><tr><td class="num">58.4</td></tr><tr>'
        if 'id="areas' in table
        else "<thead><tr><th>Points</th></tr></thead><tbody><tr>"
    )
    page = f"<main><table>{table.format(head=head)}</tr></tbody></table></main>"
    assert bool(list(faults("/", page))) == wrong
