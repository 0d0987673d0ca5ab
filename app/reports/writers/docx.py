"""A report as a text document, for those who go on writing: everything in it has a style."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

from docx.document import Document as Docx

from app.reports.document import Report
from app.reports.writers.docx_blocks import Blocks, place_of_values
from app.reports.writers.docx_parts import empty_document, number_lists
from app.reports.writers.docx_stylesheet import MOST_LEVELS
from app.reports.writers.docx_text import Bookmark, TextWriter
from app.reports.writers.office import packed
from app.reports.writers.wordml import Element, field, paragraph, run, w
from app.web.words.runs import linked

CONTENTS_LEVELS: Final = 2
"""How deep the contents go."""
ENTRIES_HIGH: Final = 620
"""Points that a page has for entries of contents, below their heading."""
LAST_TOGETHER: Final = 6
"""Entries at the end of the contents that stay together: fewer alone on a page look forgotten."""
_VALUES: Final = "values of all figures"
_COUNTED: Final = {"%(page)s": "PAGE", "%(pages)s": "NUMPAGES"}
_TABLE: Final = w("tbl").tag


def docx(report: Report) -> bytes:
    """The whole of it. The same report is the same bytes."""
    document = empty_document(report, close=_is_long(report))
    words = TextWriter(document.part, report.address, _places(report))
    blocks = Blocks(words, report.words)
    written = list(_cover(report, words, blocks))
    if not report.is_short:
        written += [_contents(report, words), paragraph("End", w("r", w("br", type="page")))]
    written += [*_sections(report, words, blocks), *_values(report, words, blocks)]
    body = document.element.body
    for at, element in enumerate(_apart(written)):
        body.insert(at, element)
    number_lists(document, blocks.lists)
    _around(document, report)
    file = BytesIO()
    document.save(file)
    return packed(file.getvalue(), report.day)


def _headings(report: Report) -> Iterator[tuple[int, str, str]]:
    """Level, anchor and words of each; the figures as tables come after all others."""
    for level, section in report.walk():
        yield min(level, MOST_LEVELS), section.anchor, section.heading
    if report.tabled():
        yield 1, _VALUES, report.words.figures_as_tables


def _places(report: Report) -> dict[str, Bookmark]:
    """Named as word processors do it, which take them over with the next contents they make."""
    names = [(anchor, "_Toc") for _, anchor, _ in _headings(report)]
    names += [(place_of_values(picture), "_Ref") for picture in report.tabled()]
    return {anchor: Bookmark(at, f"{kind}{at:09}") for at, (anchor, kind) in enumerate(names, 1)}


def _cover(report: Report, words: TextWriter, blocks: Blocks) -> Iterator[Element]:
    if report.warning:
        yield paragraph("Warning", run(report.warning, "Strong"))
    yield paragraph("Title", run(report.title))
    yield paragraph("Subtitle", run(report.subtitle))
    yield from blocks.facts(report.facts)
    yield paragraph("Note", *words.of(linked(report.address, report.address)))


def _is_long(report: Report) -> bool:
    """Whether contents set as usual would go on over a second page."""
    levels = [level for level, _, _ in _headings(report)]
    return 22 * levels.count(1) + 17 * levels.count(2) > ENTRIES_HIGH


def _contents(report: Report, words: TextWriter) -> Element:
    """A field with its entries, which lead to their headings. Whoever has it made anew gets the
    numbers of pages too, which nobody knows before the pages are set."""
    headings = [one for one in _headings(report) if one[0] <= CONTENTS_LEVELS]
    last = len(headings) - LAST_TOGETHER
    entries = [
        paragraph(
            f"TOC{level}",
            words.within(anchor, run(heading)),
            properties=[w("keepNext")] if last <= at < len(headings) - 1 else (),
        )
        for at, (level, anchor, heading) in enumerate(headings)
    ]
    levels = max((level for level, _, _ in headings), default=1)
    *begin, end = field(f'TOC \\o "1-{levels}" \\h \\z')
    if entries:
        entries[0][1:1] = begin
    kind = w("docPartGallery", val="Table of Contents"), w("docPartUnique")
    return w(
        "sdt",
        w("sdtPr", w("docPartObj", *kind)),
        w(
            "sdtContent",
            paragraph("TOCHeading", run(report.words.contents)),
            *entries,
            *([paragraph("End", end)] if entries else ()),
        ),
    )


def _sections(report: Report, words: TextWriter, blocks: Blocks) -> Iterator[Element]:
    for level, section in report.walk():
        yield _heading(min(level, MOST_LEVELS), section.anchor, section.heading, words)
        yield from blocks.elements(section.blocks)


def _values(report: Report, words: TextWriter, blocks: Blocks) -> Iterator[Element]:
    pictures = report.tabled()
    if pictures:
        yield _heading(1, _VALUES, report.words.figures_as_tables, words)
    for picture in pictures:
        yield from blocks.values(picture)


def _heading(level: int, anchor: str, heading: str, words: TextWriter) -> Element:
    return paragraph(f"Heading{level}", *words.place(anchor, run(heading)))


def _apart(written: Iterable[Element]) -> Iterator[Element]:
    """Tables that met would be one, and a document ends with a paragraph."""
    after_table = False
    for element in written:
        is_table = element.tag == _TABLE
        if is_table and after_table:
            yield paragraph("End")
        yield element
        after_table = is_table
    if after_table:
        yield paragraph("End")


def _around(document: Docx, report: Report) -> None:
    """What stands on every page but the first."""
    section = document.sections[0]
    head = [paragraph("Header", run(report.name))]
    if report.warning:
        head.append(paragraph("Header", run(report.warning, "Strong")))
    words = TextWriter(section.footer.part, report.address, {})
    left = words.of(linked(report.words.foot or report.address, report.address))
    foot = [paragraph("Footer", *left, run("\t"), *_page(report.words.page))]
    for place, lines in ((section.header, head), (section.footer, foot)):
        place.is_linked_to_previous = False
        for old in list(place._element):
            place._element.remove(old)
        place._element.extend(lines)


def _page(said: str) -> Iterator[Element]:
    for piece in re.split(r"(%\(pages?\)s)", said):
        if piece in _COUNTED:
            yield from field(_COUNTED[piece], run("1"))
        elif piece:
            yield run(piece)
