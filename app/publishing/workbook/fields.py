"""What the tables of our own files hold: which value of an evaluation stands in which column.

A column goes by a key that is the same in every language and for ever; people read its label.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from app.domain.evaluation import (
    DiscrepancyKind,
    FindingKind,
    GoldStarScope,
    VersionBasis,
    YearBasis,
)
from app.domain.language import LANGUAGES
from app.domain.message import Message, say
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.domain.stated import (
    Direction,
    PeriodKind,
    PlacingBand,
    StatedDegree,
    StatedStanding,
    Territory,
)

MARK: Final = "kompass:"
"""What the key of a table begins with; it stands in the first cell of its row of keys."""
HEADING: Final = "#"
"""In the first cell of a row that is only read by people."""
HEAD, SCORES, FINDINGS = "evaluation", "scores", "findings"
STARS, TEXTS, PLACINGS, COMPARISONS = "gold-stars", "texts", "placings", "comparisons"
WORDS: Final = "words"
"""The table that says which code each word of a drop-down stands for."""
EVALUATION: Final = "evaluation"
"""The column that says which evaluation a row belongs to."""
LANGUAGE: Final = "lang"
UNOFFICIAL: Final = "unofficial"
YES: Final = "yes"


class FieldForm(StrEnum):
    """How a value stands in a cell."""

    TEXT = "text"
    CODE = "code"
    """A text of digits and points that a spreadsheet would make a date or a number of."""
    WHOLE = "whole"
    YES = "yes"
    NUMBERS = "numbers"
    """Several whole numbers, `3, 4`."""
    LOCAL = "local"
    """A text in one or more languages."""
    PARAGRAPHS = "paragraphs"
    """A text with line breaks, all of it in one cell."""
    DAY = "day"
    """A day, `2026-05-31`; whoever fills in may also write it as dates are written in Norway and
    Sweden, or as the spreadsheet's own date."""


@dataclass(frozen=True, slots=True)
class TableField:
    """A value, the way to it in the document of an evaluation or of one item of a list, and what
    may be chosen."""

    key: str
    label: Message
    kind: FieldForm = FieldForm.TEXT
    choices: str = ""
    """The name of the set of choices."""
    width: int = 14

    @property
    def way(self) -> tuple[str, ...]:
        return tuple(self.key.split("."))


class TextKind(StrEnum):
    """What a row of the texts is, beside the kinds of discrepancies."""

    NOTE = "note"
    QUESTION_NOTE = "question-note"
    PREFACE = "preface"
    QUESTION_TEXT = "question-text"
    CLOSING = "closing"
    RECONSTRUCTED = "reconstructed"
    """A digit of a question's points was lost in print and worked out."""


OF_QUESTIONS: Final[Mapping[TextKind, str]] = {
    TextKind.QUESTION_NOTE: "note",
    TextKind.QUESTION_TEXT: "text",
}
"""Texts on single questions, and what they are called there."""

IN_PARAGRAPHS: Final = (TextKind.PREFACE, TextKind.QUESTION_TEXT, TextKind.CLOSING)
"""What the evaluators wrote for the report: texts with line breaks, all of one in one cell."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple(str(one.value) for one in kind)
    for name, kind in {
        "missing": MissingKind,
        "year-basis": YearBasis,
        "version-basis": VersionBasis,
        "finding": FindingKind,
        "scope": GoldStarScope,
        "direction": Direction,
        "standing": StatedStanding,
        "degree": StatedDegree,
        "territory": Territory,
        "period": PeriodKind,
        "band": PlacingBand,
        "measure": Measure,
    }.items()
} | {
    "language": tuple(LANGUAGES),
    "text": (*(k.value for k in TextKind), *(k.value for k in DiscrepancyKind)),
    "yes": (YES,),
}
"""What may be chosen, by the name of the set."""

CHOICE_WORDS: Final[Mapping[Enum | str, Message]] = {
    MissingKind.NOT_FOUND: say("not found"),
    MissingKind.NOT_PUBLIC: say("not public"),
    MissingKind.NOT_IN_VERSION: say("not in the version"),
    MissingKind.NOT_EVALUATED: say("not evaluated"),
    MissingKind.WITHDRAWN: say("withdrawn"),
    YearBasis.TITLE: say("the report’s title"),
    YearBasis.OTHER_SOURCE: say("another source"),
    YearBasis.INFERRED: say("inferred"),
    VersionBasis.STATED: say("stated"),
    FindingKind.STRENGTH: say("strength"),
    FindingKind.CHALLENGE: say("challenge"),
    FindingKind.WEAKNESS: say("weakness"),
    GoldStarScope.QUESTION: say("question"),
    GoldStarScope.AREA: say("area"),
    GoldStarScope.UNKNOWN: say("unknown"),
    TextKind.NOTE: say("note"),
    TextKind.QUESTION_NOTE: say("note to a question"),
    TextKind.PREFACE: say("preface"),
    TextKind.QUESTION_TEXT: say("text on a question"),
    TextKind.CLOSING: say("closing part"),
    TextKind.RECONSTRUCTED: say("digit worked out"),
    DiscrepancyKind.ROUNDING: say("rounding"),
    DiscrepancyKind.STATED_TWICE: say("stated twice"),
    DiscrepancyKind.SOURCE_CONTRADICTS_ITSELF: say("the source contradicts itself"),
    DiscrepancyKind.SOURCES_DIFFER: say("the sources differ"),
    DiscrepancyKind.MAXIMA_INCOMPLETE: say("maxima incomplete"),
    DiscrepancyKind.RECONSTRUCTED_DIGIT: say("digit reconstructed"),
    Direction.UP: say("up"),
    Direction.STABLE: say("stable"),
    Direction.DOWN: say("down"),
    StatedStanding.ABOVE: say("above"),
    StatedStanding.ABOUT: say("about"),
    StatedStanding.BELOW: say("below"),
    StatedDegree.CLEARLY: say("clearly"),
    StatedDegree.SLIGHTLY: say("slightly"),
    Measure.TOTAL: say("total"),
    YES: say("yes"),
}
"""How codes are said where people choose them. Others are chosen as they are."""

_AREAS = tuple(str(measure.area) for measure in AREA_MEASURES)

HEAD_FIELDS: Final = (
    TableField("municipality", say("Municipality (name or code)"), FieldForm.CODE),
    TableField("year", say("Year"), FieldForm.WHOLE),
    TableField("year_basis", say("How the year is known, if not stated"), choices="year-basis"),
    TableField("method_version", say("Method version"), FieldForm.CODE),
    TableField("method_version_basis", say("How the version is known"), choices="version-basis"),
    TableField("report_number", say("Report number"), FieldForm.CODE),
    TableField("source.title", say("Title of the report")),
    TableField("source.url", say("Address of the report")),
    TableField("stated_changes.since", say("Changes are stated since the year"), FieldForm.WHOLE),
    *(
        TableField(
            f"stated_changes.areas.{no}",
            say("Change stated in area %(no)s", no=no),
            choices="direction",
        )
        for no in _AREAS
    ),
    TableField("reply.text", say("The municipality's reply"), FieldForm.PARAGRAPHS),
    TableField("reply.language", say("Language of the reply"), choices="language"),
    TableField("reply.day", say("Day of the reply"), FieldForm.DAY),
    TableField("reply.office", say("Office that signs the reply")),
)
"""Of an evaluation as a whole, one below the other."""

FINDING_FIELDS: Final = (
    TableField("area", say("Area"), FieldForm.WHOLE, width=8),
    TableField("kind", say("Kind"), choices="finding"),
    TableField(LANGUAGE, say("Language"), choices="language", width=10),
    TableField("text", say("Finding"), width=90),
)

STAR_FIELDS: Final = (
    TableField("scope", say("Given for"), choices="scope"),
    TableField("area", say("Area"), FieldForm.WHOLE, width=8),
    TableField("question", say("Question"), FieldForm.CODE, width=10),
    TableField("practice", say("Practice"), FieldForm.LOCAL, width=70),
    TableField("why", say("Why"), FieldForm.LOCAL, width=50),
)

TEXT_FIELDS: Final = (
    TableField("kind", say("Kind"), choices="text", width=26),
    TableField("measure", say("Area, or the total"), FieldForm.CODE, choices="measure"),
    TableField("question", say("Question"), FieldForm.CODE, width=10),
    TableField("text", say("Text"), FieldForm.LOCAL, width=90),
)

_TOLD_BY: Final = (
    TableField("source.title", say("Read in"), width=30),
    TableField("source.url", say("Its address"), width=30),
    TableField("teller", say("In whose words"), FieldForm.LOCAL, width=30),
)

PLACING_FIELDS: Final = (
    TableField("scope.territory", say("Among those of"), choices="territory"),
    TableField("scope.period.kind", say("Period"), choices="period"),
    TableField("scope.period.year", say("Its year"), FieldForm.WHOLE),
    TableField("scope.period.years", say("Its number of years"), FieldForm.WHOLE),
    TableField("scope.period.version", say("Its method version"), FieldForm.CODE),
    TableField("scope.size.group", say("Size group")),
    TableField("scope.size.below", say("Fewer inhabitants than"), FieldForm.WHOLE),
    TableField("scope.size.own", say("In its own size group"), FieldForm.YES, choices="yes"),
    TableField("measure", say("Area, or the total"), FieldForm.CODE, choices="measure"),
    TableField("rank", say("Place"), FieldForm.WHOLE),
    TableField("better", say("How many did better"), FieldForm.WHOLE),
    TableField("band", say("Span"), choices="band"),
    TableField("of", say("Of how many"), FieldForm.WHOLE),
    *_TOLD_BY,
)

COMPARISON_FIELDS: Final = (
    TableField("against", say("Compared with"), FieldForm.LOCAL, width=40),
    TableField("total", say("The total"), choices="standing"),
    TableField("degree", say("How far"), choices="degree"),
    *(
        TableField(f"areas.{no}", say("Area %(no)s", no=no), choices="standing", width=10)
        for no in _AREAS
    ),
    TableField("clearly", say("Areas that are clearly so"), FieldForm.NUMBERS),
    *_TOLD_BY,
)

LIST_FIELDS: Final[Mapping[str, tuple[TableField, ...]]] = {
    FINDINGS: FINDING_FIELDS,
    STARS: STAR_FIELDS,
    TEXTS: TEXT_FIELDS,
    PLACINGS: PLACING_FIELDS,
    COMPARISONS: COMPARISON_FIELDS,
}
"""The tables with an item a row, in their order."""

LIST_NAMES: Final[Mapping[str, str]] = {
    STARS: "gold_stars",
    PLACINGS: "stated_placings",
    COMPARISONS: "stated_comparisons",
}
"""Where the items of a table stand in the document, where each is an item of one list."""

TABLE_NAMES: Final[Mapping[str, Message]] = {
    HEAD: say("Evaluation"),
    SCORES: say("Scores"),
    FINDINGS: say("Findings"),
    STARS: say("Gold stars"),
    TEXTS: say("Texts"),
    PLACINGS: say("Places stated"),
    COMPARISONS: say("Comparisons stated"),
    WORDS: say("Words"),
}
