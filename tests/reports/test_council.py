"""What a council is told of gold stars: the first few, and those that are told in a line or two."""

from app.domain.evaluation import GoldStar, GoldStarScope
from app.domain.message import LocalText
from app.reports.council import LONGEST_PRACTICE, stars_words
from app.web.words.languages import translate


def star(practice: str) -> GoldStar:
    text = LocalText({"en": practice})
    return GoldStar(practice[:5], "hemne-2018", GoldStarScope.UNKNOWN, None, None, text)


def said(*practices: str) -> str | None:
    found = stars_words([star(practice) for practice in practices])
    return translate(found, "en") if found else None


def test_without_stars_nothing_is_said() -> None:
    assert said() is None


def test_a_few_are_told_by_their_practices() -> None:
    assert said("Open books") == "1 gold star: Open books."
    assert said("A", "B", "C") == "3 gold stars: A, B and C."


def test_of_more_the_first_are_told() -> None:
    assert said("A", "B", "C", "D") == "4 gold stars, among them: A, B and C."


def test_what_takes_too_many_words_is_counted_only() -> None:
    long = "x" * (LONGEST_PRACTICE + 1)
    assert said(long) == "1 gold star."
    assert said(long, "B") == "2 gold stars, among them: B."
