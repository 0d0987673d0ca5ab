"""Reads what is stored as JSON back into domain objects."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.comparability import ComparabilityRule, ComparabilityRules, Verdict
from app.domain.evaluation import (
    Direction,
    Discrepancy,
    DiscrepancyKind,
    PlacingBand,
    PlacingScope,
    StatedChanges,
    StatedComparison,
    StatedPlacing,
    StatedStanding,
)
from app.domain.message import LocalText
from app.domain.method import (
    AreaDefinition,
    Instrument,
    MethodVersion,
    QuestionDefinition,
    ScoringCriterion,
    SizeGroup,
    SizeScheme,
)
from app.domain.score import Level, Measure

Stored = Mapping[str, Any]


def text(stored: Stored) -> LocalText:
    """A text in its languages."""
    return LocalText(dict(stored["texts"]), frozenset(stored["unofficial"]))


def optional_text(stored: Stored | None) -> LocalText | None:
    return None if stored is None else text(stored)


def points(stored: float) -> Decimal:
    """Points with one decimal, exactly: JSON holds them as numbers."""
    return Decimal(round(stored * 10)).scaleb(-1)


def method_version(stored: Stored) -> MethodVersion:
    """A method version with its areas and questions."""
    return MethodVersion(
        version=stored["version"],
        family=stored["family"],
        year_from=stored["year_from"],
        year_to=stored["year_to"],
        areas=tuple(_area(area) for area in stored["areas"]),
        summary=text(stored["summary"]),
        indicator_count=stored["indicator_count"],
        source=stored["source"],
    )


def _area(stored: Stored) -> AreaDefinition:
    return AreaDefinition(
        no=stored["no"],
        name=text(stored["name"]),
        max=points(stored["max"]),
        questions=tuple(
            QuestionDefinition(q["code"], text(q["label"]), points(q["max"]))
            for q in stored["questions"]
        ),
        definition=optional_text(stored["definition"]),
        note=optional_text(stored["note"]),
        short=optional_text(stored["short"]),
    )


def instrument(stored: Stored, versions: Mapping[str, MethodVersion]) -> Instrument:
    """The rules between method versions, with the versions themselves."""
    scheme = stored["size_scheme"]
    return Instrument(
        versions=versions,
        comparability=ComparabilityRules(
            tuple(_rule(rule) for rule in stored["comparability"]),
            text(stored["unlisted_reason"]),
        ),
        size_scheme=SizeScheme(
            scheme["code"],
            tuple(SizeGroup(g["code"], g["min"], g["max"]) for g in scheme["groups"]),
            text(scheme["basis"]),
        ),
        criteria=tuple(
            ScoringCriterion(c["code"], text(c["name"]), text(c["asks"]))
            for c in stored["criteria"]
        ),
        scoring_note=text(stored["scoring_note"]),
        default_family=stored["default_family"],
    )


def _rule(stored: Stored) -> ComparabilityRule:
    return ComparabilityRule(
        versions=frozenset(stored["versions"]),
        verdicts={Level(level): Verdict(v) for level, v in stored["verdicts"].items()},
        reason=text(stored["reason"]),
        source=stored["source"],
        level_reasons={Level(lv): text(r) for lv, r in stored["level_reasons"].items()},
    )


def discrepancy(stored: Stored) -> Discrepancy:
    """A discrepancy that was recorded with the evaluation."""
    measure = stored["measure"]
    return Discrepancy(
        DiscrepancyKind(stored["kind"]),
        text(stored["text"]),
        None if measure is None else Measure(measure),
        stored["question"],
    )


def stated_comparison(stored: Stored) -> StatedComparison:
    return StatedComparison(
        text(stored["against"]),
        {int(no): StatedStanding(s) for no, s in stored["areas"].items()},
        tuple(stored["clearly"]),
    )


def stated_changes(stored: Stored | None) -> StatedChanges | None:
    if stored is None:
        return None
    areas = {int(no): Direction(direction) for no, direction in stored["areas"].items()}
    return StatedChanges(stored["since"], areas)


def stated_placing(stored: Stored) -> StatedPlacing:
    band = stored["band"]
    return StatedPlacing(
        scope=PlacingScope(stored["scope"]),
        measure=Measure(stored["measure"]),
        rank=stored["rank"],
        band=None if band is None else PlacingBand(band),
        of=stored["of"],
        size_group=stored["size_group"],
    )
