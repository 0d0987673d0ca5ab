"""What the method forbids is refused or left out with its reason, and nobody is the best there."""

import pytest

from app import bounds
from app.domain.message import Message
from app.errors import BadParameter, KompassError, NotComparable
from app.queries.reading import Reading
from app.reports.document import Report
from app.reports.joint.report import joint_report
from app.web.errors.pages import failure_of, problem_of
from app.web.words.languages import translate
from tests.reports.reading import blocks, grids, words

TWO_COUNTRIES = ("hareid-2019", "karlskrona-2014", "kramfors-2013", "orebro-2012")
CAUTION = ("karlskrona-2014", "koping-2017")
OTHER_AREAS = ("hemne-2018", "hareid-2019", "roros-2021")


def everything(report: Report) -> str:
    return " ".join(one for _, part in report.walk() for one in words(part.blocks))


def refused(reading: Reading, *ids: str) -> KompassError:
    with pytest.raises(KompassError) as found:
        joint_report(reading, ids, "en")
    return found.value


@pytest.mark.parametrize(
    "ids",
    [
        (),
        ("hemne-2018",),
        ("hemne-2018", "hemne-2018", ""),
        ("hemne-2018", "hareid-2019", "ulstein-2019", "skaun-2017", "roros-2017", "meraker-2022"),
    ],
    ids=["none", "one", "one twice", "six"],
)
def test_it_takes_two_to_five(real: Reading, ids: tuple[str, ...]) -> None:
    error = refused(real, *ids)
    assert isinstance(error, BadParameter)
    assert error.name == "e"
    assert translate(error.message, "en") == "A joint report is made of two to five evaluations."
    assert (bounds.FEWEST_IN_JOINT_REPORT, bounds.MOST_IN_JOINT_REPORT) == (2, 5)


def test_five_are_not_too_many(real: Reading) -> None:
    ids = ("hemne-2018", "hareid-2019", "ulstein-2019", "skaun-2017", "roros-2017")
    assert len(joint_report(real, ids, "nb").facts) == 5


def test_an_evaluation_that_is_not_there_is_named(real: Reading) -> None:
    error = refused(real, "hemne-2018", "nowhere-2018")
    assert isinstance(error, BadParameter)
    assert "nowhere-2018" in translate(error.message, "en")


@pytest.mark.parametrize(
    "ids",
    [
        ("hemne-2018", "hemne-2011"),
        ("hemne-2018", "hareid-2019", "hareid-2017"),
    ],
    ids=["alone", "among others"],
)
def test_one_municipality_twice_is_a_development_and_has_its_own_report(
    real: Reading, ids: tuple[str, ...]
) -> None:
    error = refused(real, *ids)
    assert isinstance(error, NotComparable)
    assert "each once" in translate(error.message, "en")
    ((label, path),) = error.nearby
    slug, _, year = max(id for id in ids if ids[-1].startswith(id.split("-")[0])).rpartition("-")
    assert path == f"/kommuner/{slug}/{year}/rapport"
    assert isinstance(label, Message)


@pytest.mark.parametrize(
    "ids",
    [
        ("hemne-2018", "motala-2006"),
        ("roros-2021", "motala-2006"),
        ("hemne-2018", "hareid-2019", "kramfors-2007"),
    ],
    ids=["1.0 and 2.1", "1.0 and 2020", "two that may, one that may not"],
)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_methods_that_may_not_be_compared_are_refused_with_the_reason(
    real: Reading, ids: tuple[str, ...], language: str
) -> None:
    error = refused(real, *ids)
    assert isinstance(error, NotComparable)
    assert (error.status, error.slug) == (422, "not-comparable")
    told = translate(error.message, language)
    assert "1.0" in told
    assert ("Hareid 2019" in told) == (len(ids) == 3)


def test_a_program_is_told_so_too(real: Reading) -> None:
    failure = failure_of(refused(real, "hemne-2018", "hemne-2011"))
    problem = problem_of(failure, "en", "/fellesrapport")
    assert problem.status == 422
    assert problem.type.endswith("#not-comparable")
    assert problem.nearby
    assert problem.nearby[0].url.endswith("/en/kommuner/hemne/2018/rapport")


def test_across_countries_nobody_is_best_ahead_or_weighed(real: Reading) -> None:
    report = joint_report(real, TWO_COUNTRIES, "en")
    told = everything(report)
    assert "(best)" not in told
    assert "clearly ahead" not in told
    assert "Nobody is called the best here: the levels of the countries differ." in told
    assert "published averages are 359 in Norway" in told
    assert words(blocks(report, "weighted")) == [
        "Not calculated: the levels of the two countries may differ."
    ]
    for anchor in ("complementary", "order"):
        assert words(blocks(report, anchor)) == [
            "Points from different countries are not put in order."
        ]
    assert "alike" not in {one.anchor for _, one in report.walk()}


def test_across_versions_with_caution_nobody_is_best_and_the_reason_stands(real: Reading) -> None:
    """2.0 and 2.1 are one family: their points may be told apart, but nobody is called the best."""
    report = joint_report(real, CAUTION, "en")
    told = everything(report)
    assert "(best)" not in told
    assert "Nobody is called the best here: the method versions differ." in told
    assert "The requirements were raised in April 2016" in " ".join(
        words(blocks(report, "compared"))
    )
    assert "The requirements were raised in April 2016" in " ".join(
        words(blocks(report, "weighted"))
    )


def test_several_under_a_caution_are_put_in_no_order_and_two_are_told_apart(real: Reading) -> None:
    """The first sentence says so, and nothing below may say otherwise."""
    three = joint_report(real, ("karlskrona-2014", "orebro-2012", "enkoping-2018"), "en")
    why = "Points from different methods are not put in order."
    assert why in words(blocks(three, "in-short"))[0]
    assert words(blocks(three, "complementary")) == [why]
    assert words(blocks(three, "order")) == [why]
    assert "clearly ahead of" not in everything(three)
    two = joint_report(real, ("karlskrona-2014", "enkoping-2018"), "en")
    assert grids(blocks(two, "complementary"))
    assert "(best)" not in everything(two)


def test_where_the_areas_are_others_the_totals_stand_alone(real: Reading) -> None:
    report = joint_report(real, OTHER_AREAS, "en")
    anchors = {one.anchor for _, one in report.walk()}
    assert not anchors & {f"area-{no}" for no in range(1, 9)}
    assert not anchors & {"best", "gaps", "complementary", "alike", "order"}
    told = words(blocks(report, "areas"))
    assert told[0] == "The areas cannot be compared."
    assert told[1] == "The areas of 2020 do not correspond one to one to the earlier areas."
    assert grids(blocks(report, "totals"))
    assert words(blocks(report, "weighted")) == [
        "Not calculated: points from different methods cannot be safely compared."
    ]
    assert "(best)" not in everything(report)


def test_where_no_area_is_known_that_is_said_once(real: Reading) -> None:
    report = joint_report(real, ("roros-2021", "midtre-gauldal-2023"), "en")
    told = everything(report)
    missing = "The points of the areas have not been found in the sources we have read."
    assert told.count(missing) == 1
    assert not {one.anchor for _, one in report.walk()} & {"area-1", "areas-unknown"}
    assert grids(blocks(report, "weighted"))[0].rows
