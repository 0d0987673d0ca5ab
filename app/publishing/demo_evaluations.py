"""Made-up evaluations, from a municipality's level, years and chance."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random

from app.domain.evaluation import (
    AreaResult,
    Evaluation,
    Finding,
    FindingKind,
    GoldStar,
    GoldStarScope,
    QuestionResult,
    Source,
    VersionBasis,
    area_figure,
    detail_of,
    evaluation_id,
    total_figure,
)
from app.domain.groups import groups_for, size_group_for
from app.domain.message import LocalText
from app.domain.method import AreaDefinition, Instrument, MethodVersion
from app.domain.municipality import (
    Country,
    Municipality,
    Population,
    population_for,
)
from app.domain.score import Figure

DIFFICULTY = (0.02, -0.04, 0.06, 0.03, 0.0, -0.05, -0.08, 0.05)
"""How much easier (above 0) or harder each area is, as a share of its points."""

TREND = 0.008
"""What a year adds to everybody's share of the points."""

WHOLE, TENTH = Decimal(1), Decimal("0.1")

FINDINGS = {
    Country.NORWAY: {
        FindingKind.STRENGTH: ("Oppdiktet styrke: {}",),
        FindingKind.CHALLENGE: ("Oppdiktet utfordring: {}",),
        FindingKind.WEAKNESS: ("Oppdiktet svakhet: {}",),
    },
    Country.SWEDEN: {
        FindingKind.STRENGTH: ("Påhittad styrka: {}",),
        FindingKind.CHALLENGE: ("Påhittad utmaning: {}",),
        FindingKind.WEAKNESS: ("Påhittad svaghet: {}",),
    },
}

PRACTICE = {
    "nb": "Oppdiktet god praksis: {}",
    "nn": "Oppdikta god praksis: {}",
    "sv": "Påhittad god praxis: {}",
    "en": "Made-up good practice: {}",
}

WHY = {
    "nb": "Oppdiktet begrunnelse: andre kommuner kan lære av arbeidet med dette ({}).",
    "nn": "Oppdikta grunngjeving: andre kommunar kan lære av arbeidet med dette ({}).",
    "sv": "Påhittad motivering: andra kommuner kan lära av arbetet med detta ({}).",
    "en": "Made-up reason: other municipalities can learn from the work with this ({}).",
}


def made_up_evaluations(
    held: Municipality,
    population: tuple[Population, ...],
    level: float,
    count: int,
    instrument: Instrument,
    chance: Random,
) -> Iterator[Evaluation]:
    """So many evaluations of a municipality, oldest first, in years when it existed."""
    for year in sorted(chance.sample([p.year for p in population], count)):
        yield _made_up_evaluation(held, year, population, level, instrument, chance)


def _made_up_evaluation(
    held: Municipality,
    year: int,
    population: tuple[Population, ...],
    level: float,
    instrument: Instrument,
    chance: Random,
) -> Evaluation:
    """An evaluation of a year: with questions where the version's are known, else with areas."""
    version = _version(instrument, year)
    known = chance.choices(("all", "some", "total", "nothing"), (80, 6, 9, 5))[0]
    share = level + TREND * (year - 2014)
    areas = tuple(_area(d, share, held.country, known, chance) for d in version.areas)
    stated = _stated_total(version, areas, share, known)
    if known == "nothing":
        areas, stated = tuple(_unknown(d) for d in version.areas), None
    total = total_figure(version, areas, stated)
    id = evaluation_id(held.slug, year)
    inhabitants = population_for(year, population, held.country)
    return Evaluation(
        id=id,
        municipality=held.slug,
        country=held.country,
        year=year,
        version=version.version,
        version_basis=VersionBasis.STATED,
        detail=detail_of(version, total, areas),
        total=total,
        areas=areas,
        source=Source("Oppdiktet rapport", None),
        report_number=None,
        population=inhabitants,
        size_group=size_group_for(inhabitants, instrument.size_scheme),
        groups=groups_for(year, held.groups),
        gold_stars=_gold_stars(id, version, areas, chance),
    )


def _version(instrument: Instrument, year: int) -> MethodVersion:
    """The newest version that was in use in a year; the oldest for years before them all."""
    ordered = [version for versions in instrument.families.values() for version in versions]
    ordered.sort(key=lambda version: version.year_from)
    in_use = [version for version in ordered if version.year_from <= year]
    return in_use[-1] if in_use else ordered[0]


def _area(
    definition: AreaDefinition, share: float, country: Country, known: str, chance: Random
) -> AreaResult:
    if known in ("total", "nothing") or (known == "some" and chance.random() < 0.5):
        return _unknown(definition)
    own = share + DIFFICULTY[definition.no - 1] + chance.gauss(0, 0.09)
    questions = tuple(
        QuestionResult(question.code, _figure(question.max, own + chance.gauss(0, 0.12)))
        for question in definition.questions
        if known == "all"
    )
    exact = sum((q.figure.score or Decimal(0) for q in questions), Decimal(0))
    if not questions:
        exact = _points(definition.max, own, WHOLE)
    stated = exact.quantize(WHOLE)
    return AreaResult(
        definition.no,
        area_figure(definition, questions, stated),
        questions,
        _findings(definition, own, country, chance) if questions else (),
    )


def _unknown(definition: AreaDefinition) -> AreaResult:
    return AreaResult(definition.no, area_figure(definition, (), None))


def _figure(maximum: Decimal, share: float) -> Figure:
    points = _points(maximum, share, TENTH)
    return Figure(points, points, maximum)


def _points(maximum: Decimal, share: float, step: Decimal) -> Decimal:
    inside = min(max(share, 0.03), 0.99)
    return (maximum * Decimal(str(round(inside, 4)))).quantize(step)


def _stated_total(
    version: MethodVersion, areas: tuple[AreaResult, ...], share: float, known: str
) -> Decimal | None:
    scores = [area.figure.score for area in areas]
    complete = [score for score in scores if score is not None]
    if len(complete) == len(scores):
        return sum(complete, Decimal(0)).quantize(WHOLE)
    return None if known == "nothing" else _points(version.max, share, WHOLE)


def _findings(
    definition: AreaDefinition, share: float, country: Country, chance: Random
) -> tuple[Finding, ...]:
    """More strengths where the share of the points is high, more weaknesses where it is low."""
    language = "sv" if country is Country.SWEDEN else "nb"
    many, few = (3, 1) if share > 0.5 else (1, 3)
    wanted = (
        (FindingKind.STRENGTH, many),
        (FindingKind.CHALLENGE, 2),
        (FindingKind.WEAKNESS, few),
    )
    labels = [question.label.in_language(language) for question in definition.questions]
    return tuple(
        Finding(kind, text.format(label[:1].lower() + label[1:]), language)
        for kind, count in wanted
        for text in FINDINGS[country][kind]
        for label in chance.sample(labels, min(count, len(labels)))
    )


def _gold_stars(
    id: str, version: MethodVersion, areas: tuple[AreaResult, ...], chance: Random
) -> tuple[GoldStar, ...]:
    """None to three gold stars: for a question where they are known, else for an area.

    Now and then nobody knows for what, as in real sources.
    """
    if all(area.figure.score is None for area in areas):
        return ()
    (count,) = chance.choices((0, 1, 2, 3), (45, 30, 18, 7))
    return tuple(
        _gold_star(id, position, definition, chance)
        for position, definition in enumerate(chance.sample(version.areas, count), start=1)
    )


def _gold_star(id: str, position: int, definition: AreaDefinition, chance: Random) -> GoldStar:
    question = chance.choice(definition.questions) if definition.questions else None
    about = question.label if question else definition.name
    scope = GoldStarScope.QUESTION if question else GoldStarScope.AREA
    if chance.random() < 0.1:
        scope, question = GoldStarScope.UNKNOWN, None
    return GoldStar(
        id=f"{id}/{position}",
        evaluation=id,
        scope=scope,
        area=None if scope is GoldStarScope.UNKNOWN else definition.no,
        question=question.code if question else None,
        practice=_made_up(PRACTICE, about),
        why=_made_up(WHY, about) if chance.random() < 0.5 else None,
    )


def _made_up(texts: Mapping[str, str], about: LocalText) -> LocalText:
    return LocalText(
        {language: text.format(about.in_language(language)) for language, text in texts.items()}
    )
