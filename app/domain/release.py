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


def backwards(seen: int, found: int) -> str:
    """What is logged where the newest release has a lower number than one seen before."""
    return (
        f"The newest release is {found}, and {seen} has been shown before: an older database has "
        f"been put back. Numbers that readers and caches know are used again unless the next "
        f"release goes on from them: kompass releases continue-after {seen}"
    )
