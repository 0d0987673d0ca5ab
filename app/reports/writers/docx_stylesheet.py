"""How a text document looks: its styles, which whoever goes on writing can change in one place."""

from collections.abc import Iterator
from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from app.charts.look import GRID, LOOKS, TEXT, SeriesRole
from app.charts.typeset import WARNING
from app.reports.writers.docx_paragraph_style import (
    NORMAL,
    Letters,
    ParagraphStyle,
    hex_of,
    is_known,
)
from app.reports.writers.office import FONT
from app.reports.writers.wordml import Element, w

MOST_LEVELS: Final = 6
SIZE: Final = 10.5
"""Of letters in points, where no style says another."""
NAME: Final = 150
"""From the names of facts to what belongs to them, in points."""

_ACCENT: Final = LOOKS[SeriesRole.SUBJECT].colour
_QUIET: Final = "#4a5560"
_GROUND: Final = "#eef3f8"
_WARNED: Final = "#fdf1e7"
KINDS: Final = {
    "strength": LOOKS[SeriesRole.FOURTH].colour,
    "challenge": LOOKS[SeriesRole.FIFTH].colour,
    "weakness": LOOKS[SeriesRole.SIXTH].colour,
}
"""The colour above each kind of findings."""


def _headings() -> Iterator[ParagraphStyle]:
    sizes = (20, 15, 12.5, 11.5, 11, 11)
    for level in range(MOST_LEVELS):
        yield ParagraphStyle(
            f"heading {level + 1}",
            Letters(sizes[level], bold=True, italic=level > 3, colour=_ACCENT),
            then=NORMAL,
            space=((22, 8), (18, 6), (14, 4), (12, 4), (12, 4), (12, 4))[level],
            keeps_next=True,
            level=level,
        )


def _contents(room: float, *, close: bool) -> Iterator[ParagraphStyle]:
    for level in range(MOST_LEVELS):
        above, below = ((3, 0) if close else (5, 2)) if level == 0 else (0, 0 if close else 2)
        yield ParagraphStyle(
            f"toc {level + 1}",
            Letters(9.5 if close else None, bold=level == 0),
            id=f"TOC{level + 1}",
            then=NORMAL,
            space=(above, below),
            indent=(14 * level + 14, 14),
            tabs=(("right", room),),
        )


def _findings() -> Iterator[ParagraphStyle]:
    for kind, colour in KINDS.items():
        yield ParagraphStyle(
            f"Finding {kind}",
            Letters(colour=colour),
            based_on="TableHead",
            edges=(("top", 3, colour),),
        )


def _paragraphs(room: float, *, close: bool) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(NORMAL, based_on=None, space=(4, 4))
    yield ParagraphStyle(
        "Title", Letters(30, bold=True, colour=_ACCENT), then="Subtitle", space=(110, 8)
    )
    yield ParagraphStyle("Subtitle", Letters(16, colour=_QUIET), then=NORMAL, space=(0, 28))
    yield from _headings()
    yield ParagraphStyle(
        "TOC Heading",
        Letters(20, bold=True, colour=_ACCENT),
        id="TOCHeading",
        then=NORMAL,
        space=(0, 10),
        keeps_next=True,
        new_page=True,
    )
    yield from _contents(room, close=close)
    yield ParagraphStyle("Lead", Letters(13), then=NORMAL, space=(0, 10))
    yield ParagraphStyle("Note", Letters(9, colour=_QUIET), space=(3, 4))
    yield ParagraphStyle("Missing", Letters(italic=True, colour=_QUIET))
    yield ParagraphStyle("Quote", edges=(("left", 1.5, GRID),), indent=(14, 0), then=NORMAL)
    yield ParagraphStyle("List Bullet", list_number=1, space=(1, 3))
    yield ParagraphStyle("List Number", list_number=2, space=(1, 3))
    yield ParagraphStyle(
        "Fact", space=(0, 4), indent=(NAME, NAME), tabs=(("left", NAME),), keeps_next=True
    )
    yield ParagraphStyle("Fact Name", Letters(bold=True), then="FactText", keeps_next=True)
    yield ParagraphStyle("Fact Text", then="FactName", indent=(14, 0), space=(0, 4))
    yield ParagraphStyle(
        "caption", Letters(10, bold=True), then=NORMAL, space=(12, 4), keeps_next=True
    )
    yield ParagraphStyle(
        "Figure Subtitle", Letters(9.5, colour=_QUIET), space=(0, 4), keeps_next=True
    )
    yield ParagraphStyle("Figure Note", based_on="Note", keeps_next=True)
    yield ParagraphStyle("Figure", then="FigureNote", space=(2, 6), keeps_next=True)
    yield from _boxes()
    yield ParagraphStyle("Table Text", Letters(9), space=(2, 2))
    yield ParagraphStyle("Table Number", based_on="TableText", right=True)
    yield ParagraphStyle("Table Text Kept", based_on="TableText", keeps_next=True)
    yield ParagraphStyle("Table Number Kept", based_on="TableNumber", keeps_next=True)
    yield ParagraphStyle("Table Head", Letters(bold=True), based_on="TableText", keeps_next=True)
    yield ParagraphStyle("Table Head Number", based_on="TableHead", right=True)
    yield ParagraphStyle("Table Bullet", based_on="TableText", list_number=3, whole=True)
    yield ParagraphStyle("End", Letters(2), space=(0, 6))
    yield from _findings()
    yield ParagraphStyle(
        "header", Letters(8.5, colour=_QUIET), space=(0, 0), tabs=(("right", room),)
    )
    yield ParagraphStyle(
        "footer",
        Letters(8.5, colour=_QUIET),
        space=(0, 0),
        tabs=(("right", room),),
        edges=(("top", 0.5, GRID),),
    )


def _boxes() -> Iterator[ParagraphStyle]:
    """Paragraphs of the same lines and ground that follow one another are one box."""
    for name, colour, ground in (
        ("Points", _ACCENT, _GROUND),
        ("Notice", _ACCENT, _GROUND),
        ("Warning", WARNING, _WARNED),
    ):
        # Those in the colour of the ground are its margins.
        edges = (
            ("top", 0.5, ground),
            ("left", 3.0, colour),
            ("bottom", 0.5, ground),
        )
        yield ParagraphStyle(
            f"{name} Title",
            Letters(bold=True, colour=WARNING if name == "Warning" else None),
            then=name,
            edges=edges,
            ground=ground,
            indent=(8, 0),
            space=(8, 0),
            keeps_next=True,
        )
        yield ParagraphStyle(
            name,
            edges=edges,
            ground=ground,
            indent=(8, 0),
            space=(0, 8),
            together=True,
            keeps_next=name == "Points",
        )


_CHARACTERS: Final = {
    "Strong": Letters(bold=True),
    "Hyperlink": Letters(colour=_ACCENT, underlined=True),
    "Marked": Letters(bold=True, colour=_ACCENT),
    "Points Value": Letters(22, bold=True, colour=_ACCENT),
}

_TABLES: Final = f"""
<w:styles {nsdecls("w")}>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
      <w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>
    </w:tblCellMar></w:tblPr>
  </w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="ReportTable">
    <w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
    <w:tblPr><w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="{hex_of(TEXT)}"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{hex_of(TEXT)}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{hex_of(GRID)}"/>
    </w:tblBorders></w:tblPr>
    <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>
      <w:tcBorders>
        <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{hex_of(TEXT)}"/>
      </w:tcBorders>
      <w:shd w:val="clear" w:color="auto" w:fill="{hex_of(_GROUND)}"/><w:vAlign w:val="bottom"/>
    </w:tcPr></w:tblStylePr>
  </w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="SideBySide">
    <w:name w:val="Side by Side"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
    <w:tblPr/>
    <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
  </w:style>
</w:styles>
"""
"""Tables with lines between rows only, and lists side by side without any."""


def styles(language: str, room: float, *, close: bool = False) -> Element:
    """All of them, for words of a language on lines that are so many points long. `close` are the
    entries of contents that would be a little too long for a page."""
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    letters = w(
        "rPr",
        fonts,
        w("color", val=hex_of(TEXT)),
        w("sz", val=round(2 * SIZE)),
        w("szCs", val=round(2 * SIZE)),
        w("lang", val=language, eastAsia=language, bidi=language),
    )
    spacing = w("pPr", w("spacing", after=0, line=276, lineRule="auto"))
    whole = w("styles", w("docDefaults", w("rPrDefault", letters), w("pPrDefault", spacing)))
    whole.extend(style.element() for style in _paragraphs(room, close=close))
    whole.extend(
        w(
            "style",
            w("name", val=name),
            w("qFormat"),
            letters.properties(),
            type="character",
            styleId=name.replace(" ", ""),
            **({} if is_known(name) else {"customStyle": 1}),
        )
        for name, letters in _CHARACTERS.items()
    )
    whole.extend(list(parse_xml(_TABLES)))
    return whole
