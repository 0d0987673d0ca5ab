"""The tables of evaluations: their figures, findings and gold stars."""

from app.domain.evaluation import (
    AreaResult,
    Evaluation,
    Finding,
    GoldStar,
    QuestionResult,
)
from app.domain.message import say
from app.domain.municipality import EvaluationPopulation
from app.features.data.columns import (
    AREA,
    MUNICIPALITY,
    OF_EVALUATIONS,
    POSITION,
    QUESTION,
    Within,
    code,
    figures,
    local_texts,
    of_evaluation,
    text,
    whole,
)
from app.features.data.holdings import DatasetPart, ReleaseSlice
from app.web.api.tables import CellKind, Field, table


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
        code("country", say("Country"), lambda e: e.country.value),
        whole("year", say("Year"), lambda e: e.year),
        code("method_version", say("Method version"), lambda e: e.version),
        text(
            "method_version_basis",
            say("Whether the source states the method version, or we infer it"),
            lambda e: e.version_basis.value,
        ),
        code(
            "family",
            say("Method family: points are compared within one"),
            lambda e: family(e.version),
        ),
        text("detail", say("How much is known"), lambda e: e.detail.value),
        *figures("total_", lambda e: e.total),
        whole("inhabitants", say("The inhabitants that the size group rests on"), _inhabitants),
        whole("inhabitants_year", say("The year of that number"), _inhabitants_year),
        text(
            "inhabitants_basis",
            say("Whether that is the year of the evaluation"),
            lambda e: e.population.basis.value if e.population else None,
        ),
        text("size_group", say("Size group in the year of the evaluation"), lambda e: e.size_group),
        text("source_title", say("The source of the figures"), lambda e: e.source.title),
        text("source_url", say("Where the source is found"), lambda e: e.source.url),
        code("report_number", say("The number of the report"), lambda e: e.report_number),
    )
    found = table("evaluations", say("Evaluations"), fields, records.evaluations)
    refers = {
        "municipalities": (("municipality",), ("municipality",)),
        "methods": (("method_version",), ("method_version",)),
    }
    return DatasetPart(found, ("evaluation",), refers)


def _areas(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[AreaResult]], ...] = (
        of_evaluation(),
        whole("area", AREA, lambda row: row[1].no),
        *figures("", lambda row: row[1].figure),
    )
    rows = [(e, area) for e in records.evaluations for area in e.areas]
    found = table("areas", say("Points of areas"), fields, rows)
    return DatasetPart(found, ("evaluation", "area"), OF_EVALUATIONS)


def _questions(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[Within[tuple[AreaResult, QuestionResult]]], ...] = (
        of_evaluation(),
        whole("area", AREA, lambda row: row[1][0].no),
        code("question", QUESTION, lambda row: row[1][1].code),
        *figures("", lambda row: row[1][1].figure),
        Field(
            "reconstructed",
            CellKind.YES_NO,
            say("Whether a digit was lost in print and worked out"),
            lambda row: row[1][1].reconstructed,
        ),
        *local_texts("note", say("A note"), lambda row: row[1][1].note),
    )
    rows = [
        (e, (area, question))
        for e in records.evaluations
        for area in e.areas
        for question in area.questions
    ]
    found = table("questions", say("Points of questions"), fields, rows)
    return DatasetPart(
        found,
        ("evaluation", "question"),
        {"areas": (("evaluation", "area"), ("evaluation", "area"))},
    )


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
    return DatasetPart(
        found,
        ("evaluation", "area", "position"),
        {"areas": (("evaluation", "area"), ("evaluation", "area"))},
    )


def _gold_stars(records: ReleaseSlice) -> DatasetPart:
    fields: tuple[Field[GoldStar], ...] = (
        code("gold_star", say("The Gullstjerne"), lambda star: star.id),
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
    found = table("gold_stars", say("Gullstjerner"), fields, rows)
    return DatasetPart(found, ("gold_star",), OF_EVALUATIONS)


def _inhabitants(evaluation: Evaluation) -> int | None:
    found: EvaluationPopulation | None = evaluation.population
    return None if found is None else found.population.inhabitants


def _inhabitants_year(evaluation: Evaluation) -> int | None:
    found: EvaluationPopulation | None = evaluation.population
    return None if found is None else found.population.year
