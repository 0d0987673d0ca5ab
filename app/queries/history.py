"""What happened to evaluations and gold stars, release by release."""

from collections.abc import Iterator, Mapping

from app.domain.changes import (
    EvaluationRevisionFigures,
    Event,
    RecordChange,
    RecordKind,
    changes_in,
)
from app.domain.release import Release
from app.queries import changes
from app.queries.memory import remembered
from app.queries.reading import Reading

Figures = Mapping[tuple[str, int], EvaluationRevisionFigures]


@remembered
def known_releases(reading: Reading) -> tuple[Release, ...]:
    """The release that is read and those before it, newest first. One statement."""
    return tuple(
        release
        for release in changes.releases(reading.session)
        if release.number <= reading.release.number
    )


@remembered
def events(reading: Reading) -> tuple[Event, ...]:
    """Everything that happened to evaluations and gold stars, newest release first, and by kind
    and id within one. Thirteen statements."""
    happened = changes_in(changes.revisions(reading))
    figures = changes.evaluation_figures(reading)
    stars = changes.gold_star_texts(reading)
    names = changes.municipality_names(reading)
    newest = {id: found for (id, _), found in sorted(figures.items(), key=lambda item: item[0])}

    def told(release: Release) -> Iterator[Event]:
        for change in happened.get(release.number, ()):
            if change.kind is RecordKind.EVALUATION:
                before, after = (
                    _at(figures, change, change.before),
                    _at(figures, change, change.after),
                )
                about = after or before
                if about is not None:
                    name = names.get(about.municipality, about.municipality)
                    yield Event(change, release, name, before, after, about)
            elif change.kind is RecordKind.GOLD_STAR:
                star = stars[change.key, change.after or change.before or 0]
                about = newest[star.evaluation]
                name = names.get(about.municipality, about.municipality)
                yield Event(change, release, name, None, None, about, star)

    return tuple(event for release in known_releases(reading) for event in told(release))


def _at(
    figures: Figures, change: RecordChange, release: int | None
) -> EvaluationRevisionFigures | None:
    return None if release is None else figures[change.key, release]
