"""A figure that there is not: the answer names those that there are."""

import pytest

from tests.pages.client import Client


@pytest.mark.parametrize(
    "address, detail",
    [
        (
            "/en/kommuner/hemne/figur/cake",
            "There is no such figure. The figures are spider, table, bars and history.",
        ),
        (
            "/kommuner/hemne/figur/cake",
            "Den figuren finnes ikke. Figurene er spider, table, bars og history.",
        ),
        (
            "/nn/kommuner/hemne/2018/figur/history",
            "Den figuren finst ikkje. Figurane er spider, table, bars, ranked, dots og scatter.",
        ),
        (
            "/sv/sammenlign/figur/history?e=hemne-2018",
            (
                "Det diagrammet finns inte. "
                "Diagrammen är webs, webs-2, webs-3, table, spider och bars."
            ),
        ),
        ("/en/utvikling/figur/dk", "There is no such figure. The figures are no and se."),
        (
            "/en/omrader/2.1/2/figur/spider",
            "There is no such figure. The figure is distribution.",
        ),
        (
            "/sv/sporsmal/2.1/1.1/figur/spider",
            "Det diagrammet finns inte. Diagrammet är distribution.",
        ),
    ],
)
def test_those_that_there_are_are_named(site: Client, address: str, detail: str) -> None:
    assert site.problem(address, 404)["detail"] == detail


def test_so_are_those_for_which_too_little_is_known(site: Client) -> None:
    """Heim has no results of its own."""
    detail = site.problem("/en/kommuner/heim/figur/spider", 404)["detail"]
    assert detail == "There is no such figure. The figures are spider, table, bars and history."
