"""Made-up examples for the page about the design. No figure here is real, and each name says so."""

from decimal import Decimal
from typing import Final

from app.charts.areas import Drawn
from app.charts.bars.figure import BarsFigure
from app.charts.history.drawing import HistoryPoint
from app.charts.history.figure import HistoryFigure
from app.charts.spider.figure import SpiderFigure
from app.charts.timescale import Break
from app.charts.writing import Writer
from app.domain.decimals import OF_TOTALS
from app.domain.evaluation import Finding, FindingKind
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message, Say, say
from app.domain.method import MethodVersion
from app.domain.municipality import Country
from app.domain.score import AREA_MEASURES, Figure, MissingKind
from app.domain.wording.sets import country_words
from app.web.filters.facets import Facet, Option
from app.web.words.languages import translate

STEPS: Final = (10, 20, 30, 40, 50, 60, 70, 80)
UNKNOWN_AREAS: Final = (3, 6)
HUNDRED: Final = Decimal(100)

SCORES: Final = {
    "whole": Figure(Decimal(400), Decimal(400), Decimal(800)),
    "decimal": Figure(Decimal("12.5"), None, HUNDRED),
    "full": Figure(HUNDRED, HUNDRED, HUNDRED),
    "nothing": Figure(Decimal(0), Decimal(0), HUNDRED),
    "missing": Figure(None, None, HUNDRED, MissingKind.NOT_PUBLIC),
}
"""Figures in every state; one that got no points is not one that is missing."""

FOREIGN: Final = LocalText({"se": "Ovdamearka"})
"""A text that exists in a language the site does not speak."""


def own_translation() -> LocalText:
    """A text that is no official name, whatever the language of the page."""
    texts = {language: translate(say("Example"), language) for language in LANGUAGES}
    return LocalText(texts, frozenset(texts))


def example_name(letter: str) -> Message:
    """The name of a municipality that does not exist."""
    return say("Example %(letter)s", letter=letter)


def drawn_examples(series: int, *, gaps: bool = False) -> tuple[Drawn, ...]:
    """One to three made-up results: rising steps, falling steps, and the same everywhere."""
    rows = (STEPS, STEPS[::-1], (50,) * len(STEPS))
    return tuple(
        Drawn(
            example_name(letter),
            {
                measure: Decimal(value)
                for measure, value in zip(AREA_MEASURES, row, strict=True)
                if not (gaps and measure.area in UNKNOWN_AREAS)
            },
        )
        for letter, row in list(zip("ABC", rows, strict=True))[:series]
    )


def example_spider(
    version: MethodVersion, words: Say, series: int, *, gaps: bool = False
) -> SpiderFigure:
    """A spider of one to three made-up results."""
    title = say("Example: the eight areas, invented points")
    return SpiderFigure.of(title, version, drawn_examples(series, gaps=gaps), words)


def example_bars(
    version: MethodVersion, words: Say, series: int, *, gaps: bool = False
) -> BarsFigure:
    """Bars of one to three made-up results."""
    title = say("Example: points per area, invented")
    return BarsFigure.of(title, version, drawn_examples(series, gaps=gaps), words)


def example_history(words: Say) -> HistoryFigure:
    """Made-up totals over time: joined, broken, and one that is not known."""
    points = (
        _point(words, 2001, 200, "a"),
        _point(words, 2005, 300, "a"),
        _point(words, 2010, 250, "b"),
        _point(words, 2014, None, "b"),
        _point(words, 2018, 400, "b"),
    )
    return HistoryFigure(
        title=words(say("Example: total over time, invented points")),
        max=Decimal(800),
        points=points,
        breaks=(Break(2005, 2010, words(say("New method"))),),
        measure=words(say("Total")),
        write=Writer(words, OF_TOTALS),
    )


def example_findings() -> tuple[tuple[FindingKind, Message, tuple[Finding, ...]], ...]:
    """The three kinds of findings; of the last, the source has none."""
    return (
        (
            FindingKind.STRENGTH,
            say("Strengths"),
            (_finding(FindingKind.STRENGTH), _finding(FindingKind.STRENGTH)),
        ),
        (FindingKind.CHALLENGE, say("Challenges"), (_finding(FindingKind.CHALLENGE),)),
        (FindingKind.WEAKNESS, say("Weaknesses"), ()),
    )


def example_facet(chosen: str | None) -> Facet:
    """A filter with an option that is counted and one that is not."""
    return Facet(
        "country",
        say("Country"),
        say("All countries"),
        (
            Option("NO", country_words(Country.NORWAY), 12, chosen == "NO"),
            Option("SE", country_words(Country.SWEDEN), None, chosen == "SE"),
        ),
    )


def _point(words: Say, year: int, value: int | None, segment: str) -> HistoryPoint:
    label = words(say("Example of %(year)s", year=str(year)))
    return HistoryPoint(year, None if value is None else Decimal(value), label, segment)


def _finding(kind: FindingKind) -> Finding:
    return Finding(kind, "Dette er et oppdiktet eksempel.", "nb")
