"""Columns of tables: whole words before even shares."""

import pytest

from app.charts.lettering import bold_width
from app.reports.document import TableBlock
from app.reports.writers.widths import column_widths
from tests.reports.sample import LONG_NAME, LONG_WORD, text

ROOM, SIZE, PADDING = 450, 9, 8


def widths(*columns: tuple[str, ...], numeric: tuple[int, ...] = ()) -> list[float]:
    """Of columns, each with its head first."""
    head, *rows = zip(*columns, strict=True)
    grid = TableBlock("", head, tuple(tuple(map(text, row)) for row in rows), frozenset(numeric))
    return column_widths(grid, ROOM, SIZE, PADDING)


def test_a_long_word_takes_nothing_that_short_ones_need() -> None:
    names = tuple((f"Kommune{at}", "63,9") for at in range(4))
    found = widths(("Område", LONG_WORD), *names, ("Merknad", LONG_WORD), numeric=(1, 2, 3, 4))
    assert sum(found) == pytest.approx(ROOM)
    needed = bold_width("Kommune0", SIZE) + PADDING
    assert all(width >= needed for width in found)
    assert max(found) < bold_width(LONG_WORD, SIZE), "only the longest words are broken"


def test_numbers_and_what_stands_in_their_place_are_whole() -> None:
    first, second = widths(("Område", LONG_NAME), ("Poeng", "ikke kjent"), numeric=(1,))
    assert second >= bold_width("ikke kjent", SIZE) + PADDING
    assert first > second


def test_a_name_and_a_number_are_not_a_line_apart() -> None:
    assert sum(widths(("Sted", "Asker"), ("Poeng", "433"), numeric=(1,))) < ROOM * 0.6


def test_the_widest_take_what_is_left() -> None:
    found = widths(("a", "b"), ("c", LONG_NAME * 3), ("d", "e"), ("f", "g"))
    assert sum(found) == pytest.approx(ROOM)
    assert found[1] > ROOM * 0.8


def test_a_table_without_words_has_columns() -> None:
    assert all(width > 0 for width in widths(("", ""), ("", ""))[:1])
