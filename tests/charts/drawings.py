"""Drawings of every kind, with gaps and long names, for tests that hold for all of them."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from app.charts.chart_table.figure import ChartRow, ChartTableFigure
from app.charts.figure import Figure, PlottedFigure
from app.charts.history.drawing import HistoryPoint
from app.charts.look import SeriesRole
from app.charts.own_years.drawing import OwnYear
from app.charts.own_years.figure import OwnYearsFigure
from app.charts.parts import Series
from app.charts.ranked.drawing import RankedBar
from app.charts.ranked.figure import RankedFigure
from app.charts.scatter.drawing import ScatterPoint
from app.charts.scatter.figure import ScatterFigure
from app.charts.slopes.drawing import SlopeLine, SlopePoint
from app.charts.slopes.figure import SlopesFigure
from app.charts.timescale import Break
from app.charts.webs.figure import Panel, WebsFigure
from tests.charts.drawn import HEMNE_2018, axes, bars, history, markup, points, spider

LONG = (
    "Gjennomsnitt av kommuner i Norge med 5 000–9 999 innbyggere (KS-K rapport 3/2018, 34 av dem)"
)
GAPS = (None, *HEMNE_2018[1:3], None, *HEMNE_2018[4:])
"""A series with gaps, so that crosses and their words are drawn too."""

SERIES = (
    Series("Hemne 2018", SeriesRole.SUBJECT, GAPS),
    Series("Nordre Land og Søndre Land 2019", SeriesRole.REFERENCE, HEMNE_2018),
    Series(LONG, SeriesRole.SECOND_REFERENCE, GAPS),
)
MANY_YEARS = history(
    *(
        HistoryPoint(year, Decimal(value) if value else None, f"{year}, versjon {version}", family)
        for year, value, version, family in (
            (2004, None, "1.0", "1"),
            (2010, 402, "2.0", "2"),
            (2011, 800, "2.0", "2"),
            (2012, 401, "2.1", "2"),
            (2021, None, "2020", "3"),
            (2022, 0, "2020", "3"),
        )
    ),
    breaks=(Break(2004, 2010, "Ny metode"), Break(2012, 2021, "Ny metode")),
)
FIGURES: dict[str, PlottedFigure] = {
    "spider": spider(SERIES),
    "bars": bars(SERIES),
    "history": MANY_YEARS,
}
"""Figures to draw, each with what is hard about its kind."""
UNPLOTTED: dict[str, Figure] = {
    "chart-table": ChartTableFigure(
        "Title",
        rows=tuple(
            ChartRow(
                axis.label,
                axis.short,
                axis.max,
                (Decimal(30), Decimal(60)),
                (Decimal(40), Decimal(55)),
                ("13–17 av 41", "omtrent likt", "▲ opp"),
            )
            for axis in axes()
        ),
        marks=SERIES[:1],
        ticks=SERIES[1:],
        heads=("Plass", "Forskjell", "Siden 2011"),
        dots_name="en kommune",
        middle_name="den midterste halvparten",
        write=points,
    ),
    "own-years": OwnYearsFigure(
        "Title",
        areas=tuple(axis.short for axis in axes()),
        years=tuple(
            OwnYear(year, version, GAPS)
            for year, version in ((2011, "2.0"), (2014, "2.0"), (2017, "2.1"))
        ),
        max=Decimal(100),
        write=points,
    ),
    "webs": WebsFigure(
        "Title",
        panels=tuple(
            Panel(one.name, "433 av 800 poeng", tuple(axis.short for axis in axes()), one.values)
            for one in SERIES
        ),
        write=points,
    ),
    **{
        f"ranked-{count}": RankedFigure(
            "Title",
            bars=tuple(
                RankedBar(f"Nordre Land og Søndre Land {at}", Decimal(600 - at), own=at == 3)
                for at in range(count)
            ),
            max=Decimal(800),
            measure="Samlet",
            own_name="Hemne",
            others_name="andre",
            write=points,
        )
        for count in (6, 40)
    },
    "slopes": SlopesFigure(
        "Title",
        max=Decimal(800),
        lines_over_time=tuple(
            SlopeLine(
                name,
                role,
                tuple(
                    SlopePoint(year, Decimal(value) if value else None, "2")
                    for year, value in ((2010 + at, 402), (2012, None), (2013, 800 - 50 * at))
                ),
            )
            for at, (name, role) in enumerate(
                zip(("Hemne", "Nordre Land og Søndre Land", "Utsira"), SeriesRole, strict=False)
            )
        ),
        none="ikke evaluert",
        write=points,
    ),
    "scatter": ScatterFigure(
        "Title",
        points=(
            ScatterPoint("Hemne 2018", 4_228, Decimal(433), own=True),
            ScatterPoint("Helsingborg 2017", 141_000, Decimal(668)),
            ScatterPoint("Utsira 2017", 201, Decimal(0)),
        ),
        max=Decimal(800),
        measure="Samlet",
        across_name="Innbyggere",
        own_name="Hemne 2018",
        others_name="andre",
        write=points,
    ),
}
"""Figures that Plotly does not draw."""
DRAWINGS: dict[str, Callable[[str], str]] = {
    kind: partial(markup, figure) for kind, figure in {**FIGURES, **UNPLOTTED}.items()
}
