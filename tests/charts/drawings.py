"""Drawings of every kind, with gaps and long names, for tests that hold for all of them."""

from collections.abc import Callable
from decimal import Decimal

from app.charts.bars import bars_svg
from app.charts.history import history_svg
from app.charts.spider import spider_svg
from app.charts.values import HistoryBreak, HistoryPoint, Role, Series
from tests.charts.drawn import HEMNE_2018, bars, history, spider

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
    breaks=(HistoryBreak(2004, 2010, "Ny metode"), HistoryBreak(2012, 2021, "Ny metode")),
)
DRAWINGS: dict[str, Callable[[str], str]] = {
    "spider": lambda prefix: spider_svg(spider(SERIES), id_prefix=prefix),
    "bars": lambda prefix: bars_svg(bars(SERIES), id_prefix=prefix),
    "history": lambda prefix: history_svg(MANY_YEARS, id_prefix=prefix),
}
