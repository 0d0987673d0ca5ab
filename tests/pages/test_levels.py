"""Where points of both countries stand together, it is said that their levels differ and that no
test is known of whether the evaluators judge alike (design rule 5)."""

import pytest

from tests.pages.client import Client

LEVELS = {
    "": (
        "Nivåene i Norge og Sverige er ulike, og vi har ikke funnet noen prøve av om evaluatorene "
        "i de to landene vurderer likt."
    ),
    "nn/": (
        "Nivåa i Noreg og Sverige er ulike, og vi har ikkje funne nokon prøve av om evaluatorane "
        "i dei to landa vurderer likt."
    ),
    "sv/": (
        "Nivåerna i Norge och Sverige är olika, och vi har inte hittat någon prövning av om "
        "utvärderarna i de två länderna bedömer lika."
    ),
    "en/": (
        "The levels of Norway and Sweden differ, and we have found no test of whether the "
        "evaluators of the two countries judge alike."
    ),
}
MIXED = (
    "kommuner?sort=total",
    "kommuner?sort=1",
    "omrader/2.1/1",
    "kommuner/hemne?set=combined",
    "kart?colour=total",
    "om/kvalitet",
)
OF_ONE = (
    "kommuner?sort=total&country=NO",
    "kommuner?sort=1&country=SE",
    "kommuner",
    "kart?colour=total&country=SE",
    "omrader/2.1/1?country=NO",
    "sporsmal/2.1/5.1",
    "kommuner/hemne",
)
ANSWERS = (
    "municipalities?sort=total&lang=en",
    "evaluations?sort=total&lang=en",
    "methods/2.1/areas/1?lang=en",
    "municipalities/hemne?set=combined&lang=en",
)


@pytest.mark.parametrize("language", LEVELS)
@pytest.mark.parametrize("path", MIXED)
def test_both_countries_together_are_said_to_differ(site: Client, path: str, language: str) -> None:
    assert LEVELS[language] in site.get(f"/{language}{path}").words


@pytest.mark.parametrize("path", OF_ONE)
def test_one_country_has_no_such_remark(site: Client, path: str) -> None:
    assert LEVELS[""] not in site.get(f"/{path}").words


@pytest.mark.parametrize("picture", ["spider", "bars"])
def test_an_embed_of_both_says_it_too(site: Client, picture: str) -> None:
    """A picture breaks its lines where it has room to."""
    address = f"/embed/kommuner/hemne/{picture}.svg"
    assert "Nivåene i Norge og Sverige" in site.http.get(f"{address}?set=combined").text
    assert "Nivåene i Norge og Sverige" not in site.http.get(address).text


@pytest.mark.parametrize("path", ANSWERS)
def test_the_data_say_it_too(site: Client, path: str) -> None:
    assert LEVELS["en/"] in site.http.get(f"/api/v1/{path}").text
