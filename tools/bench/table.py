"""The one table: rows in, text out that reads alike on a terminal and in Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.bench.spread import Spread

HEAD = ("measured", "ours", "beside it", "result (range of rounds)", "target", "")


@dataclass(frozen=True, slots=True)
class Target:
    """A limit that a figure has to keep. What is not a ceiling is a floor."""

    limit: float
    ceiling: bool

    def met(self, figure: float) -> bool:
        return figure <= self.limit if self.ceiling else figure >= self.limit


def at_least(limit: float) -> Target:
    return Target(limit, ceiling=False)


def at_most(limit: float) -> Target:
    return Target(limit, ceiling=True)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `unit` is that of the result and of its target; `why_not` says why
    there is no result."""

    group: str
    what: str
    ours: str = ""
    beside: str = ""
    result: Spread | None = None
    unit: str = "×"
    target: Target | None = None
    why_not: str = ""

    @property
    def missed(self) -> bool:
        """Whether there is a result that does not keep its target."""
        return bool(self.result and self.target and not self.target.met(self.result.median))


def number(value: float) -> str:
    """Three digits that count, and no more than two decimals."""
    for limit, decimals in ((10, 2), (100, 1)):
        if abs(value) < limit:
            return f"{value:.{decimals}f}"
    return f"{value:,.0f}".replace(",", " ")


def _with_unit(value: float, unit: str) -> str:
    if unit == "%":
        return f"{value:.1%}".replace("%", " %")
    return f"{number(value)} {unit}"


def _result(row: Row) -> str:
    if row.result is None:
        return f"not measured: {row.why_not}" if row.why_not else ""
    found = row.result
    shown = _with_unit(found.median, row.unit)
    if found.lowest == found.highest:
        return shown
    return (
        f"{shown} ({_with_unit(found.lowest, row.unit)} to {_with_unit(found.highest, row.unit)})"
    )


def _cells(row: Row) -> tuple[str, ...]:
    target, verdict = "", ""
    if row.target is not None:
        sign = "≤" if row.target.ceiling else "≥"
        target = f"{sign} {_with_unit(row.target.limit, row.unit)}"
        if row.result is not None:
            verdict = "MISSED" if row.missed else "met"
    return (row.what, row.ours, row.beside, _result(row), target, verdict)


def _lines(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> list[str]:
    return [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]


def table(rows: Sequence[Row]) -> str:
    """All rows in one table; each group begins with a line that names it."""
    cells: list[tuple[str, ...]] = []
    for before, row in pairwise((None, *rows)):
        assert row is not None
        if before is None or before.group != row.group:
            cells.append((f"**{row.group}**", *[""] * (len(HEAD) - 1)))
        cells.append(_cells(row))
    widths = [max(len(line[column]) for line in (HEAD, *cells)) for column in range(len(HEAD))]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([*_lines([HEAD], widths), rule, *_lines(cells, widths)])
