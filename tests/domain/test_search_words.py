"""Folding and stems: people find a word however they write it."""

from importlib.metadata import version

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.naming.spelling import fold
from app.domain.search_words import SHORTEST_BEGINNING, rules, searched_words, text_words

LETTERS = "abcdefghijklmnopqrstuvwxyzæøåäöéüABCÆØÅÄÖ"
WORDS = st.text(LETTERS, min_size=1, max_size=18)
LANGUAGES = st.sampled_from(["nb", "nn", "sv", "en"])


def finds(searched: str, text: str, language: str) -> bool:
    """Whether every word of a search is answered by some word of a text."""
    held = text_words(text, language)
    words = searched_words(searched)
    return bool(words) and all(any(word.finds(other) for other in held) for word in words)


@pytest.mark.parametrize(
    "searched, text, language",
    [
        ("målstyring", "Balansert målstyring som virker", "nb"),
        ("malstyring", "Balansert målstyring som virker", "nb"),
        ("MÅLSTYRINGEN", "Balansert målstyring som virker", "nb"),
        ("målstyring", "Målstyringens rolle", "nb"),
        ("innbyggerne", "Dialog med innbyggerne", "nb"),
        ("innbyggjarar", "Dialog med innbyggjarane", "nn"),
        ("kommune", "Kommunens visjon", "nb"),
        ("visjoner", "Kommunens visjon", "nb"),
        ("verksamheten", "Styrning av verksamheter", "sv"),
        ("medborgare", "Dialog med medborgarna", "sv"),
        ("arende", "Ärenden i nämnden", "sv"),
        ("residents", "Dialogue with a resident", "en"),
        ("working", "The work with visions", "en"),
        ("vision work", "The work with visions", "en"),
    ],
)
def test_a_word_is_found_in_other_forms_of_it(searched: str, text: str, language: str) -> None:
    assert finds(searched, text, language)


@pytest.mark.parametrize(
    "searched, text, language",
    [
        ("målstyring visjon", "Balansert målstyring som virker", "nb"),
        ("styring", "Balansert målstyring som virker", "nb"),
        ("må", "Balansert målstyring som virker", "nb"),
        ("målsty som", "Balansert målstyring som virker", "nb"),
        ("innbyggerne", "Dialogue with residents", "en"),
        ("", "Balansert målstyring", "nb"),
        ("% _ ' \" \\", "Balansert målstyring % _ '", "nb"),
    ],
)
def test_what_is_not_there_is_not_found(searched: str, text: str, language: str) -> None:
    assert not finds(searched, text, language)


@given(st.lists(WORDS, min_size=1, max_size=6), LANGUAGES)
def test_a_text_is_found_by_all_its_words_in_any_order(words: list[str], language: str) -> None:
    text = " ".join(words)
    for searched in (text, text.upper(), fold(text), " ".join(reversed(words))):
        assert finds(searched, text, language)


@given(WORDS.filter(lambda word: len(fold(word)) > SHORTEST_BEGINNING), LANGUAGES, st.data())
def test_every_beginning_of_a_word_finds_it(word: str, language: str, data: st.DataObject) -> None:
    folded = fold(word)
    length = data.draw(st.integers(SHORTEST_BEGINNING, len(folded)))
    assert finds(folded[:length], f"før {word} etter", language)


@given(st.text(max_size=40), LANGUAGES)
def test_any_text_has_words_that_are_folded_and_stand_once(text: str, language: str) -> None:
    held = text_words(text, language)
    assert [other.word for other in held] == list(dict.fromkeys(fold(text).split()))
    assert [other.word for other in searched_words(text)] == [other.word for other in held]
    assert sum(other.unfinished for other in searched_words(text)) <= 1


def test_ae_is_written_as_two_letters_and_the_others_as_one() -> None:
    assert finds("laering", "Læring i organisasjonen", "nb")
    assert finds("okonomi", "Økonomien", "nb")
    assert finds("arenden", "Ärenden", "sv")
    assert finds("økonomi", "Ökonomi", "sv")


def test_words_are_made_as_the_rules_of_their_name_say() -> None:
    """Where this fails, count `WORDS` up: words in the database are then made anew."""
    assert rules() == f"snowballstemmer {version('snowballstemmer')}, words 1"
    text = "Øvre ÅRDAL–Kárášjohka’s IT-avdeling, 24/7: ærlig  straße ﬁne"
    assert [word.word for word in text_words(text, "nb")] == [
        "ovre", "ardal", "karasjohka", "s", "it", "avdeling", "24", "7", "aerlig", "strasse",
        "fine",
    ]  # fmt: skip
