"""What releases have changed in the figures of evaluations."""

from collections.abc import Mapping

from app.domain.changes import RecordKind, changes_in, corrections_in
from app.domain.correction import Correction, seen_from
from app.queries import changes
from app.queries.aliases import aliases
from app.queries.memory import remembered
from app.queries.reading import Reading, releases


@remembered
def corrections(reading: Reading) -> Mapping[str, tuple[Correction, ...]]:
    """Those of every evaluation that was ever corrected, by its id, newest first.

    One statement where no evaluation was ever changed, six at most where one was.
    """
    revisions = tuple(changes.revisions_of(reading, RecordKind.EVALUATION))
    if all(revision.release_out is None for revision in revisions):
        return {}
    happened = changes_in(revisions, aliases(reading).resolve)
    known = releases(reading.session)
    found = corrections_in(happened, changes.evaluation_figures(reading), known)
    return {id: seen_from(reading.release, some) for id, some in found.items()}
