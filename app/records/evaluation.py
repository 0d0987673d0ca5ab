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
from app.records.document import Document, in_json
from app.records.first_words import LATER_NAMES, PLACINGS, in_first_words, in_present_words
from app.records.rows import RevisionRows, columns, stored
from app.records.words import words_of_finding, words_of_star

GROUPS = ("total", "population", "source")
"""What stands in several columns."""

TOLD = ("discrepancies", "stated_comparisons", "stated_changes", "stated_placings", "notes")
"""What the source tells besides its figures. It is only ever read whole, so it is one column."""

REPLY, TEXTS = "reply", ("preface", "closing")
"""What the municipality says of it, and what the evaluators wrote for the report, stand there too
where there is any of it."""

_FIGURE = Spelling(merged=frozenset({"figure"}))

CONTENTS = Contents(
    {
        Evaluation: Spelling(
            renamed={"recorded_discrepancies": "discrepancies", "stated_placings": PLACINGS},
            left_out=frozenset({"gold_stars", "corrections"}),
            added=frozenset({"groups", "stated_placings", "year_basis", "reply", *TEXTS}),
        ),
        StatedComparison: Spelling(added=frozenset({"total", "degree", "source", "teller"})),
        StatedPlacing: Spelling(added=frozenset({"better", "source", "teller"})),
        AreaResult: _FIGURE,
        QuestionResult: Spelling(merged=frozenset({"figure"}), added=frozenset({"text"})),
        EvaluationPopulation: Spelling(merged=frozenset({"population"})),
    }
)


def evaluation_document(evaluation: Evaluation, family: str) -> Document:
    """An evaluation with all that was worked out for it. Gold stars are records of their own."""
    content = evaluation_content(evaluation) | {"family": family}
    return Document(EvaluationRevision, evaluation.id, content)


def evaluation_content(evaluation: Evaluation) -> Content:
    """The content of an evaluation, as it always was where it says nothing that came later."""
    return in_first_words(CONTENTS.write(evaluation), evaluation.stated_placings)


def evaluation_rows(content: Content) -> RevisionRows:
    later = [name for name in LATER_NAMES if name in content]
    told = {"told": {name: content[name] for name in (*TOLD, *later)}}
    told["told"] |= {name: in_json(content[name]) for name in (REPLY, *TEXTS) if name in content}
    areas = [area | {"area": area["no"]} for area in content["areas"]]
    questions = [
        question | {"area": area["no"], "position": position}
        for area in areas
        for position, question in enumerate(area["questions"])
    ]
    findings = [
        finding | {"area": area["no"], "position": position}
        for area in areas
        for position, finding in enumerate(area["findings"])
    ]
    words = [
        {"area": finding["area"], "position": finding["position"], **word}
        for finding in findings
        for word in words_of_finding(finding["text"], finding["language"])
    ]
    return RevisionRows(
        columns(EvaluationRevision, content | told, *GROUPS),
        {
            AreaResultRow: [columns(AreaResultRow, area) for area in areas],
            QuestionResultRow: [columns(QuestionResultRow, question) for question in questions],
            FindingRow: [columns(FindingRow, finding) for finding in findings],
            FindingWordRow: words,
        },
    )


@dataclass(slots=True)
class EvaluationRows:
    """An evaluation's row and the rows that belong to it, in any order."""

    evaluation: EvaluationRevision
    areas: list[AreaResultRow] = field(default_factory=list)
    questions: list[QuestionResultRow] = field(default_factory=list)
    findings: list[FindingRow] = field(default_factory=list)
    gold_stars: list[GoldStarRevision] = field(default_factory=list)


def stored_evaluation(rows: EvaluationRows) -> Evaluation:
    """The evaluation, its areas and questions in the order of the method."""
    content = stored(rows.evaluation, *GROUPS)
    areas: dict[int, Content] = {
        row.area: stored(row) | {"no": row.area, "questions": [], "findings": []}
        for row in sorted(rows.areas, key=lambda a: a.area)
    }
    for question in sorted(rows.questions, key=lambda q: q.position):
        areas[question.area]["questions"].append(stored(question))
    for finding in sorted(rows.findings, key=lambda f: f.position):
        areas[finding.area]["findings"].append(stored(finding))
    stars = sorted(rows.gold_stars, key=lambda s: s.position)
    return read_evaluation(
        content
        | content["told"]
        | {
            "id": rows.evaluation.key,
            "areas": [*areas.values()],
            "groups": content["groups"] or (),
        },
        tuple(map(stored_gold_star, stars)),
    )


def read_evaluation(content: Mapping[str, Any], gold_stars: tuple[GoldStar, ...]) -> Evaluation:
    """An evaluation from its content, with its gold stars."""
    return CONTENTS.read(Evaluation, in_present_words(content), gold_stars=gold_stars)


def stored_placings(told: Mapping[str, Any]) -> tuple[StatedPlacing, ...]:
    """The places that a source states, from the column of what it tells."""
    return tuple(
        placing if isinstance(placing, StatedPlacing) else CONTENTS.read(StatedPlacing, placing)
        for placing in in_present_words(told).get(PLACINGS, ())
    )


def gold_star_document(star: GoldStar) -> Document:
    return Document(GoldStarRevision, star.id, CONTENTS.write(star))


def gold_star_rows(content: Content) -> RevisionRows:
    position = int(content["id"].rpartition("/")[2])
    words = words_of_star(content["practice"], content["why"])
    own = columns(GoldStarRevision, content | {"position": position})
    return RevisionRows(own, {GoldStarWordRow: words})


def stored_gold_star(row: GoldStarRevision) -> GoldStar:
    return read_gold_star(stored(row) | {"id": row.key})


def read_gold_star(content: Mapping[str, Any]) -> GoldStar:
    """A gold star from its content."""
    return CONTENTS.read(GoldStar, content)


class FigureRow(Protocol):
    """A row that holds a figure."""

    score: Decimal | None
    stated: Decimal | None
    max: Decimal
    missing: str | None


def stored_figure(row: FigureRow) -> Figure:
    missing = None if row.missing is None else MissingKind(row.missing)
    return Figure(row.score, row.stated, row.max, missing)


def stored_finding(row: FindingRow) -> Finding:
    return CONTENTS.read(Finding, stored(row))
