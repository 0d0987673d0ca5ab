"""What a cell was taken for, in words."""

from typing import Final

from app.domain.message import Message, say
from app.domain.score import MissingKind
from app.publishing.importing.foreign.words import FieldKind, FigureRole

TOTAL: Final = say("Total")
TITLE: Final = say("A title, which is not taken in")
HEADING: Final = say("A heading")
WHAT: Final = say("Says what the figures are")
NO_QUESTIONS: Final = say("A score of a question that the method version does not have here")
NONE: Final = say("Says that there are none")
NOTE: Final = say("A text, which is not taken in")
MUNICIPALITY: Final = say("The municipality")
YEAR: Final = say("The year of the evaluation")
VERSION: Final = say("The method version")
REPORT: Final = say("The report’s number")
SOURCE: Final = say("The source’s title")
SHARE: Final = say("A share of the maximum, read as points")
MEAN: Final = say("A mean of several, which is no municipality’s")
NOBODYS: Final = say("Nobody’s result: left out")
REFERENCE: Final = say("A published average")

LEFT_OUT: Final = {
    FigureRole.SHARE: say("A share of the maximum; the points stand beside it"),
    FigureRole.MAXIMUM: say("The maximum of the points"),
    FigureRole.CHANGE: say("A change, which is no points"),
    FigureRole.MEAN: MEAN,
    FigureRole.MEDIAN: MEAN,
    FigureRole.EXTREME: say("A figure of several municipalities, which is no municipality’s"),
    FigureRole.RANK: say("A place in an order, which is no points"),
    FigureRole.LABEL: HEADING,
    FigureRole.POINTS: NOBODYS,
}
FIELDS: Final = {
    FieldKind.NAME: MUNICIPALITY,
    FieldKind.CODE: say("The municipality’s code"),
    FieldKind.COUNTY: say("The county, which tells namesakes apart"),
    FieldKind.COUNTRY: say("The country"),
    FieldKind.POPULATION: say("Inhabitants; the register’s own figure is used"),
    FieldKind.YEAR: YEAR,
    FieldKind.VERSION: VERSION,
    FieldKind.REPORT: REPORT,
    FieldKind.SIZE: say("The size group, which follows from the register"),
    FieldKind.NOTE: NOTE,
    FieldKind.SOURCE: SOURCE,
}
MISSING: Final = {
    MissingKind.NOT_FOUND: say("No figure is given"),
    MissingKind.NOT_PUBLIC: say("The figure is not public"),
    MissingKind.NOT_EVALUATED: say("Was not evaluated"),
}


def area_points(no: int) -> Message:
    """The stated points of an area."""
    return say("Points of area %(no)s", no=no)


def question_points(code: str) -> Message:
    """The score of a question."""
    return say("Points of question %(code)s", code=code)
