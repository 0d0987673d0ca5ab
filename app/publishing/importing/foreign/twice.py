"""One evaluation in several tables of a file: put together where nothing differs, else asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.domain.message import say
from app.domain.method import Instrument
from app.domain.score import MissingKind
from app.publishing.faults import Way
from app.publishing.importing.foreign.documents import AreaDraft, DocumentDraft
from app.publishing.importing.foreign.notes import Notes
from app.publishing.importing.understanding import (
    CandidateEvaluation,
    Certainty,
    PlaceInFile,
    ReadCell,
)

OWN_FACTS = ("report_number", "year_basis")
"""What one table may say and another not."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An evaluation with the positions in the file of the tables that it came from."""

    candidate: CandidateEvaluation
    positions: tuple[int, ...]


def without_twice(
    candidates: Sequence[CandidateEvaluation], instrument: Instrument, notes: Notes
) -> tuple[CandidateEvaluation, ...]:
    """Each evaluation once. Cells are noted anew where they went to another document."""
    kept: list[_Told] = []
    for position, candidate in enumerate(candidates):
        at = next((n for n, one in enumerate(kept) if _same(one.candidate, candidate)), None)
        together = None if at is None else _together(kept[at].candidate, candidate, instrument)
        if at is None:
            kept.append(_Told(candidate, (position,)))
        elif together is not None:
            kept[at] = _Told(together, (*kept[at].positions, position))
        else:
            answer = _asked(kept[at], candidate, position, notes)
            if answer is None:
                kept.append(_Told(candidate, (position,)))
            elif answer == str(position):
                kept[at] = _Told(candidate, (position,))
    _note(kept, candidates, notes)
    return tuple(one.candidate for one in kept)


def _same(one: CandidateEvaluation, other: CandidateEvaluation) -> bool:
    """Whether two are of one municipality, year and version."""
    keys = ("municipality", "year", "method_version")
    known = all(key in one.document and key in other.document for key in keys)
    return known and all(one.document[key] == other.document[key] for key in keys)


def _asked(
    before: _Told, candidate: CandidateEvaluation, position: int, notes: Notes
) -> str | None:
    """Which of two that differ is right, where that has been answered."""
    document = candidate.document
    id = f"twice:{document['municipality']}-{document['year']}"
    choices = {str(before.positions[0]): before.candidate, str(position): candidate}
    answer = notes.answer(id)
    if answer in choices:
        return answer
    asked = say("The file holds this evaluation twice, with different figures. Which is right?")
    places = {key: _where(one) for key, one in choices.items()}
    notes.ask(id, candidate.place("total"), asked, list(places.items()))
    return None


def _where(candidate: CandidateEvaluation) -> str:
    place = next(iter(candidate.places.values()), None)
    if place is None:
        return "?"
    return f"{place.sheet} {place.cell or place.line}".strip()


def _together(
    one: CandidateEvaluation, other: CandidateEvaluation, instrument: Instrument
) -> CandidateEvaluation | None:
    """Both as one, where nothing that both have differs."""
    first, second = _draft(one, instrument), _draft(other, instrument)
    if None not in (first.total, second.total) and first.total != second.total:
        return None
    for no, area in second.areas.items():
        if not _add(first.area(no), area):
            return None
    if first.total is None:
        first.total, first.total_missing = second.total, second.total_missing
        first.places |= {w: p for w, p in second.places.items() if w == ("total",)}
    for key in OWN_FACTS:
        if first.facts.get(key) is None and second.facts.get(key) is not None:
            first.facts[key] = second.facts[key]
    if "year_basis" not in one.document or "year_basis" not in other.document:
        first.facts.pop("year_basis", None)
    return first.candidate()


def _add(area: AreaDraft, other: AreaDraft) -> bool:
    """Adds what another table says of an area; False where it says something else."""
    if None not in (area.stated, other.stated) and area.stated != other.stated:
        return False
    for code, score in other.questions.items():
        known = area.questions.get(code)
        both = isinstance(known, Decimal) and isinstance(score, Decimal)
        if both and known != score:
            return False
        if not isinstance(known, Decimal):
            area.questions[code] = score
    if area.findings and other.findings and area.findings != other.findings:
        return False
    if area.stated is None:
        area.stated, area.missing = other.stated, other.missing
    area.findings = area.findings or other.findings
    area.places = other.places | area.places
    return True


def _draft(candidate: CandidateEvaluation, instrument: Instrument) -> DocumentDraft:
    """A document as a draft again."""
    document = candidate.document
    draft = DocumentDraft(instrument.version(document["method_version"]))
    own = ("method_version", "method_version_basis", "detail", "total", "total_missing", "areas")
    draft.facts = {key: value for key, value in document.items() if key not in own}
    draft.basis = type(draft.basis)(document["method_version_basis"])
    draft.total = None if document["total"] is None else Decimal(str(document["total"]))
    if "total_missing" in document:
        draft.total_missing = MissingKind(document["total_missing"])
    for shape in document["areas"]:
        area = draft.area(shape["no"])
        area.stated = None if shape["stated"] is None else Decimal(str(shape["stated"]))
        area.missing = MissingKind(shape["missing"]) if "missing" in shape else None
        area.findings = shape.get("findings")
        for question in shape.get("questions", ()):
            area.questions[question["code"]] = (
                Decimal(str(question["score"]))
                if "score" in question
                else MissingKind(question["missing"])
            )
    for way, place in candidate.places.items():
        no, inside = _inside(way, document)
        if no is None:
            draft.places[way] = place
        else:
            draft.area(no).places[inside] = place
    return draft


def _inside(way: Way, document: Any) -> tuple[int | None, Way]:
    """The area that a way leads into, and the way inside it, by codes for positions."""
    if way[:1] != ("areas",):
        return None, way
    shape = document["areas"][way[1]]
    rest = way[2:]
    if rest[:1] == ("questions",) and len(rest) > 1:
        rest = ("questions", shape["questions"][rest[1]]["code"], *rest[2:])
    return shape["no"], rest


def _note(kept: Sequence[_Told], candidates: Sequence[CandidateEvaluation], notes: Notes) -> None:
    """Cells lead to the documents that were kept."""
    where = {p: n for n, one in enumerate(kept) for p in one.positions}
    if where == {n: n for n in range(len(candidates))}:
        return
    cells: dict[tuple[PlaceInFile, int | None, Way], ReadCell] = {}
    for key, cell in notes.cells.items():
        moved = cell
        if cell.document is not None and cell.document in where:
            target = where[cell.document]
            way = _moved(cell.way, candidates[cell.document].document, kept[target].candidate)
            moved = replace(cell, document=target, way=way)
        elif cell.document is not None:
            moved = replace(cell, document=None, way=(), value="", certainty=Certainty.LEFT_OUT)
        cells[key] = moved
    notes.cells = cells


def _moved(way: Way, document: Any, to: CandidateEvaluation) -> Way:
    no, inside = _inside(way, document)
    if no is None:
        return way
    areas = to.document["areas"]
    position = next(n for n, area in enumerate(areas) if area["no"] == no)
    if inside[:1] == ("questions",) and len(inside) > 1:
        codes = [question["code"] for question in areas[position]["questions"]]
        inside = ("questions", codes.index(inside[1]), *inside[2:])
    return ("areas", position, *inside)
