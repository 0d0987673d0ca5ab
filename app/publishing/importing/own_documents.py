"""Evaluations as JSON: one as in `seed/evaluations`, or a list of them."""

import json
from collections.abc import Sized

from app.bounds import (
    DOCUMENT_CHARACTERS,
    DOCUMENT_VALUES,
    LIST_ITEMS,
    READ_CELLS,
    READ_DOCUMENTS,
)
from app.domain.message import say
from app.publishing.faults import Fault
from app.publishing.importing.refusal import DIVIDE
from app.publishing.importing.tables import Workbook
from app.publishing.importing.texts import TOO_MANY_CELLS
from app.publishing.importing.understanding import (
    CandidateEvaluation,
    FileShape,
    PlaceInFile,
    Understanding,
)
from app.publishing.json_lines import ListBounds, Malformed, line_numbers

LISTS = ListBounds(READ_DOCUMENTS, LIST_ITEMS)
_ID = "id"


def understand_documents(workbook: Workbook) -> Understanding:
    """The evaluations of a JSON text, each value with its line."""
    name, text = workbook.name, workbook.text
    if text.count(",") + text.count(":") > READ_CELLS * 2:
        return _refused(workbook, Fault(name, 0, TOO_MANY_CELLS, mend=DIVIDE))
    try:
        lines = line_numbers(text, LISTS)
    except Malformed as error:
        problem = say("The file is not valid JSON: %(problem)s.", problem=error.problem)
        return _refused(workbook, Fault(name, error.line, problem))
    whole = json.loads(text)
    several = isinstance(whole, list)
    documents = whole if several else [whole]
    places: list[dict[tuple[str | int, ...], PlaceInFile]] = [{} for _ in documents]
    for way, line in lines.items():
        if several and way:
            places[int(way[0])][way[1:]] = PlaceInFile(name, line=line)
        elif not several:
            places[0][way] = PlaceInFile(name, line=line)
    faults = [
        Fault(name, lines.get((n,), 1), say("An evaluation is an object with names and values."))
        for n, document in enumerate(documents)
        if not isinstance(document, dict)
    ]
    if any(map(_is_too_much, documents, places)):
        return _refused(workbook, Fault(name, 0, TOO_MANY_CELLS, mend=DIVIDE))
    if not documents:
        faults.append(Fault(name, 0, say("There is no evaluation in the file.")))
    found = tuple(
        CandidateEvaluation(
            {k: v for k, v in document.items() if k != _ID}, where, str(document.get(_ID, ""))
        )
        for document, where in zip(documents, places, strict=True)
        if isinstance(document, dict)
    )
    return Understanding(
        name, FileShape.DOCUMENT, found, faults=tuple(faults), facts=workbook.facts
    )


def _is_too_much(document: object, places: Sized) -> bool:
    if len(places) > DOCUMENT_VALUES:
        return True
    return len(json.dumps(document, ensure_ascii=False)) > DOCUMENT_CHARACTERS


def _refused(workbook: Workbook, fault: Fault) -> Understanding:
    return Understanding(workbook.name, FileShape.DOCUMENT, faults=(fault,), facts=workbook.facts)
