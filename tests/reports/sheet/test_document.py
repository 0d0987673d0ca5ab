"""The sheet as a document: the same words, without cover and contents."""

import io
from zipfile import ZipFile

from app.contents.evaluations.content import content_of
from app.queries.reading import Reading
from app.reports.document import ReportSection
from app.reports.sheet.council_sheet import council_sheet, sheet_report
from app.reports.writers.docx import docx
from tests.reports.said import said, words


def test_it_says_what_the_sheet_says_in_the_same_order(real: Reading) -> None:
    content = content_of(real, "hemne-2018")
    sheet, report = council_sheet(real, content, "nb"), sheet_report(real, content, "nb")
    first, *others = report.sections
    assert [one for block in first.blocks for one in said(block)] == [
        words(sheet.facts),
        words(sheet.lead),
        words(sheet.more),
    ]
    assert [_sentences(one) for one in others] == [_sentences(one) for one in sheet.parts]


def _sentences(section: ReportSection) -> list[str]:
    return [section.title, *(one for block in section.blocks for one in said(block))]


def test_it_has_neither_contents_nor_a_page_of_its_own_for_the_title(real: Reading) -> None:
    written = docx(sheet_report(real, content_of(real, "hemne-2018"), "nb"))
    with ZipFile(io.BytesIO(written)) as file:
        body = file.read("word/document.xml").decode("utf-8")
    assert "Hemne 2018" in body
    assert "TOC" not in body
    assert 'w:type="page"' not in body
