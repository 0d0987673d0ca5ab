"""How wide the columns of a table are to be."""

from typing import Final

from app.charts import lettering
from app.reports.document import Grid, Text

_FEW: Final = 3


def column_widths(grid: Grid, room: float, size: float, padding: float) -> list[float]:
    """In points, for letters of a size: as wide as the longest word at least, and the rest to
    those with most to say. A table of a name and a number needs no whole line, across which the
    two would be far apart."""
    columns = list(zip(grid.head, *(map(_plain, row) for row in grid.rows), strict=True))
    words = [[_width(word, size) for word in " ".join(column).split()] for column in columns]
    least = [max(found, default=0.0) for found in words]
    narrow = grid.narrow | grid.numeric
    most = [
        least[at] if at in narrow else max(_width(text, size) for text in column)
        for at, column in enumerate(columns)
    ]
    room -= padding * len(columns)
    if len(columns) <= _FEW:
        room = min(room, max(sum(most), room / 2))
    if sum(least) >= room:
        shared = [room * width / sum(least) for width in least]
    else:
        asked = [most[at] - least[at] for at in range(len(columns))]
        asked = asked if any(asked) else [float(at == 0) for at in range(len(columns))]
        left = (room - sum(least)) / sum(asked)
        shared = [width + left * part for width, part in zip(least, asked, strict=True)]
    return [width + padding for width in shared]


def _plain(text: Text) -> str:
    return "".join(one.text for one in text)


def _width(text: str, size: float) -> float:
    return lettering.bold_width(text, size)
