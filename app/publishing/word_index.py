"""The words that texts are found by, made anew where they were made by other rules than ours.

Stems of one version of Snowball are not always those of another. Words of a search are made by the
rules at hand, so those of the texts have to be, too.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from app.domain.search_words import rules
from app.models import (
    EvaluationRevision,
    FindingRow,
    FindingWordRow,
    GoldStarRevision,
    GoldStarWordRow,
    WordRulesRow,
)
from app.publishing.writing import slices
from app.records.words import words_of_finding, words_of_star


def words_made_by(connection: Connection) -> str | None:
    """The rules that the words in the database were made by; None where that is not known."""
    return connection.scalar(select(col(WordRulesRow.made_by)))


def renew_words(connection: Connection) -> bool:
    """Makes all words anew, unless our rules made them; says whether it did.

    It is part of the transaction of the connection: others find the old words until that ends.
    """
    if words_made_by(connection) == rules():
        return False
    for table in (GoldStarWordRow, FindingWordRow):
        connection.execute(delete(table))
    for ids in slices(connection.scalars(select(col(GoldStarRevision.id))).all()):
        _insert(connection, GoldStarWordRow, _of_stars(connection, ids))
    for ids in slices(connection.scalars(select(col(EvaluationRevision.id))).all()):
        _insert(connection, FindingWordRow, _of_findings(connection, ids))
    connection.execute(delete(WordRulesRow))
    connection.execute(insert(WordRulesRow).values(id=1, made_by=rules()))
    return True


def _of_stars(connection: Connection, ids: Sequence[int | None]) -> Iterator[dict[str, Any]]:
    statement = select(
        col(GoldStarRevision.id), col(GoldStarRevision.practice), col(GoldStarRevision.why)
    ).where(col(GoldStarRevision.id).in_(ids))
    for id, practice, why in connection.execute(statement):
        for word in words_of_star(practice, why):
            yield {"gold_star_id": id, **word}


def _of_findings(connection: Connection, ids: Sequence[int | None]) -> Iterator[dict[str, Any]]:
    statement = select(
        col(FindingRow.evaluation_id),
        col(FindingRow.area),
        col(FindingRow.position),
        col(FindingRow.text),
        col(FindingRow.language),
    ).where(col(FindingRow.evaluation_id).in_(ids))
    for evaluation, area, position, text, language in connection.execute(statement):
        place = {"evaluation_id": evaluation, "area": area, "position": position}
        for word in words_of_finding(text, language):
            yield place | word


def _insert(
    connection: Connection,
    table: type[GoldStarWordRow | FindingWordRow],
    words: Iterator[dict[str, Any]],
) -> None:
    for some in slices(list(words)):
        connection.execute(insert(table), some)
