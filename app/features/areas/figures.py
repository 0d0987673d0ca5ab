"""The figure of an area, from the same content as its table."""

from typing import Final

from app.features.areas.content import AreaContent
from app.features.spreads import spread_figures
from app.web.pictures.figures import Figures

FIGURES: Final[Figures[AreaContent]] = spread_figures(lambda content: content.area.max)
