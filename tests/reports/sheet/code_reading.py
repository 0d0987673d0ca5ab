"""Reads a QR code as a camera does, from its dark modules alone (ISO/IEC 18004), versions 1 to 10.

What is damaged is not mended: a code that was drawn wrongly is not to be read.
"""

import re
from collections.abc import Callable, Iterator

Grid = list[list[bool]]

ALIGNED = {
    1: (),
    **{version: (6, 10 + 4 * version) for version in range(2, 7)},
    7: (6, 22, 38),
    8: (6, 24, 42),
    9: (6, 26, 46),
    10: (6, 28, 50),
}
"""Where the middles of the small squares are, by version."""

DATA_BLOCKS: dict[str, list[tuple[int, ...]]] = {
    "M": [
        *((16,), (28,), (44,), (32,) * 2, (43,) * 2, (27,) * 4, (31,) * 4),
        *((38, 38, 39, 39), (36, 36, 36, 37, 37), (43, 43, 43, 43, 44)),
    ],
    "Q": [
        *((13,), (22,), (17,) * 2, (24,) * 2, (15, 15, 16, 16), (19,) * 4),
        *((14, 14, 15, 15, 15, 15), (18, 18, 18, 18, 19, 19)),
        *((16, 16, 16, 16, 17, 17, 17, 17), (19, 19, 19, 19, 19, 19, 20, 20)),
    ],
    "H": [
        *((9,), (16,), (13,) * 2, (9,) * 4, (11, 11, 12, 12), (15,) * 4),
        *((13, 13, 13, 13, 14), (14, 14, 14, 14, 15, 15)),
        *((12, 12, 12, 12, 13, 13, 13, 13), (15, 15, 15, 15, 15, 15, 16, 16)),
    ],
}
"""How many bytes of data each block has, by level and version."""

LEVELS = {0b01: "L", 0b00: "M", 0b11: "Q", 0b10: "H"}
MASKS: list[Callable[[int, int], bool]] = [
    lambda y, x: (y + x) % 2 == 0,
    lambda y, x: y % 2 == 0,
    lambda y, x: x % 3 == 0,
    lambda y, x: (y + x) % 3 == 0,
    lambda y, x: (y // 2 + x // 3) % 2 == 0,
    lambda y, x: y * x % 2 + y * x % 3 == 0,
    lambda y, x: (y * x % 2 + y * x % 3) % 2 == 0,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2 == 0,
]


def modules(svg: str) -> tuple[Grid, int]:
    """What an SVG of rectangles one unit high has dark, without the margin, and how wide that is:
    the same on all sides, or it is none."""
    size = int(re.findall(r'viewBox="0 0 (\d+) \d+"', svg)[0])
    drawn = [[False] * size for _ in range(size)]
    for x, y, n in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg):
        for at in range(int(x), int(x) + int(n)):
            drawn[int(y)][at] = True
    rows = [y for y, row in enumerate(drawn) if any(row)]
    columns = [x for x in range(size) if any(row[x] for row in drawn)]
    margins = {rows[0], size - 1 - rows[-1], columns[0], size - 1 - columns[-1]}
    assert len(margins) == 1
    margin = margins.pop()
    return [row[margin : size - margin] for row in drawn[margin : size - margin]], margin


def read(grid: Grid) -> str:
    """The text, which has to be in bytes."""
    size = len(grid)
    version = (size - 17) // 4
    level, mask = _format(grid)
    fixed = _fixed(version)
    bits = [grid[y][x] != MASKS[mask](y, x) for y, x in _path(size) if (y, x) not in fixed]
    codewords = [_number(bits[at : at + 8]) for at in range(0, len(bits) - 7, 8)]
    data = _in_order(codewords, DATA_BLOCKS[level][version - 1])
    stream = [bool(byte >> at & 1) for byte in data for at in range(7, -1, -1)]
    assert _number(stream[:4]) == 0b0100
    length_bits = 8 if version < 10 else 16
    length = _number(stream[4 : 4 + length_bits])
    start = 4 + length_bits
    text = [_number(stream[start + 8 * at : start + 8 * at + 8]) for at in range(length)]
    return bytes(text).decode()


def _number(bits: list[bool]) -> int:
    return int("".join("1" if bit else "0" for bit in bits), 2)


def _format(grid: Grid) -> tuple[str, int]:
    """Level and mask, from beside the square at the top left."""
    places = [(8, x) for x in (0, 1, 2, 3, 4, 5, 7, 8)] + [(y, 8) for y in (7, 5, 4, 3, 2, 1, 0)]
    found = _number([grid[y][x] for y, x in places]) ^ 0b101010000010010
    return LEVELS[found >> 13], found >> 10 & 0b111


def _fixed(version: int) -> set[tuple[int, int]]:
    """Modules that hold no data."""
    size = 17 + 4 * version
    corners = [(0, 0), (0, size - 8), (size - 8, 0)]
    found = {(y + a, x + b) for y, x in corners for a in range(8) for b in range(8)}
    found |= {(8, x) for x in (*range(9), *range(size - 8, size))}
    found |= {(y, 8) for y in (*range(9), *range(size - 8, size))}
    found |= {(6, at) for at in range(size)} | {(at, 6) for at in range(size)}
    taken = {(6, 6), (6, size - 7), (size - 7, 6)}
    for y in ALIGNED[version]:
        for x in ALIGNED[version]:
            if (y, x) not in taken:
                found |= {(y + a, x + b) for a in range(-2, 3) for b in range(-2, 3)}
    if version >= 7:
        found |= {(at, size - 11 + b) for at in range(6) for b in range(3)}
        found |= {(size - 11 + b, at) for at in range(6) for b in range(3)}
    return found


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Two columns at a time from the right, up and down in turn."""
    upward = True
    for right in [x for x in range(size - 1, 0, -2) if x > 6] + [5, 3, 1]:
        for y in range(size - 1, -1, -1) if upward else range(size):
            yield from ((y, right), (y, right - 1))
        upward = not upward


def _in_order(codewords: list[int], lengths: tuple[int, ...]) -> list[int]:
    """The bytes of the blocks, which are dealt out like cards."""
    blocks: list[list[int]] = [[] for _ in lengths]
    dealt = iter(codewords)
    for at in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if at < length:
                block.append(next(dealt))
    return [byte for block in blocks for byte in block]
