"""Tables of a text document, with columns as wide as their words ask for."""

from collections.abc import Sequence
from typing import Final

from app.charts import lettering
from app.reports.document import Columns, ListColumn, TableBlock
from app.reports.writers.docx_parts import CELL_MARGIN, ROOM
from app.reports.writers.docx_text import TextWriter
from app.reports.writers.widths import column_widths
from app.reports.writers.wordml import TWIPS, Element, paragraph, run, w

_SIZE: Final = 9
_SMALL: Final = 14
_MANY: Final = 36
"""Lines of a list that take most of a page: a shorter one is not broken, so that no item of it
stands alone."""
_PADDING: Final = 2 * CELL_MARGIN.pt + 1
_FIRST_ROW: Final = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0}
_NO_BANDS: Final = {"noHBand": 1, "noVBand": 1}


def table(grid: TableBlock, words: TextWriter) -> Element:
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
                    ("TableNumber" if column in numeric else "TableText")
                    + ("Kept" if _is_kept(at, len(grid.rows)) else ""),
                    *words.of(cell, _letters(grid, at)),
                )
            ]
            for column, cell in enumerate(row)
        ]
        for at, row in enumerate(grid.rows)
    ]
    widths = [TWIPS * width for width in column_widths(grid, ROOM.pt, _SIZE, _PADDING)]
    return _table("ReportTable", grid.caption, widths, head, rows)


def side_by_side(columns: Columns, words: TextWriter) -> Element:
    """Lists under their titles."""
    shown = columns.columns
    head = [
        [paragraph("Finding" + column.kind.capitalize(), run(column.title))] for column in shown
    ]
    cells = [_findings(column, words) for column in shown]
    widths = [ROOM.twips / len(shown)] * len(shown)
    caption = " – ".join(column.title for column in shown)
    splits = max(map(_lines, shown), default=0) > _MANY
    return _table("SideBySide", caption, widths, head, [cells], splits=splits)


def pair(caption: str, titles: Sequence[list[Element]], cells: Sequence[list[Element]]) -> Element:
    """Two figures side by side under their titles."""
    widths = [ROOM.twips / len(titles)] * len(titles)
    return _table("SideBySide", caption, widths, titles, [cells])


def _findings(column: ListColumn, words: TextWriter) -> list[Element]:
    if not column.items:
        return [paragraph("TableText", run(column.none))]
    return [paragraph("TableBullet", *words.of(item)) for item in column.items]


def _lines(column: ListColumn) -> int:
    """How long a list is about to be."""
    width = ROOM.pt / 3 - 3 * _PADDING
    texts = ("".join(run.text for run in item) for item in column.items)
    return sum(len(lettering.wrapped(text, _SIZE, width)) for text in texts)


def _is_kept(row: int, rows: int) -> bool:
    """Whether a row stays on the page of the next one: all of a small table, and no row of a large
    one is alone with its head."""
    last = rows - 1
    return row < last and (rows <= _SMALL or row in (0, last - 1))


def _letters(grid: TableBlock, row: int) -> str | None:
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
