"""The checks of PDFs find what is wrong: each fault is made in a file that has none."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
import typst
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DecodedStreamObject, NameObject

from app.reports.document import Bullets, Passage, ReportSection, TableBlock
from app.reports.writers.pdf import pdf
from app.web.words.runs import Run
from tests.reports.pdf_checks import LEAST, bare, faults, lone, outside, stranded
from tests.reports.pdf_reading import Pdf
from tests.reports.sample import sample, short, text


@lru_cache
def sound() -> bytes:
    picture = sample(1, 1).pictures()[1]
    grid = TableBlock("Tabell", ("Hva", "Poeng"), ((text("Det ene"), text("1")),))
    link = Passage((Run("metoden", link="https://kompass.example/metode"),))
    own = short(link, Bullets((text("a"), text("b"))), grid, picture)
    deep = ReportSection("dypt", "Dypt", (Passage(text("Mer.")),))
    below = ReportSection("under", "Under", (Passage(text("Noe.")),), (deep,))
    return pdf(replace(own, sections=(replace(own.sections[0], sections=(below,)),)))


def changed(change: Callable[[PdfWriter], None]) -> Pdf:
    writer = PdfWriter(clone_from=io.BytesIO(sound()))
    change(writer)
    written = io.BytesIO()
    writer.write(written)
    return Pdf(written.getvalue())


def elements(writer: PdfWriter, kind: str) -> Iterator[Any]:
    def below(element: Any) -> Iterator[Any]:
        kids = element.get("/K")
        kids = [] if kids is None else kids.get_object()
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if not isinstance(found, int):
                if found.get("/S") == kind:
                    yield found
                yield from below(found)

    return below(root(writer)["/StructTreeRoot"])


def root(writer: PdfWriter) -> Any:
    return writer.root_object


def test_a_sound_file_has_no_faults() -> None:
    assert faults(Pdf(sound())) == []
    assert faults(changed(lambda writer: None)) == []


def no_structure(writer: PdfWriter) -> None:
    del root(writer)["/StructTreeRoot"]


def not_marked(writer: PdfWriter) -> None:
    root(writer)["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


def no_language(writer: PdfWriter) -> None:
    del root(writer)["/Lang"]


def its_name_for_its_title(writer: PdfWriter) -> None:
    root(writer)["/ViewerPreferences"][NameObject("/DisplayDocTitle")] = BooleanObject(False)


def not_for_everybody(writer: PdfWriter) -> None:
    said = root(writer)["/Metadata"].get_object()
    said.set_data(said.get_data().replace(b"pdfuaid:part", b"pdfuaid:pert"))


def no_alternative(writer: PdfWriter) -> None:
    del next(elements(writer, "/Figure"))["/Alt"]


def a_level_left_out(writer: PdfWriter) -> None:
    next(elements(writer, "/H2"))[NameObject("/S")] = NameObject("/H4")


def no_heads(writer: PdfWriter) -> None:
    for head in list(elements(writer, "/TH")):
        head[NameObject("/S")] = NameObject("/TD")


def heads_of_nothing(writer: PdfWriter) -> None:
    for head in elements(writer, "/TH"):
        del head["/A"]


def a_row_too_short(writer: PdfWriter) -> None:
    next(elements(writer, "/TR"))["/K"].pop()


def a_list_of_paragraphs(writer: PdfWriter) -> None:
    next(elements(writer, "/LI"))[NameObject("/S")] = NameObject("/P")


def a_link_to_who_knows_what(writer: PdfWriter) -> None:
    for page in writer.pages:
        for link in page.get("/Annots", []):
            link.get_object().pop("/Contents", None)


def a_link_that_is_not_read(writer: PdfWriter) -> None:
    for link in list(elements(writer, "/Link")):
        link[NameObject("/S")] = NameObject("/Span")


def links_out_of_order(writer: PdfWriter) -> None:
    for page in writer.pages:
        page.pop("/Tabs", None)


def fonts(writer: PdfWriter) -> Iterator[Any]:
    for page in writer.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            yield font.get_object()


def a_font_from_elsewhere(writer: PdfWriter) -> None:
    for font in fonts(writer):
        inner = font["/DescendantFonts"][0].get_object()
        for name in ("/FontFile2", "/FontFile3"):
            inner["/FontDescriptor"].pop(name, None)


def letters_without_meaning(writer: PdfWriter) -> None:
    for font in fonts(writer):
        font.pop("/ToUnicode", None)


def redrawn(writer: PdfWriter, old: bytes, new: bytes) -> None:
    """The last page with other operators."""
    page: Any = writer.pages[2]
    content = page.get_contents().get_data()
    assert old in content
    stream = DecodedStreamObject()
    stream.set_data(content.replace(old, new, 1))
    page[NameObject("/Contents")] = writer._add_object(stream)


def drawn_without_a_mark(writer: PdfWriter) -> None:
    redrawn(writer, b"/Artifact", b"0 0 m 9 9 l S\n/Artifact")


def read_nowhere(writer: PdfWriter) -> None:
    redrawn(writer, b"<</MCID 1", b"<</MCID 99")


def read_in_an_artifact(writer: PdfWriter) -> None:
    redrawn(writer, b"/Span<</MCID 1", b"/Artifact BMC EMC /Artifact BMC /Span<</MCID 1")


def a_kind_of_its_own(writer: PdfWriter) -> None:
    next(elements(writer, "/P"))[NameObject("/S")] = NameObject("/Avsnitt")


def a_bookmark_astray(writer: PdfWriter) -> None:
    writer.add_outline_item(title="Noe helt annet", page_number=1)


@pytest.mark.parametrize(
    "change, said",
    [
        (no_structure, "no structure"),
        (not_marked, "does not say that it is tagged"),
        (no_language, "no language"),
        (its_name_for_its_title, "in place of its title"),
        (not_for_everybody, "part '' of PDF/UA"),
        (no_alternative, "nothing stands for a Figure"),
        (a_level_left_out, "level 4 follows on one of level 1"),
        (no_heads, "no heads"),
        (heads_of_nothing, "the head of"),
        (a_row_too_short, "not all as long"),
        (a_list_of_paragraphs, "L holds P"),
        (a_link_to_who_knows_what, "not said what a link leads to"),
        (a_link_that_is_not_read, "not in the structure"),
        (links_out_of_order, "from link to link"),
        (a_font_from_elsewhere, "is not in the file"),
        (letters_without_meaning, "cannot be read"),
        (drawn_without_a_mark, "neither read nor an artifact"),
        (read_nowhere, "in no structure"),
        (read_nowhere, "which the structure names"),
        (read_in_an_artifact, "what is read lies in an artifact"),
        (a_kind_of_its_own, "no kind that is known"),
        (a_bookmark_astray, "leads past its heading"),
    ],
    ids=lambda given: getattr(given, "__name__", "said"),
)
def test_a_fault_is_found(change: Callable[[PdfWriter], None], said: str) -> None:
    assert any(said in fault for fault in faults(changed(change)))


def test_what_is_written_beyond_the_margins_is_found() -> None:
    found = Pdf(sound())
    assert outside(found, (40, 40, 40, 40)) == []
    assert any("metoden" in one for one in outside(found, (80, 40, 40, 40)))
    assert any("Under" in one for one in outside(found, (40, 40, 40, 500)))


def test_a_heading_that_is_left_behind_is_found() -> None:
    def torn(writer: PdfWriter) -> None:
        """The first heading is drawn on the cover."""
        (heading, *_) = (one for one in elements(writer, "/H1") if one["/T"] == "Eneste")
        heading[NameObject("/Pg")] = writer.pages[0].indirect_reference

    assert stranded(Pdf(sound())) == []
    assert any("page 1" in one for one in stranded(changed(torn)))


def set_in(words: str) -> Pdf:
    """A file that the typesetter makes of markup, without the look of reports."""
    look = "#set page(height: 120pt, width: 300pt, margin: 20pt)\n"
    return Pdf(typst.compile(f"{look}{words}".encode(), format="pdf"))


def test_a_page_with_little_on_it_is_found_save_the_first_and_the_last() -> None:
    pages = ["Cover", *(" \\\n".join(["Line"] * count) for count in (LEAST, LEAST - 1)), "End"]
    assert bare(set_in("\n#pagebreak()\n".join(pages))) == [f"page 3: {LEAST - 1} lines"]


@pytest.mark.parametrize(
    "before, items, alone",
    [(0, 5, []), (4, 3, ["page 1"]), (3, 3, ["page 2"]), (3, 4, []), (4, 1, [])],
)
def test_an_item_alone_on_a_page_is_found(before: int, items: int, alone: list[str]) -> None:
    lines = " \\\n".join(["Line"] * before)
    found = lone(set_in(lines + "\n\n" + "\n".join(["- Item"] * items)))
    assert [where.partition(":")[0] for where in found] == alone
