"""Empty slides: their size, the places on them, their letters and colours.

The library's empty presentation is for screens of another shape and in other letters. Those of its
layouts that slides are made of are kept by name, and everything on them is placed anew.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Pptx
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches, Length

from app.charts.look import LOOKS, TEXT, SeriesRole
from app.reports.document import Slides
from app.reports.writers.office import (
    APPLICATION,
    language_tag,
    say_properties,
    theme_in_our_letters,
)

COVER: Final = "Title Slide"
WORDS: Final = "Title and Content"
BESIDE: Final = "Two Content"
LISTS: Final = "Comparison"
ALONE: Final = "Title Only"
"""The layouts, by what the library calls them."""

_ACCENT: Final = LOOKS[SeriesRole.SUBJECT].colour
_COLOURS: Final = {"dk1": TEXT, "dk2": TEXT} | dict.fromkeys(
    ("accent1", "hlink", "folHlink"), _ACCENT
)
_NOT_OURS: Final = ("thumbnail", "printerSettings")
_MARGIN: Final = 0.75


@dataclass(frozen=True, slots=True)
class SlidePlace:
    """Where something is on a slide, in inches, with the size of its letters in points."""

    left: float
    top: float
    width: float
    height: float
    size: float = 20
    kind: str = "body"
    bold: bool = False
    bullets: bool = False
    anchor: str = "t"

    @property
    def box(self) -> tuple[Length, Length, Length, Length]:
        """The same as the library has it."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


SIZE: Final = (Emu(12_192_000), Emu(6_858_000))
"""16 to 9."""
_TITLE: Final = SlidePlace(_MARGIN, 0.4, 11.83, 1.25, 30, "title", bold=True, anchor="b")
WHOLE: Final = SlidePlace(_MARGIN, 1.9, 11.83, 3.95)
RIGHT: Final = SlidePlace(5.2, 1.8, 7.38, 4.05)
_BENEATH: Final = SlidePlace(_MARGIN, 5.9, 11.83, 0.95, 12, anchor="b")
_FOOT: Final = SlidePlace(_MARGIN, 6.85, 10.5, 0.4, 12, "ftr", anchor="ctr")
_NUMBER: Final = SlidePlace(11.58, 6.85, 1, 0.4, 12, "sldNum", anchor="ctr")
FOOT, NUMBER, BENEATH = 11, 12, 13
AROUND: Final[Mapping[int, SlidePlace]] = {FOOT: _FOOT, NUMBER: _NUMBER}
"""What is on every slide."""

LAYOUTS: Final[Mapping[str, Mapping[int, SlidePlace]]] = {
    COVER: {
        0: SlidePlace(_MARGIN, 1.2, 11.83, 2.1, 40, "ctrTitle", bold=True, anchor="b"),
        1: SlidePlace(_MARGIN, 3.5, 11.83, 3.1, kind="subTitle"),
    },
    WORDS: {0: _TITLE, 1: replace(WHOLE, size=24), BENEATH: _BENEATH},
    BESIDE: {0: _TITLE, 1: SlidePlace(_MARGIN, 1.9, 4.3, 3.95), BENEATH: _BENEATH},
    LISTS: {
        0: _TITLE,
        1: SlidePlace(_MARGIN, 1.8, 5.75, 0.6, 22, bold=True, anchor="b"),
        2: SlidePlace(_MARGIN, 2.45, 5.75, 3.4, bullets=True),
        3: SlidePlace(6.83, 1.8, 5.75, 0.6, 22, bold=True, anchor="b"),
        4: SlidePlace(6.83, 2.45, 5.75, 3.4, bullets=True),
        BENEATH: _BENEATH,
    },
    ALONE: {0: _TITLE, BENEATH: _BENEATH},
}
"""What else is on each, by the numbers that the library knows it by."""


def empty_slides(slides: Slides) -> Pptx:
    """A presentation of no slide, with the layouts that slides are made of."""
    whole = Presentation()
    whole.slide_width, whole.slide_height = SIZE
    whole.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    for letters in whole.part._element.iter(qn("a:defRPr")):
        if "lang" in letters.attrib:
            letters.set("lang", language_tag(slides.language))
    master = whole.slide_master
    for layout in list(master.slide_layouts):
        if layout.name in LAYOUTS:
            _refill(layout, {**LAYOUTS[layout.name], **AROUND})
        else:
            master.slide_layouts.remove(layout)
    _refill(master, {0: _TITLE, 1: WHOLE, 3: _FOOT, 4: _NUMBER})
    styles = master._element.find(qn("p:txStyles"))
    styles.getparent().replace(styles, parse_xml(_text_styles()))
    say_properties(whole.core_properties, slides)
    return whole


def finish(whole: Pptx) -> None:
    """Puts in order what the library has brought along, when all slides are there."""
    package = whole.part.package
    for held in (package, whole.part):
        for name, rel in list(held._rels.items()):
            if rel.reltype.rpartition("/")[2] in _NOT_OURS:
                held._rels.pop(name)
            elif rel.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                _rewrite(rel.target_part, APPLICATION)
    for part in package.iter_parts():
        if part.content_type == CONTENT_TYPE.OFC_THEME:
            _rewrite(part, _in_our_colours(theme_in_our_letters(part.blob)))


def placeholder(number: int, place: SlidePlace, id: int, *, inherits: bool = False) -> Any:
    """A place for words, or one on a slide that lies where its layout says."""
    index = f' idx="{number}"' if number else ""
    x, y, width, height = place.box
    frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    properties = "" if inherits else f'{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if place.bullets else "<a:buNone/>"
    indent = 'marL="228600" indent="-228600"' if place.bullets else 'marL="0" indent="0"'
    colour = "accent1" if place.kind in ("title", "ctrTitle") else "tx1"
    side = "r" if place.kind == "sldNum" else "l"
    letters = (
        f'<a:lvl1pPr {indent} algn="{side}">{bullet}'
        f'<a:defRPr sz="{round(place.size * 100)}" b="{int(place.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr>'
        "</a:lvl1pPr>"
    )
    body = (
        "<a:bodyPr/>"
        if inherits
        else f'<a:bodyPr anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>'
    )
    words = (
        '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr/>'
        "<a:t>‹#›</a:t></a:fld>"
        if place.kind == "sldNum"
        else ""
    )
    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr>"
        f'<p:cNvPr id="{id}" name="{place.kind} {number}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{properties}</p:spPr><p:txBody>{body}"
        f"<a:lstStyle>{letters}</a:lstStyle><a:p>{words}</a:p>"
        "</p:txBody></p:sp>"
    )


def _refill(held: SlideLayout | SlideMaster, places: Mapping[int, SlidePlace]) -> None:
    tree = held.shapes._spTree
    for old in tree.findall(qn("p:sp")):
        tree.remove(old)
    for id, (number, place) in enumerate(places.items(), 2):
        tree.append(placeholder(number, place, id))


def _text_styles() -> str:
    """What is not placed by a layout, such as text that somebody adds, is as plain as this."""
    levels = "".join(
        f'<a:lvl{level}pPr marL="{228600 * (level - 1)}" indent="0" algn="l">'
        '<a:spcBef><a:spcPts val="800"/></a:spcBef><a:buNone/><a:defRPr sz="{size}">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f"</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 10)
    )
    title = levels.partition("<a:lvl2pPr")[0].replace("+mn-lt", "+mj-lt").replace("800", "0", 1)
    return (
        f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle>{title.format(size=3000)}</p:titleStyle>"
        f"<p:bodyStyle>{levels.format(size=2000)}</p:bodyStyle>"
        f"<p:otherStyle>{levels.format(size=1800)}</p:otherStyle></p:txStyles>"
    )


def _in_our_colours(theme: bytes) -> bytes:
    for name, colour in _COLOURS.items():
        ours = f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'.encode()
        theme = re.sub(rf"<a:{name}>.*?</a:{name}>".encode(), ours, theme, flags=re.DOTALL)
    return theme


def _rewrite(part: Any, content: bytes) -> None:
    """Some parts are kept as they came, and some as what was read in them."""
    if hasattr(part, "_element"):
        part._element = parse_xml(content)
    else:
        part._blob = content
