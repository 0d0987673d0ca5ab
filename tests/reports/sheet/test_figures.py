"""Every figure on a sheet is one that the files of the seed have, for every evaluation there is."""

import re
from decimal import Decimal
from typing import TypeAlias

import pytest

from app.contents.evaluations.content import content_of
from app.database import create, session_factory
from app.queries.reading import open_reading
from app.reports.document import Columns, PointBox, ReportSection, RunText, TableBlock
from app.reports.sheet.council_sheet import council_sheet
from app.reports.sheet.model import CouncilSheet
from tests.reports.sheet import seeds

Sheets: TypeAlias = dict[str, CouncilSheet]

NO_FIGURE = "no figure"
NOT_FOUND = "not found"
"""Why figures of one's own are missing in the real data, in a narrow column."""


@pytest.fixture(scope="module")
def sheets(real_url: str) -> Sheets:
    """The sheet of every evaluation there is, in English."""
    engine = create(real_url)
    with session_factory(engine)() as session:
        reading = open_reading(session)
        found = {id: council_sheet(reading, content_of(reading, id), "en") for id in seeds.ids()}
    engine.dispose()
    return found


def plain(text: RunText) -> str:
    return "".join(run.text for run in text)


def grids(part: ReportSection) -> list[TableBlock]:
    return [block for block in part.blocks if isinstance(block, TableBlock)]


def column(grid: TableBlock, at: int) -> list[str]:
    return [plain(row[at]) for row in grid.rows]


def by_label(sheets: Sheets) -> dict[str, str]:
    """Ids by what an evaluation is called where it stands as a column."""
    return {sheet.title: id for id, sheet in sheets.items()}


def test_the_total_is_that_of_the_file(sheets: Sheets) -> None:
    for id in seeds.ids():
        total = seeds.total(seeds.evaluation(id))
        boxes = [b for b in sheets[id].total.blocks if isinstance(b, PointBox)]
        assert [box.points for box in boxes] == ([seeds.rounded(total)] if total else []), id


def test_the_lead_has_the_total(sheets: Sheets) -> None:
    for id in seeds.ids():
        total, sheet = seeds.total(seeds.evaluation(id)), sheets[id]
        said = plain(sheet.lead)
        assert ("out of 800 points" in said) == (total is not None), id
        assert total is None or f" scored {seeds.rounded(total)} out of 800" in said, id


def test_what_the_total_stands_beside_is_in_the_files(sheets: Sheets) -> None:
    ids, checked = by_label(sheets), 0
    for id in seeds.ids():
        found = seeds.evaluation(id)
        for grid in grids(sheets[id].total):
            for row in grid.rows:
                name, points, standing = (plain(cell) for cell in row)
                checked += 1
                if name in ids:
                    beside = seeds.total(seeds.evaluation(ids[name]))
                    assert beside is not None
                    assert points == seeds.rounded(beside), (id, name)
                else:
                    beside = Decimal(points)
                    assert beside in published(name, "total"), (id, name)
                own = seeds.total(found)
                assert own is not None
                assert standing == gap_words(own - beside), (id, name)
    assert checked > 40


def published(name: str, measure: str) -> list[Decimal]:
    """What was published of the year that a column is named by."""
    years = re.findall(r"\d{4}", name)
    assert years, name
    found = [one for one in seeds.references() if str(one["as_of"]) == years[0]]
    values = [one["total"] if measure == "total" else one["areas"].get(measure) for one in found]
    return [Decimal(str(value)) for value in values if value is not None]


def gap_words(gap: Decimal) -> str:
    if abs(gap) < 10:
        return "about the same"
    return f"{seeds.rounded(abs(gap))} {'above' if gap > 0 else 'below'}"


def test_the_areas_are_those_of_the_file(sheets: Sheets) -> None:
    for id in seeds.ids():
        found = seeds.evaluation(id)
        own = [seeds.area(found, no) for no in range(1, 9)]
        for grid in grids(sheets[id].areas):
            shown = column(grid, 1)
            numbers = [None if cell == NOT_FOUND else Decimal(cell) for cell in shown]
            assert numbers == own, id


def test_what_the_areas_stand_beside_is_in_the_files(sheets: Sheets) -> None:
    ids, checked = by_label(sheets), 0
    for id in seeds.ids():
        for grid in grids(sheets[id].areas):
            for at in sorted(grid.numeric - {1}):
                name = grid.head[at]
                for no, cell in enumerate(column(grid, at), 1):
                    checked += 1
                    if name in ids:
                        value = seeds.area(seeds.evaluation(ids[name]), no)
                        assert cell == NO_FIGURE if value is None else Decimal(cell) == value
                    elif cell != NO_FIGURE:
                        assert Decimal(cell) in published(name, str(no)), (id, name, no)
    assert checked > 50


def test_changes_of_areas_are_differences_of_the_files(sheets: Sheets) -> None:
    checked = 0
    for id in seeds.ids():
        found = seeds.evaluation(id)
        for grid in grids(sheets[id].areas):
            for at, name in enumerate(grid.head):
                since = re.fullmatch(r"Since (\d{4})", name)
                if not since:
                    continue
                before = seeds.evaluation(f"{found['municipality']}-{since[1]}")
                for no, cell in enumerate(column(grid, at), 1):
                    own, other = seeds.area(found, no), seeds.area(before, no)
                    checked += 1
                    assert cell == change_words(own, other), (id, no)
    assert checked >= 8


def change_words(own: Decimal | None, before: Decimal | None) -> str:
    if own is None or before is None:
        return NO_FIGURE
    change = own - before
    if abs(change) < Decimal("4.2"):
        return "about the same"
    decimals = int(change != change.to_integral_value())
    return f"{'up' if change > 0 else 'down'} {seeds.rounded(abs(change), decimals)}"


def test_own_totals_are_those_of_the_files(sheets: Sheets) -> None:
    checked = 0
    for id in seeds.ids():
        found = seeds.evaluation(id)
        own = [
            one
            for one in map(seeds.evaluation, seeds.ids())
            if one["municipality"] == found["municipality"] and one["year"] <= found["year"]
        ]
        for grid in grids(sheets[id].development):
            expected = [
                (
                    str(one["year"]),
                    NOT_FOUND if (total := seeds.total(one)) is None else seeds.rounded(total),
                )
                for one in sorted(own, key=lambda one: int(one["year"]))
            ][-5:]
            assert list(zip(column(grid, 0), column(grid, 2), strict=True)) == expected, id
            checked += len(expected)
    assert checked > 50


def test_three_of_each_are_chosen_by_the_rule(sheets: Sheets) -> None:
    found = seeds.evaluation("hemne-2018")
    sheet = sheets["hemne-2018"]
    (columns,) = [block for block in sheet.findings.blocks if isinstance(block, Columns)]
    for one, kind in zip(columns.columns, ("strengths", "weaknesses"), strict=True):
        every = seeds.findings(found, kind)
        assert [item[0].text for item in one.items] == [text for _, text in every[:3]]
        assert one.title.endswith(f": 3 of {len(every)}")


def test_a_sheet_tells_no_number_that_it_does_not_have(sheets: Sheets) -> None:
    """With hardly anything known it says so, and nothing else."""
    sheet = sheets["ale-2022"]
    assert not [grid for part in (sheet.total, sheet.areas) for grid in grids(part)]
    assert "not found" in plain(sheet.total.blocks[0].text)  # type: ignore[union-attr]
    assert not [b for part in sheet.parts for b in part.blocks if isinstance(b, Columns | PointBox)]
