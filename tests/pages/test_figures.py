"""A figure that there is not: the answer names those that there are."""

import pytest

from tests.pages.client import Client

MUNICIPALITY = "spider, table, bars, history, years, years-2"


@pytest.mark.parametrize(
    "address, detail",
    [
        (
            "/en/kommuner/hemne/figur/cake",
            f"There is no such figure. The figures are {MUNICIPALITY} and webs.",
        ),
        (
            "/kommuner/hemne/figur/cake",
            f"Den figuren finnes ikke. Figurene er {MUNICIPALITY} og webs.",
        ),
        (
            "/nn/kommuner/hemne/2018/figur/history",
            (
                "Den figuren finst ikkje. "
                "Figurane er spider, table, bars, ranked, dots, ranked-size, dots-size og scatter."
            ),
        ),
        (
            "/sv/sammenlign/figur/history?e=hemne-2018",
            (
                "Det diagrammet finns inte. "
                "Diagrammen är webs, webs-2, webs-3, table, slopes, slopes-2, slopes-3, "
                "spider och bars."
            ),
        ),
        (
            "/en/utvikling/figur/dk",
            "There is no such figure. The figures are no, se, sizes-no and sizes-se.",
        ),
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
    assert detail == f"There is no such figure. The figures are {MUNICIPALITY} and webs."
