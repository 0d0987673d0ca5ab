"""A whole state as canonical documents, and as the text that a release's SHA-256 is taken of."""

import hashlib
from collections.abc import Iterable, Iterator

from app.domain.evaluation import Evaluation
from app.domain.method import Instrument
from app.publishing.state import State
from app.records.alias import alias_document
from app.records.coverage import known_evaluated_document
from app.records.document import Document, canonical
from app.records.evaluation import evaluation_document, gold_star_document
from app.records.method import instrument_document, scheme_document, version_document
from app.records.reference import reference_document
from app.records.register import change_document, municipality_document


def documents(state: State) -> tuple[Document, ...]:
    """Every record of a state, sorted by kind and key."""
    return tuple(sorted(each_document(state), key=place))


def place(document: Document) -> tuple[str, str]:
    """Where a document stands in an export."""
    return document.kind, document.key


def each_document(state: State) -> Iterator[Document]:
    """Every record of a state, one after the other, in the order it is held in."""
    instrument, register = state.instrument, state.register
    yield instrument_document(instrument)
    yield from map(version_document, instrument.versions.values())
    for position, scheme in enumerate(instrument.official_schemes):
        yield scheme_document(scheme, position)
    for slug, municipality in register.municipalities.items():
        yield municipality_document(municipality, register.population(slug))
    yield from map(change_document, register.changes)
    yield from map(reference_document, state.references)
    yield from map(known_evaluated_document, state.counts)
    yield from map(alias_document, state.aliases)
    for evaluation in state.evaluations:
        yield from evaluation_documents(evaluation, instrument)


def evaluation_documents(evaluation: Evaluation, instrument: Instrument) -> Iterator[Document]:
    """An evaluation and its gold stars."""
    yield evaluation_document(evaluation, instrument.family_of(evaluation.version))
    yield from map(gold_star_document, evaluation.gold_stars)


def export_text(found: Iterable[Document]) -> str:
    """The canonical export: one record a line, `kind`, `key` and `record`, sorted."""
    return "".join(map(export_line, found))


def export_line(document: Document) -> str:
    """A record's line in the export: its keys are in the order of the canonical JSON."""
    key, kind = canonical(document.key), canonical(document.kind)
    return f'{{"key":{key},"kind":{kind},"record":{document.text}}}\n'


def export_sha256(text: str) -> str:
    """The SHA-256 of an export in UTF-8, as hexadecimal digits: it signs a release."""
    return hashlib.sha256(text.encode()).hexdigest()
