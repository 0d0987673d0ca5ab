"""Texts in several languages, and who is given which."""

from itertools import combinations

import pytest

from app.domain.language import LANGUAGES
from app.domain.message import LocalText, say, say_n


def text(*languages: str, unofficial: frozenset[str] = frozenset()) -> LocalText:
    return LocalText({language: f"text in {language}" for language in languages}, unofficial)


@pytest.mark.parametrize(
    "wanted,there,given",
    [
        ("nb", ("nb", "nn", "sv", "en"), "nb"),
        ("nb", ("nn", "sv", "en"), "nn"),
        ("nn", ("nb", "sv", "en"), "nb"),
        ("nn", ("sv", "en"), "sv"),
        ("sv", ("nb", "nn", "en"), "nb"),
        ("sv", ("nn", "en"), "nn"),
        ("en", ("nb", "nn", "sv"), "nb"),
        ("en", ("nn", "sv"), "sv"),
        ("da", ("sv", "en"), "en"),
    ],
)
def test_the_closest_language_stands_in(wanted: str, there: tuple[str, ...], given: str) -> None:
    found = text(*there)
    assert found.language_for(wanted) == given
    assert found.in_language(wanted) == f"text in {given}"


def test_every_reader_is_given_something() -> None:
    for count in range(1, 5):
        for there in combinations(LANGUAGES, count):
            for wanted in LANGUAGES:
                given = text(*there).language_for(wanted)
                assert given in there
                assert wanted not in there or given == wanted


def test_our_own_translations_are_known_as_such() -> None:
    found = text("nb", "en", unofficial=frozenset({"en"}))
    assert found.is_unofficial("en")
    assert not found.is_unofficial("nb")
    assert not found.is_unofficial("sv")


def test_what_stands_in_may_be_our_own_translation_too() -> None:
    found = text("sv", "en", unofficial=frozenset({"sv"}))
    assert found.is_unofficial("nb")
    assert not found.is_unofficial("en")


def test_texts_that_say_the_same_are_the_same_in_a_set() -> None:
    assert len({text("nb", "en"), text("en", "nb")}) == 1
    assert len({text("nb"), text("nb", unofficial=frozenset({"nb"}))}) == 2


def test_messages_that_say_the_same_are_the_same_in_a_set() -> None:
    once = say("%(year)s", year="2018")
    assert len({once, say("%(year)s", year="2018")}) == 1
    assert len({once, say("%(year)s", year="2019")}) == 2
    assert len({say("a"), say_n("a", "b", 1)}) == 2


def test_a_count_is_among_the_values_and_chooses_the_form() -> None:
    message = say_n("%(n)s star", "%(n)s stars", 3, area="1")
    assert (message.key, message.plural, message.count) == ("%(n)s star", "%(n)s stars", 3)
    assert message.values == {"area": "1", "n": 3}
    assert (say("star").plural, say("star").count) == (None, None)
