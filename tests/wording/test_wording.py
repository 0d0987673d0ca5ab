"""Every example is said as the tables have it, and every branch has an example.

The catalogues of all four languages are read, whether a language is offered yet or not.
"""

from collections import Counter

from app.web.words.translations import extracted
from tests.in_turn import in_turn
from tests.wording import (
    answers,
    average_sets,
    averages,
    beside,
    changes,
    comparison_setting,
    comparisons,
    consequences,
    consequences_in_sets,
    context,
    counties,
    coverages,
    evaluation_pages,
    figure_titles,
    figures,
    groups,
    instrument,
    listed,
    method_pages,
    phrases,
    placings,
    published,
    quotes,
    quotes_sets,
    record_fields,
    references,
    results,
    scenarios,
    sets,
    spread,
    stated,
    stories,
    story_notes,
    twin_rows,
    twins,
)
from tests.wording.examples import LANGUAGES, Example, messages

TABLES = (
    answers,
    average_sets,
    averages,
    beside,
    changes,
    comparison_setting,
    comparisons,
    consequences,
    consequences_in_sets,
    context,
    counties,
    coverages,
    evaluation_pages,
    figure_titles,
    figures,
    groups,
    instrument,
    listed,
    method_pages,
    phrases,
    placings,
    published,
    quotes,
    quotes_sets,
    record_fields,
    references,
    results,
    scenarios,
    sets,
    spread,
    stated,
    stories,
    story_notes,
    twin_rows,
    twins,
)
EXAMPLES: tuple[Example, ...] = tuple(example for table in TABLES for example in table.EXAMPLES)

COVERED = (
    "app/domain/consistency",
    "app/domain/wording",
    "app/features/averages/set_wording",
    "app/contents/averages/wording",
    "app/contents/comparisons/lead",
    "app/contents/comparisons/compared",
    "app/contents/comparisons/content",
    "app/contents/comparisons/polygons",
    "app/contents/comparisons/questions",
    "app/contents/comparisons/wording",
    "app/contents/evaluations/areas",
    "app/contents/municipalities/lead",
    "app/contents/municipalities/beside",
    "app/features/municipality_list/average",
    "app/contents/twins/lessons",
    "app/contents/twins/official",
    "app/contents/twins/rows",
    "app/contents/twins/words",
    "app/features/what_if/area",
    "app/features/what_if/content",
    "app/features/what_if/weights",
)
"""Where every sentence has an example: files whose names begin like this."""

UNREACHED = [
    "%(name)s and %(n)s other side by side",
    (
        "Ranks are among those with all eight areas: itself and the latest such evaluation of "
        "%(n)s other municipality of the same country and method family."
    ),
]
"""What no call can say: the singular where there are always more. What is said after all, or no
longer stands in the code, must leave the list.
"""


@in_turn("example", EXAMPLES, label=lambda example: example.id)
def test_a_sentence_is_said_as_a_native_reader_would_accept_it(example: Example) -> None:
    assert {language: example.said(language) for language in example.words} == example.words


def test_every_example_has_its_own_name() -> None:
    assert [name for name, n in Counter(e.id for e in EXAMPLES).items() if n > 1] == []


@in_turn("example", EXAMPLES, label=lambda example: example.id)
def test_a_sentence_with_others_in_it_is_written_in_all_languages(example: Example) -> None:
    languages = LANGUAGES if example.is_composed else ("nb", "en")
    assert tuple(example.words) == languages


def test_every_sentence_has_an_example_in_the_singular_and_in_the_plural() -> None:
    said, places = set[str](), set[str]()
    for entry in extracted():
        covered = {place for place, _line in entry.locations if place.startswith(COVERED)}
        if entry.id and covered:
            places |= covered
            said |= {entry.id} if isinstance(entry.id, str) else set(entry.id)
    reached = {
        message.plural if message.plural and message.count != 1 else message.key
        for example in EXAMPLES
        for part in example.parts()
        for message in messages(part)
    }
    idle = [name for name in COVERED if not any(place.startswith(name) for place in places)]
    assert idle == [], "nothing is said there: this test looks in the wrong place"
    assert sorted(said - reached) == UNREACHED
