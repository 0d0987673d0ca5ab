"""The spider as SVG: its web, what stands at its axes, and its names."""

from typing import Final

from app.charts import parts
from app.charts.areas import AreasFigure
from app.charts.axis_labels import labels, names_in_columns
from app.charts.legend import Legend
from app.charts.look import TEXT_SIZE
from app.charts.parts import Cross, TextLine
from app.charts.polar import RINGS, Polar
from app.charts.svg import Svg

_SIDE: Final = 56
"""Beside the web on a phone: room for the number of an area and a value."""
_NAMED_SIDE: Final = 114
"""Beside the web where the areas are named at their axes."""
_LARGEST: Final = 186
_SMALLEST: Final = 60
"""The radius below which a web is not made smaller to fit."""
_NAMED_FROM: Final = 480
"""Units across from which the names stand at the axes."""


class Web:
    """Where everything in a spider lies; Plotly is given the same places."""

    def __init__(self, figure: AreasFigure, width: float, highest: float | None = None) -> None:
        self.figure = figure
        self.width = width
        self._named = width >= _NAMED_FROM
        self._axes = [axis.short for axis in figure.axes]
        self.legend = Legend(figure.series, figure.write(None), middle=figure.middle_name)
        radius = min(_LARGEST, width / 2 - (_NAMED_SIDE if self._named else _SIDE))
        self._place(radius)
        while highest is not None and self.height > highest and radius > _SMALLEST:
            radius -= max(1, (self.height - highest) / 2)
            self._place(radius)

    def _place(self, radius: float) -> None:
        """Everything around a web of this size."""
        figure, width = self.figure, self.width
        values = [figure.write(value) for value in figure.series[0].values]
        ends = labels(self._axes if self._named else None, values, width, radius)
        centre_y = 3 - min(label.top for label in ends)
        self.polar = Polar(width / 2, centre_y, radius, len(figure.axes))
        self.labels = [text for label in ends for text in label.texts(centre_y)]
        self.height = centre_y + max(label.bottom for label in ends) + 4
        self.names: list[TextLine] = []
        if not self._named:
            self.names, self.height = names_in_columns(self._axes, self.height + 6, width)

    def scale(self) -> list[TextLine]:
        """What the rings stand for, on the rings, between the last axis and the first, where no
        mark can lie."""
        places = [(ring, self.polar.between(ring)) for ring in RINGS]
        return [TextLine(str(ring), x, y + TEXT_SIZE / 3, "middle") for ring, (x, y) in places]

    def crosses(self) -> list[Cross]:
        """For each series without a figure on an axis."""
        return self.polar.crosses(self.figure.series)

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        series = self.figure.series
        return [
            *self.polar.middle(self.figure.middle),
            *self.polar.grid(),
            *(text.drawn() for text in self.scale()),
            # The subject comes last, and lies on top.
            *(self.polar.polygon(one) for one in reversed(series)),
            *(cross.drawn() for cross in self.crosses()),
            *(text.drawn() for text in (*self.labels, *self.names)),
            *(
                parts.hit(at, self.figure.said(at), d=self.polar.sector(at))
                for at in range(self.polar.axes)
            ),
        ]
