"""Evaluations, with their areas, questions and findings, and gold stars beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from app.domain.evaluation import (
    AreaResult,
    Evaluation,
    Finding,
    GoldStar,
    QuestionResult,
)
from app.domain.municipality import EvaluationPopulation
from app.domain.score import Figure, MissingKind
from app.domain.stated import StatedComparison, StatedPlacing
from app.models import (
    AreaResultRow,
    EvaluationRevision,
    FindingRow,
    FindingWordRow,
    GoldStarRevision,
    GoldStarWordRow,
    QuestionResultRow,
)
from app.records.contents import Content, Contents, Spelling
from app.records.document import Document
from app.records.placings import LATER_NAME, with_first_placings, with_read_placings
from app.records.rows import RevisionRows, columns, stored
from app.records.words import words_of_finding, words_of_star

_FIGURE = Spelling(merged=frozenset({"figure"}))

CONTENTS = Contents(
    {
        Evaluation: Spelling(
            renamed={"recorded_discrepancies": "discrepancies", "stated_placings": LATER_NAME},
            left_out=frozenset({"gold_stars"}),
            added=frozenset({"groups", "stated_placings", "year_basis"}),
