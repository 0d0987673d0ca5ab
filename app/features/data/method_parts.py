"""The tables of the instrument: versions, areas, questions, and what may be compared."""

from app.domain.comparability import Comparability
from app.domain.groups import SizeGroup
from app.domain.message import say
from app.domain.method import AreaDefinition, MethodVersion, QuestionDefinition
from app.domain.score import Level
from app.features.data.columns import (
    AREA,
    FAMILY,
    METHOD_VERSION,
    MOST_POINTS,
    NOTE,
    QUESTION,
    code,
    local_texts,
    points,
    text,
    whole,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.web.api.tables import Field, table


def method_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """Everything that is known of the method."""
    return (
        _methods(records),
        _areas(records),
        _questions(records),
        _comparability(records),
        _size_groups(records),
    )


def _methods(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[MethodVersion], ...] = (
        code("method_version", METHOD_VERSION, lambda v: v.version),
        code("family", FAMILY, lambda v: v.family),
        whole("year_from", say("The first year it was used"), lambda v: v.year_from),
        whole("year_to", say("The last year it was used"), lambda v: v.year_to),
        whole(
            "indicator_count",
            say("How many indicators it is said to have"),
            lambda v: v.indicator_count,
        ),
        points("max", MOST_POINTS, lambda v: v.max),
        *local_texts("summary", say("In short"), lambda v: v.summary),
        text("source", say("Where it was read"), lambda v: v.source),
    )
    found = table(
        "methods", say("Method versions"), fields, tuple(records.instrument.versions.values())
    )
    return DatasetPart(found, ("method_version",))


def _areas(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, AreaDefinition]], ...] = (
        code("method_version", METHOD_VERSION, lambda row: row[0]),
        whole("area", AREA, lambda row: row[1].no),
        points("max", MOST_POINTS, lambda row: row[1].max),
        *local_texts("name", say("Name"), lambda row: row[1].name),
        *local_texts("definition", say("What the area covers"), lambda row: row[1].definition),
        *local_texts("note", NOTE, lambda row: row[1].note),
    )
    rows = [(v.version, area) for v in records.instrument.versions.values() for area in v.areas]
    found = table("method_areas", say("Areas of the method"), fields, rows)
    return DatasetPart(found, ("method_version", "area"), ("methods",))


def _questions(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, int, QuestionDefinition]], ...] = (
        code("method_version", METHOD_VERSION, lambda row: row[0]),
        whole("area", AREA, lambda row: row[1]),
        code("question", QUESTION, lambda row: row[2].code),
        points("max", MOST_POINTS, lambda row: row[2].max),
        *local_texts("label", say("What is asked"), lambda row: row[2].label),
    )
    rows = [
        (v.version, area.no, question)
        for v in records.instrument.versions.values()
        for area in v.areas
        for question in area.questions
    ]
    found = table("method_questions", say("Questions of the method"), fields, rows)
    return DatasetPart(found, ("method_version", "question"), ("method_areas",))


def _comparability(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[tuple[str, str, Comparability]], ...] = (
        code("method_version", METHOD_VERSION, lambda row: row[0]),
        code("other_version", say("The version it is compared with"), lambda row: row[1]),
        text("level", say("Total, area or question"), lambda row: row[2].level.value),
        text(
            "verdict",
            say("Whether they may be compared: yes, caution or no"),
            lambda row: row[2].verdict.value,
        ),
        *local_texts("reason", say("Why"), lambda row: row[2].reason),
        text("source", say("Where it was read"), lambda row: row[2].source),
    )
    versions = list(records.instrument.versions)
    rows = [
        (a, b, records.instrument.comparability.between(a, b, level))
        for index, a in enumerate(versions)
        for b in versions[index:]
        for level in Level
    ]
    found = table("comparability", say("What may be compared"), fields, rows)
    return DatasetPart(found, ("method_version", "other_version", "level"), ("methods",))


def _size_groups(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[SizeGroup], ...] = (
        code("size_group", say("Size group"), lambda g: g.code),
        whole("min", say("The fewest inhabitants"), lambda g: g.minimum),
        whole(
            "max", say("The most inhabitants; empty where there is no limit"), lambda g: g.maximum
        ),
    )
    found = table("size_groups", say("Size groups"), fields, records.instrument.size_scheme.groups)
    return DatasetPart(found, ("size_group",))
