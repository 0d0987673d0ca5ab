"""Reads a release back: whole, or record by record where it may be too large to hold."""

from collections.abc import Iterator
from heapq import merge

from app.publishing.canonical import Document
from app.publishing.documents import (
    each_document,
    evaluation_document,
    export_line,
    gold_star_document,
    place,
)
from app.publishing.state import Register, State
from app.queries import method, reference, register, whole
from app.queries.reading import Reading


def read_documents(reading: Reading) -> Iterator[Document]:
    """Every record of a release, sorted by kind and key. Evaluations are read in slices."""
    state = _without_evaluations(reading)
    rest = sorted(each_document(state), key=place)
    found = (
        evaluation_document(evaluation, state.instrument)
        for evaluation in whole.each_evaluation(reading)
    )
    stars = map(gold_star_document, whole.each_gold_star(reading))
    return merge(rest, found, stars, key=place)


def _without_evaluations(reading: Reading) -> State:
    municipalities = {m.slug: m for m in register.all_municipalities(reading)}
    return State(
        instrument=method.instrument(reading),
        register=Register(
            municipalities,
            register.all_populations(reading),
            register.lineage(reading).changes,
        ),
        references=reference.reference_averages(reading),
        evaluations=(),
    )


def export_lines(reading: Reading) -> Iterator[str]:
    """The canonical export of a release, line by line: its SHA-256 is the release's own."""
    return map(export_line, read_documents(reading))


def export(reading: Reading) -> str:
    """The canonical export of a release as one text."""
    return "".join(export_lines(reading))
