"""The text document of a report, opened again: what is in it, in which order and in which style."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from app.reports.document import (
    Block,
    Bullets,
    Columns,
    Fact,
    Facts,
    ListColumn,
    Notice,
    Passage,
    Picture,
    PointBox,
    Report,
    RunText,
    TableBlock,
)
from app.reports.writers.docx import docx
from app.web.words.runs import Run
from tests import office
from tests.reports.sample import LONG_NAME, WORDS, sample, short, text
from tests.reports.wordprocessing import (
    PIC,
    WP,
    R,
    W,
    body,
    paragraphs,
    part,
    rows,
    style_of,
    targets,
    text_of,
    value,
)

HOSTILE = "</w:t><w:p>&lt;b&gt; ]]> <!-- \" ' & %(page)s {PAGE} \\h =cmd|' /C calc'!A0"


@cache
def whole() -> tuple[Report, bytes]:
    report = sample()
    return report, docx(report)


def headings(report: Report) -> list[tuple[int, str]]:
    found = [(level, section.heading) for level, section in report.walk()]
    return [*found, (1, WORDS.figures_as_tables)]


def plain(words: RunText) -> str:
    return "".join(run.text for run in words)


def test_headings_are_those_of_the_sections_in_their_order() -> None:
    report, file = whole()
    opened = Document(BytesIO(file))
    found = [
        (int(paragraph.style.name.removeprefix("Heading ")), paragraph.text)
        for paragraph in opened.paragraphs
        if paragraph.style is not None
        and paragraph.style.name is not None
        and paragraph.style.name.startswith("Heading")
    ]
    assert found == headings(report)
    outline = {
        style.attrib[f"{W}styleId"]: value(level)
        for style in part(file, "word/styles.xml").iter(f"{W}style")
        if (level := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    assert outline == {f"Heading{level}": str(level - 1) for level in range(1, 7)}


def test_contents_are_filled_in_and_lead_to_the_headings() -> None:
    report, file = whole()
    contents = body(file).find(f"{W}sdt/{W}sdtContent")
    assert contents is not None
    title, *entries, _ = paragraphs(contents)
    assert (style_of(title), text_of(title)) == ("TOCHeading", WORDS.contents)
    assert [(int(style_of(one)[3:]), text_of(one)) for one in entries] == headings(report)
    (instruction,) = contents.iter(f"{W}instrText")
    assert (instruction.text or "").split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z"]
    marks = {
        mark.attrib[f"{W}name"]: text_of(paragraph)
        for paragraph in paragraphs(body(file), *(f"Heading{level}" for level in range(1, 7)))
        for mark in paragraph.iter(f"{W}bookmarkStart")
    }
    led = [link.attrib[f"{W}anchor"] for link in contents.iter(f"{W}hyperlink")]
    assert [marks[one] for one in led] == [heading for _, heading in headings(report)]
    assert len(set(led)) == len(led), "headings of the same words have places of their own"


def test_every_field_begins_and_ends() -> None:
    _, file = whole()
    for name in ("document", "footer1"):
        kinds = [
            char.attrib[f"{W}fldCharType"]
            for char in part(file, f"word/{name}.xml").iter(f"{W}fldChar")
        ]
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3) != []


def test_every_table_has_a_head_that_is_marked_and_repeated() -> None:
    _, file = whole()
    tables = list(body(file).iter(f"{W}tbl"))
    styles = [value(table.find(f"{W}tblPr/{W}tblStyle")) for table in tables]
    assert set(styles) == {"ReportTable", "SideBySide"}
    for table, style in zip(tables, styles, strict=True):
        first, *others = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert others
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)
        assert table.find(f"{W}tblPr/{W}tblLook[@{W}firstRow='1']") is not None
        if style == "ReportTable":
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (first, *others))


def test_columns_fill_no_more_than_a_line() -> None:
    _, file = whole()
    for table in body(file).iter(f"{W}tbl"):
        widths = [int(column.attrib[f"{W}w"]) for column in table.iter(f"{W}gridCol")]
        assert sum(widths) <= 160 / 25.4 * 1440 + len(widths)
        assert min(widths) > 200


def test_every_picture_says_what_it_shows_and_has_its_values_in_a_table() -> None:
    report, file = whole()
    pictures = report.pictures()
    found = list(body(file).iter(f"{WP}docPr"))
    assert [(one.attrib["title"], one.attrib["descr"]) for one in found] == [
        (picture.title, picture.alternative) for picture in pictures
    ]
    assert len({one.attrib["id"] for one in found}) == len(found)
    tables = list(body(file).iter(f"{W}tbl"))[-len(pictures) :]
    for picture, table in zip(pictures, tables, strict=True):
        assert rows(table) == [list(row) for row in picture.figure.table()]
    places = {
        mark.attrib[f"{W}name"]: text_of(paragraph)
        for paragraph in paragraphs(body(file), "Caption")
        for mark in paragraph.iter(f"{W}bookmarkStart")
    }
    led = [
        places[link.attrib[f"{W}anchor"]]
        for link in body(file).iter(f"{W}hyperlink")
        if text_of(link) == WORDS.figure_as_table
    ]
    assert [re.sub(r"^Tabell \d+: ", "", one) for one in led] == [one.title for one in pictures]


def test_pictures_are_sharp_in_print_and_lie_within_the_page() -> None:
    _, file = whole()
    for inline in body(file).iter(f"{WP}inline"):
        extent = inline.find(f"{WP}extent")
        blip = next(one for one in inline.iter() if one.tag.endswith("}blip"))
        assert extent is not None
        across, down = (int(extent.attrib[side]) / 914400 for side in ("cx", "cy"))
        assert across <= 160.1 / 25.4
        assert down <= 247 * 0.8 / 25.4
        with ZipFile(BytesIO(file)) as archive:
            content = archive.read("word/" + targets(file)[blip.attrib[f"{R}embed"]])
        assert content.startswith(b"\x89PNG")
        width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
        assert 215 < width / across < 300
        assert width / height == pytest.approx(across / down, rel=0.01)
        assert inline.find(f".//{PIC}spPr") is not None


def expected(block: Block) -> Iterator[str]:
    """What is read of a block, line by line."""
    match block:
        case Passage():
            yield plain(block.text)
        case Bullets():
            yield from map(plain, block.items)
        case Facts():
            yield from (f"{fact.name}\t{plain(fact.text)}" for fact in block.items)
        case TableBlock():
            yield block.caption
            yield from block.head
            yield from (plain(cell) for row in block.rows for cell in row)
        case Picture():
            yield from filter(None, (block.title, block.figure.subtitle))
            yield ""
            yield from map(plain, block.notes)
            yield WORDS.figure_as_table
        case PointBox():
            yield block.name
            yield f"{block.points} {block.out_of}"
            yield from block.beside
        case Columns():
            yield from (column.title for column in block.columns)
            yield from (line for column in block.columns for line in _listed(column))
        case Notice():
            yield block.title
            yield from map(plain, block.paragraphs)


def _in_pairs(blocks: tuple[Block, ...]) -> list[str]:
    """Of two small figures that follow one another, the titles are read first."""
    lines: list[str] = []
    left = list(blocks)
    while left:
        block, *left = left
        told = list(expected(block))
        if left and all(isinstance(one, Picture) and one.compact for one in (block, left[0])):
            other = list(expected(left.pop(0)))
            lines += [told.pop(0), other.pop(0), *told, *other]
        else:
            lines += told
    return lines


def _listed(column: ListColumn) -> list[str]:
    return [plain(item) for item in column.items] or [column.none]


def test_everything_is_read_in_the_order_of_the_blocks() -> None:
    report, file = whole()
    wanted = [report.warning, report.title, report.subtitle, *expected(Facts(report.facts))]
    wanted += [report.address, WORDS.contents, *(heading for _, heading in headings(report))]
    for _, section in report.walk():
        wanted.append(section.heading)
        wanted += _in_pairs(section.blocks)
    wanted.append(WORDS.figures_as_tables)
    wanted += [line for one in report.pictures() for line in expected(one.values)]
    found = [
        re.sub(r"^(Figur|Tabell) \d+: ", "", text_of(one))
        if style_of(one) == "Caption"
        else text_of(one)
        for one in paragraphs(body(file))
        if style_of(one) != "End"
    ]
    assert found == wanted


def test_figures_and_tables_are_numbered_in_fields() -> None:
    report, file = whole()
    captions = [text_of(one) for one in paragraphs(body(file), "Caption")]
    for kind, count in (("Figur", len(report.pictures())), ("Tabell", None)):
        numbers = [one.split(":")[0] for one in captions if one.startswith(kind)]
        assert numbers == [f"{kind} {at}" for at in range(1, (count or len(numbers)) + 1)]
    fields = [one.text for one in body(file).iter(f"{W}instrText") if "SEQ" in (one.text or "")]
    assert len(fields) == len(captions)


def test_links_lead_where_the_blocks_say() -> None:
    report, file = whole()
    wanted = [(report.address, report.address)]
    for _, section in report.walk():
        for block in section.blocks:
            lines = {Passage: "text", Bullets: "items"}.get(type(block))
            texts = getattr(block, lines) if lines else ()
            for line in (texts,) if isinstance(block, Passage) else texts:
                wanted += [(run.text, run.link) for run in line if run.link]
    where = targets(file)
    found = [
        (text_of(link), where[link.attrib[f"{R}id"]])
        for link in body(file).iter(f"{W}hyperlink")
        if f"{R}id" in link.attrib
    ]
    assert found == wanted
    assert len(wanted) > 3
    links = body(file).iter(f"{W}hyperlink")
    assert {value(one) for link in links for one in link.iter(f"{W}rStyle")} == {"Hyperlink"}


@pytest.mark.parametrize(
    "link, leads",
    [
        ("https://example.org/a b?c=å&d=[1]", "https://example.org/a%20b?c=%C3%A5&d=[1]"),
        ("/metode", "https://kompass.example/metode"),
        ("mailto:post@example.org", "mailto:post@example.org"),
        ("#eneste", "_Toc000000001"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("#nowhere", None),
    ],
)
def test_what_cannot_be_followed_is_no_link(link: str, leads: str | None) -> None:
    file = docx(short(Passage((Run("her", link=link),))))
    (line,) = paragraphs(body(file), "Normal")
    assert text_of(line) == "her"
    found = [
        targets(file).get(one.get(f"{R}id", ""), one.get(f"{W}anchor"))
        for one in line.iter(f"{W}hyperlink")
    ]
    assert found == ([leads] if leads else [])
    assert not re.search(r"Target=\"(javascript|file):", _all_xml(file))


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
        report.title,
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
    assert [text_of(one) for one in paragraphs(head)] == [report.title, report.warning]


def test_everything_looks_as_its_style_says() -> None:
    """Whoever changes a style changes all that is of its kind."""
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
    assert own == {"pStyle", "rStyle", "lang", "numPr"}
    fonts = {
        font
        for one in sheet.iter(f"{W}rFonts")
        for name, font in one.attrib.items()
        if not name.endswith("Theme")
    }
    assert fonts == {"Arial"}
    assert b"Calibri" not in b"".join(_parts(file).values())


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
    for content in _parts(file).values():
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
    assert {name for name in _parts(file) if "media" not in name} == {
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
    assert read.metadata.title == report.title


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


def _parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _all_xml(file: bytes) -> str:
    return "".join(
        content.decode() for content in _parts(file).values() if content.startswith(b"<")
    )
