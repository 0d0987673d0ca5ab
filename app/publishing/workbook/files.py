"""The files that people get: an empty workbook to fill in, and evaluations in three formats."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from app.domain.evaluation import Evaluation
from app.domain.message import LocalText, Message, Say
from app.domain.method import Instrument, MethodVersion
from app.publishing.evaluation_file import evaluation_file, own_id
from app.publishing.faults import in_english
from app.publishing.workbook.book import workbook
from app.publishing.workbook.grids import Labelled, choice_words, grids
from app.publishing.workbook.packed_tables import packed_tables


def english(said: Message | LocalText) -> str:
    """The words of the program, where no reader's language is known."""
    return said.in_language("en") if isinstance(said, LocalText) else in_english(said)


def template(
    version: MethodVersion,
    instrument: Instrument,
    words: Say = english,
    municipalities: Sequence[str] = (),
    evaluations: int = 1,
) -> bytes:
    """An empty workbook for evaluations made with a version. `municipalities` are the labels that
    the drop-down has; any other name or code may be written."""
    empty = {"method_version": version.version, "method_version_basis": "stated"}
    blanks = [Labelled(str(n), empty) for n in range(1, evaluations + 1)]
    codes = [
        (question.code, question.code) for area in version.areas for question in area.questions
    ]
    tables = grids(blanks, instrument, words, simple=True)
    return workbook(tables, {**choice_words(words), "question": codes}, words, municipalities)


def exported(
    evaluations: Iterable[Evaluation], instrument: Instrument, words: Say = english
) -> bytes:
    """Evaluations as a workbook that is brought in again without any difference."""
    return workbook(_tables(evaluations, instrument, words), choice_words(words), words)


def exported_tables(
    evaluations: Iterable[Evaluation], instrument: Instrument, words: Say = english
) -> bytes:
    """The same as CSV tables, packed together."""
    return packed_tables(_tables(evaluations, instrument, words))


def exported_documents(
    evaluations: Iterable[Evaluation], instrument: Instrument, words: Say = english
) -> bytes:
    """The same as JSON: one evaluation as in `seed/evaluations`, several as a list of them,
    each on its line."""
    found: list[Mapping[str, Any]] = []
    for evaluation in evaluations:
        id = own_id(evaluation)
        found.append(({"id": id} if id else {}) | evaluation_file(evaluation))
    if len(found) == 1:
        return (json.dumps(found[0], ensure_ascii=False, indent=2) + "\n").encode()
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in found)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


EXPORTS: Final[Mapping[str, Callable[[Iterable[Evaluation], Instrument, Say], bytes]]] = {
    "xlsx": exported,
    "csv": exported_tables,
    "json": exported_documents,
}
"""By format. Tables in CSV are several files, so they come packed (`.zip`)."""


def _tables(evaluations: Iterable[Evaluation], instrument: Instrument, words: Say) -> Any:
    labelled = [Labelled(e.id, evaluation_file(e)) for e in evaluations]
    return grids(labelled, instrument, words)
