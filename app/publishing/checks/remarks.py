"""What is no fault and yet has to be seen: figures that differ, an unusual version, what is not
there, and what is already public."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.consistency import discrepancies
from app.domain.evaluation import DetailLevel, DiscrepancyKind, Evaluation
from app.domain.message import Message, say, say_n
from app.domain.method import MethodVersion
from app.publishing.checks.found import CheckRemark
from app.publishing.documents import evaluation_documents
from app.publishing.faults import Fault, Lines, Way
from app.publishing.importing.known import KnownBefore

_OF_SUMS = (DiscrepancyKind.ROUNDING, DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF)
_MOST_NAMED = 12


def remarks_on(
    evaluation: Evaluation,
    document: Mapping[str, Any],
    lines: Lines,
    known: KnownBefore,
    public: Mapping[str, str],
) -> tuple[CheckRemark, ...]:
    """All that has to be acknowledged of an evaluation that could be built."""
    version = known.instrument.versions[evaluation.version]
    found = (
        *_discrepancies(evaluation, version, document),
        *_version(evaluation, version),
        *_missing(evaluation, version),
        *_population(evaluation),
        *_public(evaluation, known, public),
    )
    remarks = []
    for kind, way, problem in found:
        place = lines.at(*way)
        said = Fault(place.file, place.line, problem, place.sheet, place.cell)
        remarks.append(CheckRemark(f"{evaluation.id}/{kind}", said))
    return tuple(remarks)


Said = tuple[str, Way, Message]


def _discrepancies(
    evaluation: Evaluation, version: MethodVersion, document: Mapping[str, Any]
) -> Iterator[Said]:
    """Sums that differ from what is printed, but for a rounding that the file itself records."""
    positions = {area["no"]: n for n, area in enumerate(document["areas"])}
    explained = {
        told.measure
        for told in evaluation.recorded_discrepancies
        if told.kind is DiscrepancyKind.ROUNDING
    }
    for found in discrepancies(evaluation, version):
        if found in evaluation.recorded_discrepancies or found.kind not in _OF_SUMS:
            continue
        if found.kind is DiscrepancyKind.ROUNDING and found.measure in explained:
            continue
        area = found.measure.area if found.measure else None
        way: Way = ("total",) if area is None else ("areas", positions[area], "stated")
        assert isinstance(found.text, Message)  # noqa: S101 - what is worked out is a sentence
        yield f"{found.kind}/{found.measure}", way, found.text


def _version(evaluation: Evaluation, version: MethodVersion) -> Iterator[Said]:
    year, last = evaluation.year, version.year_to
    if year < version.year_from or (last is not None and year > last):
        since = str(version.year_from)
        problem = (
            say(
                "Method version %(version)s was in use from %(since)s, and the evaluation is of "
                "%(year)s.",
                version=version.version,
                since=since,
                year=str(year),
            )
            if last is None
            else say(
                "Method version %(version)s was in use from %(since)s to %(until)s, and the "
                "evaluation is of %(year)s.",
                version=version.version,
                since=since,
                until=str(last),
                year=str(year),
            )
        )
        yield "version-year", ("method_version",), problem


def _missing(evaluation: Evaluation, version: MethodVersion) -> Iterator[Said]:
    """Questions without points where others have some, and areas likewise."""
    scored = {
        question.code
        for area in evaluation.areas
        for question in area.questions
        if question.figure.score is not None
    }
    every = [question.code for area in version.areas for question in area.questions]
    missing = [code for code in every if code not in scored]
    if scored and missing:
        named = tuple(missing[:_MOST_NAMED])
        yield (
            "missing-questions",
            (),
            say_n(
                "Question %(codes)s has no points, so the detail level is %(detail)s and not "
                "questions.",
                "Questions %(codes)s have no points, so the detail level is %(detail)s and not "
                "questions.",
                len(missing),
                codes=named if len(missing) <= _MOST_NAMED else (*named, "…"),
                detail=str(evaluation.detail),
            ),
        )
    elif evaluation.detail is DetailLevel.SOME_AREAS:
        without = tuple(a.no for a in evaluation.areas if a.figure.score is None)
        yield (
            "missing-areas",
            ("areas",),
            say_n(
                "Area %(areas)s has no points.",
                "Areas %(areas)s have no points.",
                len(without),
                areas=tuple(map(str, without)),
            ),
        )


def _population(evaluation: Evaluation) -> Iterator[Said]:
    if evaluation.population is None:
        problem = say(
            "No number of inhabitants is known of the municipality, so the evaluation is in no "
            "size group."
        )
        yield "population", ("municipality",), problem


def _public(
    evaluation: Evaluation, known: KnownBefore, public: Mapping[str, str]
) -> Iterator[Said]:
    id = evaluation.id
    if id not in public:
        return
    found = {d.key: d.sha256 for d in evaluation_documents(evaluation, known.instrument)}
    stars = {key for key in public if key.startswith(f"{id}/")}
    compared = {id, *stars, *(found if any("/" in key for key in public) else ())}
    if all(found.get(key) == public.get(key) for key in compared):
        yield "unchanged", (), say("%(id)s is already public, and this is no different.", id=id)
    else:
        yield "correction", (), say("%(id)s is already public: this is a correction.", id=id)
