"""What another library than the one that wrote it finds in a PDF: what is drawn on its pages, and
the structure in which it is read."""

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

from tests.reports.pdf_letters import Letters, meanings, widths

PAINTED = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"])
STANDARD = frozenset(
    [
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
        *("Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI"),
        *("Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote"),
        *("Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
    ]
)
SHOWN = frozenset(["Tj", "TJ"])
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Line:
    """Where text stands on its page, from beginning to end, and how large its letters are."""

    text: str
    left: float
    right: float
    up: float
    size: float


@dataclass
class Piece:
    """What is marked as one on a page: text, or shapes without any."""

    page: int
    text: str = ""
    language: str | None = None
    colours: set[tuple[float, ...]] = field(default_factory=set)
    lines: list["Line"] = field(default_factory=list)


@dataclass
class Node:
    """An element of the structure, of a standard kind."""

    kind: str
    attributes: dict[str, Any]
    language: str | None
    children: list["Node | Piece"] = field(default_factory=list)
    annotations: list[DictionaryObject] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *kinds: str) -> list["Node"]:
        return [node for node in self.walk() if node.kind in kinds]

    def pieces(self) -> Iterator[Piece]:
        for child in self.children:
            yield from child.pieces() if isinstance(child, Node) else [child]

    @property
    def alternative(self) -> str | None:
        found = self.attributes.get("/Alt")
        return None if found is None else str(found)

    @property
    def text(self) -> str:
        """As it is read out: what stands for a figure in its place."""
        if self.alternative is not None:
            return self.alternative
        return "".join(child.text for child in self.children)

    @property
    def page(self) -> int:
        return next(self.pieces()).page

    def own(self, owner: str, name: str) -> Any:
        """An attribute of one of its owners, such as the scope of a head of a table."""
        given = self.attributes.get("/A", [])
        for one in given if isinstance(given, list) else [given]:
            attributes = one.get_object()
            if attributes.get("/O") == owner and name in attributes:
                return attributes[name]
        return None


class Pdf:
    """A file as it is found."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(io.BytesIO(data))
        self.faults: list[str] = []
        self.root: Any = self.reader.trailer["/Root"]
        self.fonts: dict[str, tuple[Any, Letters]] = {}
        self.images = 0
        self.pages = [_Page(self, number) for number in range(len(self.reader.pages))]

    @cached_property
    def structure(self) -> Node:
        """The whole of it; pieces that are not on any page are faults."""
        tree = self.root["/StructTreeRoot"].get_object()
        roles = {str(k)[1:]: str(v)[1:] for k, v in tree.get("/RoleMap", {}).items()}
        top = Node("Root", {}, str(self.root.get("/Lang", "")) or None)
        self._fill(top, tree, None, roles)
        return top

    def _fill(self, node: Node, element: Any, page: Any, roles: dict[str, str]) -> None:
        kids = element.get("/K")
        kids = kids.get_object() if kids is not None else []
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if isinstance(found, int):
                self._piece(node, page, found)
            elif found.get("/Type") == "/MCR":
                self._piece(node, found.get("/Pg", page), found["/MCID"])
            elif found.get("/Type") == "/OBJR":
                node.annotations.append(found["/Obj"].get_object())
            else:
                kind = str(found["/S"])[1:]
                while kind in roles and kind not in STANDARD:
                    kind = roles[kind]
                own = str(found["/Lang"]) if "/Lang" in found else node.language
                child = Node(kind, dict(found), own)
                node.children.append(child)
                self._fill(child, found, found.get("/Pg", page), roles)

    def _piece(self, node: Node, page: Any, number: int) -> None:
        at = self._page_number(page)
        piece = self.pages[at].pieces.get(number)
        if piece is None:
            self.faults.append(f"page {at + 1} has no content {number}, which the structure names")
            return
        self.pages[at].read.add(number)
        piece.language = piece.language or node.language
        node.children.append(piece)

    def _page_number(self, page: Any) -> int:
        reference = page if isinstance(page, IndirectObject) else page.indirect_reference
        return self._numbers[reference.idnum]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        references = [page.indirect_reference for page in self.reader.pages]
        return {one.idnum: at for at, one in enumerate(references) if one is not None}

    @cached_property
    def metadata(self) -> ET.Element:
        return ET.fromstring(self.root["/Metadata"].get_object().get_data())

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, title and page of each, in order."""

        def found(entries: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
            for entry in entries:
                if isinstance(entry, list):
                    yield from found(entry, level + 1)
                else:
                    number = self.reader.get_destination_page_number(entry)
                    assert number is not None
                    yield level, str(entry.title), number

        return list(found(self.reader.outline, 1))

    def links(self) -> list[tuple[int, DictionaryObject]]:
        """Each link with the page that it is on."""
        return [
            (at, annotation.get_object())
            for at, page in enumerate(self.reader.pages)
            for annotation in page.get("/Annots", [])
            if annotation.get_object().get("/Subtype") == "/Link"
        ]

    def target(self, link: DictionaryObject) -> int | str | None:
        """The number of the page that a link leads to, or its address; None where it leads
        nowhere."""
        action = link.get("/A")
        if action is not None and "/URI" in action.get_object():
            return str(action.get_object()["/URI"])
        place: Any = link.get("/Dest")
        if place is None and action is not None:
            place = action.get_object().get("/D")
        if place is not None and not isinstance(place.get_object(), list):
            named = self.reader.named_destinations.get(str(place.get_object()))
            return None if named is None else self.reader.get_destination_page_number(named)
        return None if place is None else self._page_number(place.get_object()[0])


class _Page:
    """What is drawn on a page, by its marks."""

    def __init__(self, pdf: Pdf, number: int) -> None:
        self.pdf, self.number = pdf, number
        self.pieces: dict[int, Piece] = {}
        self.read: set[int] = set()
        self.artifacts = Piece(number)
        self._open: list[tuple[str, Piece | None]] = []
        page = pdf.reader.pages[number]
        contents = page.get_contents()
        if contents is not None:
            self.draw(contents, page["/Resources"].get_object())

    def draw(self, content: Any, resources: Any, placed: Matrix = UNMOVED) -> None:
        pen = _Pen(self, resources, placed)
        for operands, operator in ContentStream(content, self.pdf.reader).operations:
            pen.take(operator.decode("latin-1"), operands)

    def begin(self, tag: str, given: Any, resources: Any) -> None:
        properties = given
        if isinstance(given, str):
            properties = resources["/Properties"].get_object()[given].get_object()
        inside = {kind for kind, _ in self._open}
        if tag == "/Artifact":
            if "tagged" in inside:
                self.fault("an artifact lies in what is read")
            self._open.append(("artifact", self.artifacts))
        elif "/MCID" in properties:
            if "artifact" in inside:
                self.fault("what is read lies in an artifact")
            language = properties.get("/Lang")
            piece = Piece(self.number, "", None if language is None else str(language))
            self.pieces[int(properties["/MCID"])] = piece
            self._open.append(("tagged", piece))
        else:
            around = self._open[-1][1] if self._open else None
            replaced = "/ActualText" in properties
            if around is not None and replaced:
                around.text += str(properties["/ActualText"])
            self._open.append(("replaced" if replaced else "other", around))

    @property
    def says_what_it_shows(self) -> bool:
        """Whether nothing else is said in place of what is drawn."""
        return all(kind != "replaced" for kind, _ in self._open)

    def end(self) -> None:
        self._open.pop()

    def painted(self, operator: str) -> Piece:
        piece = self._open[-1][1] if self._open else None
        if piece is None:
            self.fault(f"something is drawn ({operator}) that is neither read nor an artifact")
            return Piece(self.number)
        return piece

    def letters(self, font: Any) -> Letters:
        known = self.pdf.fonts.get(font["/BaseFont"])
        if known is None:
            known = self.pdf.fonts[font["/BaseFont"]] = font, self._read(font)
        return known[1]

    def _read(self, font: Any) -> Letters:
        if font["/Subtype"] != "/Type0" or "/ToUnicode" not in font:
            self.fault(f"the letters of {font['/BaseFont']} cannot be read")
            return Letters({}, {}, 2)
        table = font["/ToUnicode"].get_object().get_data().decode("latin-1")
        inner = font["/DescendantFonts"].get_object()[0].get_object()
        return Letters(meanings(table), widths(inner["/W"].get_object()), inner.get("/DW", 1000))

    def fault(self, what: str) -> None:
        self.pdf.faults.append(f"page {self.number + 1}: {what}")


def matrix(numbers: Any) -> Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return a, b, c, d, e, f


def moved(inner: Matrix, outer: Matrix) -> Matrix:
    """What first one does and then the other."""
    a, b, c, d, e, f = inner
    m, n, o, p, q, r = outer
    return (
        a * m + b * o,
        a * n + b * p,
        c * m + d * o,
        c * n + d * p,
        e * m + f * o + q,
        e * n + f * p + r,
    )


class _Pen:
    """Follows what a stream of content draws, on a page or in a form that is placed on one."""

    def __init__(self, page: _Page, resources: Any, placed: Matrix) -> None:
        self._page, self._resources = page, resources
        self._placed, self._set_at, self._size = placed, UNMOVED, 0.0
        self._colour: tuple[float, ...] = (0.0,)
        self._kept: list[tuple[tuple[float, ...], Matrix]] = []
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        self._fonts = {name: page.letters(font.get_object()) for name, font in fonts.items()}
        self._forms = resources.get("/XObject", DictionaryObject()).get_object()
        self._letters = Letters({}, {}, 0)

    def take(self, name: str, operands: Any) -> None:
        """The next operator."""
        if name in ("BDC", "BMC"):
            self._page.begin(str(operands[0]), [*operands, {}][1], self._resources)
        elif name == "EMC":
            self._page.end()
        elif name in SHOWN:
            self._show(self._page.painted(name), operands[0])
        elif name in PAINTED:
            self._page.painted(name)
        elif name == "Do":
            self._page.painted(name)
            self._form(self._forms[operands[0]].get_object())
        else:
            self._change(name, operands)

    def _change(self, name: str, operands: Any) -> None:
        match name:
            case "q":
                self._kept.append((self._colour, self._placed))
            case "Q":
                self._colour, self._placed = self._kept.pop()
            case "cm":
                self._placed = moved(matrix(operands), self._placed)
            case "BT":
                self._set_at = UNMOVED
            case "Tm":
                self._set_at = matrix(operands)
            case "Tf":
                self._letters, self._size = self._fonts[operands[0]], float(operands[1])
            case "scn" | "sc" | "g" | "rg":
                self._colour = tuple(float(one) for one in operands if not isinstance(one, str))
            case "Td" | "TD" | "T*" | "'" | '"' | "BI" | "INLINE IMAGE":
                raise ValueError(f"this way of drawing ({name}) is not known here")

    def _show(self, piece: Piece, shown: Any) -> None:
        text, length, seen = self._letters.said(shown, self._page.fault)
        start = moved(self._set_at, self._placed)
        end = moved((1, 0, 0, 1, seen * self._size, 0), start)
        self._set_at = moved((1, 0, 0, 1, length * self._size, 0), self._set_at)
        piece.text += text if self._page.says_what_it_shows else ""
        piece.colours.add(self._colour)
        piece.lines.append(Line(text, start[4], end[4], start[5], self._size * abs(start[3])))

    def _form(self, form: Any) -> None:
        if form["/Subtype"] == "/Image":
            self._page.pdf.images += 1
            return
        inner = moved(matrix(form.get("/Matrix", UNMOVED)), self._placed)
        self._page.draw(form, form.get("/Resources", self._resources).get_object(), inner)
