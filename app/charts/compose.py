"""From the domain's figures to the values of a spider or bars, in the reader's language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.charts.values import Axis, BarsFigure, Role, Series, SpiderFigure
from app.domain.message import LocalText, Message, Points, Say, say
from app.domain.method import MethodVersion
from app.domain.score import AREA_MEASURES, Measure


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn as one polygon, or one bar or mark in each row."""

    name: str | Message | LocalText
    figures: Mapping[Measure, Decimal]


FEWEST_AXES = 3
"""A spider with fewer known axes has no shape to read."""

_ROLES = (Role.SUBJECT, Role.REFERENCE, Role.SECOND_REFERENCE)


def spider(
    title: Message, version: MethodVersion, drawn: Sequence[Drawn], words: Say
) -> SpiderFigure:
    """A spider of the version's eight areas; the first drawn is the subject.

    Raises:
        ValueError: more than three are to be drawn.
    """
    axes, series = _axes(version, words), _series(drawn, words)
    return SpiderFigure(
        words(title),
        _description(axes, series, words),
        axes,
        series,
        _unknown(words),
        _points(words),
    )


def bars(title: Message, version: MethodVersion, drawn: Sequence[Drawn], words: Say) -> BarsFigure:
    """The version's eight areas as bars for the first drawn, with marks for the others."""
    axes, series = _axes(version, words), _series(drawn, words)
    return BarsFigure(
        words(title),
        _description(axes, series, words),
        axes,
        series,
        _unknown(words),
        _points(words),
    )


def _points(words: Say) -> Callable[[Decimal], str]:
    return lambda value: words(say("%(points)s", points=Points(value)))


def _unknown(words: Say) -> str:
    return words(say("not known"))


def _axes(version: MethodVersion, words: Say) -> tuple[Axis, ...]:
    return tuple(
        Axis(words(area.name), words(area.short or area.name), area.max) for area in version.areas
    )


def _series(drawn: Sequence[Drawn], words: Say) -> tuple[Series, ...]:
    return tuple(
        Series(
            one.name if isinstance(one.name, str) else words(one.name),
            role,
            tuple(one.figures.get(measure) for measure in AREA_MEASURES),
        )
        for one, role in zip(drawn, _ROLES, strict=False)
    )


def _description(axes: Sequence[Axis], series: Sequence[Series], words: Say) -> str:
    """Every value in words, for those who do not see the drawing."""
    points = _points(words)
    unknown = _unknown(words)
    return ". ".join(
        f"{one.name}: "
        + "; ".join(
            f"{axis.label} {unknown if value is None else points(value)}"
            for axis, value in zip(axes, one.values, strict=True)
        )
        for one in series
    )
