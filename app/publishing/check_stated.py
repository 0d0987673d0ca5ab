"""Whether what a file says that its source states makes sense."""

from app.domain.message import Message, say
from app.domain.method import Instrument
from app.domain.stated import PeriodKind
from app.publishing.faults import Faults, LineOfFile
from app.publishing.parse import Parsed
from app.publishing.shapes import ComparisonShape, EvaluationShape, PlacingShape

NEEDS = {
    PeriodKind.ALL_TIME: (),
    PeriodKind.SINCE: ("year",),
    PeriodKind.LAST_YEARS: ("years",),
    PeriodKind.VERSION: ("version",),
    PeriodKind.YEAR: ("year",),
}
"""What a period of each kind says besides. Only "since" may lack it: its year may be lost."""


def check_stated(file: Parsed[EvaluationShape], instrument: Instrument, faults: Faults) -> None:
    """What the source states of its place has to name a place, and groups that exist."""
    shape, at = file.value, file.lines.at
    for position, placing in enumerate(shape.stated_placings):
        _check_placing(placing, at("stated_placings", position), instrument, faults)
    for position, comparison in enumerate(shape.stated_comparisons):
        _check_comparison(comparison, at("stated_comparisons", position), faults)
    changes = shape.stated_changes
    if changes is not None and changes.since >= shape.year:
        faults.add(
            at("stated_changes"),
            say("changes since %(year)s cannot be stated", year=str(changes.since)),
        )


def _check_placing(
    placing: PlacingShape, place: LineOfFile, instrument: Instrument, faults: Faults
) -> None:
    said = [value for value in (placing.rank, placing.better, placing.band) if value is not None]
    if len(said) != 1:
        faults.add(place, say("a placing has either a rank, or how many did better, or a band"))
    if placing.rank and placing.of and placing.rank > placing.of:
        faults.add(place, say("rank %(rank)s of %(of)s", rank=placing.rank, of=placing.of))
    if placing.better and placing.of and placing.better >= placing.of:
        faults.add(
            place, say("%(better)s did better of %(of)s", better=placing.better, of=placing.of)
        )
    size, groups = placing.scope.size, {group.code for group in instrument.size_scheme.groups}
    if size is not None and size.group is not None and size.group not in groups:
        faults.add(place, say("there is no size group %(group)s", group=size.group))
    if size is not None and not (size.group or size.below or size.own):
        faults.add(place, say("a size is a group, a number of inhabitants, or the own group"))
    _check_period(placing, place, instrument, faults)


def _check_period(
    placing: PlacingShape, place: LineOfFile, instrument: Instrument, faults: Faults
) -> None:
    """A period says what its kind needs, and nothing else."""
    period = placing.scope.period
    if period is None:
        return
    given = tuple(n for n in ("year", "years", "version") if getattr(period, n) is not None)
    if given != NEEDS[period.kind] and (given or period.kind is not PeriodKind.SINCE):
        faults.add(place, _needs(period.kind))
    if period.version is not None and period.version not in instrument.versions:
        faults.add(place, say("there is no method version %(version)s", version=period.version))


def _needs(kind: PeriodKind) -> Message:
    if not NEEDS[kind]:
        return say("the period %(kind)s needs nothing besides", kind=str(kind))
    needed = ", ".join(NEEDS[kind])
    return say("the period %(kind)s needs %(needed)s besides", kind=str(kind), needed=needed)


def _check_comparison(comparison: ComparisonShape, place: LineOfFile, faults: Faults) -> None:
    if not comparison.areas and comparison.total is None:
        faults.add(place, say("a comparison is of areas, of the total, or of both"))
    if comparison.degree is not None and comparison.total is None:
        faults.add(place, say("a degree is of the total"))
