"""How the text document of a report looks, and what it is besides its words."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from app.reports.document import (
    Bullets,
    Columns,
    Fact,
    Facts,
    Notice,
    Passage,
    PointBox,
    TableBlock,
)
from app.reports.writers.docx import LAST_TOGETHER, docx
from app.web.words.runs import Run
from tests import office
from tests.reports.sample import LONG_NAME, WORDS, sample, short, text
from tests.reports.wordprocessing import (
    WP,
    W,
    body,
    paragraphs,
    part,
    rows,
    style_of,
    text_of,
    value,
)
from tests.reports.written import headings, parts_of, whole

HOSTILE = "</w:t><w:p>&lt;b&gt; ]]> <!-- \" ' & %(page)s {PAGE} \\h =cmd|' /C calc'!A0"


def test_languages_are_those_of_the_words() -> None:
    _, file = whole()
    defaults = part(file, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert value(defaults) == "nb-NO"
    foreign = [
        (text_of(paragraph), value(lang))
        for paragraph in paragraphs(body(file))
        for run in paragraph.iter(f"{W}r")
        for lang in run.iter(f"{W}lang")
    ]
    assert set(foreign) == {
        ("Metode\tKommunkompassen versjon 2.1", "sv-SE"),
        ("Hvordan poeng blir til, står i metoden; på svensk heter den hur poängen sätts.", "sv-SE"),
        ("ingen anmärkning", "sv-SE"),
    }
    for language, tag in (("nn", "nn-NO"), ("sv", "sv-SE"), ("en", "en-GB")):
        other = docx(short(language=language))
        lang = part(other, "word/styles.xml").find(f".//{W}rPrDefault/{W}rPr/{W}lang")
        assert value(lang) == tag
        assert Document(BytesIO(other)).core_properties.language == language


def test_properties_are_of_the_report_and_its_day() -> None:
    report, file = whole()
    found = Document(BytesIO(file)).core_properties
    assert (found.title, found.subject, found.author) == (
        f"{report.title}: {report.subtitle}",
        report.subtitle,
        report.author,
    )
    assert found.keywords == "Kommunekompasset, Hemne, 2018"
    assert found.created is not None
    assert found.created.date() == date(2026, 3, 14)
    assert found.modified == found.created
    long = docx(replace(short(), title="å" * 400))
    assert Document(BytesIO(long)).core_properties.title == "å" * 255


def test_pages_are_numbered_and_of_a4() -> None:
    report, file = whole()
    size = body(file).find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.attrib[f"{W}w"], size.attrib[f"{W}h"]) == ("11906", "16838")
    foot = part(file, "word/footer1.xml")
    assert text_of(foot) == "Utgave 3, 14. mars 2026\tSide 1 av 1"
    fields = [(one.text or "").strip() for one in foot.iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    head = part(file, "word/header1.xml")
    assert [text_of(one) for one in paragraphs(head)] == [
        f"{report.title}: {report.subtitle}",
        report.warning,
    ]


def test_everything_looks_as_its_style_says() -> None:
    """Whoever changes a style changes all that is of its kind. What stays on the page of the next
    is no look."""
    _, file = whole()
    sheet = part(file, "word/styles.xml")
    known = {style.attrib[f"{W}styleId"] for style in sheet.iter(f"{W}style")}
    names = {"pStyle", "rStyle", "tblStyle"}
    used = {value(one) for name in names for one in body(file).iter(f"{W}{name}")}
    assert used <= known
    based = {value(one) for name in ("basedOn", "next") for one in sheet.iter(f"{W}{name}")}
    assert based <= known
    own = {
        one.tag.removeprefix(W)
        for properties in ("pPr", "rPr")
        for found in body(file).iter(f"{W}{properties}")
        for one in found
    }
    assert own == {"pStyle", "rStyle", "lang", "numPr", "keepNext"}
    fonts = {
        font
        for one in sheet.iter(f"{W}rFonts")
        for name, font in one.attrib.items()
        if not name.endswith("Theme")
    }
    assert fonts == {"Arial"}
    assert b"Calibri" not in b"".join(parts_of(file).values())


def test_two_lists_of_numbers_each_begin_with_one() -> None:
    items = (text("a"), text("b"))
    file = docx(short(Bullets(items, numbered=True), Bullets(items, numbered=True), Bullets(items)))
    used = [
        value(one.find(f"{W}pPr/{W}numPr/{W}numId")) for one in paragraphs(body(file), "ListNumber")
    ]
    assert used[0] == used[1] != used[2] == used[3]
    starts = {
        num.attrib[f"{W}numId"]: value(start)
        for num in part(file, "word/numbering.xml").iter(f"{W}num")
        if (start := num.find(f"{W}lvlOverride/{W}startOverride")) is not None
    }
    assert starts == {used[0]: "1", used[2]: "1"}


def test_tables_that_follow_each_other_stay_two() -> None:
    report, _ = whole()
    lists = [
        block
        for _, section in report.walk()
        for block in section.blocks
        if isinstance(block, Columns)
    ]
    file = docx(short(*lists[:2]))
    kinds = [one.tag.removeprefix(W) for one in body(file)]
    assert kinds[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_small_figures_stand_side_by_side_under_their_titles() -> None:
    report, file = whole()
    small = [picture.title for picture in report.pictures() if picture.compact]
    assert len(small) == 2
    tables = [
        table
        for table in body(file).iter(f"{W}tbl")
        if value(table.find(f"{W}tblPr/{W}tblStyle")) == "SideBySide"
        and table.find(f".//{WP}inline") is not None
    ]
    (heads,) = [rows(table)[0] for table in tables]
    assert [re.sub(r"^Figur \d+: ", "", head) for head in heads] == small


def test_long_names_of_facts_stand_above_what_belongs_to_them() -> None:
    short_names = Facts((Fact("År", text("2018")), Fact("Metode", text("2.1"))))
    long_name = Facts((Fact("År", text("2018")), Fact(LONG_NAME, text("2.1"))))
    found = [(style_of(one), text_of(one)) for one in paragraphs(body(docx(short(short_names))))]
    assert ("Fact", "Metode\t2.1") in found
    found = [(style_of(one), text_of(one)) for one in paragraphs(body(docx(short(long_name))))]
    at = found.index(("FactName", "År"))
    assert found[at + 1 : at + 4] == [
        ("FactText", "2018"),
        ("FactName", LONG_NAME),
        ("FactText", "2.1"),
    ]


@pytest.mark.parametrize("count, kept", [(1, []), (3, [0, 1]), (14, range(13)), (40, [0, 38])])
def test_small_tables_are_not_parted_and_no_row_is_left_alone(count: int, kept: list[int]) -> None:
    grid = TableBlock(
        "Tabell", ("a", "b"), ((text("1"), text("2")),) * count, numeric=frozenset({1})
    )
    table = next(body(docx(short(grid))).iter(f"{W}tbl"))
    styles = [[style_of(one) for one in paragraphs(row)] for row in list(table.iter(f"{W}tr"))[1:]]
    assert [at for at, row in enumerate(styles) if row[0].endswith("Kept")] == list(kept)
    assert {tuple(row) for row in styles} <= {
        ("TableText", "TableNumber"),
        ("TableTextKept", "TableNumberKept"),
    }


def test_words_are_words_whatever_they_hold() -> None:
    hostile = text(HOSTILE)
    blocks = (
        Passage((*hostile, Run(HOSTILE, "sv", f"https://kompass.example/?q={HOSTILE}"))),
        Bullets((hostile,)),
        TableBlock(HOSTILE, (HOSTILE, "b"), ((hostile, text("2")),)),
        Notice(HOSTILE, (hostile,)),
        PointBox(HOSTILE, HOSTILE, HOSTILE, None, (HOSTILE,)),
    )
    report = replace(
        short(*blocks, title=HOSTILE, subtitle=HOSTILE, heading=HOSTILE),
        author=HOSTILE,
        warning=HOSTILE,
        keywords=(HOSTILE,),
        words=replace(WORDS, figure=HOSTILE, table=HOSTILE, contents=HOSTILE, foot=HOSTILE),
    )
    file = docx(report)
    for content in parts_of(file).values():
        if content.startswith(b"<"):
            ET.fromstring(content)
    said = [text_of(one) for one in paragraphs(body(file))]
    assert said.count(HOSTILE) == 13
    assert HOSTILE * 2 in said
    instructions = {(one.text or "").split()[0] for one in body(file).iter(f"{W}instrText")}
    assert instructions == {"TOC", "SEQ"}
    (label,) = [one.text for one in body(file).iter(f"{W}instrText") if "SEQ" in (one.text or "")]
    assert re.fullmatch(r" SEQ \w+ \\\* ARABIC ", label or ""), "no word is an instruction"


def test_letters_that_xml_does_not_have_are_marked() -> None:
    file = docx(short(Passage(text("a\x00b\x0bc\ud800d\ufffee"))))
    (line,) = paragraphs(body(file), "Normal")
    assert text_of(line) == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_the_same_report_is_the_same_bytes() -> None:
    report, file = whole()
    assert docx(sample()) == file
    with ZipFile(BytesIO(file)) as archive:
        days = {entry.date_time for entry in archive.infolist()}
        assert archive.testzip() is None
    assert days == {(2026, 3, 14, 0, 0, 0)}
    assert docx(replace(report, day=date(2026, 3, 15))) != file


def test_nothing_of_the_empty_document_of_the_library_is_left() -> None:
    _, file = whole()
    assert {name for name in parts_of(file) if "media" not in name} == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/_rels/footer1.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }


def kept(one: ET.Element) -> bool:
    return one.find(f"{W}pPr/{W}keepNext") is not None


def test_no_item_of_a_list_stands_alone_and_what_announces_it_stays() -> None:
    long, two = (Bullets(tuple(text(str(at)) for at in range(count))) for count in (9, 2))
    numbered = replace(long, numbered=True)
    file = docx(short(Passage(text("These:")), long, two, numbered, Passage(text("The end."))))
    found = {style: [kept(p) for p in paragraphs(body(file), style)] for style in LISTS}
    ends = [True, *[False] * 6, True, False]
    assert found["ListBullet"] == [*ends, True, False]
    assert found["ListNumber"] == [*ends[:-1], True], "the last paragraph stays with the list"
    said = {text_of(p): kept(p) for p in paragraphs(body(file), "Normal")}
    assert said == {"These:": True, "The end.": False}


LISTS = ("ListBullet", "ListNumber")


def test_contents_that_are_a_little_too_long_for_a_page_are_set_closer(tmp_path: Path) -> None:
    """And the last lines of longer ones are not alone on a page."""
    program = office.program(office.TEXTS)
    base = sample(1, 1)
    for count, fits in ((20, True), (34, True), (42, True), (45, False)):
        sections = tuple(
            replace(base.sections[0], anchor=f"a{at}", title=f"Chapter {at}", sections=())
            for at in range(count)
        )
        report = replace(base, sections=sections)
        path = tmp_path / f"{count}.docx"
        path.write_bytes(docx(report))
        office.convert(program, tmp_path / "profile", tmp_path, "pdf", [path])
        pages = [page.extract_text() for page in PdfReader(tmp_path / f"{count}.pdf").pages]
        first, then = (sum(f"Chapter {at}\n" in page for at in range(count)) for page in pages[1:3])
        assert first == count if fits else first + then == count
        assert fits or then >= LAST_TOGETHER - 1


def test_an_office_suite_opens_it_without_loss(tmp_path: Path) -> None:
    program = office.program(office.TEXTS)
    report, file = whole()
    path = tmp_path / "report.docx"
    path.write_bytes(file)
    kind = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
    office.convert(program, tmp_path / "profile", tmp_path, kind, [path])
    read = PdfReader(tmp_path / "report.pdf")
    assert _outline(read.outline) == headings(report)
    drawn = {image for page in read.pages for image in _images(page)}
    assert len(drawn) == len(report.pictures())
    said = " ".join(" ".join(page.extract_text() for page in read.pages).split())
    for _, heading in headings(report):
        assert said.count(heading) >= 2, "in the contents and in its place"
    assert f"Side 2 av {len(read.pages)}" in said
    assert read.metadata is not None
    assert read.metadata.title == report.name


def _images(page: PageObject) -> set[int]:
    """The numbers of what a page may draw; several pages may draw of one list."""
    held = cast(DictionaryObject, page["/Resources"].get_object())
    found = cast(DictionaryObject, held.get("/XObject", DictionaryObject()).get_object())
    return {one.idnum for one in found.values() if one.get_object()["/Subtype"] == "/Image"}


def _outline(found: object, level: int = 1) -> list[tuple[int, str]]:
    headings: list[tuple[int, str]] = []
    assert isinstance(found, list)
    for one in found:
        if isinstance(one, list):
            headings += _outline(one, level + 1)
        else:
            headings.append((level, one.title))
    return headings
