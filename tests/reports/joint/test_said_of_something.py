"""A joint report says whose words it has, and says nothing of what it does not have."""

import pytest

from app.contents.comparisons.content import content
from app.contents.comparisons.figures import webs_figure
from app.queries.reading import Reading
from app.reports.document import Block, Bullets, Passage, Report
from app.reports.joint.report import joint_report
from app.web.words.languages import words as translated
from tests.reports.joint import seed
from tests.reports.reading import blocks, section, words
from tests.reports.said import words as text_of

WITH_FINDINGS = ("hemne-2018", "hareid-2019")
NOTHING = ("halsa-2018", "snillfjord-2018")
SWEDISH = ("karlskrona-2014", "orebro-2012", "grastorp-2014")
TWO_COUNTRIES = ("hareid-2019", "karlskrona-2014")
ALL = (WITH_FINDINGS, NOTHING, SWEDISH, TWO_COUNTRIES, ("ulstein-2019", "hareid-2019"))
RETOLD = "The findings are retold in our own words."
JUDGED = "It does not follow from the points."
BEST = "“Best” is said where"
AVERAGE = "so an average describes those evaluated"


def everything(report: Report) -> str:
    return "\n".join(one for _, part in report.walk() for one in words(part.blocks))


def findings(ids: tuple[str, ...]) -> bool:
    return any(area.get("findings") for id in ids for area in seed.evaluation(id)["areas"])


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_findings_are_said_to_be_retold_where_there_are_any(
    real: Reading, ids: tuple[str, ...]
) -> None:
    said = everything(joint_report(real, ids, "en"))
    assert (RETOLD in said) == findings(ids)
    assert "What the reports call" not in said


def test_both_kinds_are_among_the_examples() -> None:
    assert {findings(ids) for ids in ALL} == {True, False}


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_a_gold_star_does_not_follow_from_the_points(real: Reading, ids: tuple[str, ...]) -> None:
    said = words(blocks(joint_report(real, ids, "en"), "stars"))
    none = "None of them has a gold star that we know of."
    assert any(JUDGED in one for one in said) == (none not in said)


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_the_rule_of_the_best_is_said_once_and_where_it_has_an_object(
    real: Reading, ids: tuple[str, ...]
) -> None:
    said = everything(joint_report(real, ids, "en"))
    assert said.count(BEST) == ("(best)" in said)
    assert ("the best among more" in said) == ("(best)" in said)


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_of_averages_it_speaks_only_where_it_has_one(real: Reading, ids: tuple[str, ...]) -> None:
    """Published averages are drawn behind what is of one kind, or named where levels differ."""
    found = content(real, ids, "")
    figure = webs_figure(found, translated("en"))
    drawn = figure is not None and bool(figure.average)
    named = found.levels is not None and "published averages are" in everything(
        joint_report(real, ids, "en")
    )
    assert (AVERAGE in everything(joint_report(real, ids, "en"))) == (drawn or named)


def test_without_figures_no_rule_of_small_differences_is_said(real: Reading) -> None:
    said = everything(joint_report(real, NOTHING, "en"))
    assert "about the same" not in said
    assert "Size may matter" not in said


def test_a_rule_of_order_speaks_of_the_steps_there_are(real: Reading) -> None:
    one_step = words(blocks(joint_report(real, ("ulstein-2019", "hareid-2019"), "en"), "order"))
    assert len(one_step) == 1
    many = words(blocks(joint_report(real, WITH_FINDINGS, "en"), "order"))
    assert "our own rule" in many[-1]


def test_strengths_are_items_of_lists(real: Reading) -> None:
    found = section(joint_report(real, WITH_FINDINGS, "nb"), "best").blocks
    lists = [block for block in found if isinstance(block, Bullets)]
    given = [
        one
        for area in seed.evaluation("hemne-2018")["areas"]
        if area["no"] != 7  # in which nobody is the best
        for one in area["findings"]["strengths"]
    ]
    assert [text_of(item) for block in lists for item in block.items] == given
    before: Block | None = None
    for block in found:
        if isinstance(block, Bullets):
            assert isinstance(before, Passage)
            assert "Hemne 2018" in text_of(before.text)
        before = block
