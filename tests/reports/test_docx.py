"""The text document of a report, opened again: what is in it, and in which order."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from app.reports.document import (
    Block,
    Bullets,
    Columns,
    Facts,
    ListColumn,
    Notice,
    Passage,
    Picture,
    PointBox,
    TableBlock,
)
from app.reports.writers.docx import docx
from app.web.words.runs import Run
from tests.reports.sample import WORDS, short
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
from tests.reports.written import all_xml, headings, plain, whole


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
        assert rows(table) == [list(row) for row in picture.figure.told()]
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
    assert not re.search(r"Target=\"(javascript|file):", all_xml(file))


def test_a_kind_of_block_that_is_not_known_is_not_lost() -> None:
    with pytest.raises(AssertionError, match="Run"):
        docx(short(Run("no block")))  # type: ignore[arg-type]
