"""The page of a comparison as it is sent: links, forms and refusals."""

import json
import re

import pytest

from app.main import create_app
from tests.conftest import UseDatabase
from tests.web.asking import Answered, ask


@pytest.fixture
def get(use_database: UseDatabase, real_url: str) -> "Get":
    use_database(real_url)
    return Get()


class Get:
    """Asks the site, in English."""

    def __init__(self) -> None:
        self._site = create_app()

    def __call__(self, query: str, path: str = "/en/sammenlign") -> Answered:
        return ask(self._site, path, query.encode())


def links(answer: Answered) -> set[str]:
    """Where the links of the part that is replaced lead."""
    part = answer.text.partition('<div id="compare"')[2]
    return {href.replace("&amp;", "&") for href in re.findall(r'href="([^"]+)"', part)}


def test_links_add_and_take_away_and_keep_the_release(get: Get) -> None:
    found = links(get("e=hemne-2018&e=hareid-2019&release=1"))
    start = "/en/sammenlign?e=hemne-2018"
    assert f"{start}&release=1" in found
    assert "/en/sammenlign?e=hareid-2019&release=1" in found
    assert any(link.startswith(f"{start}&e=hareid-2019&e=") for link in found)
    assert all("release=1" in link for link in found if link.startswith("/en/sammenlign?e="))


def test_the_form_keeps_the_choice_without_script(get: Get) -> None:
    answer = get("e=hemne-2018&q=1612")
    assert '<input type="hidden" name="e" value="hemne-2018">' in answer.text
    assert "/en/sammenlign?e=hemne-2018&e=hemne-2011" in links(answer)


def test_forbidden_areas_are_in_no_table_and_no_figure_together(get: Get) -> None:
    answer = get("e=hemne-2018&e=vallentuna-2021")
    assert answer.status == 200
    assert "The areas cannot be compared." in answer.text
    assert "do not correspond one to one" in answer.text
    assert "safely compared" in answer.text
    assert 'id="areas-table"' not in answer.text
    assert 'id="figure-table"' not in answer.text
    first, _, rest = answer.text.partition('id="figure-webs-2"')
    assert "The areas cannot be compared." in first, "the reason stands between the two"
    one, other = (part.partition("<svg")[2].partition("figure__foot")[0] for part in (first, rest))
    assert "Hemne 2018" in one
    assert "Vallentuna" not in one
    assert "Vallentuna 2021" in other
    assert "Hemne" not in other


def test_forbidden_totals_are_nowhere_on_the_page(get: Get) -> None:
    """433 and 426.5 are of methods that may not be compared."""
    answer = get("e=hemne-2018&e=motala-2006")
    assert "The totals cannot be compared." in answer.text
    before_suggestions = answer.text.partition('id="add"')[0]
    assert "433" not in before_suggestions
    assert "426" not in before_suggestions


@pytest.mark.parametrize("name", ["spider", "bars"])
def test_figures_have_the_same_values_as_the_table(get: Get, name: str) -> None:
    answer = get("e=hemne-2018&e=hareid-2019", f"/en/sammenlign/figur/{name}")
    assert answer.status == 200
    for layout in json.loads(answer.body).values():
        assert {"data", "layout"} <= set(layout)
    assert "38.9" in answer.text


def test_there_is_no_figure_of_what_may_not_be_compared(get: Get) -> None:
    refused = get("e=hemne-2018&e=vallentuna-2021", "/en/sammenlign/figur/spider")
    assert refused.status == 404
    assert get("e=hemne-2018", "/en/sammenlign/figur/pie").status == 404


@pytest.mark.parametrize(
    "query, words",
    [
        ("e=nowhere-1999", "nowhere-1999"),
        ("&".join(f"e=x-{n}" for n in range(50)), "At most 6"),
        ("q=" + "x" * 101, "q"),
        ("e=%00", "e"),
        ("e=hemne-2018&release=0", "release"),
    ],
)
def test_bad_input_is_refused_in_words(get: Get, query: str, words: str) -> None:
    answer = get(query)
    assert answer.status == 400
    assert words in answer.text


@pytest.mark.parametrize("query", ["", "e=", "q=", "e=&e=&q="])
def test_nothing_chosen_is_an_invitation(get: Get, query: str) -> None:
    answer = get(query)
    assert answer.status == 200
    assert "Compare evaluations</h1>" in answer.text
