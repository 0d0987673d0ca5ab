"""Every sentence to quote is short enough to be printed, in every language and on all data."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import pytest

from app.contents.averages.content import averages_content
from app.contents.comparisons.content import content as compare_content
from app.contents.evaluations.content import content_of
from app.contents.municipalities.content import content as municipality_content
from app.domain.message import Message
from app.domain.municipality import Country
from app.domain.score import AREA_MEASURES, Measure
from app.features.areas.content import area_content
from app.features.areas.quote import quotes as area_quotes
from app.features.averages.quote import quotes as average_quotes
from app.features.compare.quote import quotes as compare_quotes
from app.features.evaluations.quote import quotes as evaluation_quotes
from app.features.municipalities.quote import quotes as municipality_quotes
from app.features.municipality_list.matches import find
from app.features.municipality_list.parameters import MunicipalityFilterParameters
from app.features.municipality_list.quote import quotes as list_quotes
from app.features.questions.content import question_content
from app.features.questions.quote import quotes as question_quotes
from app.queries import evaluations, method, register
from app.queries.reading import Reading
from app.web.results import ResultParameters
from app.web.words.languages import translate

LANGUAGES = ("nb", "nn", "sv", "en")
MOST_WORDS = 25
MOST_SENTENCES = 3
NOTE = "%(sentence)s Note: %(reason)s"
"""Where the methods may be compared with caution only, the method data say why: that stands behind
the sentences to print, and must."""

END = re.compile(r"(?<!\bnr)[.!?](?=\s|$)")
"""What ends a sentence: not the point of «nr. 3» or of 2.1."""

Quotes = Iterable[tuple[str, Message]]


def sentences(text: str) -> list[str]:
    return [part.strip() for part in END.split(text) if part.strip()]


@pytest.mark.parametrize(
    "text, counted",
    [
        ("Hemne fikk 433 av 800 poeng.", [6]),
        ("Ulstein er nr. 3 av 58. Det er 2.1.", [6, 3]),
        ("It scored 61.5 (versions 2.0 and 2.1). Why? So!", [7, 1, 1]),
    ],
)
def test_sentences_are_told_apart(text: str, counted: list[int]) -> None:
    assert [len(one.split()) for one in sentences(text)] == counted


def of_municipalities(reading: Reading) -> Iterator[tuple[str, Message]]:
    for slug in sorted({one.municipality for one in evaluations.summaries(reading)}):
        municipality = register.municipality(reading, slug)
        assert municipality is not None
        for quote in municipality_quotes(municipality_content(reading, municipality, None)):
            yield slug, quote


def of_evaluations(reading: Reading) -> Iterator[tuple[str, Message]]:
    for one in evaluations.summaries(reading):
        for quote in evaluation_quotes(content_of(reading, one.id)):
            yield one.id, quote


def of_comparisons(reading: Reading) -> Iterator[tuple[str, Message]]:
    """Two, three and six beside each other: those with the longest names of each version and of
    each level of detail, as they need the most words."""
    found = sorted(evaluations.summaries(reading), key=lambda e: (-len(e.name.split()), e.id))
    kinds: dict[tuple[str, bool], list[str]] = {}
    for one in found:
        kinds.setdefault((one.version, Measure.TOTAL in one.figures), []).append(one.id)
    longest = [id for ids in kinds.values() for id in ids[:3]]
    groups = [*combinations(longest, 2), *combinations(longest[:8], 3)]
    for ids in kinds.values():
        groups += [tuple(ids[:6]), tuple(ids[:5])] if len(ids) > 5 else []
    for group in groups:
        for quote in compare_quotes(compare_content(reading, group, "")):
            yield " ".join(group), quote


def of_areas(reading: Reading) -> Iterator[tuple[str, Message]]:
    for version in method.instrument(reading).versions.values():
        for area in version.areas:
            found = area_content(reading, version.version, str(area.no), ResultParameters())
            for quote in area_quotes(found):
                yield f"{version.version}/{area.no}", quote


def of_questions(reading: Reading) -> Iterator[tuple[str, Message]]:
    for version in method.instrument(reading).versions.values():
        for area in version.areas:
            for asked in area.questions:
                found = question_content(reading, version.version, asked.code, ResultParameters())
                for quote in question_quotes(found):
                    yield asked.code, quote


def of_lists(reading: Reading) -> Iterator[tuple[str, Message]]:
    for family in method.instrument(reading).families:
        for sort in ("total", *(measure.value for measure in AREA_MEASURES)):
            for country in ("NO", "SE"):
                asked = {"sort": sort, "country": country, "family": family}
                parameters = MunicipalityFilterParameters.model_validate(asked)
                for quote in list_quotes(find(reading, parameters)):
                    yield f"{country} {family} {sort}", quote


def of_averages(reading: Reading) -> Iterator[tuple[str, Message]]:
    for quote in average_quotes(averages_content(reading)):
        yield "averages", quote


EVERY: tuple[Callable[[Reading], Quotes], ...] = (
    of_municipalities,
    of_evaluations,
    of_comparisons,
    of_areas,
    of_questions,
    of_lists,
    of_averages,
)


def quote_is_continued(quote: Message) -> bool:
    """Whether six with long names needed a sentence more."""
    return " Also: " in translate(quote, "en")


def too_long(found: Quotes) -> tuple[int, list[str]]:
    """How many there are, and what is longer than can be printed."""
    count, wrong = 0, []
    for of, quote in found:
        for language in LANGUAGES:
            text = translate(quote, language)
            parts = sentences(text)
            count += 1
            wrong += [
                f"{of} {language}: {len(part.split())} words: {part}"
                for part in parts
                if len(part.split()) > MOST_WORDS
            ]
            most = MOST_SENTENCES + 2 * (quote.key == NOTE) + quote_is_continued(quote)
            if not 2 <= len(parts) <= most:
                wrong.append(f"{of} {language}: {len(parts)} sentences: {text}")
    return count, wrong


@pytest.mark.parametrize("quotes", EVERY, ids=lambda quotes: quotes.__name__)
def test_no_sentence_to_quote_is_longer_than_25_words(
    real: Reading, quotes: Callable[[Reading], Quotes]
) -> None:
    count, wrong = too_long(quotes(real))
    assert wrong == []
    assert count or quotes is of_questions, "nothing was looked at"


@pytest.mark.parametrize("quotes", EVERY, ids=lambda quotes: quotes.__name__)
def test_nor_where_there_is_an_average_of_everything(
    demo_reading: Reading, quotes: Callable[[Reading], Quotes]
) -> None:
    count, wrong = too_long(quotes(demo_reading))
    assert wrong == []
    assert count, "nothing was looked at"


def test_the_quote_of_an_average_has_the_years_of_all_who_are_in_it(demo_reading: Reading) -> None:
    """Everybody's latest result of the newest family, by an own count of who that is."""
    said = [translate(quote, "en") for quote in average_quotes(averages_content(demo_reading))]
    held = evaluations.summaries(demo_reading)
    for country in Country:
        latest = {
            one.municipality: one.year
            for one in sorted(held, key=lambda e: e.year)
            if one.country is country and one.family == "2020" and Measure.TOTAL in one.figures
        }
        span = f"(version 2020, {min(latest.values())}–{max(latest.values())})"
        assert min(latest.values()) < max(latest.values())
        assert any(span in quote for quote in said), (span, said)
