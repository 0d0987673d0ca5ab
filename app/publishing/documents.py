"""A whole state as canonical documents, and as the text that a release's SHA-256 is taken of."""

import hashlib
from collections.abc import Iterable

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
    instrument, register = state.instrument, state.register
    found = [Document(InstrumentRevision, INSTRUMENT_KEY, instrument_content(instrument))]
    found += [
        Document(MethodVersionRevision, version.version, version_content(version))
        for version in instrument.versions.values()
    ]
    found += [
        Document(MunicipalityRevision, slug, municipality_content(held, register.population(slug)))
        for slug, held in register.municipalities.items()
    ]
    found += [
        Document(ChangeRevision, change_key(change), change_content(change))
        for change in register.changes
    ]
    found += [
        Document(ReferenceAverageRevision, average.id, reference_content(average))
        for average in state.references
    ]
    for evaluation in state.evaluations:
        family = instrument.family_of(evaluation.version)
        content = evaluation_content(evaluation, family)
        found.append(Document(EvaluationRevision, evaluation.id, content))
        found += [
            Document(GoldStarRevision, star.id, gold_star_content(star))
            for star in evaluation.gold_stars
        ]
    return tuple(sorted(found, key=lambda document: (document.kind, document.key)))


def export_text(found: Iterable[Document]) -> str:
    """The canonical export: one record a line, `kind`, `key` and `record`, sorted."""
    return "".join(
        canonical({"kind": document.kind, "key": document.key, "record": document.content}) + "\n"
        for document in found
    )


def export_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
