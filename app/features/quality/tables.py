"""Coverage as a table: a row for each country and family of versions."""

from collections.abc import Sequence

from app.domain.message import say
from app.features.quality.content import CoverageLine
from app.web.api.tables import CellKind, Field, Table, table


def coverage_table(lines: Sequence[CoverageLine]) -> Table:
    """Of how many known to be evaluated we know the total."""
    fields: tuple[Field[CoverageLine], ...] = (
        Field("country", CellKind.CODE, say("Country"), lambda line: line.country.value),
        Field(
            "family",
            CellKind.CODE,
            say("Method family: points are compared within one"),
            lambda line: line.family,
        ),
        Field(
            "evaluated",
            CellKind.INTEGER,
            say("Municipalities whose evaluation we know of"),
            lambda line: line.evaluated,
        ),
        Field("n", CellKind.INTEGER, say("With a known total"), lambda line: line.coverage.n),
        Field(
            "known",
            CellKind.INTEGER,
            say("Known to be evaluated, as sources say"),
            lambda line: line.coverage.known,
        ),
        Field(
            "representative",
            CellKind.YES_NO,
            say("Whether what is computed may stand for the country"),
            lambda line: line.coverage.is_enough,
        ),
    )
    return table("coverage", say("Coverage"), fields, lines)
