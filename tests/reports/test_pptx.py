"""Slides for a talk, opened again: titles, order of reading, what pictures say, and notes."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pypdf import PdfReader

from app.reports.document import ListColumn, RunText, Slide, Slides, TableBlock
from app.reports.writers.pptx import pptx
from app.web.words.runs import Run
from tests import office
from tests.reports.sample import ADDRESS, LONG_NAME, text
from tests.reports.slides import WARNING, talk

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FOOT = f"{WARNING} · Utgave 3, 14. mars 2026"
HOSTILE = "</a:t><a:p>&lt;b&gt; ]]> <!-- \" ' & %(page)s {PAGE} =cmd|' /C calc'!A0"


@cache
def whole() -> tuple[Slides, bytes]:
    slides = talk()
    return slides, pptx(slides)


def opened(file: bytes) -> Any:
    return Presentation(BytesIO(file))


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide(file: bytes, number: int) -> ET.Element:
    return ET.fromstring(parts(file)[f"ppt/slides/slide{number}.xml"])


def plain(words: RunText) -> str:
    return "".join(run.text for run in words)


def test_every_slide_has_a_title_of_its_own_that_is_read_first() -> None:
    slides, file = whole()
    shown = list(opened(file).slides)
    assert [one.shapes.title.text_frame.text for one in shown] == [
        slides.title,
        *(one.title for one in slides.slides),
    ]
    for one in shown:
        assert one.shapes[0].shape_id == one.shapes.title.shape_id
        kinds = [shape.placeholder_format.type for shape in list(one.shapes)[-2:]]
        assert kinds == [PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER]
        ids = [shape.shape_id for shape in one.shapes]
        assert len(set(ids)) == len(ids)


def test_everything_is_read_in_order() -> None:
    slides, file = whole()
    first, second, third, fourth, fifth = slides.slides and opened(file).slides
    facts = [f"{fact.name}: {plain(fact.text)}" for fact in slides.facts]
    assert read(first) == [slides.title, slides.subtitle, *facts, ADDRESS, FOOT, "1"]
    answer, areas, lists, last = slides.slides
    assert answer.picture is not None
    assert read(second) == [
        answer.title,
        *map(plain, answer.texts),
        f"[{answer.picture.alternative}]",
        plain(answer.beneath),
        FOOT,
        "2",
    ]
    assert areas.table is not None
    cells = [plain(cell) for row in areas.table.rows for cell in row]
    assert read(third) == [areas.title, *areas.table.head, *cells, FOOT, "3"]
    assert lists.columns is not None
    strengths, weaknesses = lists.columns
    listed = [strengths.title, *map(plain, strengths.items), weaknesses.title, weaknesses.none]
    assert read(fourth) == [lists.title, *listed, FOOT, "4"]
    assert read(fifth) == [last.title, *map(plain, last.texts), FOOT, "5"]


def read(shown: Any) -> list[str]:
    found: list[str] = []
    for shape in shown.shapes:
        if shape.has_text_frame:
            found += [
                "".join(one.text or "" for one in paragraph._p.iter(f"{A}t"))
                for paragraph in shape.text_frame.paragraphs
            ]
        elif shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        else:
            found.append(f"[{shape._element.nvPicPr.cNvPr.get('descr')}]")
    return found


def test_pictures_and_tables_say_what_they_are() -> None:
    slides, file = whole()
    picture, table = slides.slides[0].picture, slides.slides[1].table
    assert picture is not None
    assert table is not None
    said = [
        (one.get("title"), one.get("descr"))
        for number in range(1, 6)
        for kind in ("nvPicPr", "nvGraphicFramePr")
        for one in slide(file, number).findall(f".//{P}{kind}/{P}cNvPr")
    ]
    assert said == [(picture.title, picture.alternative), (table.caption, table.caption)]
    properties = slide(file, 3).find(f".//{A}tblPr")
    assert properties is not None
    assert properties.get("firstRow") == "1"


def test_everything_lies_on_a_wide_slide() -> None:
    for name in ("Hemne", LONG_NAME):
        shown = opened(pptx(talk(name=name)))
        assert shown.slide_width * 9 == shown.slide_height * 16
        for one in shown.slides:
            for shape in one.shapes:
                assert 0 <= shape.left < shape.left + shape.width <= shown.slide_width
                assert 0 <= shape.top < shape.top + shape.height <= shown.slide_height
            bottoms = [shape.top + shape.height for shape in one.shapes if not shape.is_placeholder]
            foot = next(shape.top for shape in one.placeholders if shape.name.startswith("ftr"))
            assert all(bottom <= foot for bottom in bottoms)


def test_a_table_is_made_to_fit() -> None:
    """Rows of long names too: by smaller letters, with no word broken."""
    slides, _ = whole()
    table = slides.slides[1].table
    assert table is not None
    long = tuple((text(LONG_NAME), *row[1:]) for row in table.rows)
    sizes = []
    for rows in (table.rows, long):
        answer = Slide("Kort", (text("Et avsnitt."),), table=replace(table, rows=rows))
        shown = opened(pptx(replace(slides, slides=(answer,)))).slides[1]
        (held,) = [shape for shape in shown.shapes if shape.has_table]
        assert sum(row.height for row in held.table.rows) == pytest.approx(held.height, abs=99)
        assert held.top + held.height <= 6.85 * 914400
        sizes.append(held.table.cell(1, 0).text_frame.paragraphs[0].font.size.pt)
    assert 18 >= sizes[0] > sizes[1] >= 10


def test_a_long_text_is_made_smaller() -> None:
    slides, _ = whole()
    long = replace(slides, slides=(Slide("Kort", (text("Et ganske langt avsnitt. " * 60),)),))
    (scale,) = [one.get("fontScale") for one in slide(pptx(long), 2).iter(f"{A}normAutofit")]
    assert 50_000 <= int(scale or 0) < 100_000
    assert not list(slide(pptx(slides), 5).iter(f"{A}normAutofit"))


def test_all_words_are_in_a_language() -> None:
    _, file = whole()
    foreign = set()
    for name, content in parts(file).items():
        if not re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name):
            continue
        for run in ET.fromstring(content).iter(f"{A}r"):
            properties = run.find(f"{A}rPr")
            assert properties is not None
            if properties.get("lang") != "nb-NO":
                foreign.add((run.findtext(f"{A}t"), properties.get("lang")))
    assert foreign == {("medborgarskap", "sv-SE"), ("Visionen", "sv-SE")}
    english = pptx(replace(talk(), language="en"))
    assert b'lang="en-GB"' in parts(english)["ppt/slides/slide5.xml"]
    assert b"nb-NO" not in b"".join(parts(english).values())


def test_notes_hold_what_must_be_known() -> None:
    slides, file = whole()
    found = [
        one.notes_slide.notes_text_frame.text if one.has_notes_slide else ""
        for one in opened(file).slides
    ]
    wanted = [slides.notes, *(one.notes for one in slides.slides)]
    assert found == ["\n".join(map(plain, notes)) for notes in wanted]
    assert "Kilde: KS, 2018." in found[1]


def test_links_lead_to_the_frozen_address() -> None:
    _, file = whole()
    for number in (1, 5):
        (link,) = slide(file, number).iter(f"{A}hlinkClick")
        relations = parts(file)[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
        name = next(value for key, value in link.attrib.items() if key.endswith("}id"))
        assert re.search(rf'Id="{name}"[^>]*Target="{re.escape(ADDRESS)}"', relations)
    danger = Slide("Kort", ((Run("her", link="javascript:alert(1)"),),))
    inert = pptx(replace(talk(), slides=(danger,)))
    assert b"javascript:" not in b"".join(parts(inert).values())


def test_words_are_words_whatever_they_hold() -> None:
    words = text(HOSTILE)
    column = ListColumn(HOSTILE, (words,), HOSTILE, "strength")
    grid = TableBlock(HOSTILE, (HOSTILE, "b"), ((words, text("1")),))
    hostile = replace(
        talk(warning=HOSTILE),
        title=HOSTILE,
        subtitle=HOSTILE,
        author=HOSTILE,
        foot=HOSTILE,
        slides=(
            Slide(HOSTILE, (words,), table=grid, notes=(words,)),
            Slide(HOSTILE, columns=(column, column)),
            Slide("a\x00b\x0bc", (text("d\ud800"),)),
        ),
    )
    file = pptx(hostile)
    for name, content in parts(file).items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    shown = list(opened(file).slides)
    assert read(shown[1]) == [HOSTILE, HOSTILE, HOSTILE, "b", HOSTILE, "1", *_foot("2")]
    assert read(shown[2]) == [HOSTILE] * 5 + _foot("3")
    assert read(shown[3])[:2] == ["a\ufffdb\ufffdc", "d\ufffd"]
    assert shown[1].notes_slide.notes_text_frame.text == HOSTILE


def _foot(number: str) -> list[str]:
    return [f"{HOSTILE} · {HOSTILE}", number]


def test_the_same_slides_are_the_same_bytes() -> None:
    _, file = whole()
    assert pptx(talk()) == file
    with ZipFile(BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 3, 14, 0, 0, 0)}
        assert archive.testzip() is None
    found = opened(file).core_properties
    assert (found.title, found.author, found.language) == (
        "Kommunekompasset i Hemne 2018: Til kommunestyret",
        "Kommunekompasset",
        "nb",
    )
    assert found.created.date() == date(2026, 3, 14)
    assert pptx(replace(talk(), day=date(2026, 3, 15))) != file


def test_letters_are_those_that_every_machine_has() -> None:
    _, file = whole()
    found = parts(file)
    assert b"Calibri" not in b"".join(found.values())
    assert not [name for name in found if "printerSettings" in name or "thumbnail" in name]
    named = {
        font
        for name, content in found.items()
        if name.endswith(".xml")
        for font in re.findall(rb'<a:latin typeface="([^"]*)"', content)
    }
    assert named == {b"Arial", b"+mn-lt", b"+mj-lt"}


def test_a_slide_has_room_for_one_thing() -> None:
    slides, _ = whole()
    answer, areas, lists, _ = slides.slides
    with pytest.raises(ValueError, match="one thing"):
        replace(answer, table=areas.table)
    with pytest.raises(ValueError, match="one thing"):
        replace(lists, texts=(text("a"),))


def test_an_office_suite_opens_them_without_loss(tmp_path: Path) -> None:
    program = office.program(office.SLIDES)
    slides, file = whole()
    path = tmp_path / "slides.pptx"
    path.write_bytes(file)
    office.convert(program, tmp_path / "profile", tmp_path, "pdf", [path])
    pages = PdfReader(tmp_path / "slides.pdf").pages
    said = [" ".join(page.extract_text().split()) for page in pages]
    titles = [slides.title, *(one.title for one in slides.slides)]
    assert len(said) == len(titles)
    for at, (page, title) in enumerate(zip(said, titles, strict=True), 1):
        assert title in page
        assert FOOT in page
        assert page.endswith(str(at))
    assert len(pages[1].images) == 1
