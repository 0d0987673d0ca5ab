"""How wide the columns of a table are to be."""

from collections.abc import Sequence
from typing import Final

from app.charts import lettering
from app.reports.document import TableBlock
from app.web.words.runs import Run

_FEW: Final = 3
_LINES: Final = 3
"""Of a head over numbers, which are shorter than what they are of."""


def column_widths(grid: TableBlock, room: float, size: float, padding: float) -> list[float]:
    """In points, for letters of a size: as wide as the longest word at least, and the rest to
    those with most to say. A table of a name and a number needs no whole line, across which the
    two would be far apart."""
    room -= padding * len(grid.head)
    asked = [_asked(grid, at, size) for at in range(len(grid.head))]
    if len(asked) <= _FEW:
        room = min(room, max(sum(most for _, most in asked), room / 2))
    least = _limited([least for least, _ in asked], room)
    more = [most - kept for kept, (_, most) in zip(least, asked, strict=True)]
    more = more if any(more) else [float(at == 0) for at in range(len(more))]
    left = max(0, room - sum(least)) / sum(more)
    return [kept + left * part + padding for kept, part in zip(least, more, strict=True)]


def _asked(grid: TableBlock, at: int, size: float) -> tuple[float, float]:
    """What a column needs for its longest word, and what it would take."""
    head, cells = grid.head[at], ["".join(map(_said, row[at])) for row in grid.rows]
    least = max((_width(word, size) for text in (head, *cells) for word in text.split()), default=0)
    if at in grid.narrow:
        return least, least
    over = _width(head, size) / (_LINES if at in grid.numeric else 1)
    return least, max(least, over, *(_width(cell, size) for cell in cells))


def _limited(widths: Sequence[float], room: float) -> list[float]:
    """No more than there is: the widest give way, whose words are broken, and no others."""
    kept, left = [0.0] * len(widths), room
    by_width = sorted(range(len(widths)), key=lambda at: widths[at])
    for done, at in enumerate(by_width):
        kept[at] = min(widths[at], left / (len(widths) - done))
        left -= kept[at]
    return kept


def _said(run: Run) -> str:
    return run.text


def _width(text: str, size: float) -> float:
    return lettering.bold_width(text, size)
