"""An address that a camera reads (QR), for what is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import segno

from app.charts.look import SURFACE
from app.charts.svg import Svg, element, number, words

QUIET: Final = 4
"""Modules of nothing that the standard asks for on every side."""
_INK: Final = "#000000"


@dataclass(frozen=True, slots=True)
class AddressCode:
    """The modules in rows from the top, True where one is dark, and what it is in words."""

    address: str
    alternative: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def across(self) -> int:
        """Modules across, the quiet ones among them."""
        return len(self.rows) + 2 * QUIET

    def svg(self) -> str:
        """As SVG, a unit for each module."""
        size = number(self.across)
        return element(
            "svg",
            element("title", words(self.alternative)),
            element("rect", width=self.across, height=self.across, fill=SURFACE),
            element("path", d="".join(self._strokes()), fill=_INK),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {size} {size}",
            width=self.across,
            height=self.across,
            role="img",
            aria_label=self.alternative,
            shape_rendering="crispEdges",
            class_="address-code",
        )

    def __html__(self) -> str:
        return self.svg()

    def _strokes(self) -> Iterator[Svg]:
        """A rectangle for the dark modules of a row that touch."""
        for y, row in enumerate(self.rows, QUIET):
            yield from (Svg(f"M{x} {y}h{n}v1h-{n}z") for x, n in _dark(row))


def address_code(address: str, alternative: str) -> AddressCode:
    """The smallest code of an address that is still read with a spot on it."""
    made = segno.make_qr(address, error="m")
    rows = tuple(tuple(bool(module) for module in row) for row in made.matrix)
    return AddressCode(address, alternative, rows)


def _dark(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin, and how many touch."""
    x = QUIET
    for dark, group in groupby(row):
        n = len(list(group))
        if dark:
            yield x, n
        x += n
