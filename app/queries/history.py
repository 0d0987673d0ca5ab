"""What happened to evaluations and gold stars, release by release."""

from collections.abc import Iterator, Mapping

from sqlalchemy import and_, func, or_
from sqlmodel import col, select

from app.domain.changes import (
    EvaluationRevisionFigures,
    Event,
    RecordKind,
    changes_in,
)
from app.domain.release import Release
from app.models import EvaluationRevision
from app.queries import changes
from app.queries.aliases import aliases
from app.queries.memory import remembered
from app.queries.reading import KEY, Reading, release_numbered, releases

Figures = Mapping[tuple[str, int], EvaluationRevisionFigures]


@remembered
def known_releases(reading: Reading) -> tuple[Release, ...]:
    """The release that is read and those before it, newest first. One statement."""
    return tuple(
        release for release in releases(reading.session) if release.number <= reading.release.number
    )


@remembered
def events(reading: Reading) -> tuple[Event, ...]:
    """Everything that happened to evaluations and gold stars, newest release first, and by kind
    and id within one. A gold star that moves does so with its evaluation. Fourteen statements."""
    happened = changes_in(changes.revisions(reading), aliases(reading).resolve)
    figures = changes.evaluation_figures(reading)
    stars = changes.gold_star_texts(reading)
    names = changes.municipality_names(reading)
    newest = {id: found for (id, _), found in sorted(figures.items(), key=lambda item: item[0])}

    def told(release: Release) -> Iterator[Event]:
        for change in happened.get(release.number, ()):
            if change.kind is RecordKind.EVALUATION:
                before, after = (
                    _at(figures, change.key, change.before),
                    _at(figures, change.key_after, change.after),
                )
                about = after or before
                if about is not None:
                    name = names.get(about.municipality, about.municipality)
                    yield Event(change, release, name, before, after, about)
            elif change.kind is RecordKind.GOLD_STAR and change.to is None:
                star = stars[change.key, change.after or change.before or 0]
                about = newest[star.evaluation]
                name = names.get(about.municipality, about.municipality)
                yield Event(change, release, name, None, None, about, star)

    return tuple(event for release in known_releases(reading) for event in told(release))


def left_in(
    reading: Reading, kind: RecordKind, key: str, *, several_of: str | None = None
) -> Release | None:
    """The release in which something left; None of what was never there. One statement.

    With the municipality that it is one of, also of evaluations whose name goes on with a method
    version, as where a year has several.
    """
    if not KEY.fullmatch(key):
        return None
    table = changes.KINDS[kind]
    named = col(table.key) == key
    if several_of is not None:
        begins = col(EvaluationRevision.key).startswith(f"{key}-v", autoescape=True)
        named = and_(col(EvaluationRevision.municipality) == several_of, or_(named, begins))
    left = select(func.max(col(table.release_out))).where(
        named, col(table.release_out) <= reading.release.number
    )
    return release_numbered(reading.session, left.scalar_subquery())


def _at(figures: Figures, id: str, release: int | None) -> EvaluationRevisionFigures | None:
    return None if release is None else figures[id, release]
