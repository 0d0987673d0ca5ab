"""Drawings of every kind, with gaps and long names, for tests that hold for all of them."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from app.charts.figure import Figure
from app.charts.history.drawing import HistoryPoint
from app.charts.look import Role
from app.charts.parts import Series
from app.charts.timescale import Break
from tests.charts.drawn import HEMNE_2018, bars, history, markup, spider

LONG = (
    "Gjennomsnitt av kommuner i Norge med 5 000–9 999 innbyggere (KS-K rapport 3/2018, 34 av dem)"
)
GAPS = (None, *HEMNE_2018[1:3], None, *HEMNE_2018[4:])
"""A series with gaps, so that crosses and their words are drawn too."""

SERIES = (
    Series("Hemne 2018", Role.SUBJECT, GAPS),
    Series("Nordre Land og Søndre Land 2019", Role.REFERENCE, HEMNE_2018),
    Series(LONG, Role.SECOND_REFERENCE, GAPS),
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
FIGURES: dict[str, Figure] = {"spider": spider(SERIES), "bars": bars(SERIES), "history": MANY_YEARS}
"""Figures to draw, each with what is hard about its kind."""
DRAWINGS: dict[str, Callable[[str], str]] = {
    kind: partial(markup, figure) for kind, figure in FIGURES.items()
}
