"""What came, changed and left between releases, and which figures a change bears on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from app.domain.correction import Correction, FigureChange
from app.domain.evaluation import GoldStar
from app.domain.release import Release
from app.domain.score import Figure


class RecordKind(StrEnum):
    """The kinds of record that a release holds."""

    EVALUATION = "evaluation"
    GOLD_STAR = "gold_star"
    MUNICIPALITY = "municipality"
    LINEAGE = "lineage"
    REFERENCE_AVERAGE = "reference_average"
    KNOWN_EVALUATED = "known_evaluated"
    METHOD_VERSION = "method_version"
    INSTRUMENT = "instrument"
    GROUP_SCHEME = "group_scheme"


class ChangeType(StrEnum):
    """What happened to a record. `removed` is the tombstone of one that left; one that `moved` is
    there under another key, and its earlier address leads to it."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


Renamed: TypeAlias = Callable[[RecordKind, str], str | None]
"""What a record that had a key before is called now, None where it was not renamed."""


@dataclass(frozen=True, slots=True)
class RecordRevision:
    """A record as it was from one release to another; `release_out` is None where it still is."""

    kind: RecordKind
    key: str
    release_in: int
    release_out: int | None
    sha256: str

    def is_in(self, release: int) -> bool:
        """Whether the release holds it."""
        return self.release_in <= release and (
            self.release_out is None or self.release_out > release
        )


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What happened to one record. `release` is the one that it happened in.

    `before` and `after` are the releases that the two revisions came in, which name them, and the
    SHA-256 are those of their documents.
    """

    kind: RecordKind
    key: str
    change: ChangeType
    release: int
    before: int | None
    after: int | None
    to: str | None = None
    """Of one that moved: its key now."""
    old_sha256: str | None = None
    new_sha256: str | None = None

    @property
    def key_after(self) -> str:
        """What it is called afterwards."""
        return self.to or self.key


@dataclass(frozen=True, slots=True)
class EvaluationRevisionFigures:
    """The figures of an evaluation as one revision has them.

    `parts` are areas by number (`3`) and, where the evaluation was ever changed, questions by code
    (`3.1`).
    """

    id: str
    municipality: str
    year: int
    version: str
    total: Figure
    parts: Mapping[str, Figure]

    @property
    def path(self) -> str:
        """What follows the municipality in the address of its page."""
        return self.id.removeprefix(self.municipality + "-")

    def has_points(self, area: int) -> bool:
        figure = self.parts.get(str(area))
        return figure is not None and figure.score is not None


TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an evaluation or a gold star in a release, with what is told of it.

    `star` is the gold star as it is afterwards, or was before it left; None of an evaluation.
    """

    change: RecordChange
    release: Release
    name: str
    before: EvaluationRevisionFigures | None
    after: EvaluationRevisionFigures | None
    evaluation: EvaluationRevisionFigures
    """The evaluation it is about, as it is afterwards or was before it left."""
    star: GoldStar | None = None

    @property
    def figures(self) -> tuple[FigureChange, ...]:
        """The figures that a correction bears on."""
        if self.before is None or self.after is None:
            return ()
        return figure_changes(self.before, self.after)

    @property
    def page(self) -> str:
        """The page of the evaluation."""
        return f"/kommuner/{self.evaluation.municipality}/{self.evaluation.path}"

    @property
    def last_release(self) -> int | None:
        """The last release that held what has left; None of what is there."""
        return self.release.number - 1 if self.change.change is ChangeType.REMOVED else None

    def concerns(self, version: str, area: int) -> bool:
        """Whether it bears on an area of a method version."""
        if self.star is not None:
            own = self.star.area == area or _is_of(self.star.question, area)
            return own and self.evaluation.version == version
        sides = [side for side in (self.before, self.after) if side is not None]
        if version not in (side.version for side in sides):
            return False
        if len({side.version for side in sides}) == len(
            sides
        ):  # it came, left, or is another's now
            return any(side.has_points(area) for side in sides)
        return any(f.code == str(area) or _is_of(f.code, area) for f in self.figures)


def _is_of(question: str | None, area: int) -> bool:
    return question is not None and question.startswith(f"{area}.")


def _never(kind: RecordKind, key: str) -> None:
    """Nothing was renamed."""


def changes_in(
    revisions: Iterable[RecordRevision], renamed: Renamed = _never
) -> Mapping[int, tuple[RecordChange, ...]]:
    """What happened in each release, by its number."""
    touched: dict[int, list[RecordRevision]] = {}
    for revision in revisions:
        for release in {revision.release_in, revision.release_out} - {None}:
            touched.setdefault(release or 0, []).append(revision)
    return {
        release: changes_between(found, release - 1, release, renamed)
        for release, found in touched.items()
    }


def changes_between(
    revisions: Iterable[RecordRevision], since: int, until: int, renamed: Renamed = _never
) -> tuple[RecordChange, ...]:
    """What differs between two releases, by kind and key. What came and left in between is not
    told, and neither is what was changed and changed back. What was `renamed` has not left."""
    held: dict[tuple[RecordKind, str], list[RecordRevision | None]] = {}
    for revision in revisions:
        sides = held.setdefault((revision.kind, revision.key), [None, None])
        for side, release in enumerate((since, until)):
            if revision.is_in(release):
                sides[side] = revision
    found = {
        key: change
        for key, (before, after) in held.items()
        if (change := _change(before, after)) is not None
    }
    for (kind, key), change in tuple(found.items()):
        to = renamed(kind, key) if change.change is ChangeType.REMOVED else None
        there = held.get((kind, to), (None, None))[1] if to is not None else None
        if there is not None:
            moved = replace(
                change,
                change=ChangeType.MOVED,
                after=there.release_in,
                to=to,
                new_sha256=there.sha256,
            )
            found[kind, key] = moved
            if (came := found.get((kind, there.key))) and came.change is ChangeType.ADDED:
                del found[kind, there.key]
    order = list(RecordKind)
    return tuple(sorted(found.values(), key=lambda c: (order.index(c.kind), c.key)))


def _change(before: RecordRevision | None, after: RecordRevision | None) -> RecordChange | None:
    if after is None:
        if before is None:
            return None
        left = before.release_out or before.release_in
        return RecordChange(
            before.kind,
            before.key,
            ChangeType.REMOVED,
            left,
            before.release_in,
            None,
            old_sha256=before.sha256,
        )
    came = after.release_in
    if before is None:
        return RecordChange(
            after.kind, after.key, ChangeType.ADDED, came, None, came, new_sha256=after.sha256
        )
    if before.sha256 == after.sha256:
        return None
    return RecordChange(
        after.kind,
        after.key,
        ChangeType.CHANGED,
        came,
        before.release_in,
        came,
        old_sha256=before.sha256,
        new_sha256=after.sha256,
    )


def figure_changes(
    before: EvaluationRevisionFigures, after: EvaluationRevisionFigures
) -> tuple[FigureChange, ...]:
    """The figures that differ: the total, then areas, each before its questions."""
    old = {TOTAL: before.total, **before.parts}
    new = {TOTAL: after.total, **after.parts}
    codes = sorted({*old, *new}, key=_place)
    return tuple(
        FigureChange(code, old.get(code), new.get(code))
        for code in codes
        if old.get(code) != new.get(code)
    )


def corrections_in(
    changes: Mapping[int, Iterable[RecordChange]],
    figures: Mapping[tuple[str, int], EvaluationRevisionFigures],
    releases: Iterable[Release],
) -> Mapping[str, tuple[Correction, ...]]:
    """The corrections of each evaluation by the id it had afterwards, as they came. What changed
    something else than figures is none."""
    found: dict[str, tuple[Correction, ...]] = {}
    for release in sorted(releases, key=lambda one: one.number):
        for change in changes.get(release.number, ()):
            if change.before is None or change.after is None:
                continue
            before, after = (
                figures[change.key, change.before],
                figures[change.key_after, change.after],
            )
            earlier = found.pop(change.key, ())
            corrected = figure_changes(before, after)
            own = (Correction(release, corrected),) if corrected else ()
            if earlier or own:
                found[change.key_after] = (*earlier, *own)
    return found


def _place(code: str) -> tuple[int, ...]:
    return () if code == TOTAL else tuple(int(part) for part in code.split(".") if part.isdigit())
