"""What a text document holds, read from its XML without the library that wrote it."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZipFile

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def part(file: bytes, name: str) -> ET.Element:
    """One of the XML files that it is made of."""
    with ZipFile(BytesIO(file)) as archive:
        return ET.fromstring(archive.read(name))


def body(file: bytes) -> ET.Element:
    found = part(file, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def targets(file: bytes, name: str = "document") -> dict[str, str]:
    """Where relations of a part lead, by their names."""
    return {
        one.attrib["Id"]: one.attrib["Target"]
        for one in part(file, f"word/_rels/{name}.xml.rels").iter(_RELATION)
    }


def text_of(element: ET.Element) -> str:
    """What is read: no instructions of fields, and tabs as such."""
    return "".join(
        "\t" if one.tag == f"{W}tab" else one.text or ""
        for run in element.iter(f"{W}r")
        for one in run
        if one.tag in (f"{W}t", f"{W}tab")
    )


def style_of(paragraph: ET.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    assert found is not None, "every paragraph has a style"
    return found.attrib[f"{W}val"]


def paragraphs(within: ET.Element, *styles: str) -> Iterator[ET.Element]:
    for paragraph in within.iter(f"{W}p"):
        if not styles or style_of(paragraph) in styles:
            yield paragraph


def value(element: ET.Element | None) -> str:
    assert element is not None
    return element.attrib[f"{W}val"]


def rows(table: ET.Element) -> list[list[str]]:
    return [
        [
            "\n".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p"))
            for cell in row.iter(f"{W}tc")
        ]
        for row in table.iter(f"{W}tr")
    ]
