"""The same figures as Plotly draws them: names, values, dashes and marks as in the SVG.

Colours are names of the style sheet, which the script looks up, so they are right in light and
dark. There is no template. In every trace `hovertext` is what a mouse is told and `customdata` the
same in one sentence, for those who step through the points with the keyboard.
"""

from app.charts.plotly_bars import bars_plotly
from app.charts.plotly_distribution import distribution_plotly
from app.charts.plotly_history import history_plotly
from app.charts.plotly_spider import spider_plotly

__all__ = ["bars_plotly", "distribution_plotly", "history_plotly", "spider_plotly"]
