"""Gold stars with what they stood beside, and full-text search over them and over findings.

Words are matched by equality with rows that were made when the texts were published (see
`app.domain.search_words`), so both databases find the same. Every word has to be found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, and_, case, or_, tuple_
from sqlalchemy import select as select_columns
from sqlalchemy.orm import defer
from sqlmodel import col, select

from app.domain.evaluation import (
    EvaluationSummary,
    Finding,
    GoldStar,
    GoldStarScope,
    Source,
)
from app.domain.naming.spelling import Collation
from app.domain.score import Figure
from app.domain.search_words import SearchedWord, searched_words
from app.models import (
    AreaResultRow,
    EvaluationRevision,
    FindingRow,
    FindingWordRow,
    GoldStarRevision,
    GoldStarWordRow,
    QuestionResultRow,
)
from app.queries import evaluations
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.evaluation import stored_figure, stored_finding, stored_gold_star

LAST_LETTER: Final = "\U0010ffff"
"""Sorts after every other."""


@dataclass(frozen=True, slots=True)
class GivenStar:
    """A gold star with its evaluation and the figure of the question or area it was given for.

    `figure` is None where it is not known which, or where the evaluation has no such figure.
    """

    star: GoldStar
    evaluation: EvaluationSummary
    source: Source
    figure: Figure | None
    reconstructed: bool


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """A finding that answers a search, with where it stands."""

    evaluation: EvaluationSummary
    area: int
    position: int
    finding: Finding


class StarMatch(IntEnum):
    """Where the words of a search stand, best first."""

    PRACTICE = 0
    WHY = 1


@remembered
def gold_stars(reading: Reading) -> tuple[GivenStar, ...]:
    """Every gold star, by id. Three statements."""
    known = evaluations.summaries(reading).by_id
    statement = (
        select_columns(
            GoldStarRevision,
            col(EvaluationRevision.source_title),
            col(EvaluationRevision.source_url),
            AreaResultRow,
            QuestionResultRow,
        )
        .join(EvaluationRevision, col(EvaluationRevision.key) == col(GoldStarRevision.evaluation))
        .outerjoin(
            AreaResultRow,
            and_(
                col(AreaResultRow.evaluation_id) == col(EvaluationRevision.id),
                col(AreaResultRow.area) == col(GoldStarRevision.area),
            ),
        )
        .outerjoin(
            QuestionResultRow,
            and_(
                col(QuestionResultRow.evaluation_id) == col(EvaluationRevision.id),
                col(QuestionResultRow.code) == col(GoldStarRevision.question),
            ),
        )
        .where(reading.holds(GoldStarRevision), reading.holds(EvaluationRevision))
        .options(defer(cast(Any, QuestionResultRow.text), raiseload=True))
    )
    found = [
        _given(stored_gold_star(star), known[star.evaluation], Source(title, url), area, question)
        for star, title, url, area, question in reading.session.execute(statement)
    ]
    return tuple(sorted(found, key=lambda given: given.star.id))


@remembered
def gold_stars_by_municipality(reading: Reading) -> Mapping[str, Sequence[GivenStar]]:
    """The gold stars of each municipality that has any, by id."""
    found: dict[str, list[GivenStar]] = {}
    for given in gold_stars(reading):
        found.setdefault(given.evaluation.municipality, []).append(given)
    return found


def newest_first(stars: Iterable[GivenStar], collation: Collation) -> tuple[GivenStar, ...]:
    """Some gold stars, the newest evaluation first, then by name."""

    def order(given: GivenStar) -> tuple[int, str, str]:
        return -given.evaluation.year, collation.key(given.evaluation.name), given.star.id

    return tuple(sorted(stars, key=order))


def _given(
    star: GoldStar,
    evaluation: EvaluationSummary,
    source: Source,
    area: AreaResultRow | None,
    question: QuestionResultRow | None,
) -> GivenStar:
    beside = {GoldStarScope.QUESTION: question, GoldStarScope.AREA: area}.get(star.scope)
    figure = None if beside is None else stored_figure(beside)
    reconstructed = question is not None and beside is question and question.reconstructed
    return GivenStar(star, evaluation, source, figure, reconstructed)


def stars_with(reading: Reading, text: str) -> Mapping[str, StarMatch]:
    """The gold stars that have every word of a text, by id, and where. One statement at most."""
    words = searched_words(text)
    if not words:
        return {}
    anywhere = [_answers(reading, GoldStarWordRow, word) for word in words]
    in_practice = [and_(col(GoldStarWordRow.field) == "practice", answers) for answers in anywhere]
    match = case((_all_of(in_practice), StarMatch.PRACTICE.value), else_=StarMatch.WHY.value)
    statement = select(col(GoldStarRevision.key), match).where(
        reading.holds(GoldStarRevision), _all_of(anywhere)
    )
    return {key: StarMatch(found) for key, found in reading.session.exec(statement)}


def _all_of(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether a gold star has a word for each of the conditions."""
    return and_(
        *(
            col(GoldStarRevision.id).in_(select(col(GoldStarWordRow.gold_star_id)).where(condition))
            for condition in conditions
        )
    )


def findings_with(reading: Reading, text: str) -> tuple[FoundFinding, ...]:
    """The findings that have every word of a text, in the order of the reports.

    Three statements at most.
    """
    words = searched_words(text)
    if not words:
        return ()
    known = evaluations.summaries(reading).by_id
    place = tuple_(col(FindingRow.evaluation_id), col(FindingRow.area), col(FindingRow.position))
    statement = (
        select(col(EvaluationRevision.key), FindingRow)
        .join(EvaluationRevision)
        .where(
            reading.holds(EvaluationRevision),
            *(
                place.in_(
                    select(
                        col(FindingWordRow.evaluation_id),
                        col(FindingWordRow.area),
                        col(FindingWordRow.position),
                    ).where(_answers(reading, FindingWordRow, word))
                )
                for word in words
            ),
        )
    )
    found = [
        FoundFinding(
            known[key],
            row.area,
            row.position,
            stored_finding(row),
        )
        for key, row in reading.session.exec(statement)
    ]
    return tuple(sorted(found, key=lambda f: (f.evaluation.id, f.area, f.position)))


def _answers(
    reading: Reading, table: type[GoldStarWordRow] | type[FindingWordRow], searched: SearchedWord
) -> ColumnElement[bool]:
    """The condition that a row's word answers one that is searched for (`SearchedWord.finds`)."""
    stems = [
        and_(col(table.stem) == stem, col(table.language) == language)
        for language, stem in searched.stems.items()
    ]
    if not searched.unfinished:
        return or_(*stems)
    # Letter by letter, in the order of the index: PostgreSQL's plain order is that of a language.
    letters = reading.session.get_bind().dialect.name == "postgresql"
    from_here, until = ("~>=~", "~<~") if letters else (">=", "<")
    word = col(table.word)
    begins = and_(
        word.bool_op(from_here)(searched.word), word.bool_op(until)(searched.word + LAST_LETTER)
    )
    return or_(*stems, begins)
