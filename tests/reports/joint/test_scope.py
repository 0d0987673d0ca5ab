"""What is said of areas and questions is said of those alone whose points two of them have."""

from itertools import combinations

import pytest

from app.contents.comparisons.content import content
from app.contents.comparisons.figures import table_figure
from app.queries.reading import Reading
from app.reports.joint.report import joint_report
from app.web.words.languages import translate, words
from tests.reports.joint import seed
from tests.reports.reading import blocks
from tests.reports.reading import words as sentences

OF_ALL = (
    "They share no such area.",
    "They share no such question.",
    "In no area is anybody clearly ahead of another.",
    "No two of them are each clearly ahead of the other in something.",
    "Only one of them is clearly ahead of the other, and nowhere behind.",
    "Nobody is clearly ahead in any area, and they share no gap.",
    "All of them got under half",
    "all about the same:",
    "a gap that they share.",
    "But all of them are",
    "of 8 areas",
)
"""What may be said only where nothing is missing of anybody."""
SOME = (
    ("ulstein-2019", "hareid-2019"),
    ("ulstein-2019", "hemne-2018"),
    ("ulstein-2019", "hemne-2018", "hareid-2019"),
    ("hemne-2018", "hareid-2019", "halsa-2018"),
    ("ulstein-2019", "hareid-2019", "halsa-2018", "snillfjord-2018"),
)
SPELLED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight")


def known_for_two(ids: tuple[str, ...]) -> int:
    return len({no for a, b in combinations(ids, 2) for no in {*seed.areas(a)} & {*seed.areas(b)}})


def told(reading: Reading, *ids: str) -> str:
    report = joint_report(reading, ids, "en")
    texts = [one for _, part in report.walk() for one in sentences(part.blocks)]
    figure = table_figure(content(reading, ids, ""), words("en"))
    return "\n".join((*texts, figure.title if figure else ""))


@pytest.mark.parametrize("ids", SOME, ids="+".join)
def test_nothing_is_said_of_all_where_some_are_unknown(real: Reading, ids: tuple[str, ...]) -> None:
    said = told(real, *ids)
    assert [one for one in OF_ALL if one in said] == []


@pytest.mark.parametrize("ids", SOME, ids="+".join)
def test_how_many_are_known_is_said_and_that_the_others_are_unknown(
    real: Reading, ids: tuple[str, ...]
) -> None:
    known = known_for_two(ids)
    whom = "both" if len(ids) == 2 else "at least two of them"
    these = f"the {SPELLED[known]} area{'s' if known > 1 else ''} known for {whom}"
    said = sentences(blocks(joint_report(real, ids, "en"), "learning"))
    assert any(these in one for one in said)
    unknown = f"Of the other {SPELLED[8 - known]} areas it is unknown."
    assert (unknown in said[0]) == (known < 8)


def test_where_everything_is_known_it_is_said_of_all(real: Reading) -> None:
    report = joint_report(real, ("karlskrona-2014", "orebro-2012", "grastorp-2014"), "en")
    said = "\n".join(one for _, part in report.walk() for one in sentences(part.blocks))
    assert "known for" not in said
    assert "it is unknown" not in said


def test_one_area_shows_nobody_to_be_ahead_by_turns(real: Reading) -> None:
    said = sentences(blocks(joint_report(real, ("ulstein-2019", "hareid-2019"), "en"), "learning"))
    assert not any("only one of them" in one.lower() for one in said)
    assert not any("no two of them" in one.lower() for one in said)


def test_a_page_says_so_too(real: Reading) -> None:
    found = content(real, ("ulstein-2019", "hareid-2019"), "")
    assert [translate(one, "en") for one in found.gaps.area_scope.words] == [
        "Who is ahead and which gaps they share can be said only of the one area known for both.",
        "Of the other seven areas it is unknown.",
    ]
    assert translate(found.gaps.no_area, "en") == (
        "Of the one area known for both: they share no gap."
    )


def test_a_figure_counts_the_areas_known_for_two(real: Reading) -> None:
    found = table_figure(content(real, ("ulstein-2019", "hareid-2019"), ""), words("en"))
    assert found is not None
    assert found.title == "Ulstein 2019 is the best in the one area known for both"
    three = table_figure(
        content(real, ("hemne-2018", "hareid-2019", "halsa-2018"), ""), words("en")
    )
    assert three is not None
    assert three.title == (
        "Hemne 2018 is the best in seven of the eight areas known for at least two of them"
    )
