"""Reads a release back, record by record: it may be too large to hold."""

from collections.abc import Iterator
from heapq import merge

from app.publishing.documents import each_document, export_line, place
from app.publishing.state import Register, State
from app.queries import aliases, coverage, method, reference, register, whole
from app.queries.reading import Reading
from app.records.document import Document
from app.records.evaluation import evaluation_document, gold_star_document
from app.records.register import municipality_document


def read_documents(reading: Reading) -> Iterator[Document]:
    """Every record of a release, sorted by kind and key. What there is much of is read in slices,
    so no more than a slice of it is held."""
    instrument = method.instrument(reading)
    changes = register.lineage(reading).changes
    references = reference.reference_averages(reading)
    counts = coverage.known_evaluated(reading)
    known = aliases.aliases(reading).found
    few = State(instrument, Register({}, {}, changes), references, counts, (), known)
    return merge(
        sorted(each_document(few), key=place),
        (
            municipality_document(held, populations)
            for held, populations in whole.each_municipality(reading)
        ),
        (
            evaluation_document(evaluation, instrument.family_of(evaluation.version))
            for evaluation in whole.each_evaluation(reading)
        ),
        map(gold_star_document, whole.each_gold_star(reading)),
        key=place,
    )


def export_lines(reading: Reading) -> Iterator[str]:
    """The canonical export of a release, line by line: its SHA-256 is the release's own."""
    return map(export_line, read_documents(reading))


def export(reading: Reading) -> str:
    """The canonical export of a release as one text."""
    return "".join(export_lines(reading))
