"""Whatever is written in the cells of our own workbook, it is understood or told at its cell."""

import datetime
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from app.publishing.checks.checking import checked
from app.publishing.importing.own import understand_own
from app.publishing.importing.reading import SheetCell, Workbook, read_tables
from tests.publishing.checks.filled import workbook_of
from tests.publishing.importing.knowing import real_known

ANY_CELL = st.one_of(
    st.text(max_size=10).map(lambda text: SheetCell(text, text)),
    st.decimals(-10, 2000, places=2).map(lambda n: SheetCell(f"{n:f}", n)),
    st.dates().map(lambda day: SheetCell(str(day), day)),
    st.sampled_from(
        [
            SheetCell("", None, formula="=A1"),
            SheetCell("#REF!", None),
            SheetCell("1", True),
            SheetCell("kompass:scores:2.1", "kompass:scores:2.1"),
            SheetCell("of:hemne-2018", "of:hemne-2018"),
            SheetCell("score:hemne-2018", "score:hemne-2018"),
            SheetCell("question:1.1", "question:1.1"),
            SheetCell("area:9", "area:9"),
            SheetCell("total", "total"),
            SheetCell("note", "note"),
            SheetCell("#", "#"),
            SheetCell("9.9", Decimal("9.9")),
            SheetCell("12:00:00", datetime.time(12)),
        ]
    ),
)


@lru_cache
def whole() -> Workbook:
    return read_tables("to.xlsx", workbook_of("hemne-2018", "ulstein-2019"))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_cells_are_understood_or_told(data: st.DataObject) -> None:
    sheets = []
    for sheet in whole().sheets:
        known = [*sheet.cells]
        places = st.sampled_from(known) | st.tuples(st.integers(1, 60), st.integers(1, 12))
        written = data.draw(st.dictionaries(places, ANY_CELL | st.none(), max_size=3))
        cells = {
            place: cell for place, cell in {**sheet.cells, **written}.items() if cell is not None
        }
        sheets.append(replace(sheet, cells=cells))
    understood = understand_own(replace(whole(), sheets=tuple(sheets)), real_known(), {})
    found = checked(understood, real_known(), {})
    for fault in found.faults:
        assert fault.sheet in ("", *(sheet.name for sheet in sheets))
        assert str(fault)
    assert found.evaluations or found.faults or understood.asked
