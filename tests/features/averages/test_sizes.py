"""Averages by size group: given where enough is known, else dots, with what others published."""

from decimal import Decimal

from app.contents.averages.content import averages_content
from app.contents.averages.size_figure import size_figure
from app.contents.averages.sizes import sizes
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.domain.rules import Rules
from app.domain.score import Measure
from app.queries.reading import Reading
from app.web.words.languages import words
from tests.domain.conftest import instrument, rules
from tests.domain.counts import NOBODY_COUNTED
from tests.domain.examples import reference, several, summary
from tests.known import known
from tests.pages.client import Client

__all__ = ["instrument", "rules"]


def test_each_size_has_its_own_average_where_enough_is_known(rules: Rules) -> None:
    """Six small ones of 300 to 305 and four large ones of 400: five are needed for an average."""
    table = EvaluationTable.of(
        [
            *several(6),
            *(summary(f"large{at}", 400, size_group="large") for at in range(4)),
            summary("swedish", 600, country=Country.SWEDEN),
            summary("newer", 600, family="2020"),
        ]
    )
    told = [
        reference("old", as_of=2012),
        reference("new", as_of=2018),
        reference("small", size_group="small", figures={Measure.TOTAL: 324}),
    ]
    found = known(sizes(Country.NORWAY, "2", table, told, rules))
    assert [row.code for row in found.rows] == [None, "small", "large"]
    every, small, large = found.rows
    assert known(every.found.statistics).mean == (Decimal(1815) + 1600) / 10
    assert known(small.found.statistics).mean == Decimal("302.5")
    assert large.found.statistics is None
    assert [one.id for one in every.published] == ["new", "old"]
    assert [one.id for one in small.published] == ["small"]
    nobody = Rules(rules.instrument, rules.small, NOBODY_COUNTED)
    assert not known(sizes(Country.NORWAY, "2", table, told, nobody)).has_averages
    assert sizes(Country.SWEDEN, "1", table, told, rules) is None


def test_the_real_figures_are_dots_with_what_was_published(real: Reading) -> None:
    """KS-K rapport 3/2018: 359 for all, digits lost in print, and 324 for those under 5,000."""
    figure = known(size_figure(averages_content(real), words("en"), "no"))
    assert figure.marks == ()
    (published,) = figure.ticks
    assert published.values[:2] == (359, 324)
    assert figure.rows[0].texts == ("6 of at least 58", "359* in 2018")
    assert figure.rows[1].texts == ("1", "324 in 2018")
    assert [len(row.dots) for row in figure.rows] == [6, 1, 3, 2]


def test_the_page_has_it_with_its_table_and_the_evaluation_leads_there(site: Client) -> None:
    page = site.get("/en/utvikling")
    assert "Norway: totals by size group" in page.words
    assert page.table("figure-sizes-no-table").rows[0] == ["all sizes", "359"]
    links = site.get("/en/kommuner/hemne/2018").links()
    assert "/en/utvikling#figure-sizes-no" in links
