"""The line of Python or R that reads a file of ours from its address, codes as the texts they are.

A program that guesses makes 381 of the code 0381, and 2.1 of a method version.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A text to copy, with the name of the language it is written in and an id."""

    id: str
    language: str
    code: str


def reading_lines(address: str, codes: Sequence[str]) -> tuple[ReadingLine, ...]:
    """For the CSV file at an address, whose columns `codes` hold texts that look like numbers."""
    return (
        ReadingLine("read-python", "Python (pandas)", _python(address, codes)),
        ReadingLine("read-r", "R", _r(address, codes)),
    )


def _python(address: str, codes: Sequence[str]) -> str:
    types = ", ".join(f'"{name}": str' for name in codes)
    given = f", dtype={{{types}}}" if codes else ""
    return f'import pandas as pd; data = pd.read_csv("{address}"{given})'


def _r(address: str, codes: Sequence[str]) -> str:
    types = ", ".join(f'{name} = "character"' for name in codes)
    given = f", colClasses = c({types})" if codes else ""
    return f'data <- read.csv("{address}", na.strings = "", fileEncoding = "UTF-8"{given})'
