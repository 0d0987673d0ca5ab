"""Small webs as SVG: three beside one another where there is room, two on a phone."""

from typing import TYPE_CHECKING, Final

from app.charts import lettering, parts
from app.charts.axis_labels import labels, names_in_columns
from app.charts.legend import Legend
from app.charts.look import LINE, TEXT_SIZE
from app.charts.parts import TextLine
from app.charts.polar import Polar
from app.charts.svg import Svg

if TYPE_CHECKING:
    from app.charts.webs.figure import Panel, WebsFigure

_NAMED_FROM: Final = 240
"""Units across a panel from which names and values stand at the axes."""
_NAMED_SIDE: Final = 74
_SIDE: Final = 22
_BETWEEN: Final = 14


class Webs:
    """Where everything lies. Panels of a row are equally high."""

    def __init__(self, figure: "WebsFigure", width: float) -> None:
        self.figure, self.width = figure, width
        beside = min(len(figure.panels), 3 if width >= 3 * _NAMED_FROM else 2)
        self._across = width / max(beside, 2)
        self._named = self._across >= _NAMED_FROM
        self._radius = self._across / 2 - (_NAMED_SIDE if self._named else _SIDE)
        self._shapes: list[Svg] = []
        top = 0.0
        for first in range(0, len(figure.panels), beside):
            row = figure.panels[first : first + beside]
            bottoms = [self._panel(one, at * self._across, top) for at, one in enumerate(row)]
            top = max(bottoms) + _BETWEEN
        self.height = top
        if not self._named:
            self._names()
        average = [figure.average] if figure.average else []
        behind = (figure.before(panel) for panel in figure.panels)
        average += [one for one in behind if one][:1]
        self.legend = Legend(average, figure.write(None), middle=figure.middle_name)

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return self._shapes

    def _panel(self, panel: "Panel", left: float, top: float) -> float:
        """One web under its name; answers how far down it reaches."""
        figure = self.figure
        room = self._across - 8
        heading = lettering.wrapped(panel.name, TEXT_SIZE * 1.14, room)
        texts = [
            TextLine(line, left + 2, top + LINE * (at + 1) - 3, bold=True, room=room)
            for at, line in enumerate(heading)
        ]
        top += LINE * len(heading)
        if panel.beside:
            texts.append(TextLine(panel.beside, left + 2, top + LINE - 3, room=room))
            top += LINE
        values = [figure.write(value) for value in panel.values]
        numbers = [""] * len(values)
        ends = labels(
            panel.axes if self._named else None,
            values if self._named else numbers,
            self._across,
            self._radius,
        )
        centre_y = top + 8 - min(label.top for label in ends)
        polar = Polar(left + self._across / 2, centre_y, self._radius, len(panel.axes))
        for label in ends:
            texts += [text.moved(left) for text in label.texts(centre_y) if text.content]
        series = figure.series(panel)
        self._shapes += [
            *polar.middle(figure.middle),
            *polar.grid(),
            *([polar.polygon(figure.average)] if figure.average else []),
            *([polar.polygon(before)] if (before := figure.before(panel)) else []),
            polar.polygon(series),
            *(cross.drawn() for cross in polar.crosses([series])),
            *(text.drawn() for text in texts),
            *(parts.hit(at, self._said(panel, at), d=polar.sector(at)) for at in range(polar.axes)),
        ]
        return centre_y + max(label.bottom for label in ends)

    def _said(self, panel: "Panel", at: int) -> str:
        """An area of all panels in words, where they have it under the same name."""
        same = [one for one in self.figure.panels if one.axes[at] == panel.axes[at]]
        told = [f"{one.name} {self.figure.write(one.values[at])}" for one in same]
        if self.figure.average:
            average = self.figure.average
            told.append(f"{average.name} {self.figure.write(average.values[at])}")
        return f"{at + 1} {panel.axes[at]}: {', '.join(told)}"

    def _names(self) -> None:
        """The numbered names of the areas, once for each way of naming them."""
        for names in dict.fromkeys(panel.axes for panel in self.figure.panels):
            texts, self.height = names_in_columns(names, self.height, self.width)
            self._shapes += [text.drawn() for text in texts]
