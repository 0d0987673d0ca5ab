"""Hemne, Halsa and Snillfjord had their joint report in 2018; of two no figures are public."""

import pytest

from app.contents.municipalities.joint_offer import offered_joint
from app.queries.reading import Reading
from app.reports.document import Bullets, Columns, Notice, Report, TableBlock
from app.reports.joint.report import joint_report
from tests.reports.joint import seed
from tests.reports.reading import blocks, grids, rows, section, words
from tests.reports.said import words as text_of

IDS = ("hemne-2018", "halsa-2018", "snillfjord-2018")
NOT_FOUND = "not found in the sources we have read"


@pytest.fixture
def merged(real: Reading) -> Report:
    return joint_report(real, IDS, "en")


def notices(report: Report, anchor: str) -> list[Notice]:
    return [block for block in blocks(report, anchor) if isinstance(block, Notice)]


def test_it_says_first_and_plainly_that_two_of_the_three_have_no_figures(merged: Report) -> None:
    (notice,) = notices(merged, "in-short")
    assert notice.is_warning
    assert notice.title == "No figures here for two of the three: Halsa 2018 and Snillfjord 2018"
    assert [text_of(one) for one in notice.paragraphs] == [
        f"{name} was evaluated in 2018, but we have not found the figures in the sources we have "
        "read."
        for name in ("Halsa", "Snillfjord")
    ]
    assert words(blocks(merged, "in-short"))[0] == (
        "Only the total of Hemne 2018 is known, 433 points, so the totals cannot be compared."
    )


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_so_it_does_in_every_language(real: Reading, language: str) -> None:
    report = joint_report(real, IDS, language)
    assert report.sections[0].anchor == "in-short"
    (notice,) = notices(report, "in-short")
    assert "Halsa 2018" in notice.title
    assert "Snillfjord 2018" in notice.title
    assert "Hemne" not in notice.title
    assert len(notice.paragraphs) == 2


def test_the_cover_names_each_with_version_detail_inhabitants_and_source(merged: Report) -> None:
    facts = {fact.name: text_of(fact.text) for fact in merged.facts}
    assert list(facts) == ["Hemne 2018", "Halsa 2018", "Snillfjord 2018"]
    for id, (name, told) in zip(IDS, facts.items(), strict=True):
        assert f"{seed.inhabitants(id):,} inhabitants in 2018" in told, name
        assert seed.evaluation(id)["source"]["title"] in told
        assert "version 2.1" in told
    assert "points for every question" in facts["Hemne 2018"]
    assert "evaluated, but no figures found" in facts["Halsa 2018"]


def test_hemnes_figures_stand_beside_what_is_missing(merged: Report) -> None:
    table = next(one for one in grids(blocks(merged, "areas")) if one.caption == "Points per area")
    found = rows(table)
    for no, points in seed.areas("hemne-2018").items():
        assert found[str(no)] == ["100", f"{points:.1f}", NOT_FOUND, NOT_FOUND]
    assert found["Total"] == ["800", "433", NOT_FOUND, NOT_FOUND]


def test_nobody_is_called_the_best_or_ahead_and_nothing_is_weighed(merged: Report) -> None:
    anchors = {one.anchor for _, one in merged.walk()}
    assert not anchors & {"best", "gaps", "complementary", "alike", "order", "weak-in-several"}
    assert not any("(best)" in one for _, s in merged.walk() for one in words(s.blocks))
    assert not grids(blocks(merged, "weighted"))
    assert words(blocks(merged, "weighted")) == [
        "Not calculated: it needs points and inhabitants of at least two of them."
    ]


def test_hemnes_gold_star_and_findings_are_there_to_learn_from(merged: Report) -> None:
    star, judged = words(blocks(merged, "stars"))
    assert "does not follow from the points" in judged
    assert star.startswith("Hemne 2018, 5 ")
    assert "5.1" in star
    for area in seed.evaluation("hemne-2018")["areas"]:
        (columns,) = (
            one for one in blocks(merged, f"area-{area['no']}") if isinstance(one, Columns)
        )
        told = {column.kind: [text_of(item) for item in column.items] for column in columns.columns}
        assert told == {
            "strength": area["findings"]["strengths"],
            "challenge": area["findings"]["challenges"],
            "weakness": area["findings"]["weaknesses"],
        }


def test_what_is_missing_is_listed_for_those_two(merged: Report) -> None:
    assert [one.title for one in section(merged, "unknown").sections] == [
        "Halsa 2018",
        "Snillfjord 2018",
    ]
    for name in ("halsa-2018", "snillfjord-2018"):
        assert f"The total: {NOT_FOUND}." in words(blocks(merged, f"unknown-{name}"))


def test_what_disagrees_in_hemnes_source_is_told(merged: Report) -> None:
    told = words(blocks(merged, "discrepancies"))
    assert any(one.startswith("Hemne 2018:") and "426" in one for one in told)
    assert any(one.startswith("Hemne 2018, area 2:") and "85" in one for one in told)


def test_it_leads_to_itself_frozen_and_to_the_reports_of_each(merged: Report) -> None:
    query = "&".join(f"e={id}" for id in IDS)
    assert merged.address.endswith(f"/en/fellesrapport?{query}&release=1")
    assert merged.address in words(blocks(merged, "sources"))
    links = {
        run.link
        for block in blocks(merged, "compared")
        if isinstance(block, Bullets)
        for item in block.items
        for run in item
    }
    for id in IDS:
        slug, _, year = id.rpartition("-")
        assert any(one and f"/kommuner/{slug}/{year}/rapport?" in one for one in links)
    assert any(one and f"/en/sammenlign?{query}" in one for one in links)


@pytest.mark.parametrize("slug", ["heim", "hemne", "halsa", "snillfjord"])
def test_all_whom_the_merger_concerns_offer_it(real: Reading, slug: str) -> None:
    (offer,) = offered_joint(real, slug)
    assert offer.merged == "heim"
    assert set(offer.ids) == set(IDS)
    assert offer.partly == ("Snillfjord",)
    assert isinstance(grids(blocks(joint_report(real, offer.ids, "nb"), "totals"))[0], TableBlock)


@pytest.mark.parametrize("slug", ["ulstein", "bergen", "haram", "alesund", "orkland"])
def test_others_offer_none(real: Reading, slug: str) -> None:
    """Haram came from a part of Ålesund alone; of those that became Ålesund none was evaluated."""
    assert offered_joint(real, slug) == ()


@pytest.mark.parametrize("slug", ["lindesnes", "mandal"])
def test_no_report_is_offered_that_would_have_no_figure(real: Reading, slug: str) -> None:
    """All three were evaluated in 2017, and no figures of any of them are public."""
    assert offered_joint(real, slug) == ()
