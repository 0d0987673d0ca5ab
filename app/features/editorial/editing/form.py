"""The form of an evaluation: tables like the report's own, filled with what the draft holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from app.domain.decimals import decimals_of
from app.domain.evaluation import DetailLevel, DiscrepancyKind, YearBasis
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message, Points, say
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.domain.wording.evaluation import DETAIL_WORDS, VERSION_BASIS_WORDS, YEAR_BASIS_WORDS
from app.domain.wording.standing import absence_words
from app.features.editorial.editing.numbers import (
    points_of,
    points_problem,
    shown_points,
    typed_points,
)
from app.features.editorial.editing.texts import TextFields, text_fields
from app.features.editorial.editing.typed import FINDINGS, REPORT_TEXTS, detail_shown, listed
from app.features.editorial.fields import FieldChoice, FieldProblem

Document = Mapping[str, Any]

_DISCREPANCIES: Final = {
    DiscrepancyKind.ROUNDING: say("Rounding"),
    DiscrepancyKind.STATED_TWICE: say("Printed twice"),
    DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF: say("The source contradicts itself"),
    DiscrepancyKind.SOURCES_DIFFER: say("Sources differ"),
    DiscrepancyKind.MAXIMA_INCOMPLETE: say("Points that no question carries"),
    DiscrepancyKind.RECONSTRUCTED_DIGIT: say("A digit worked out"),
}
_REASONS: Final = tuple(kind for kind in MissingKind if kind is not MissingKind.WITHDRAWN)
_ROUNDING: Final = Decimal("0.5")
"""By so much a figure printed in whole points may differ from its exact one."""


@dataclass(frozen=True, slots=True)
class QuestionFields:
    """A question of the form. `score` is what stands in its field."""

    code: str
    label: LocalText
    max: Decimal
    score: str
    reasons: tuple[FieldChoice, ...]
    reconstructed: bool
    problem: Message | None
    text: TextFields


@dataclass(frozen=True, slots=True)
class AreaFields:
    """An area of the form, with the sum of its questions so far."""

    no: int
    name: LocalText
    max: Decimal
    questions: tuple[QuestionFields, ...]
    scored: int
    sum: Decimal | None
    decimals: int
    stated: str
    reasons: tuple[FieldChoice, ...]
    problem: Message | None
    remark: Message | None
    findings: tuple[tuple[str, Message, str], ...]
    """Kind, label, and the texts with one on each line."""
    findings_languages: tuple[FieldChoice, ...]

    @property
    def texts(self) -> int:
        """On how many of its questions something is written."""
        return sum(1 for row in self.questions if any(part.text for part in row.text.shown))

    @property
    def has_content(self) -> bool:
        return bool(self.scored or self.stated or any(text for _, _, text in self.findings))


@dataclass(frozen=True, slots=True)
class StarFields:
    """A gold star of the form."""

    position: int
    given_for: tuple[FieldChoice, ...]
    practice: TextFields
    why: TextFields
    is_new: bool


@dataclass(frozen=True, slots=True)
class DiscrepancyFields:
    """Figures that disagree, and what is said of it."""

    position: int
    kinds: tuple[FieldChoice, ...]
    measures: tuple[FieldChoice, ...]
    text: TextFields
    is_new: bool


@dataclass(frozen=True, slots=True)
class NoteFields:
    """A note on the whole evaluation."""

    position: int
    text: TextFields
    is_new: bool


@dataclass(frozen=True, slots=True)
class EvaluationForm:
    """All fields of an evaluation, in the order of the page."""

    report_number: str
    source_title: str
    source_url: str
    version_bases: tuple[FieldChoice, ...]
    year_bases: tuple[FieldChoice, ...]
    areas: tuple[AreaFields, ...]
    total: str
    total_max: Decimal
    total_reasons: tuple[FieldChoice, ...]
    total_sum: Decimal | None
    total_problem: Message | None
    total_remark: Message | None
    detail: Message
    stars: tuple[StarFields, ...]
    discrepancies: tuple[DiscrepancyFields, ...]
    notes: tuple[NoteFields, ...]
    texts: Mapping[str, TextFields]
    """What is written for the report as a whole: its preface and its closing part."""

    def text_of(self, code: str) -> TextFields | None:
        """The fields of what is written on a question; None where the method has no such one."""
        questions = (row for area in self.areas for row in area.questions)
        return next((row.text for row in questions if row.code == code), None)

    @property
    def problems(self) -> tuple[FieldProblem, ...]:
        """What is wrong in single fields, from top to bottom."""
        found = []
        for area in self.areas:
            for row in area.questions:
                if row.problem:
                    label = say("Question %(code)s", code=row.code)
                    found.append(FieldProblem(f"score-{row.code}", label, row.problem))
            if area.problem:
                label = say("Area %(no)s as printed", no=str(area.no))
                found.append(FieldProblem(f"stated-{area.no}", label, area.problem))
        if self.total_problem:
            found.append(FieldProblem("total", say("Total as printed"), self.total_problem))
        return tuple(found)


def evaluation_form(document: Document, version: MethodVersion, language: str) -> EvaluationForm:
    """The form for a document, which may be incomplete or faulty, for a reader of a language."""
    held = {a.get("no"): a for a in listed(document, "areas") if isinstance(a, dict)}
    areas = tuple(_area(held.get(a.no, {}), a, language) for a in version.areas)
    source = document.get("source")
    source = source if isinstance(source, dict) else {}
    total = points_of(document.get("total"))
    total_sum = _total_sum(areas)
    return EvaluationForm(
        report_number=_text(document.get("report_number")),
        source_title=_text(source.get("title")),
        source_url=_text(source.get("url")),
        version_bases=_choices(
            _text(document.get("method_version_basis")),
            *VERSION_BASIS_WORDS.items(),
        ),
        year_bases=_choices(
            _text(document.get("year_basis")),
            ("", say("the source states the year")),
            *((basis, YEAR_BASIS_WORDS[basis]) for basis in YearBasis),
        ),
        areas=areas,
        total=shown_points(document.get("total"), language),
        total_max=version.max,
        total_reasons=_reasons(document.get("total_missing"), needed=True),
        total_sum=total_sum,
        total_problem=points_problem(document.get("total"), version.max),
        total_remark=_differs(total, total_sum),
        detail=DETAIL_WORDS[DetailLevel(detail_shown(document, version))],
        stars=_stars(listed(document, "gold_stars"), version, language),
        discrepancies=_discrepancies(listed(document, "discrepancies"), language),
        notes=_notes(listed(document, "notes"), language),
        texts={
            name: text_fields(document.get(name), f"text-{name}", language) for name in REPORT_TEXTS
        },
    )


def _area(held: Document, definition: AreaDefinition, language: str) -> AreaFields:
    questions = {q.get("code"): q for q in listed(held, "questions") if isinstance(q, dict)}
    scores = [points_of(questions.get(q.code, {}).get("score")) for q in definition.questions]
    known = [score for score in scores if score is not None]
    whole = sum(known, Decimal(0)) if known else None
    findings = held.get("findings")
    findings = findings if isinstance(findings, dict) else {}
    labels = (say("Strengths"), say("Challenges"), say("Weaknesses"))
    complete = bool(scores) and len(known) == len(scores)
    return AreaFields(
        no=definition.no,
        name=definition.name,
        max=definition.max,
        questions=tuple(
            _question(questions.get(q.code, {}), q.code, q.label, q.max, language)
            for q in definition.questions
        ),
        scored=len(known),
        sum=whole,
        decimals=decimals_of(known),
        stated=shown_points(held.get("stated"), language),
        reasons=_reasons(held.get("missing"), needed=True),
        problem=points_problem(held.get("stated"), definition.max),
        remark=_differs(points_of(held.get("stated")), whole if complete else None),
        findings=tuple(
            (kind, label, "\n".join(_text(one) for one in listed(findings, kind)))
            for kind, label in zip(FINDINGS, labels, strict=True)
        ),
        findings_languages=languages(_text(findings.get("lang")) or language),
    )


def _question(
    held: Document, code: str, label: LocalText, most: Decimal, language: str
) -> QuestionFields:
    score = held.get("score")
    return QuestionFields(
        code,
        label,
        most,
        shown_points(score, language),
        _reasons(held.get("missing"), needed=False),
        held.get("reconstructed") is True,
        points_problem(score, most),
        text_fields(held.get("text"), f"text-{code}", language),
    )


def _total_sum(areas: tuple[AreaFields, ...]) -> Decimal | None:
    """The sum of all areas, of each its questions where they are complete, else as printed."""
    figures = [_counted(area) for area in areas]
    known = [figure for figure in figures if figure is not None]
    return sum(known, Decimal(0)) if known else None


def _counted(area: AreaFields) -> Decimal | None:
    if area.questions and area.scored == len(area.questions):
        return area.sum
    return points_of(typed_points(area.stated))


def _differs(stated: Decimal | None, found: Decimal | None) -> Message | None:
    if stated is None or found is None or abs(stated - found) <= _ROUNDING:
        return None
    both = decimals_of([stated, found])
    return say(
        "The sum is %(sum)s, and %(stated)s is printed. Look at the points once more. Where the "
        "report itself differs, say so under “Figures that disagree”.",
        sum=Points(found, both),
        stated=Points(stated, both),
    )


def _stars(rows: list[Any], version: MethodVersion, language: str) -> tuple[StarFields, ...]:
    held = [row if isinstance(row, dict) else {} for row in rows]
    return tuple(
        StarFields(
            position,
            _given_for(star, version),
            text_fields(star.get("practice"), f"star-{position}-practice", language),
            text_fields(star.get("why"), f"star-{position}-why", language),
            position == len(held),
        )
        for position, star in enumerate([*held, {}])
    )


def _given_for(star: Document, version: MethodVersion) -> tuple[FieldChoice, ...]:
    chosen = _text(star.get("question") or star.get("area"))
    found: list[tuple[str, Message | LocalText]] = [("", say("not known"))]
    for area in version.areas:
        found.append((str(area.no), say("%(no)s %(name)s", no=str(area.no), name=area.name)))
        found += [(q.code, say("%(no)s %(name)s", no=q.code, name=q.label)) for q in area.questions]
    return _choices(chosen, *found)


def _discrepancies(rows: list[Any], language: str) -> tuple[DiscrepancyFields, ...]:
    held = [row if isinstance(row, dict) else {} for row in rows]
    measures = (
        ("", say("no single figure")),
        (str(Measure.TOTAL), say("the total")),
        *((str(m), say("area %(no)s", no=str(m))) for m in AREA_MEASURES),
    )
    return tuple(
        DiscrepancyFields(
            position,
            _choices(_text(row.get("kind")), *_DISCREPANCIES.items()),
            _choices(_text(row.get("measure")), *measures),
            text_fields(row.get("text"), f"discrepancy-{position}-text", language),
            position == len(held),
        )
        for position, row in enumerate([*held, {}])
    )


def _notes(rows: list[Any], language: str) -> tuple[NoteFields, ...]:
    return tuple(
        NoteFields(
            position, text_fields(note, f"note-{position}-text", language), position == len(rows)
        )
        for position, note in enumerate([*rows, None])
    )


def _reasons(chosen: object, *, needed: bool) -> tuple[FieldChoice, ...]:
    """Why a figure is missing; of a question it need not be said."""
    first: tuple[tuple[str, Message | LocalText], ...] = () if needed else (("", say("not said")),)
    return _choices(_text(chosen), *first, *((kind, absence_words(kind)) for kind in _REASONS))


def languages(chosen: str) -> tuple[FieldChoice, ...]:
    """The languages a text can be in, with their own names."""
    return _choices(chosen, *((code, found.title) for code, found in LANGUAGES.items()))


def _choices(
    chosen: str, *offered: tuple[str, Message | LocalText | str]
) -> tuple[FieldChoice, ...]:
    return tuple(FieldChoice(value, label, value == chosen) for value, label in offered)


def _text(value: object) -> str:
    return "" if value is None else str(value)
