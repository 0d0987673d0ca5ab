"""The sheet as a page says the same as on paper, in the same order, and needs no script."""

from html.parser import HTMLParser

import pytest

from app.contents.evaluations.content import content_of
from app.features.reports.content import SheetPage
from app.queries.reading import Reading
from app.reports.sheet.council_sheet import council_sheet
from app.reports.sheet.model import CouncilSheet
from app.web.page.rendering import environment
from tests.reports.pdf_checks import plain
from tests.reports.sheet.test_pdf import texts


class Reader(HTMLParser):
    """What is read, and the headings with their levels."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [value for value in (given.get("id"),) if value]
        self.foreign += [value for value in (given.get("lang"),) if value]
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def page_of(sheet: CouncilSheet) -> Reader:
    template = environment(sheet.language).get_template("reports/sheet.html")
    read = Reader()
    page = SheetPage(sheet, "/kommuner/hemne/2018/ark", (), is_frozen=True)
    read.feed(str(getattr(template.module, "council_sheet")(page)))  # noqa: B009
    return read


@pytest.mark.parametrize("id", ["hemne-2018", "enkoping-2018", "roros-2017", "ale-2022"])
def test_it_says_all_that_the_paper_says(real: Reading, id: str) -> None:
    sheet = council_sheet(real, content_of(real, id), "nn")
    read = page_of(sheet)
    said = plain("".join(read.said))
    assert [text for text in texts(sheet) if plain(text) not in said] == []


def test_its_headings_are_in_order_and_its_ids_its_own(real: Reading) -> None:
    read = page_of(council_sheet(real, content_of(real, "hemne-2018"), "en"))
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    assert read.headings.count(2) == 6
    assert len(read.ids) == len(set(read.ids))
    assert "script" not in read.tags
    assert "style" not in read.tags


def test_what_is_in_another_language_says_so(real: Reading) -> None:
    """Findings are kept in one language."""
    assert "nb" in page_of(council_sheet(real, content_of(real, "hemne-2018"), "en")).foreign
    assert not page_of(council_sheet(real, content_of(real, "hemne-2018"), "nb")).foreign


def test_made_up_data_say_so_where_they_are_printed(demo_reading: Reading) -> None:
    """The head of the page, which says it on a screen, is not printed."""
    sheet = council_sheet(demo_reading, content_of(demo_reading, "lynglia-2017"), "nb")
    assert sheet.warning
    assert sheet.warning in "".join(page_of(sheet).said)
