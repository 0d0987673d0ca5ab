"""The sentence of a municipality's page that can be printed, on the real data."""

import pytest

from app.contents.municipalities.content import content as municipality_content
from app.domain.comparison_choice import ComparisonKind
from app.features.municipalities.quote import quotes as municipality_quotes
from app.queries import register
from app.queries.reading import Reading
from app.web.words.languages import translate
from tests.known import known

MEASURES = (
    "Kommunekompasset measures how a municipality is governed and led, not how good its services "
    "are."
)


def quoted(reading: Reading, slug: str, kind: ComparisonKind | None = None) -> list[str]:
    municipality = known(register.municipality(reading, slug))
    found = municipality_content(reading, municipality, kind)
    return [translate(quote, "en") for quote in municipality_quotes(found)]


@pytest.mark.parametrize("wish", [None, *ComparisonKind])
def test_whatever_is_shown_the_quote_says_the_strongest(
    real: Reading, wish: ComparisonKind | None
) -> None:
    """Its own report sets Hemne in the top quarter. What a reader chooses changes nothing."""
    assert quoted(real, "hemne", wish) == [
        (
            f"Hemne scored 433 out of 800 points in Kommunekompasset in 2018. {MEASURES} According "
            "to the source: in the top quarter of Norwegian municipalities evaluated since 2010."
        )
    ]


def test_one_without_a_stated_place_stands_beside_what_was_published(real: Reading) -> None:
    """Köping's 402 beside 466 of its own source and 476, both of 2017."""
    assert quoted(real, "koping") == [
        (
            f"Köping scored 402 out of 800 points in Kommunekompasset in 2017. {MEASURES} That is "
            "64–74 points below the averages published for 2017 (466 and 476)."
        )
    ]


def test_one_with_neither_is_set_beside_itself(real: Reading) -> None:
    """Mark: 510 in 2024, 438 in 2022."""
    assert quoted(real, "mark") == [
        (
            f"Mark scored 510 out of 800 points in Kommunekompasset in 2024. {MEASURES} That is 72 "
            "points more than in 2022."
        )
    ]


def test_one_never_evaluated_has_no_sentence(real: Reading) -> None:
    assert quoted(real, "heim") == []
