"""Every example is said in four languages as the tables have it, and every branch has an example.

The catalogues of all four are read, whether a language is offered yet or not.
"""

from collections import Counter
from itertools import product

import pytest

from app.web.translations import extracted
from tests.wording import (
    answers,
    changes,
    comparison_setting,
    comparisons,
    figures,
    phrases,
    quotes,
    results,
    sets,
    spread,
    stated,
)
from tests.wording.examples import LANGUAGES, Example, messages

TABLES = (
    answers,
    changes,
    comparison_setting,
    comparisons,
    figures,
    phrases,
    quotes,
    results,
    sets,
    spread,
    stated,
)
EXAMPLES: tuple[Example, ...] = tuple(example for table in TABLES for example in table.EXAMPLES)

COVERED = ("app/domain/wording",)
"""Where every sentence has an example: files whose names begin like this."""

UNREACHED = ["no points"]
"""What no call can say. A figure without points always has a reason why, which is said instead."""


@pytest.mark.parametrize(
    "example,language",
    [
        pytest.param(example, language, id=f"{example.id}-{language}")
        for example, language in product(EXAMPLES, LANGUAGES)
    ],
)
def test_a_sentence_is_said_as_a_native_reader_would_accept_it(
    example: Example, language: str
) -> None:
    assert example.said(language) == example.words[language]


def test_every_example_has_its_own_name_and_all_languages() -> None:
    assert [name for name, n in Counter(e.id for e in EXAMPLES).items() if n > 1] == []
    assert {tuple(example.words) for example in EXAMPLES} == {LANGUAGES}


def test_every_sentence_has_an_example_in_the_singular_and_in_the_plural() -> None:
    said = {
        key
        for entry in extracted()
        if entry.id and any(str(place).startswith(COVERED) for place, _line in entry.locations)
        for key in ([entry.id] if isinstance(entry.id, str) else entry.id)
    }
    reached = {
        message.plural if message.plural and message.count != 1 else message.key
        for example in EXAMPLES
        for part in example.parts()
        for message in messages(part)
    }
    assert len(said) > 100, "nothing was found: this test looks in the wrong place"
    assert sorted(said - reached) == UNREACHED
