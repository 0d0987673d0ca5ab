"""The spider as SVG: its web, what stands at its axes, and its names."""

from typing import Final

from app.charts import parts
from app.charts.areas import AreasFigure
from app.charts.axis_labels import labels, names_in_columns
from app.charts.legend import Legend
from app.charts.look import CARD, TEXT_SIZE
from app.charts.parts import Cross, TextLine
from app.charts.polar import RINGS, Polar
from app.charts.svg import Svg

_SIDE: Final = 56
"""Beside the web on a phone: room for the number of an area and a value."""
_NAMED_SIDE: Final = 114
"""Beside the web where the areas are named at their axes."""
_CARD_ROOM: Final = 106
"""On a share image, for what stands above and below the web besides the names below it."""
_LARGEST: Final = 186
_NAMED_FROM: Final = 480
"""Units across from which the names stand at the axes."""


class Web:
    """Where everything in a spider lies; Plotly is given the same places."""

    def __init__(self, figure: AreasFigure, width: float) -> None:
        self.figure = figure
        self.width = width
        named = width >= _NAMED_FROM
        names = [axis.short for axis in figure.axes]
        radius = min(_LARGEST, width / 2 - (_NAMED_SIDE if named else _SIDE))
        if width == CARD:
            # There is no more room down than across.
            radius = min(radius, (CARD - _CARD_ROOM - names_in_columns(names, 0, width)[1]) / 2)
        values = [figure.write(value) for value in figure.series[0].values]
        ends = labels(names if named else None, values, width, radius)
        centre_y = 3 - min(label.top for label in ends)
        self.polar = Polar(width / 2, centre_y, radius, len(figure.axes))
        self.labels = [text for label in ends for text in label.texts(centre_y)]
        self.height = centre_y + max(label.bottom for label in ends) + 4
        self.names: list[TextLine] = []
        if not named:
            self.names, self.height = names_in_columns(names, self.height + 6, width)
        self.legend = Legend(figure.series, figure.write(None), middle=figure.middle_name)

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
