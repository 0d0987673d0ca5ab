"""Made-up municipalities and results for tests, with only what a test is about."""

from collections.abc import Mapping
from decimal import Decimal

from app.domain.evaluation import (
    AreaResult,
    DetailLevel,
    Evaluation,
    EvaluationSummary,
    QuestionResult,
    Source,
    VersionBasis,
)
from app.domain.message import LocalText, Message
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import AREA_MEASURES, Figure, Measure, MissingKind
from app.web.words.languages import translate

Points = str | int | Decimal

HUNDRED = Decimal(100)


def summary(
    municipality: str,
    total: Points | None = None,
    *,
    year: int = 2018,
    areas: Mapping[int, Points] | None = None,
    country: Country = Country.NORWAY,
    family: str = "2",
    size_group: str | None = "small",
    inhabitants: int | None = 4000,
    second: str = "",
) -> EvaluationSummary:
    """An evaluation in a list. `second` is what a second one in the year has behind its id."""
    figures = {Measure.of_area(no): Decimal(points) for no, points in (areas or {}).items()}
    if total is not None:
        figures[Measure.TOTAL] = Decimal(total)
    return EvaluationSummary(
        id=f"{municipality}-{year}{second}",
        municipality=municipality,
        name=municipality.capitalize(),
        country=country,
        county="Trøndelag",
        year=year,
        version="2.1",
        family=family,
        detail=DetailLevel.TOTAL,
        size_group=size_group,
        inhabitants=inhabitants,
        figures=figures,
    )


def several(count: int, *, named: str = "m", **about: object) -> list[EvaluationSummary]:
    """As many municipalities with a total, 300 points and upwards."""
    return [summary(f"{named}{i:02}", 300 + i, **about) for i in range(count)]  # type: ignore[arg-type]


def reference(
    ident: str = "published",
    n: int | None = 55,
    *,
    figures: Mapping[Measure, Points] | None = None,
    country: Country = Country.NORWAY,
    family: str = "2",
    as_of: int = 2018,
    size_group: str | None = None,
) -> ReferenceAverage:
    return ReferenceAverage(
        id=ident,
        label=LocalText({"en": "All evaluated"}),
        country=country,
        family=family,
        as_of=as_of,
        statistic=ReferenceStatistic.MEAN,
        n=n,
        size_group=size_group,
        figures={m: Decimal(p) for m, p in (figures or {Measure.TOTAL: 359}).items()},
        source=Source("A report", None),
    )


def scored(points: Points | None, maximum: Points = HUNDRED) -> Figure:
    """A figure as stated, or one that was not found."""
    if points is None:
        return Figure(None, None, Decimal(maximum), MissingKind.NOT_FOUND)
    return Figure(Decimal(points), Decimal(points), Decimal(maximum))


def evaluation(
    areas: tuple[AreaResult, ...] | Mapping[int, Points] = (),
    total: Figure | Points | None = None,
) -> Evaluation:
    """An evaluation of version 2.1 with its areas as they are given, or as stated by number."""
    if isinstance(areas, Mapping):
        given = {m: areas.get(int(m.value)) for m in AREA_MEASURES}
        areas = tuple(AreaResult(int(m.value), scored(given[m])) for m in AREA_MEASURES)
    return Evaluation(
        id="hemne-2018",
        municipality="hemne",
        country=Country.NORWAY,
        year=2018,
        version="2.1",
        version_basis=VersionBasis.STATED,
        detail=DetailLevel.KNOWN,
        total=total if isinstance(total, Figure) else scored(total, 800),
        areas=areas,
        source=Source("A report", None),
    )


def question(code: str, points: Points | None, maximum: Points = 15) -> QuestionResult:
    return QuestionResult(code, scored(points, maximum))


def said(message: Message | LocalText) -> str:
    """A message in English, which fails where a place of it is not filled."""
    text = translate(message, "en")
    assert "%(" not in text
    return text
