"""Findings as a table: one row each."""

from collections.abc import Mapping, Sequence

from app.domain.message import Message, Say, say
from app.domain.municipality import Municipality
from app.features.findings.content import TITLE, ListedFinding
from app.web.api.attribution import RETOLD_FINDINGS
from app.web.api.fields import (
    change_fields,
    page_field,
    place_fields,
    source_fields,
    year_fields,
)
from app.web.api.tables import CellKind, Field, Table, table


def findings_table(
    findings: Sequence[ListedFinding],
    municipalities: Mapping[str, Municipality],
    remarks: Sequence[Message],
    words: Say,
    language: str,
) -> Table:
    """The findings with whose they are, and where they were read."""
    fields: tuple[Field[ListedFinding], ...] = (
        Field("id", CellKind.TEXT, say("The finding"), lambda f: f.id),
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda f: f.evaluation.id),
        *place_fields(
            lambda f: municipalities[f.evaluation.municipality], lambda f: f.evaluation.year
        ),
        *year_fields(lambda f: f.evaluation),
        Field("area", CellKind.INTEGER, say("The number of the area"), lambda f: f.area),
        Field(
            "area_name", CellKind.TEXT, say("The name of the area"), lambda f: words(f.area_name)
        ),
        Field(
            "kind",
            CellKind.CODE,
            say("Strength, challenge or weakness"),
            lambda f: f.found.finding.kind.value,
        ),
        Field(
            "text",
            CellKind.TEXT,
            say("The finding, retold in our own words"),
            lambda f: f.found.finding.text,
        ),
        Field(
            "lang",
            CellKind.CODE,
            say("The language of the text"),
            lambda f: f.found.finding.language,
        ),
        *source_fields(lambda f: f.source),
        page_field(lambda f: f.evaluation, language),
        *change_fields(lambda f: f.change),
    )
    return table("findings", TITLE, fields, findings, (RETOLD_FINDINGS, *remarks))
