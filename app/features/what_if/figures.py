"""The web of a scenario over that of the evaluation. It is no result: nothing of it is embedded."""

from typing import Final

from app.charts.areas import Drawn
from app.charts.spider.figure import FEWEST_AXES, SpiderFigure
from app.domain.decimals import total_points
from app.domain.message import Message, Say, say
from app.domain.score import Measure
from app.domain.wording.figures import areas_subtitle
from app.domain.wording.sets import member_name
from app.features.what_if.content import Scenario, WhatIfContent
from app.web.pictures.figures import FigureMaker, Figures


def web_figure(content: WhatIfContent, words: Say) -> SpiderFigure | None:
    """As evaluated and in the scenario; None where too few areas are known to give a shape."""
    found = content.scenario
    if found is None:
        return None
    rows = {Measure.of_area(row.definition.no): row for row in found.area.rows}
    evaluated = {m: row.score for m, row in rows.items() if row.score is not None}
    tried = {m: row.scenario for m, row in rows.items() if row.scenario is not None}
    if len(evaluated) < FEWEST_AXES:
        return None
    return SpiderFigure.of(
        _title(found),
        found.version,
        (Drawn(member_name(found.own), evaluated), Drawn(say("in the scenario"), tried)),
        words,
        subtitle=areas_subtitle(()),
    )


def _title(found: Scenario) -> Message:
    would_be = found.area.raised
    if would_be is None or would_be.total_before is None or would_be.total_after is None:
        return say("A scenario for %(name)s, and the points as evaluated", name=found.own.name)
    return say(
        "Scenario for %(name)s: the total would be %(after)s instead of %(before)s",
        name=found.own.name,
        after=total_points(would_be.total_after),
        before=total_points(would_be.total_before),
    )


FIGURES: Final = Figures({"web": FigureMaker(web_figure)})
