"""Tables of a text document, with columns as wide as their words ask for."""

from collections.abc import Sequence
from typing import Final

from app.charts import lettering
from app.reports.document import Column, Columns, Grid, Text
from app.reports.writers.docx_parts import ROOM
from app.reports.writers.docx_text import Words
from app.reports.writers.wordml import TWIPS, Element, paragraph, run, w

_SIZE: Final = 9
_PADDING: Final = 9
_FEW: Final = 3
_FIRST_ROW: Final = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0}
_NO_BANDS: Final = {"noHBand": 1, "noVBand": 1}


def table(grid: Grid, words: Words) -> Element:
    """Rows under a head that is repeated on every page."""
    numeric = grid.numeric
    head = [
        [paragraph("TableHeadNumber" if at in numeric else "TableHead", run(name))]
        for at, name in enumerate(grid.head)
    ]
    rows = [
        [
            [
                paragraph(
                    "TableNumber" if column in numeric else "TableText",
                    *words.of(cell, _letters(grid, at)),
                )
            ]
            for column, cell in enumerate(row)
        ]
        for at, row in enumerate(grid.rows)
    ]
    return _table("ReportTable", grid.caption, _widths(grid), head, rows)


def side_by_side(columns: Columns, words: Words) -> Element:
    """Lists under their titles."""
    shown = columns.columns
    head = [
        [paragraph("Finding" + column.kind.capitalize(), run(column.title))] for column in shown
    ]
    cells = [_findings(column, words) for column in shown]
    widths = [ROOM.twips / len(shown)] * len(shown)
    caption = " – ".join(column.title for column in shown)
    return _table("FindingsTable", caption, widths, head, [cells], splits=True)


def _findings(column: Column, words: Words) -> list[Element]:
    if not column.items:
        return [paragraph("TableText", run(column.none))]
    return [paragraph("TableBullet", *words.of(item)) for item in column.items]


def _letters(grid: Grid, row: int) -> str | None:
    if row in grid.marked:
        return "Marked"
    return "Strong" if row in grid.strong else None


def _table(
    style: str,
    caption: str,
    widths: Sequence[float],
    head: Sequence[Sequence[Element]],
    rows: Sequence[Sequence[Sequence[Element]]],
    *,
    splits: bool = False,
) -> Element:
    whole = [round(width) for width in widths]
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=sum(whole), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620", **_FIRST_ROW, **_NO_BANDS),
            w("tblCaption", val=caption),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in whole)),
        _row(head, whole, w("cantSplit"), w("tblHeader")),
        *(_row(row, whole, None if splits else w("cantSplit")) for row in rows),
    )


def _row(
    cells: Sequence[Sequence[Element]], widths: Sequence[int], *properties: Element | None
) -> Element:
    return w(
        "tr",
        w("trPr", *properties),
        *(
            w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *cell)
            for cell, width in zip(cells, widths, strict=True)
        ),
    )


def _widths(grid: Grid) -> list[float]:
    """In twips: as wide as the longest word at least, and the rest to those with most to say. A
    table of a name and a number needs no whole line, across which the two would be far apart."""
    columns = list(zip(grid.head, *(map(_plain, row) for row in grid.rows), strict=True))
    least = [max(map(_width, " ".join(column).split()), default=0) for column in columns]
    narrow = grid.narrow | grid.numeric
    most = [
        least[at] if at in narrow else max(map(_width, column)) for at, column in enumerate(columns)
    ]
    room = ROOM.pt - _PADDING * len(columns)
    if len(columns) <= _FEW:
        room = min(room, max(sum(most), room / 2))
    if sum(least) >= room:
        shared = [room * width / sum(least) for width in least]
    else:
        asked = [most[at] - least[at] for at in range(len(columns))]
        asked = asked if any(asked) else [float(at == 0) for at in range(len(columns))]
        left = (room - sum(least)) / sum(asked)
        shared = [width + left * part for width, part in zip(least, asked, strict=True)]
    return [TWIPS * (width + _PADDING) for width in shared]


def _plain(text: Text) -> str:
    return "".join(one.text for one in text)


def _width(text: str) -> float:
    return lettering.bold_width(text, _SIZE)
