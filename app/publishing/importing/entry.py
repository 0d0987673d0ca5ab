"""A file to what is understood of it: our own formats here, everything else as others write it."""

from collections.abc import Mapping

from app.publishing.faults import RejectedError
from app.publishing.importing.foreign.understand import understand_foreign
from app.publishing.importing.known import KnownBefore as KnownBefore
from app.publishing.importing.own import is_own, understand_own
from app.publishing.importing.own_documents import understand_documents
from app.publishing.importing.reading import read_tables, shown_name
from app.publishing.importing.understanding import FileShape, Understanding


def understand(
    name: str, content: bytes, known: KnownBefore, answers: Mapping[str, str]
) -> Understanding:
    """What is understood of a file with the answers so far. Nothing is written, and a file that is
    refused is one fault."""
    try:
        workbook = read_tables(name, content)
    except RejectedError as error:
        return Understanding(shown_name(name), FileShape.UNKNOWN, faults=error.faults)
    if workbook.facts["kind"] == "json":
        return understand_documents(workbook)
    if is_own(workbook):
        return understand_own(workbook, known, answers)
    return understand_foreign(workbook, known, answers)
