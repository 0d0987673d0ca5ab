"""Gold stars as a table: one row each."""

from collections.abc import Mapping, Sequence

from app.domain.message import LocalText, Message, Say, say
from app.domain.municipality import Municipality
from app.domain.provenance import LastChange
from app.domain.wording.instrument import GOLD_STARS_JUDGED
from app.features.gold_stars.cards import StarCard
from app.web.api.attribution import RETOLD_PRACTICES
from app.web.api.fields import (
    change_fields,
    page_field,
    place_fields,
    source_fields,
    year_fields,
)
from app.web.api.tables import CellKind, Field, Table, table


def gold_stars_table(
    cards: Sequence[StarCard],
    municipalities: Mapping[str, Municipality],
    changes: Mapping[str, LastChange],
    remarks: Sequence[Message],
    words: Say,
    language: str,
) -> Table:
    """The gold stars with whom they were given to, for what, and the points beside them."""

    def said(text: LocalText | None) -> str | None:
        return None if text is None else words(text)

    fields: tuple[Field[StarCard], ...] = (
        Field("id", CellKind.TEXT, say("The gold star"), lambda c: c.id),
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda c: c.evaluation.id),
        *place_fields(
            lambda c: municipalities[c.evaluation.municipality], lambda c: c.evaluation.year
        ),
        *year_fields(lambda c: c.evaluation),
        Field(
            "scope",
            CellKind.CODE,
            say("What it was given for: a question, an area, or not known"),
            lambda c: c.star.scope.value,
        ),
        Field("area", CellKind.INTEGER, say("The number of the area"), lambda c: c.area),
        Field("area_name", CellKind.TEXT, say("The name of the area"), lambda c: said(c.area_name)),
        Field("question", CellKind.CODE, say("The code of the question"), lambda c: c.question),
        Field(
            "question_label",
            CellKind.TEXT,
            say("What the question asks"),
            lambda c: said(c.question_label),
        ),
        Field("practice", CellKind.TEXT, say("The practice"), lambda c: words(c.star.practice)),
        Field("why", CellKind.TEXT, say("Why it was given"), lambda c: said(c.star.why)),
        Field(
            "score",
            CellKind.POINTS,
            say("The points of the question or area it was given for"),
            lambda c: c.given.figure.score if c.given.figure else None,
        ),
        Field(
            "max",
            CellKind.POINTS,
            say("The most points there are"),
            lambda c: c.given.figure.max if c.given.figure else None,
        ),
        *source_fields(lambda c: c.source),
        page_field(lambda c: c.evaluation, language),
        *change_fields(lambda c: changes[c.id]),
    )
    title = say("Gold stars: practices to learn from")
    return table(
        "gold-stars", title, fields, cards, (GOLD_STARS_JUDGED, RETOLD_PRACTICES, *remarks)
    )
