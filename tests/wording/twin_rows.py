"""What the rows of those alike say, and what can be learned from them."""

from dataclasses import replace
from decimal import Decimal

from app.contents.twins.lessons import AreaLesson, Contact
from app.contents.twins.rows import TwinRow
from app.domain.absence import NotCompared
from app.domain.comparability import Comparability, Verdict
from app.domain.learning import Better, Twin, Weakness
from app.domain.likeness import Likeness, Traits
from app.domain.score import Level
from app.queries.register import Place
from tests.domain.examples import summary
from tests.wording.examples import NORWAY, SWEDEN, Example, Said, instrument, total_gap
from tests.wording.twins import USUAL, twin

HALF = Weakness.UNDER_HALF

MEDIAN = Weakness.UNDER_MEDIAN


def swedish(name: str) -> Twin:
    likeness = Likeness(SWEDEN, None, None, None, None, None, USUAL)
    return Twin(summary(name, 400, country=SWEDEN), Traits(SWEDEN, None, None, None), likeness)


HERE = Place(NORWAY, "Trøndelag", None, None, None)


def row(found: Twin, difference: int | None = None) -> TwinRow:
    gap = None if difference is None else total_gap(difference)
    return TwinRow(found, Decimal(1), HERE, gap, None)


def weak(score: str, *why: Weakness, median: int | None = None) -> Said:
    definition = instrument().version("2.1").area(3)
    middle = None if median is None else Decimal(median)
    return AreaLesson(definition, Decimal(score), middle, why, (), 0, ()).why_words


def nobody(names: str, of: int) -> Said:
    """Nobody of so many does better; those named have points."""
    definition = instrument().version("2.1").area(3)
    with_points = tuple(names.split())
    lesson = AreaLesson(definition, Decimal(30), None, (HALF,), (), 0, (), with_points, of, "Hemne")
    return lesson.nobody_words or ()


def more(points: str) -> Said:
    allowed = Comparability(Verdict.YES, Level.AREA)
    return Contact(Better(twin("aure"), Decimal(60), Decimal(points), allowed), ()).more_words(1)


ROWS = (
    Example(
        "twin-nothing-known",
        lambda: row(twin("aure", known=False)).left_out,
        {
            "nb": "ukjent folketall ukjent sentralitet ukjent avstand",
            "en": "inhabitants not known centrality not known distance not known",
        },
    ),
    Example(
        "twin-nothing-known-in-sweden",
        lambda: row(swedish("mora")).left_out,
        {
            "nb": "ukjent folketall ukjent skattegrunnlag ukjent avstand",
            "en": "inhabitants not known tax base not known distance not known",
        },
    ),
    Example(
        "twin-gap",
        lambda: row(twin("aure"), 12).gap_words or (),
        {"nb": "12 over", "en": "12 above"},
    ),
    Example(
        "twin-gap-refused",
        lambda: replace(row(twin("aure")), not_compared=NotCompared.NOT_COMPARABLE).gap_words or (),
        {
            "nb": "ikke sammenlignet: metodene er for ulike",
            "en": "not compared: the methods differ too much",
        },
    ),
    Example(
        "twin-nothing-of-ones-own", lambda: row(twin("aure")).gap_words or (), {"nb": "", "en": ""}
    ),
)

LESSONS = (
    Example(
        "lesson-more",
        lambda: more("12.5"),
        {"nb": "12,5 mer", "en": "12.5 more"},
    ),
    Example(
        "lesson-nobody-with-points",
        lambda: nobody("", 5),
        {
            "nb": "Av dem som ligner på Hemne, har vi ikke poeng å sammenligne med for noen.",
            "en": "Of those like Hemne, we have no points to compare with for any.",
        },
    ),
    Example(
        "lesson-one-with-points",
        lambda: nobody("Hareid", 8),
        {
            "nb": "Av dem som ligner på Hemne, "
            "har bare Hareid poeng å sammenligne med, og ikke klart flere.",
            "en": "Of those like Hemne, only Hareid has points to compare with, "
            "and not clearly more.",
        },
    ),
    Example(
        "lesson-some-with-points",
        lambda: nobody("Hareid Lom", 8),
        {
            "nb": "Av dem som ligner på Hemne, "
            "har bare Hareid og Lom poeng å sammenligne med, og ingen har klart flere.",
            "en": "Of those like Hemne, only Hareid and Lom have points to compare with, "
            "and none has clearly more.",
        },
    ),
    Example(
        "lesson-many-with-points",
        lambda: nobody("a b c d e f g", 8),
        {
            "nb": "Av dem som ligner på Hemne, "
            "har 7 poeng å sammenligne med, og ingen har klart flere.",
            "en": "Of those like Hemne, 7 have points to compare with, and none has clearly more.",
        },
    ),
    Example(
        "lesson-all-with-points",
        lambda: nobody("Hareid", 1),
        {
            "nb": "Av dem som ligner på Hemne, har ingen klart flere poeng.",
            "en": "Of those like Hemne, none has clearly more points.",
        },
    ),
    Example(
        "lesson-under-half",
        lambda: weak("38.9", HALF),
        {
            "nb": "38,9 poeng: under halvparten av det som er mulig.",
            "en": "38.9 points: less than half of the maximum.",
        },
    ),
    Example(
        "lesson-under-median",
        lambda: weak("55", MEDIAN, median=60),
        {
            "nb": "55 poeng: under medianen på 60.",
            "en": "55 points: below the median of 60.",
        },
    ),
    Example(
        "lesson-under-both",
        lambda: weak("38.9", HALF, MEDIAN, median=60),
        {
            "nb": "38,9 poeng: under halvparten av det som er mulig, og under medianen på 60,0.",
            "en": "38.9 points: less than half of the maximum, and below the median of 60.0.",
        },
    ),
)

EXAMPLES = (*ROWS, *LESSONS)
