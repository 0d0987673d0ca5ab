"""A release: the numbered, immutable state of everything public."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Release:
    """`number` counts from 1; `sha256` is that of the canonical export of the whole state."""

    number: int
    published_at: datetime
    summary: str
    sha256: str
    demo: bool = False
    """Made-up data: every page and answer says so."""
