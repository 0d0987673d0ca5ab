"""What is said of the figures of a comparison, on the real data."""

import pytest

from app.contents.comparisons.content import content
from app.contents.comparisons.figures import FIGURES
from app.queries.reading import Reading
from app.web.words.languages import translate
from tests.known import known

FOUR = ("karlskrona-2014", "orebro-2012", "grastorp-2014", "kramfors-2013")


def basis(reading: Reading, name: str) -> str:
    provenance = known(FIGURES.makers[name].provenance)(content(reading, FOUR, ""))
    return " ".join(translate(one, "en") for one in provenance.basis)


@pytest.mark.parametrize("name", ["webs", "table"])
def test_a_figure_of_all_does_not_say_that_some_are_left_out(real: Reading, name: str) -> None:
    assert "Not drawn" not in basis(real, name)


@pytest.mark.parametrize("name", ["spider", "bars"])
def test_a_figure_with_room_for_three_names_the_fourth(real: Reading, name: str) -> None:
    assert "Not drawn, but in the table: Kramfors 2013." in basis(real, name)
