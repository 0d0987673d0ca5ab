"""The tables of evaluations: their figures, findings and gold stars."""

from app.domain.evaluation import AreaResult, Evaluation, Finding, GoldStar, QuestionResult
from app.domain.message import say
from app.features.data.columns import (
    AREA,
    COUNTRY,
    FAMILY,
    METHOD_VERSION,
    MUNICIPALITY,
    NOTE,
    POSITION,
    QUESTION,
    REPORT_TEXT,
    Within,
    code,
    figures,
    local_texts,
    of_evaluation,
    of_source,
    text,
    whole,
    yes_no,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.web.api.tables import Field, table


def evaluation_parts(records: ReleaseSlice) -> tuple[DatasetPart, ...]:
    """Evaluations, and the points and words of their areas and questions."""
    return (
        _evaluations(records),
        _areas(records),
        _questions(records),
        _findings(records),
        _gold_stars(records),
    )


def _evaluations(records: ReleaseSlice) -> DatasetPart:
    family = records.instrument.family_of
    fields: tuple[Field[Evaluation], ...] = (
        code("evaluation", say("The evaluation"), lambda e: e.id),
        code("municipality", MUNICIPALITY, lambda e: e.municipality),
        code("country", COUNTRY, lambda e: e.country.value),
        whole("year", say("Year"), lambda e: e.year),
        text(
            "year_basis",
            say("How the year is known; empty where the source states it"),
            lambda e: e.year_basis,
        ),
        code("method_version", METHOD_VERSION, lambda e: e.version),
        text(
            "method_version_basis",
            say("Whether the source states the method version, or we infer it"),
            lambda e: e.version_basis.value,
        ),
        code("family", FAMILY, lambda e: family(e.version)),
        text("detail", say("How much is known"), lambda e: e.detail.value),
        *figures("total_", lambda e: e.total),
        whole(
            "inhabitants",
            say("The inhabitants that the size group rests on"),
            lambda e: e.population.population.inhabitants if e.population else None,
        ),
        whole(
            "inhabitants_year",
            say("The year of that number"),
            lambda e: e.population.population.year if e.population else None,
        ),
        text(
            "inhabitants_basis",
            say("Whether that is the year of the evaluation"),
            lambda e: e.population.basis.value if e.population else None,
        ),
        text("size_group", say("Size group in the year of the evaluation"), lambda e: e.size_group),
        *of_source(lambda e: e.source),
        code("report_number", say("The number of the report"), lambda e: e.report_number),
    )
    found = table("evaluations", say("Evaluations"), fields, records.evaluations)
    return DatasetPart(found, ("evaluation",), ("municipalities", "methods"))


def _areas(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[AreaResult]], ...] = (
        of_evaluation(),
        whole("area", AREA, lambda row: row[1].no),
        *figures("", lambda row: row[1].figure),
    )
    rows = [(e, area) for e in records.evaluations for area in e.areas]
    found = table("areas", say("Points of areas"), fields, rows)
    return DatasetPart(found, ("evaluation", "area"), ("evaluations",))


def _questions(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[AreaResult, QuestionResult]]], ...] = (
        of_evaluation(),
        whole("area", AREA, lambda row: row[1][0].no),
        code("question", QUESTION, lambda row: row[1][1].code),
        *figures("", lambda row: row[1][1].figure),
        yes_no(
            "reconstructed",
            say("Whether a digit was lost in print and worked out"),
            lambda row: row[1][1].reconstructed,
        ),
        *local_texts("note", NOTE, lambda row: row[1][1].note),
        *local_texts("text", REPORT_TEXT, lambda row: row[1][1].text),
    )
    rows = [
        (e, (area, question))
        for e in records.evaluations
        for area in e.areas
        for question in area.questions
    ]
    found = table("questions", say("Points of questions"), fields, rows)
    return DatasetPart(found, ("evaluation", "question"), ("areas",))


def _findings(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[AreaResult, int, Finding]]], ...] = (
        of_evaluation(),
        whole("area", AREA, lambda row: row[1][0].no),
        whole("position", POSITION, lambda row: row[1][1]),
        text("kind", say("Strength, challenge or weakness"), lambda row: row[1][2].kind.value),
        code("language", say("The language of the text"), lambda row: row[1][2].language),
        text("text", say("The finding, retold in our own words"), lambda row: row[1][2].text),
    )
    rows = [
        (e, (area, position, finding))
        for e in records.evaluations
        for area in e.areas
        for position, finding in enumerate(area.findings, 1)
    ]
    found = table("findings", say("Strengths, challenges and weaknesses"), fields, rows)
    return DatasetPart(found, ("evaluation", "area", "position"), ("areas",))


def _gold_stars(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[GoldStar], ...] = (
        code("gold_star", say("The gold star"), lambda star: star.id),
        code("evaluation", say("The evaluation"), lambda star: star.evaluation),
        text("scope", say("What it was given for"), lambda star: star.scope.value),
        whole("area", AREA, lambda star: star.area),
        code("question", QUESTION, lambda star: star.question),
        *local_texts(
            "practice", say("The practice, retold in our own words"), lambda star: star.practice
        ),
        *local_texts("why", say("Why it was given"), lambda star: star.why),
    )
    rows = [star for e in records.evaluations for star in e.gold_stars]
    found = table("gold_stars", say("Gold stars"), fields, rows)
    return DatasetPart(found, ("gold_star",), ("evaluations",))
