"""What a text document is made of beside its text: settings, lists, theme and properties.

The library's empty document brings hundreds of styles, a picture of itself and the fonts of another
country: all of that is replaced.
"""

from typing import Final

from babel.numbers import get_decimal_symbol
from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from app.reports.document import Report
from app.reports.writers.docx_stylesheet import styles
from app.reports.writers.office import (
    APPLICATION,
    FONT,
    language_tag,
    say_properties,
    theme_in_our_letters,
)
from app.reports.writers.wordml import Element, w

PAGE: Final = (Mm(210), Mm(297))
MARGIN: Final = Mm(25)
ROOM: Final = Mm(160)
"""Between the margins."""
HEIGHT: Final = Mm(247)
CELL_MARGIN: Final = Pt(4)

BULLETS, NUMBERS, TABLE_BULLETS = 1, 2, 3
_NOT_OURS: Final = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "fontTable")

_SETTINGS: Final = """
<w:settings {namespaces}>
  <w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="1"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:compatSetting w:name="compatibilityMode"
      w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="{language}"/>
  <w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"
    w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4"
    w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"
    w:followedHyperlink="followedHyperlink"/>
  <w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val=";"/>
</w:settings>
"""


def empty_document(report: Report, *, close: bool = False) -> Docx:
    """A document of no text, with everything that texts refer to."""
    document = Document()
    _without_what_is_not_ours(document)
    language = language_tag(report.language)
    _refill(document.styles.element, styles(language, ROOM.pt, close=close))
    decimal = get_decimal_symbol(language.replace("-", "_"))
    settings = _SETTINGS.format(namespaces=nsdecls("w"), language=language, decimal=decimal)
    _refill(document.settings.element, parse_xml(settings))
    say_properties(document.core_properties, report)
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True
    return document


def number_lists(document: Docx, restarts: int) -> None:
    """Bullets, numbers, and so many lists of numbers that each begin with one."""
    whole = document.part.numbering_part.element
    kinds = (
        (BULLETS, "bullet", "ListBullet", "•", Pt(18)),
        (NUMBERS, "decimal", "ListNumber", "%1.", Pt(18)),
        (TABLE_BULLETS, "bullet", "TableBullet", "•", Pt(9)),
    )
    lists = [_list(*kind) for kind in kinds]
    lists += [w("num", w("abstractNumId", val=kind[0]), numId=kind[0]) for kind in kinds]
    lists += [
        w(
            "num",
            w("abstractNumId", val=NUMBERS),
            w("lvlOverride", w("startOverride", val=1), ilvl=0),
            numId=restarted(at),
        )
        for at in range(restarts)
    ]
    _refill(whole, w("numbering", *lists))


def restarted(at: int) -> int:
    """The list of numbers that begins anew for the so-manieth time."""
    return TABLE_BULLETS + 1 + at


def _list(number: int, kind: str, style: str, sign: str, indent: Pt) -> Element:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=kind),
        w("pStyle", val=style),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=indent.twips, hanging=indent.twips)),
        w("rPr", w("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def _without_what_is_not_ours(document: Docx) -> None:
    for rels in (document.part.package.rels, document.part.rels):
        for name, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in _NOT_OURS:
                del rels[name]
            elif rel.reltype == RELATIONSHIP_TYPE.THEME:
                _rewrite(rel.target_part, theme_in_our_letters(rel.target_part.blob))
            elif rel.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                _rewrite(rel.target_part, APPLICATION)


def _rewrite(part: Part, content: bytes) -> None:
    part._blob = content


def _refill(old: Element, new: Element) -> None:
    for child in list(old):
        old.remove(child)
    old.extend(list(new))
