"""Every figure of a joint report is in the files that it was read from, or follows from them."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from app.queries.reading import Reading
from app.reports.document import Report, TableBlock
from app.reports.joint.report import joint_report
from tests.reports.joint import seed
from tests.reports.reading import blocks, grids, rows, words
from tests.reports.said import words as text_of

NORWEGIAN = ("hemne-2018", "hareid-2019")
SWEDISH = ("karlskrona-2014", "orebro-2012", "grastorp-2014")
SOME_AREAS = ("ulstein-2019", "hareid-2019")
ALL = (NORWEGIAN, SWEDISH, SOME_AREAS)
NOT_FOUND = "not found in the sources we have read"
SMALL = 3


def table(report: Report, anchor: str, caption: str) -> TableBlock:
    return next(one for one in grids(blocks(report, anchor)) if one.caption == caption)


def points(cell: str) -> Decimal | None:
    """The figure of a cell, or None where there is none."""
    return None if cell == NOT_FOUND else Decimal(cell.removesuffix(" (best)"))


def rounded(value: Fraction, decimals: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_points_of_areas_and_totals(real: Reading, ids: tuple[str, ...]) -> None:
    report = joint_report(real, ids, "en")
    found = rows(table(report, "areas", "Points per area"))
    chapters = {no: rows(table(report, f"area-{no}", f"Points in area {no}")) for no in range(1, 9)}
    for at, id in enumerate(ids):
        name = report.facts[at].name
        for no in range(1, 9):
            expected = seed.areas(id).get(no)
            assert points(found[str(no)][1 + at]) == expected
            in_chapter = grids(blocks(report, f"area-{no}"))[0].rows[at]
            assert text_of(in_chapter[0]) == name
            assert points(text_of(in_chapter[1])) == expected
        assert points(found["Total"][1 + at]) == seed.total(id)
    assert len(chapters) == 8


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_the_best_stands_out_by_three_points_on_an_area(
    real: Reading, ids: tuple[str, ...]
) -> None:
    report = joint_report(real, ids, "en")
    found = rows(table(report, "areas", "Points per area"))
    for no in range(1, 9):
        known = sorted(
            (score, at)
            for at, id in enumerate(ids)
            if (score := seed.areas(id).get(no)) is not None
        )
        stands_out = len(known) > 1 and known[-1][0] - known[-2][0] >= SMALL
        best = {at for at in range(len(ids)) if found[str(no)][1 + at].endswith("(best)")}
        assert best == ({known[-1][1]} if stands_out else set())


@pytest.mark.parametrize(
    "ids, counted", [(NORWEGIAN, 0), (SWEDISH, 1), (SOME_AREAS, 0)], ids=["no", "se", "some"]
)
def test_the_weighted_means(real: Reading, ids: tuple[str, ...], counted: int) -> None:
    """By fractions from the files: Norway counts as the year begins, Sweden as it ends."""
    report = joint_report(real, ids, "en")
    found = rows(grids(blocks(report, "weighted"))[0])
    known = 0
    for no in (*range(1, 9), 0):
        some = [
            (Fraction(score), seed.inhabitants(id, counted=counted))
            for id in ids
            if (score := seed.areas(id).get(no) if no else seed.total(id)) is not None
        ]
        row = found.get(str(no) if no else "Total")
        if len(some) < 2:
            assert row is None
            continue
        known += 1
        assert row is not None
        sum_of_points = sum((score * weight for score, weight in some), Fraction(0))
        mean = sum_of_points / sum(weight for _, weight in some)
        assert Decimal(row[0]) == rounded(mean, 1 if no else 0)
    assert len(found) == known


@pytest.mark.parametrize("ids", ALL, ids="+".join)
def test_the_weighted_picture_is_marked_as_no_result(real: Reading, ids: tuple[str, ...]) -> None:
    told = words(blocks(joint_report(real, ids, "en"), "weighted"))
    assert told[0] == "Calculated by us, and no result"
    assert told[1].startswith("Nobody has evaluated these municipalities as one.")
    for id in ids:
        assert any(f"{seed.evaluation(id)['year']}: " in one for one in told)


def test_who_is_not_in_a_mean_is_named(real: Reading) -> None:
    told = words(blocks(joint_report(real, (*NORWEGIAN, "halsa-2018"), "en"), "weighted"))
    assert (
        "Every figure is made of Hemne 2018 and Hareid 2019. Not in it: Halsa 2018, whose points "
        "or inhabitants are not known." in told
    )


def test_shared_gaps_are_where_both_are_under_half(real: Reading) -> None:
    told = words(blocks(joint_report(real, NORWEGIAN, "en"), "gaps"))
    under = [no for no in range(1, 9) if all(seed.areas(id)[no] < 50 for id in NORWEGIAN)]
    assert [int(one[0]) for one in told if one[0].isdigit()] == under
    assert under == [1, 2, 6, 7]


def test_who_can_teach_whom(real: Reading) -> None:
    found = rows(grids(blocks(joint_report(real, SWEDISH, "en"), "complementary"))[0])
    for no in range(1, 9):
        scores = {id: seed.areas(id)[no] for id in SWEDISH}
        first, last = max(scores.values()), min(scores.values())
        assert Decimal(found[str(no)][2]) == first - last
        for id, score in scores.items():
            name = f"{seed.evaluation(id)['year']} ({score})"
            assert (name in found[str(no)][1]) == (first - score >= SMALL)
    assert found["1"][0] == "Karlskrona 2014 (69) and Örebro 2012 (68)"
    assert found["5"][0] == "Örebro 2012 (70) and Grästorp 2014 (70)"


def test_those_who_can_teach_each_other(real: Reading) -> None:
    """Of the three, Örebro is clearly behind nobody; Karlskrona and Grästorp are ahead by turns."""
    told = words(blocks(joint_report(real, SWEDISH, "en"), "complementary"))
    (pair,) = (one for one in told if one.startswith("Karlskrona 2014 is clearly ahead"))
    first, second = pair.split(". ", 1)
    karlskrona, grastorp = seed.areas("karlskrona-2014"), seed.areas("grastorp-2014")
    for no in range(1, 9):
        assert (f" {no} " in first) == (karlskrona[no] - grastorp[no] >= SMALL)
        assert (f" {no} " in second) == (grastorp[no] - karlskrona[no] >= SMALL)


def test_what_is_too_near_to_matter_is_a_list(real: Reading) -> None:
    told = words(blocks(joint_report(real, SWEDISH, "en"), "alike"))
    names = {id: f"{seed.evaluation(id)['year']}" for id in SWEDISH}
    expected = set()
    for no in range(1, 9):
        for at, id in enumerate(SWEDISH):
            for other in SWEDISH[at + 1 :]:
                if abs(seed.areas(id)[no] - seed.areas(other)[no]) < SMALL:
                    expected.add((no, id, other))
    assert len([one for one in told if one[0].isdigit()]) == len(expected)
    assert "Total: Karlskrona 2014 is about the same as Grästorp 2014." in told
    assert names["karlskrona-2014"] == names["grastorp-2014"] == "2014"


def test_the_order_of_learning_is_by_how_far_the_last_is_behind(real: Reading) -> None:
    told = words(blocks(joint_report(real, NORWEGIAN, "en"), "order"))
    far = {no: seed.areas("hemne-2018")[no] - seed.areas("hareid-2019")[no] for no in range(1, 9)}
    taught = sorted((no for no in far if far[no] >= SMALL), key=lambda no: (-far[no], no))
    assert [int(one.split(",")[0].removeprefix("Area ")) for one in told[:-1]] == [*taught, 7]
    assert (
        told[-2] == "Area 7, Development strategy and learning organisation: a gap that they share."
    )
    assert told[-1].startswith("The order is our own rule")


def test_own_development_has_every_evaluation_of_each(real: Reading) -> None:
    report = joint_report(real, SOME_AREAS, "en")
    found = rows(table(report, "over-time-ulstein", "Ulstein: totals over time"))
    for year in (2013, 2015, 2017, 2019):
        assert Decimal(found[str(year)][1]) == seed.total(f"ulstein-{year}")
    assert found["2019"][2] == "up 67 since 2017"


def test_what_must_be_known_of_the_changes_of_several_is_said_once(real: Reading) -> None:
    """Ulstein and Hemne were both evaluated before and after the method was revised; only Hemne
    was by version 1.0."""
    report = joint_report(real, ("ulstein-2019", "hemne-2018"), "en")
    told = words(blocks(report, "over-time"))
    assert sum(one.startswith("The requirements were raised in April 2016") for one in told) == 1
    own = words(blocks(report, "over-time-hemne"))
    assert sum(one.startswith("Version 1.0 cannot be compared") for one in own) == 1


def test_years_apart_are_said(real: Reading) -> None:
    told = " ".join(words(blocks(joint_report(real, NORWEGIAN, "en"), "compared")))
    assert "from different years, 2018–2019" in told
