"""Files read against what is public: what is understood of one, what is wrong, and the items of a
draft that come of it. Both doors come through here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.evaluation import Evaluation
from app.editorial.draft import DraftItem
from app.editorial.drafts import EVALUATION
from app.editorial.kinds import ITEM_KINDS, item_kind
from app.models import EvaluationRevision, GoldStarRevision
from app.publishing.checks.checking import CheckedFile, checked
from app.publishing.importing.entry import understand
from app.publishing.importing.known import KnownBefore
from app.publishing.importing.understanding import CandidateEvaluation, Understanding
from app.publishing.state import Register
from app.queries import method, register
from app.queries.reading import Reading
from app.queries.revisions import current_revisions
from app.queries.search import names

REFERENCE = "reference-average"


@dataclass(frozen=True)
class FileReader:
    """What files are read against: a release, and what is public of evaluations."""

    known: KnownBefore
    public: Mapping[str, str]
    """The SHA-256 of every public evaluation and gold star, by id."""

    @staticmethod
    def of(reading: Reading) -> "FileReader":
        public = {
            one.key: one.sha256
            for one in current_revisions(reading.session)
            if one.table in (EvaluationRevision, GoldStarRevision)
        }
        return FileReader(known_to_files(reading), public)

    def look_through(
        self, name: str, content: bytes, answers: Mapping[str, str]
    ) -> tuple[Understanding, CheckedFile]:
        """What is understood of a file with the answers so far, and all that is wrong or to be
        seen."""
        understood = understand(name, content, self.known, answers)
        return understood, checked(understood, self.known, self.public)


def known_to_files(reading: Reading) -> KnownBefore:
    """The method, the register and the names of a release."""
    index = names(reading)
    populations = register.all_populations(reading)
    held = Register(index.municipalities, populations, register.lineage(reading).changes)
    return KnownBefore(method.instrument(reading), held, index)


def items_with_candidates(
    understood: Understanding, found: CheckedFile
) -> tuple[tuple[DraftItem, CandidateEvaluation], ...]:
    """What a draft holds that is made of a file in which nothing is wrong, each with where it
    stands in the file."""
    evaluations = [
        (DraftItem(EVALUATION, evaluation.id, document=_document(candidate, evaluation)), candidate)
        for candidate, evaluation in zip(understood.candidates, found.evaluations, strict=True)
    ]
    references = [
        (_reference(candidate, understood.file), candidate)
        for candidate in understood.references
        if REFERENCE in ITEM_KINDS
    ]
    return (*evaluations, *references)


def _reference(candidate: CandidateEvaluation, file: str) -> DraftItem:
    key = item_kind(REFERENCE).key_of(candidate.document) or file
    return DraftItem(REFERENCE, key, document=candidate.document)


def _document(candidate: CandidateEvaluation, evaluation: Evaluation) -> dict[str, Any]:
    """The document of a draft says itself how much is known; its id stands beside it."""
    held = {name: value for name, value in candidate.document.items() if name != "id"}
    return {"detail": evaluation.detail.value, **held}
