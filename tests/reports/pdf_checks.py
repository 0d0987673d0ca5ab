"""What is wrong with a PDF for those who have it read to them, and for those who print it.

`faults` are the checks that machines can make of PDF/UA-1 (ISO 14289-1).
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdf.generic import BooleanObject, DictionaryObject

from tests.reports.pdf_reading import STANDARD, Node, Pdf, Piece

HEADING = re.compile(r"H([1-6])")
MILLIMETRE = 72 / 25.4
MARGINS = (22 * MILLIMETRE, 30 * MILLIMETRE, 22 * MILLIMETRE, 24 * MILLIMETRE)
"""Of a page of a report: left, top, right and foot, in points."""
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}
CHILDREN = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
XML = {
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def faults(pdf: Pdf) -> list[str]:
    """Everything that is wrong; nothing in a file that everybody can read."""
    if "/StructTreeRoot" not in pdf.root:
        return [*pdf.faults, "it has no structure"]
    structure = pdf.structure
    checks = (_document, _marks, _headings, _nesting, _tables, _figures, _links, _fonts, _outline)
    return [*pdf.faults, *(fault for check in checks for fault in check(pdf, structure))]


def _document(pdf: Pdf, _: Node) -> Iterator[str]:
    root = pdf.root
    marks = root.get("/MarkInfo", DictionaryObject()).get_object()
    shown = root.get("/ViewerPreferences", DictionaryObject()).get_object()
    if not re.match(rb"%PDF-1\.[0-7]\s", pdf.data):
        yield "it is no PDF 1"
    if marks.get("/Marked") != BooleanObject(True) or marks.get("/Suspects") == BooleanObject(True):
        yield "it does not say that it is tagged"
    if not root.get("/Lang"):
        yield "it has no language"
    if shown.get("/DisplayDocTitle") != BooleanObject(True):
        yield "its name is shown in place of its title"
    if "/Metadata" not in root:
        yield "it has no metadata"
        return
    part = pdf.metadata.findtext(".//pdfuaid:part", "", XML)
    if part != "1":
        yield f"it says that it is part {part!r} of PDF/UA"
    if not pdf.metadata.findtext(".//dc:title/rdf:Alt/rdf:li", "", XML).strip():
        yield "its metadata has no title"
    if "/Encrypt" in pdf.reader.trailer:
        yield "it is locked"
    if "/AcroForm" in root or "/OpenAction" in root or "/AA" in root:
        yield "it does something by itself"


def _marks(pdf: Pdf, _: Node) -> Iterator[str]:
    for page in pdf.pages:
        for number in sorted(set(page.pieces) - page.read):
            text = page.pieces[number].text
            yield f"page {page.number + 1}: content {number} is in no structure: {text!r}"


def _headings(_: Pdf, structure: Node) -> Iterator[str]:
    before = 0
    for node in structure.walk():
        found = HEADING.fullmatch(node.kind)
        if found is None:
            continue
        level = int(found[1])
        if level > before + 1:
            yield f"a heading of level {level} follows on one of level {before}: {node.text!r}"
        if not node.text.strip():
            yield "a heading is empty"
        before = level
    if before == 0:
        yield "there is no heading"


def _nesting(_: Pdf, structure: Node) -> Iterator[str]:
    for node in structure.walk():
        for child in node.children:
            if isinstance(child, Piece):
                continue
            if child.kind not in STANDARD:
                yield f"{child.kind} is no kind that is known"
            if node.kind not in PARENTS.get(child.kind, {node.kind}):
                yield f"{child.kind} lies in {node.kind}"
            if child.kind not in CHILDREN.get(node.kind, {child.kind}):
                yield f"{node.kind} holds {child.kind}"


def _tables(_: Pdf, structure: Node) -> Iterator[str]:
    for table in structure.all("Table"):
        rows = table.all("TR")
        widths = Counter(
            sum(int(cell.own("/Table", "/ColSpan") or 1) for cell in row.all("TH", "TD"))
            for row in rows
        )
        if len(widths) != 1:
            yield f"the rows of a table are not all as long: {dict(widths)}"
        heads = table.all("TH")
        if not heads:
            yield f"a table has no heads: {table.text[:40]!r}"
        for head in heads:
            if head.own("/Table", "/Scope") not in ("/Column", "/Row", "/Both"):
                yield f"it is not said what {head.text!r} is the head of"


def _figures(_: Pdf, structure: Node) -> Iterator[str]:
    for node in structure.all("Figure", "Formula"):
        if not (node.alternative or "").strip():
            yield f"nothing stands for a {node.kind}"
        if node.own("/Layout", "/BBox") is None:
            yield f"it is not said where a {node.kind} lies"


def _links(pdf: Pdf, structure: Node) -> Iterator[str]:
    tagged = [note for node in structure.all("Link") for note in node.annotations]
    for at, link in pdf.links():
        if not str(link.get("/Contents", "")).strip():
            yield f"page {at + 1}: it is not said what a link leads to"
        if not any(link is one or link == one for one in tagged):
            yield f"page {at + 1}: a link is not in the structure"
        if pdf.target(link) is None:
            yield f"page {at + 1}: a link leads nowhere"
    for at, page in enumerate(pdf.reader.pages):
        if page.get("/Annots") and page.get("/Tabs") != "/S":
            yield f"page {at + 1}: one does not go from link to link in order"
    for node in structure.all("Link"):
        if not node.annotations:
            yield f"a link cannot be followed: {node.text!r}"
        if not node.text.strip():
            yield "a link has no words"


def _fonts(pdf: Pdf, _: Node) -> Iterator[str]:
    for name, (font, _letters_of_it) in pdf.fonts.items():
        inner: Any = font
        if font["/Subtype"] == "/Type0":
            inner = font["/DescendantFonts"].get_object()[0].get_object()
        descriptor = inner.get("/FontDescriptor", DictionaryObject()).get_object()
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
            yield f"{name} is not in the file"


def _outline(pdf: Pdf, structure: Node) -> Iterator[str]:
    """Each bookmark has a heading of its words on the page that it leads to, in order."""
    headings = [
        (plain(node.text), node.page) for node in structure.walk() if HEADING.fullmatch(node.kind)
    ]
    at = 0
    for _, title, page in pdf.bookmarks():
        if (plain(title), page) not in headings[at:]:
            yield f"a bookmark leads past its heading: {title!r}, page {page + 1}"
        else:
            at = headings.index((plain(title), page), at) + 1


def outside(pdf: Pdf, margins: tuple[float, float, float, float]) -> list[str]:
    """What is written beyond the margins: left, top, right and bottom."""
    left, top, right, bottom = margins
    found = []
    for page in pdf.pages:
        box = pdf.reader.pages[page.number].mediabox
        for piece in page.pieces.values():
            found += [
                f"page {page.number + 1}: {line.text!r}"
                for line in piece.lines
                if line.left < left - 1
                or line.right > float(box.width) - right + 1
                or line.up < bottom - 1
                or line.up > float(box.height) - top + 1
            ]
    return found


def stranded(pdf: Pdf) -> list[str]:
    """Headings and captions with nothing of what they head on their page."""
    structure = pdf.structure
    flow: list[tuple[bool, Piece]] = []
    for node in structure.walk():
        heads = HEADING.fullmatch(node.kind) is not None or node.kind == "Caption"
        if heads:
            flow += [(True, piece) for piece in node.pieces()]
        elif not any(HEADING.fullmatch(n.kind) or n.kind == "Caption" for n in node.walk()):
            flow += [(False, child) for child in node.children if isinstance(child, Piece)]
    return [
        f"page {piece.page + 1}: {piece.text!r}"
        for (heads, piece), (_, after) in pairwise(flow)
        if heads and after.page != piece.page
    ]


LEAST = 6
"""Lines of a page that is not nearly empty; those of its head and foot are not among them."""


def bare(pdf: Pdf) -> list[str]:
    """Pages with little on them; the first is the cover, and the last ends where it ends."""
    found = []
    for page in pdf.pages[1:-1]:
        lines = {round(line.up) for piece in page.pieces.values() for line in piece.lines}
        if len(lines) < LEAST:
            found.append(f"page {page.number + 1}: {len(lines)} lines")
    return found


def lone(pdf: Pdf) -> list[str]:
    """Items of lists that stand alone at the end or the beginning of a page, away from the rest of
    their list. Items that go on over pages themselves are not alone."""
    found = []
    for one in pdf.structure.all("L"):
        items = [node for node in one.children if isinstance(node, Node) and node.kind == "LI"]
        pages = [sorted({piece.page for piece in item.pieces()}) for item in items]
        if len(items) < 2 or not all(pages):
            continue
        ends = ((items[0], pages[0][-1], pages[1][0]), (items[-1], pages[-1][0], pages[-2][-1]))
        found += [f"page {at + 1}: {item.text!r}" for item, at, other in ends if at != other]
    return found


def plain(text: str) -> str:
    """A text without what lies between its letters, to be compared."""
    return re.sub("[\\s\u00ad\u200b]", "", text)
