"""Titles count in words, and two are both."""

import pytest

from app.contents.comparisons.content import content
from app.contents.comparisons.figures import table_figure, webs_figure
from app.queries.reading import Reading
from app.web.words.languages import words

FIVE = ("karlskrona-2014", "orebro-2012", "hareid-2019", "hemne-2018", "grastorp-2014")
SPELLED = {2: "the two", 3: "the three", 4: "the four", 5: "the five"}


@pytest.mark.parametrize("n", SPELLED)
def test_how_many_webs_there_are_is_said_in_words(real: Reading, n: int) -> None:
    figure = webs_figure(content(real, FIVE[:n], ""), words("en"))
    assert figure is not None
    assert figure.title == f"The eight areas, a web for each of {SPELLED[n]}"


@pytest.mark.parametrize("n, whom", [(3, "all three"), (4, "all four"), (5, "all five")])
def test_how_many_stand_side_by_side(real: Reading, n: int, whom: str) -> None:
    figure = table_figure(content(real, FIVE[:n], ""), words("en"))
    assert figure is not None
    assert figure.title == f"Area by area, {whom} side by side"


def test_two_of_two_countries_are_both(real: Reading) -> None:
    figure = table_figure(content(real, ("hareid-2019", "karlskrona-2014"), ""), words("en"))
    assert figure is not None
    assert figure.title == "Area by area, both side by side"
