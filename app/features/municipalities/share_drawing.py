"""The drawing on the share image of a municipality: the best there is of it, down to its place."""

from starlette.requests import Request

from app.charts.drawing import Drawing
from app.charts.map.place import place_picture
from app.charts.ranked.totals import NamedTotal, totals_picture
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.figures import FIGURES
from app.domain.message import Message, Say
from app.features.municipalities.nearby_map import nearby_map_picture
from app.web.pictures.figures import Drawing as PageDrawing
from app.web.words.languages import language_of, words


def share_drawing(request: Request, found: MunicipalityContent) -> PageDrawing:
    """Areas, else totals over time, else the total beside others, else where it lies."""
    drawn = FIGURES.card_drawing(request, found, "spider", "history")
    say_it = words(language_of(request))
    return (
        drawn
        or _total_beside(found, say_it)
        or nearby_map_picture(request, found)
        or place_picture(found.municipality)
    )


def _total_beside(found: MunicipalityContent, words: Say) -> Drawing | None:
    """The total and what the page sets it beside."""
    result = found.result
    own = result.evaluation.total if result else None
    if result is None or own is None or own.score is None:
        return None

    def said(name: Message | str) -> str:
        return name if isinstance(name, str) else words(name)

    label = f"{found.municipality.name} {result.evaluation.year}"
    beside = {said(one.name): NamedTotal(said(one.name), one.value) for one in result.total}
    named = (NamedTotal(label, own.score, own=True), *beside.values())
    return totals_picture(found.title, named, own.max, words)
