"""From evaluation files to evaluations: figures worked out, references and limits checked."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.evaluation import (
    AreaResult,
    DetailLevel,
    Evaluation,
    Finding,
    FindingKind,
    QuestionResult,
    area_figure,
    detail_of,
    evaluation_id,
    total_figure,
)
from app.domain.groups import groups_for, size_group_for
from app.domain.message import Points, say
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.municipality import Municipality, population_for
from app.domain.score import Figure, MissingKind
from app.publishing.build_gold_stars import build_gold_stars, no_question
from app.publishing.check_stated import check_stated
from app.publishing.faults import Faults
from app.publishing.parse import Parsed
from app.publishing.shapes import AreaShape, EvaluationShape, FindingsShape, QuestionShape
from app.publishing.state import Register
from app.records.evaluation import read_evaluation
from app.records.first_words import PLACINGS


def build_evaluations(
    files: Sequence[Parsed[EvaluationShape]],
    instrument: Instrument,
    register: Register,
    faults: Faults,
) -> tuple[Evaluation, ...]:
    """The evaluations of all files that can be understood, by id."""
    _check_once(files, faults)
    built = [build_evaluation(file, instrument, register, faults) for file in files]
    return tuple(sorted((e for e in built if e is not None), key=lambda e: e.id))


def build_evaluation(
    file: Parsed[EvaluationShape], instrument: Instrument, register: Register, faults: Faults
) -> Evaluation | None:
    """The evaluation of one file. None, with its faults noted, where it makes no sense."""
    before = len(faults.found)
    shape = file.value
    municipality = register.municipalities.get(shape.municipality)
    version = instrument.versions.get(shape.method_version)
    if municipality is None:
        faults.add(
            file.lines.at("municipality"),
            say("there is no municipality %(slug)s", slug=shape.municipality),
        )
    else:
        _check_life(file, municipality, faults)
    if version is None:
        faults.add(
            file.lines.at("method_version"),
            say("there is no method version %(version)s", version=shape.method_version),
        )
    else:
        _check_discrepancies(file, version, faults)
    _check_name(file, faults)
    check_stated(file, instrument, faults)
    _check_reply(file, faults)
    if version is None:
        return None
    areas = _areas(file, version, faults)
    stars = build_gold_stars(file, version, faults)
    if shape.total is not None and shape.total > version.max:
        problem = say("the total is above %(max)s", max=Points(version.max))
        faults.add(file.lines.at("total"), problem)
    if municipality is None or len(faults.found) > before:
        return None
    found = _finished(file, municipality, version, areas, instrument, register, faults)
    return None if found is None else read_evaluation(found, stars)


def _finished(
    file: Parsed[EvaluationShape],
    municipality: Municipality,
    version: MethodVersion,
    areas: tuple[AreaResult, ...],
    instrument: Instrument,
    register: Register,
    faults: Faults,
) -> dict[str, Any] | None:
    """What is worked out beside what the file tells. None where the two disagree."""
    shape, lines = file.value, file.lines
    total = total_figure(version, areas, shape.total, shape.total_missing)
    found = detail_of(version, total, areas)
    if found is not shape.detail:
        problem = say(
            "the figures are of detail %(found)s, not %(written)s",
            found=str(found),
            written=str(shape.detail),
        )
        faults.add(lines.at("detail"), problem)
        return None
    population = population_for(
        shape.year, register.population(shape.municipality), municipality.country
    )
    worked_out = {
        "id": file.name,
        "country": municipality.country,
        "version": shape.method_version,
        "version_basis": shape.method_version_basis,
        "total": total,
        "areas": areas,
        "population": population,
        "size_group": size_group_for(population, instrument.size_scheme),
        "groups": groups_for(shape.year, municipality.groups),
    }
    told = shape.model_dump(exclude={"areas", "gold_stars", "stated_placings"})
    told[PLACINGS] = [placing.model_dump() for placing in shape.stated_placings]
    return told | worked_out


def detail_shown(file: Parsed[EvaluationShape], version: MethodVersion) -> DetailLevel:
    """The detail level of the figures in a file, whatever the file says of it."""
    stated = file.value.total
    known = stated if stated is None or stated <= version.max else None
    areas = _areas(file, version, Faults())
    return detail_of(version, total_figure(version, areas, known, file.value.total_missing), areas)


def _check_life(file: Parsed[EvaluationShape], municipality: Municipality, faults: Faults) -> None:
    """An evaluation belongs to the municipality as it was that year (design rule 8)."""
    year = file.value.year
    began, ended = municipality.valid_from, municipality.valid_to
    if (began and date(year, 12, 31) < began) or (ended and date(year, 1, 1) > ended):
        problem = say("%(slug)s did not exist in %(year)s", slug=municipality.slug, year=str(year))
        faults.add(file.lines.at("year"), problem)


def _check_name(file: Parsed[EvaluationShape], faults: Faults) -> None:
    shape = file.value
    plain = evaluation_id(shape.municipality, shape.year)
    second = evaluation_id(shape.municipality, shape.year, shape.method_version)
    if file.name not in (plain, second):
        problem = say(
            "the file should be called %(plain)s.json or %(second)s.json",
            plain=plain,
            second=second,
        )
        faults.add(file.lines.at(), problem)


def _check_reply(file: Parsed[EvaluationShape], faults: Faults) -> None:
    reply = file.value.reply
    if reply is not None and reply.day.year < file.value.year:
        place = file.lines.at("reply", "day")
        problem = say("a reply of %(day)s is before the evaluation", day=reply.day.isoformat())
        faults.add(place, problem)


def _check_once(files: Sequence[Parsed[EvaluationShape]], faults: Faults) -> None:
    """An evaluation may go by either of its two names, but not by both."""
    first: dict[tuple[str, int, str], str] = {}
    for file in files:
        shape = file.value
        same = first.setdefault((shape.municipality, shape.year, shape.method_version), file.name)
        if same != file.name:
            faults.add(file.lines.at(), say("%(id)s.json is the same evaluation", id=same))


def _check_discrepancies(
    file: Parsed[EvaluationShape], version: MethodVersion, faults: Faults
) -> None:
    for position, found in enumerate(file.value.discrepancies):
        if found.question is not None and version.question(found.question) is None:
            place = file.lines.at("discrepancies", position)
            faults.add(place, no_question(version, found.question))


def _areas(
    file: Parsed[EvaluationShape], version: MethodVersion, faults: Faults
) -> tuple[AreaResult, ...]:
    """All eight areas; those that the file leaves out are missing as not found."""
    listed: dict[int, AreaResult] = {}
    for position, shape in enumerate(file.value.areas):
        if shape.no in listed:
            place = file.lines.at("areas", position, "no")
            faults.add(place, say("area %(no)s is there twice", no=shape.no))
            continue
        listed[shape.no] = _area(file, position, shape, version.area(shape.no), faults)
    return tuple(
        listed.get(definition.no)
        or AreaResult(definition.no, area_figure(definition, (), None, MissingKind.NOT_FOUND))
        for definition in version.areas
    )


def _area(
    file: Parsed[EvaluationShape],
    position: int,
    shape: AreaShape,
    definition: AreaDefinition,
    faults: Faults,
) -> AreaResult:
    place = file.lines.at("areas", position, "stated")
    stated = shape.stated
    if stated is not None and stated > definition.max:
        problem = say(
            "area %(no)s: %(score)s is above %(max)s",
            no=shape.no,
            score=Points(stated),
            max=Points(definition.max),
        )
        faults.add(place, problem)
        stated = None
    questions = _questions(file, position, shape, definition, faults)
    return AreaResult(
        shape.no,
        area_figure(definition, questions, stated, shape.missing),
        questions,
        _findings(shape.findings),
    )


def _questions(
    file: Parsed[EvaluationShape],
    position: int,
    shape: AreaShape,
    definition: AreaDefinition,
    faults: Faults,
) -> tuple[QuestionResult, ...]:
    """The questions that are listed, in the order of the method."""
    maxima = {question.code: question.max for question in definition.questions}
    twice = Counter(question.code for question in shape.questions)
    found: dict[str, QuestionResult] = {}
    for index, question in enumerate(shape.questions):
        place = file.lines.at("areas", position, "questions", index)
        if question.code not in maxima:
            problem = say("area %(no)s has no question %(code)s", no=shape.no, code=question.code)
            faults.add(place, problem)
        elif twice[question.code] > 1:
            faults.add(place, say("question %(code)s is there twice", code=question.code))
        elif (question.score is None) == (question.missing is None):
            problem = say("question %(code)s has either a score or a reason", code=question.code)
            faults.add(place, problem)
        elif question.score is not None and question.score > maxima[question.code]:
            problem = say(
                "question %(code)s: %(score)s is above %(max)s",
                code=question.code,
                score=Points(question.score),
                max=Points(maxima[question.code]),
            )
            faults.add(place, problem)
        else:
            found[question.code] = _question(question, maxima)
    return tuple(found[code] for code in maxima if code in found)


def _question(shape: QuestionShape, maxima: Mapping[str, Decimal]) -> QuestionResult:
    figure = Figure(shape.score, shape.score, maxima[shape.code], shape.missing)
    return QuestionResult(shape.code, figure, shape.reconstructed, shape.note, shape.text)


def _findings(shape: FindingsShape | None) -> tuple[Finding, ...]:
    if shape is None:
        return ()
    kinds = (
        (FindingKind.STRENGTH, shape.strengths),
        (FindingKind.CHALLENGE, shape.challenges),
        (FindingKind.WEAKNESS, shape.weaknesses),
    )
    return tuple(Finding(kind, text, shape.lang) for kind, texts in kinds for text in texts)
