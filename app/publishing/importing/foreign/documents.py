"""Evaluations in the shape of their files, put together value by value, with where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from app.domain.evaluation import DetailLevel, VersionBasis
from app.domain.method import MethodVersion
from app.domain.score import MissingKind
from app.publishing.faults import Way
from app.publishing.importing.foreign.numbers import in_file_form
from app.publishing.importing.understanding import CandidateEvaluation, PlaceInFile


@dataclass(slots=True)
class AreaDraft:
    """What is known so far of an area."""

    stated: Decimal | None = None
    missing: MissingKind | None = None
    questions: dict[str, Decimal | MissingKind] = field(default_factory=dict)
    findings: Mapping[str, Any] | None = None
    places: dict[Way, PlaceInFile] = field(default_factory=dict)
    """By the way inside the area; that of a question is its code."""


@dataclass(slots=True)
class DocumentDraft:
    """What is known so far of an evaluation; what is not known is left out of its document."""

    version: MethodVersion | None = None
    basis: VersionBasis = VersionBasis.INFERRED
    facts: dict[str, Any] = field(default_factory=dict)
    """Municipality, year, report number, source: as the document has them."""
    total: Decimal | None = None
    total_missing: MissingKind | None = None
    areas: dict[int, AreaDraft] = field(default_factory=dict)
    places: dict[Way, PlaceInFile] = field(default_factory=dict)

    def area(self, no: int) -> AreaDraft:
        return self.areas.setdefault(no, AreaDraft())

    def way(self, no: int | None, code: str = "") -> Way:
        """The way to the points of a measure, once all areas are there."""
        if no is None:
            return ("total",)
        position = sorted(self.areas).index(no)
        if not code:
            return ("areas", position, "stated")
        return ("areas", position, "questions", self._codes(no).index(code), "score")

    def _codes(self, no: int) -> list[str]:
        return sorted(self.areas[no].questions, key=_order)

    def candidate(self) -> CandidateEvaluation:
        """The document, and where each of its values stands."""
        document: dict[str, Any] = dict(self.facts)
        if self.version is not None:
            document["method_version"] = self.version.version
            document["method_version_basis"] = self.basis.value
            document["detail"] = self.detail(self.version).value
        document.setdefault("report_number", None)
        document["total"] = None if self.total is None else in_file_form(self.total)
        if self.total_missing not in (None, MissingKind.NOT_FOUND) and self.total is None:
            document["total_missing"] = self.total_missing.value
        document["areas"] = [self._area(no) for no in sorted(self.areas)]
        return CandidateEvaluation(document, self._places())

    def _area(self, no: int) -> dict[str, Any]:
        area = self.areas[no]
        found: dict[str, Any] = {"no": no}
        found["stated"] = None if area.stated is None else in_file_form(area.stated)
        if area.stated is None and area.missing is not None:
            found["missing"] = area.missing.value
        if area.questions:
            found["questions"] = [_question(c, area.questions[c]) for c in self._codes(no)]
        if area.findings is not None:
            found["findings"] = dict(area.findings)
        return found

    def _places(self) -> dict[Way, PlaceInFile]:
        found = dict(self.places)
        for position, no in enumerate(sorted(self.areas)):
            codes = self._codes(no)
            for way, place in self.areas[no].places.items():
                inside = (
                    ("questions", codes.index(str(way[1])), *way[2:])
                    if way and way[0] == "questions" and len(way) > 1 and way[1] in codes
                    else way
                )
                found["areas", position, *inside] = place
        return found

    def complete(self, version: MethodVersion, no: int) -> bool:
        """Whether every question of an area has points."""
        definition = version.area(no)
        known = self.areas[no].questions if no in self.areas else {}
        return bool(definition.questions) and all(
            isinstance(known.get(question.code), Decimal) for question in definition.questions
        )

    def detail(self, version: MethodVersion) -> DetailLevel:
        """The detail level that the figures show, as `detail_of` reads it from an evaluation."""
        numbers = [area.no for area in version.areas]
        whole = [self.complete(version, no) for no in numbers]
        known = [
            complete or (no in self.areas and self.areas[no].stated is not None)
            for no, complete in zip(numbers, whole, strict=True)
        ]
        if whole and all(whole):
            return DetailLevel.QUESTIONS
        if known and all(known):
            return DetailLevel.AREAS
        if any(known):
            return DetailLevel.SOME_AREAS
        return DetailLevel.KNOWN if self.total is None else DetailLevel.TOTAL


def _question(code: str, value: Decimal | MissingKind) -> dict[str, Any]:
    if isinstance(value, Decimal):
        return {"code": code, "score": in_file_form(value)}
    return {"code": code, "missing": value.value}


def _order(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in code.split(".") if part.isdigit())
