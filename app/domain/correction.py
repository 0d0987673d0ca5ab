"""Corrections of an evaluation: which figures a release changed, and how."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from app.domain.release import Release
from app.domain.score import Figure

TOLD_FOR: Final = timedelta(days=365)
"""How long a correction stands beside the figure, so that who has printed the old one meets it. In
the list of changes it stands for ever."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after: the total, an area or a question. None is one that was not there.

    `code` is `total`, the number of an area or the code of a question.
    """

    code: str
    old: Figure | None
    new: Figure | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a release changed in the figures of an evaluation that was public before."""

    release: Release
    figures: tuple[FigureChange, ...]
    is_recent: bool = True
    """Whether it is told beside the figure, seen from the release that is read."""


def seen_from(read: Release, found: Iterable[Correction]) -> tuple[Correction, ...]:
    """Corrections as a release tells them, newest first. What counts is the time between the two
    releases: a release answers the same for ever."""
    marked = (
        replace(one, is_recent=read.published_at - one.release.published_at <= TOLD_FOR)
        for one in found
    )
    return tuple(sorted(marked, key=lambda one: -one.release.number))
