"""Reads a release back, whole."""

from app.publishing.documents import documents, export_text
from app.publishing.state import Register, State
from app.queries import evaluations, method, reference, register
from app.queries.reading import Reading


def read_state(reading: Reading) -> State:
    """Everything that a release makes public. Twelve statements."""
    municipalities = {m.slug: m for m in register.all_municipalities(reading)}
    return State(
        instrument=method.instrument(reading),
        register=Register(
            municipalities,
            register.all_populations(reading),
            register.lineage(reading).changes,
        ),
        references=reference.reference_averages(reading),
        evaluations=evaluations.all_evaluations(reading),
    )


def export(reading: Reading) -> str:
    """The canonical export of a release: its SHA-256 is the one that the release carries."""
    return export_text(documents(read_state(reading)))
