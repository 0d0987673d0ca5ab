"""`/data/endringer` and what the API answers of releases and changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.changes import (
    ChangeType,
    EvaluationRevisionFigures,
    Event,
    RecordChange,
    RecordKind,
    changes_between,
    changes_in,
    figure_changes,
)
from app.domain.correction import FigureChange
from app.domain.message import LocalText, Message, say
from app.domain.release import Release
from app.domain.wording.changes import (
    KIND_WORDS,
    event_lines,
    event_title,
    more_words,
    reason_words,
)
from app.errors import BadParameter
from app.features.data.package import package_path
from app.queries import changes, history
from app.queries.aliases import aliases
from app.queries.reading import Reading
from app.web.page.paging import Pages, page_of
from app.web.parameters import Page, PageParameters

MOST_EVENTS: Final = 100
"""How many a release lists one by one; the API has them all."""


class ChangesParameters(PageParameters):
    """Releases are listed page by page."""

    page: Page = 1


@dataclass(frozen=True, slots=True)
class KindLine:
    """How many records of a kind came, changed, moved to another address and left."""

    kind: Message
    added: int
    changed: int
    moved: int
    removed: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """What happened to an evaluation or a gold star."""

    event: Event

    @property
    def title(self) -> Message:
        return event_title(self.event)

    @property
    def lines(self) -> tuple[Message | LocalText, ...]:
        return event_lines(self.event)


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release with what it changed. The first lists nothing one by one: everything came."""

    release: Release
    kinds: tuple[KindLine, ...]
    events: tuple[EventLine, ...]
    more: int

    @property
    def is_first(self) -> bool:
        return self.release.number == 1

    @property
    def more_words(self) -> Message:
        """How many are not listed."""
        return more_words(self.more)

    @property
    def reason(self) -> Message | None:
        """Why it was made, where that was said."""
        return reason_words(self.release.reason) if self.release.reason else None

    @property
    def file_path(self) -> str:
        """The whole data set as it was."""
        return package_path(self.release.number)

    @property
    def api_path(self) -> str:
        """The same changes as data."""
        number = self.release.number
        return f"/api/v1/changes?since={number - 1}&release={number}"


@dataclass(frozen=True, slots=True)
class ChangesContent:
    """The releases on this page of the list, newest first."""

    count: int
    releases: tuple[ReleaseLine, ...]
    pages: Pages

    @property
    def title(self) -> Message:
        return say("Changes of the data")

    @property
    def description(self) -> Message:
        return say(
            "Every release of the data, newest first: what was added, corrected and withdrawn,"
            " with old and new figures."
        )


@dataclass(frozen=True, slots=True)
class Differing:
    """A record that differs between two releases, with the figures that do."""

    change: RecordChange
    figures: tuple[FigureChange, ...]
    reason: LocalText | None = None
    """Why that was published, where it was said."""


def changes_content(reading: Reading, page: int) -> ChangesContent:
    """Reads all releases up to the one that is read. Sixteen statements.

    Raises:
        NotFound: the list has no such page.
    """
    known = history.known_releases(reading)
    pages, shown = page_of(known, page)
    happened = changes_in(changes.revisions(reading), aliases(reading).resolve)
    events: dict[int, list[Event]] = {}
    for event in history.events(reading):
        events.setdefault(event.release.number, []).append(event)
    return ChangesContent(
        count=len(known),
        releases=tuple(
            _line(r, happened.get(r.number, ()), events.get(r.number, [])) for r in shown
        ),
        pages=pages,
    )


def _line(release: Release, found: Sequence[RecordChange], events: Sequence[Event]) -> ReleaseLine:
    listed = [] if release.number == 1 else events[:MOST_EVENTS]
    more = 0 if release.number == 1 else len(events) - len(listed)
    return ReleaseLine(release, _kinds(found), tuple(map(EventLine, listed)), more)


def _kinds(found: Sequence[RecordChange]) -> tuple[KindLine, ...]:
    counted = Counter((change.kind, change.change) for change in found)
    kinds = {change.kind for change in found}
    return tuple(
        KindLine(
            KIND_WORDS[kind],
            counted[kind, ChangeType.ADDED],
            counted[kind, ChangeType.CHANGED],
            counted[kind, ChangeType.MOVED],
            counted[kind, ChangeType.REMOVED],
        )
        for kind in RecordKind
        if kind in kinds
    )


def differing(reading: Reading, since: int) -> tuple[Differing, ...]:
    """What differs between a release and the one that is read. Twelve statements.

    Raises:
        BadParameter: there is no such release up to the one that is read.
    """
    number = reading.release.number
    if since > number:
        raise BadParameter(
            "since",
            say(
                "The release since which changes are wanted, %(since)s, is newer than the one "
                "that is read, %(number)s.",
                since=str(since),
                number=str(number),
            ),
            lowest=0,
            highest=number,
        )
    figures = changes.evaluation_figures(reading)
    renamed = aliases(reading).resolve
    why = {release.number: release.reason for release in history.known_releases(reading)}
    return tuple(
        Differing(change, _figures(change, figures), why.get(change.release))
        for change in changes_between(changes.revisions(reading), since, number, renamed)
    )


def _figures(
    change: RecordChange, known: Mapping[tuple[str, int], EvaluationRevisionFigures]
) -> tuple[FigureChange, ...]:
    if change.kind is not RecordKind.EVALUATION or change.before is None or change.after is None:
        return ()
    return figure_changes(known[change.key, change.before], known[change.key_after, change.after])
