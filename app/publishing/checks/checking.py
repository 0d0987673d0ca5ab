"""Evaluations as they were understood, built as the seed builds them, with all that is wrong and
all that has to be seen before they may become public. Nothing is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from app.bounds import LISTED_FAULTS
from app.domain.evaluation import Evaluation, evaluation_id
from app.domain.message import Message, say
from app.publishing.build_evaluations import build_evaluation, detail_shown
from app.publishing.checks.dates import before_it_was_a_date
from app.publishing.checks.found import CellsOfFile, CheckRemark, FaultsOfWays, Traced
from app.publishing.checks.remarks import remarks_on
from app.publishing.checks.shapes import NOTHING, looked_past, read_shape, was_a_date
from app.publishing.checks.texts import wrong_texts
from app.publishing.faults import Fault, Lines, Way
from app.publishing.importing.known import KnownBefore
from app.publishing.importing.municipality_names import code_of
from app.publishing.importing.understanding import CandidateEvaluation, Understanding
from app.publishing.parse import Parsed
from app.publishing.shapes import EvaluationShape
from app.publishing.value_faults import MISSING, ProblemAndMend

_MOST_MEANT: Final = 3
_NO_DETAIL: Final = "known"
_ASKED: Final = ("municipality", "year", "method_version", "method_version_basis", "source")
"""What a file may leave to be asked about."""
_NAME_QUESTIONS: Final[tuple[Way, ...]] = (("gold_stars",), ("discrepancies",))


@dataclass(frozen=True, slots=True)
class CheckedEvaluation:
    """What came of one document. `evaluation` is None where there are faults."""

    id: str
    evaluation: Evaluation | None
    faults: tuple[Fault, ...]
    remarks: tuple[CheckRemark, ...]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What came of a file. `evaluations` are those that could be built, in the order of the file;
    with any fault in it nothing of the file is imported."""

    evaluations: tuple[Evaluation, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[CheckRemark, ...]


MORE_FAULTS: Final = say(
    "There are more faults than are listed. Mend these, and bring the file in again."
)


def checked(
    understanding: Understanding, known: KnownBefore, public: Mapping[str, str]
) -> CheckedFile:
    """Everything wrong with a file and all that is to be acknowledged.

    `public` are the SHA-256s of the public evaluations by id; those of their gold stars may stand
    beside them.
    """
    ids = _ids(understanding.candidates, public)
    asked = {question.place for question in understanding.asked}
    faults = list(understanding.faults)
    remarks: list[CheckRemark] = []
    evaluations: list[Evaluation] = []
    first: dict[tuple[str, ...] | None, str] = {}
    for candidate, id in zip(understanding.candidates, ids, strict=True):
        if len(faults) > LISTED_FAULTS:
            faults.append(Fault(understanding.file, 0, MORE_FAULTS))
            break
        lines = CellsOfFile(candidate, understanding.file)
        document = candidate.document
        found = check_evaluation(id, document, lines, known, public)
        faults += (
            fault
            for fault in found.faults
            if not _is_asked(fault, candidate, asked) and not (asked and _is_missing(fault))
        )
        same = _what_it_is(document)
        if same in first:
            place = lines.at()
            problem = say("%(id)s is in the file twice.", id=first[same])
            mend = say("Take one of them out, or correct its municipality or year.")
            faults.append(Fault(place.file, place.line, problem, place.sheet, place.cell, mend))
            continue
        if same is not None:
            first[same] = id
        remarks += found.remarks
        if found.evaluation is not None:
            evaluations.append(found.evaluation)
    told = [(remark.said.problem, remark.said.sheet, remark.said.cell) for remark in remarks]
    remarks += (
        CheckRemark(f"file/{n}", said)
        for n, said in enumerate(understanding.remarks)
        if (said.problem, said.sheet, said.cell) not in told
    )
    ordered = sorted(set(faults), key=lambda fault: fault.order)
    return CheckedFile(tuple(evaluations), tuple(ordered), tuple(remarks))


def check_evaluation(
    id: str,
    document: Mapping[str, Any],
    lines: Lines,
    known: KnownBefore,
    public: Mapping[str, str] | None = None,
) -> CheckedEvaluation:
    """Checks one document. `lines` says where its values stand; without a `detail` of its own the
    document has the one that its figures show."""
    given = {"detail": _NO_DETAIL, **document}
    found = FaultsOfWays()
    wrong: set[Way] = set()
    whole = Traced(lines, {})
    for way, problem, mend in wrong_texts(document):
        wrong.add(way)
        found.add(whole.at(*way), problem, mend)
    shape, values = read_shape(given)
    for way, problem, mend_or_none in values:
        if not _is_said(way, wrong):
            wrong.add(way)
            found.add(whole.at(*way), problem, mend_or_none)
    usable = looked_past(given) if shape is None else (shape, {})
    evaluation = None
    if usable is not None:
        evaluation = _build(id, document, usable, lines, known, found, wrong)
    faults = tuple(sorted(set(found.found), key=lambda fault: fault.order))
    if faults or evaluation is None:
        return CheckedEvaluation(id, None, faults, ())
    remarks = remarks_on(evaluation, document, lines, known, public or {})
    return CheckedEvaluation(id, evaluation, (), remarks)


def _build(
    id: str,
    document: Mapping[str, Any],
    usable: tuple[EvaluationShape, dict[str, list[int]]],
    lines: Lines,
    known: KnownBefore,
    found: FaultsOfWays,
    wrong: set[Way],
) -> Evaluation | None:
    """Builds what can be built, and adds what the builder finds beside what is already said."""
    shape, positions = usable
    file = Parsed(id, shape, Traced(lines, positions))
    version = known.instrument.versions.get(shape.method_version)
    if "detail" not in document and version is not None:
        shape = shape.model_copy(update={"detail": detail_shown(file, version)})
        file = replace(file, value=shape)
    built, whole = FaultsOfWays(), Traced(lines, {})
    evaluation = build_evaluation(file, known.instrument, known.register, built)
    for way, fault in built.ways:
        is_name = not way and shape.municipality == NOTHING
        if is_name or _is_said(way, wrong) or _is_consequence(way, wrong, built):
            continue
        problem, mend = _explained(fault.problem, way, document, known)
        found.add(whole.at(*_narrowed(way, problem)), problem, mend)
    return evaluation


def _narrowed(way: Way, problem: Message) -> Way:
    """The way to the question that a gold star or a discrepancy names, where that is wrong."""
    names = "code" in problem.values
    return (*way, "question") if names and way[:1] in _NAME_QUESTIONS else way


def _is_said(way: Way, wrong: set[Way]) -> bool:
    """Whether something is already said of the value, or of something in it."""
    return bool(way) and any(other[: len(way)] == way for other in wrong)


def _is_consequence(way: Way, wrong: set[Way], built: FaultsOfWays) -> bool:
    """What the file should be called follows from a municipality or year that is wrong, and which
    detail the figures have from points that are."""
    if not way:
        ways = {found for found, _ in built.ways} | wrong
        return bool(ways & {("municipality",), ("year",), ("method_version",)})
    return way == ("detail",) and bool(wrong)


def _explained(
    problem: Message, way: Way, document: Mapping[str, Any], known: KnownBefore
) -> ProblemAndMend:
    """A fault of the builder, with how to mend it where that can be told."""
    if way == ("municipality",):
        return _unknown_municipality(problem, document, known)
    if way == ("method_version",):
        versions = tuple(known.instrument.versions)
        return problem, say("Choose one of these: %(allowed)s.", allowed=versions)
    if "code" in problem.values:
        before = before_it_was_a_date(str(problem.values["code"]))
        if before is not None:
            return problem, was_a_date(before)
    return problem, None


def _unknown_municipality(
    problem: Message, document: Mapping[str, Any], known: KnownBefore
) -> ProblemAndMend:
    written, year = str(document["municipality"]), document.get("year")
    labels = known.register.municipalities
    if written.isdigit():
        had = sorted(known.names.named(written))
        if had and isinstance(year, int):
            then = [code for slug in had if (code := code_of(slug, year, known)) is not None]
            problem = say(
                "The code %(code)s was not in use in %(year)s.", code=written, year=str(year)
            )
            named = tuple(labels[slug].label for slug in had[:_MOST_MEANT])
            if then:
                mend = say(
                    "It is a code of %(names)s, which had the code %(then)s that year.",
                    names=named,
                    then=tuple(then[:_MOST_MEANT]),
                )
                return problem, mend
            return problem, say("It is a code of %(names)s.", names=named)
        return problem, None
    like = tuple(labels[slug].label for slug in known.names.like(written, _MOST_MEANT))
    return problem, say("Is it one of these? %(names)s", names=like) if like else None


def _is_asked(fault: Fault, candidate: CandidateEvaluation, asked: set[Any]) -> bool:
    """Whether somebody is already asked what should stand there."""
    here = (fault.file, fault.sheet, fault.cell, fault.line)
    places = (candidate.place(key) for key in _ASKED)
    return any(
        place in asked and here == (place.file, place.sheet, place.cell, place.line)
        for place in places
    )


def _what_it_is(document: Mapping[str, Any]) -> tuple[str, ...] | None:
    """What no two evaluations of a file may share. None where it does not say so."""
    said = [document.get(name) for name in ("municipality", "year", "method_version")]
    return None if None in said else tuple(map(str, said))


def _is_missing(fault: Fault) -> bool:
    """Whether something is not there. While anything is asked, the answer may bring it."""
    return fault.problem.key == MISSING


def _ids(candidates: Sequence[CandidateEvaluation], public: Mapping[str, str]) -> list[str]:
    """The id of each: its own where it may bear that; the plain one; the one with its version
    where another version has the plain one."""
    plain = [
        evaluation_id(str(c.document.get("municipality")), c.document.get("year") or 0)
        for c in candidates
    ]
    often = Counter(plain)
    found = []
    for candidate, short in zip(candidates, plain, strict=True):
        version = candidate.document.get("method_version")
        long = f"{short}-v{version}"
        if candidate.id in (short, long):
            found.append(candidate.id)
        elif long in public or (often[short] > 1 and short in found):
            found.append(long)
        else:
            found.append(short)
    return found
