"""A whole state as canonical documents, and as the text that a release's SHA-256 is taken of."""

import hashlib
from collections.abc import Iterable, Iterator

from app.domain.evaluation import Evaluation, GoldStar
from app.domain.method import Instrument
from app.domain.municipality import Municipality, Population
from app.models import (
    ChangeRevision,
    EvaluationRevision,
    GoldStarRevision,
    InstrumentRevision,
    MethodVersionRevision,
    MunicipalityRevision,
    ReferenceAverageRevision,
)
from app.publishing.canonical import Document, canonical
from app.publishing.evaluation_contents import evaluation_content, gold_star_content
from app.publishing.method_contents import instrument_content, version_content
from app.publishing.register_contents import (
    change_content,
    change_key,
    municipality_content,
    reference_content,
)
from app.publishing.state import State

INSTRUMENT_KEY = "instrument"


def documents(state: State) -> tuple[Document, ...]:
    """Every record of a state, sorted by kind and key."""
    return tuple(sorted(each_document(state), key=place))


def place(document: Document) -> tuple[str, str]:
    """Where a document stands in an export."""
    return document.kind, document.key


def each_document(state: State) -> Iterator[Document]:
    """Every record of a state, one after the other, in the order it is held in."""
    instrument, register = state.instrument, state.register
    yield Document(InstrumentRevision, INSTRUMENT_KEY, instrument_content(instrument))
    for version in instrument.versions.values():
        yield Document(MethodVersionRevision, version.version, version_content(version))
    for slug, held in register.municipalities.items():
        yield municipality_document(held, register.population(slug))
    for change in register.changes:
        yield Document(ChangeRevision, change_key(change), change_content(change))
    for average in state.references:
        yield Document(ReferenceAverageRevision, average.id, reference_content(average))
    for evaluation in state.evaluations:
        yield from evaluation_documents(evaluation, instrument)


def evaluation_documents(evaluation: Evaluation, instrument: Instrument) -> Iterator[Document]:
    """An evaluation and its gold stars."""
    yield evaluation_document(evaluation, instrument)
    yield from map(gold_star_document, evaluation.gold_stars)


def municipality_document(held: Municipality, populations: Iterable[Population]) -> Document:
    return Document(MunicipalityRevision, held.slug, municipality_content(held, populations))


def evaluation_document(evaluation: Evaluation, instrument: Instrument) -> Document:
    content = evaluation_content(evaluation, instrument.family_of(evaluation.version))
    return Document(EvaluationRevision, evaluation.id, content)


def gold_star_document(star: GoldStar) -> Document:
    return Document(GoldStarRevision, star.id, gold_star_content(star))


def export_text(found: Iterable[Document]) -> str:
    """The canonical export: one record a line, `kind`, `key` and `record`, sorted."""
    return "".join(map(export_line, found))


def export_line(document: Document) -> str:
    """A record's line in the export: its keys are in the order of the canonical JSON."""
    key, kind = canonical(document.key), canonical(document.kind)
    return f'{{"key":{key},"kind":{kind},"record":{document.text}}}\n'


def export_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
