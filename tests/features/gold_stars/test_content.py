"""What the page of gold stars lists, counts and says; figures are those of the sources."""

from typing import Any

import pytest

from app.domain.naming.spelling import Collation
from app.errors import BadParameter, NotFound
from app.features.gold_stars.content import MOST_FINDINGS, GoldStarsContent, gold_stars_content
from app.features.gold_stars.filters import GoldStarParameters
from app.queries.gold_stars import gold_stars, stars_with
from app.queries.reading import Reading
from app.web.parameters import PAGE_SIZE
from tests.known import known, points
from tests.statements import count_queries, forgetting


def page(reading: Reading, **chosen: Any) -> GoldStarsContent:
    return gold_stars_content(reading, GoldStarParameters(**chosen))


def ids(found: GoldStarsContent) -> list[str]:
    return [card.id for card in found.cards]


def remarks(found: GoldStarsContent) -> list[str]:
    return [remark.key for remark in found.remarks]


def test_everything_is_listed_newest_first_and_then_by_name(real: Reading) -> None:
    found = page(real)
    assert ids(found) == [
        "ulstein-2019/1",
        "hemne-2018/1",
        "ovre-eiker-2015/1",
        "ovre-eiker-2015/2",
    ]
    assert (found.known, found.fitting) == (4, 4)
    assert found.findings == ()


def test_a_card_says_what_the_star_stood_beside(real: Reading) -> None:
    ulstein, hemne, ovre_eiker, _ = page(real).cards
    assert hemne.question == "5.1"
    assert hemne.area == 5
    assert hemne.question_label is not None
    assert hemne.beside is not None
    assert hemne.beside.key == "The question scored %(points)s out of %(max)s points."
    assert points(hemne.beside, "points") == known(hemne.given.figure).score
    assert str(points(hemne.beside, "points")) == "10.5"
    assert ulstein.beside is not None
    assert ulstein.beside.key == "The area scored %(points)s out of %(max)s points."
    assert (ovre_eiker.area, ovre_eiker.area_name, ovre_eiker.beside) == (None, None, None)


def test_a_star_for_a_question_is_found_under_its_area(real: Reading) -> None:
    found = page(real, area=5)
    assert ids(found) == ["hemne-2018/1"]
    assert remarks(found) == [
        "The areas are those of %(versions)s. Choose another method version to see its own.",
        "%(n)s gold star is left out, since its source does not say for which area.",
    ]
    assert found.remarks[1].count == 2


def test_a_question_decides_its_area(real: Reading) -> None:
    found = page(real, question="5.1")
    assert ids(found) == ["hemne-2018/1"]
    assert {f.name: f.chosen.value for f in found.facets if f.chosen} == {
        "area": "5",
        "question": "5.1",
    }


def test_a_question_of_another_area_is_left_out_and_that_is_said(real: Reading) -> None:
    found = page(real, area=1, question="5.1")
    assert ids(found) == ["ulstein-2019/1"]
    assert remarks(found)[0].startswith("Question %(code)s does not belong")


def test_a_question_of_a_version_without_questions_is_left_out(real: Reading) -> None:
    found = page(real, version="2.0", question="5.1")
    assert ids(found) == ["ovre-eiker-2015/1", "ovre-eiker-2015/2"]
    assert remarks(found)[0].startswith("Question %(code)s does not belong")


def test_a_search_lists_stars_and_findings(real: Reading) -> None:
    found = page(real, q="mål")
    assert ids(found) == ["hemne-2018/1"]
    assert "Målene er ført ned til enhetene" in [f.found.finding.text for f in found.findings]
    assert {f.evaluation.id for f in found.findings} == {"hemne-2018"}
    assert page(real, q="mål", country="SE").findings == ()


def test_findings_of_a_chosen_question_are_those_of_its_area(real: Reading) -> None:
    found = page(real, q="mål", question="5.1")
    assert {f.area for f in found.findings} == {5}
    assert remarks(found)[-1].startswith("Reports tie findings to areas")


def test_what_is_not_there_is_said_plainly(real: Reading) -> None:
    found = page(real, q="romfart")
    assert (found.cards, found.findings, found.fitting, found.findings_found) == ((), (), 0, 0)
    assert found.pages.count == 1


def test_the_made_up_stars_are_many_and_of_every_kind(demo_reading: Reading) -> None:
    found = gold_stars(demo_reading)
    assert len(found) > 300
    assert {given.star.scope.value for given in found} == {"question", "area", "unknown"}
    assert any(given.star.why for given in found)


def test_pages_hold_everything_once_in_order(demo_reading: Reading) -> None:
    first = page(demo_reading)
    cards = [
        card
        for number in range(1, first.pages.count + 1)
        for card in page(demo_reading, page=number).cards
    ]
    assert len(first.cards) == PAGE_SIZE
    assert len(cards) == len({card.id for card in cards}) == first.known
    by_name = Collation.NORWEGIAN.key
    order = [(-c.evaluation.year, by_name(c.evaluation.name), c.id) for c in cards]
    assert order == sorted(order)
    with pytest.raises(NotFound):
        page(demo_reading, page=first.pages.count + 1)


def test_words_in_the_practice_come_before_words_in_the_reason(demo_reading: Reading) -> None:
    searched = "kommunikasjon"
    matches = stars_with(demo_reading, searched)
    shown = [matches[id] for id in ids(page(demo_reading, q=searched))]
    assert shown == sorted(shown)
    only_in_reasons = page(demo_reading, q="oppdiktet begrunnelse")
    assert 0 < only_in_reasons.fitting < only_in_reasons.known
    assert all(card.star.why for card in only_in_reasons.cards)


def test_only_the_newest_findings_are_shown_and_that_is_said(demo_reading: Reading) -> None:
    found = page(demo_reading, q="oppdiktet")
    assert len(found.findings) == MOST_FINDINGS < found.findings_found
    assert found.findings_left_out is not None
    years = [line.evaluation.year for line in found.findings]
    assert years == sorted(years, reverse=True)


CHOICES: list[dict[str, Any]] = [
    {},
    {"country": "NO"},
    {"area": 5},
    {"question": "5.1"},
    {"version": "2.1", "area": 3},
    {"version": "2020", "area": 2, "country": "SE"},
    {"q": "oppdiktet", "size_group": "small"},
    {"from": 2015, "to": 2019, "area": 1},
]


@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_each_number_is_what_the_choice_leaves(
    demo_reading: Reading, chosen: dict[str, Any]
) -> None:
    """Every choice of every filter is made, and leaves as many as it said."""
    found = page(demo_reading, **chosen)
    assert [facet.name for facet in found.facets] == [
        "country",
        "county",
        "size_group",
        "group",
        "version",
        "area",
        "question",
        "from",
        "to",
    ]
    for facet in found.facets:
        for option in facet.options[:6]:
            made = dict(chosen) | {facet.name: option.value}
            if facet.name == "area":
                made.pop("question", None)
            if _backwards(made):
                continue
            assert page(demo_reading, **made).fitting == option.count, (facet.name, option)


def _backwards(made: dict[str, Any]) -> bool:
    return "from" in made and "to" in made and int(made["from"]) > int(made["to"])


def test_questions_are_offered_once_an_area_is_chosen(demo_reading: Reading) -> None:
    def questions(**chosen: Any) -> list[str]:
        found = page(demo_reading, **chosen)
        return [o.value for f in found.facets if f.name == "question" for o in f.options]

    assert questions() == []
    assert questions(version="2.0", area=5) == []
    offered = questions(area=5)
    assert offered
    assert all(code.startswith("5.") for code in offered)


@pytest.mark.parametrize(
    "chosen, name",
    [
        ({"size_group": "huge"}, "size_group"),
        ({"county": "Nowhere"}, "county"),
        ({"version": "3.0"}, "version"),
        ({"question": "9.9"}, "question"),
        ({"from": 2020, "to": 2010}, "from"),
    ],
)
def test_values_that_do_not_exist_are_refused_by_name(
    real: Reading, chosen: dict[str, Any], name: str
) -> None:
    with pytest.raises(BadParameter) as refused:
        page(real, **chosen)
    assert refused.value.name == name


@pytest.mark.parametrize("searched", [None, "oppdiktet", "god praksis i en kommune"])
def test_the_number_of_statements_does_not_grow(
    real: Reading, demo_reading: Reading, searched: str | None
) -> None:
    counts = []
    for reading in (real, demo_reading):
        with forgetting(), count_queries(reading.session.get_bind()) as count:
            page(reading, q=searched)
        counts.append(int(count))
    assert counts[0] == counts[1] <= (8 if searched is None else 12)
