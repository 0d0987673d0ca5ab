"""Figures made from results: names, order, decimals and what is left out."""

from decimal import Decimal
from functools import partial

import pytest

from app.charts.areas import Drawn, MiddleHalf
from app.charts.distribution.figure import DistributionFigure
from app.charts.look import SeriesRole
from app.charts.spider.figure import SpiderFigure
from app.domain.message import say
from app.domain.municipality import Country
from app.domain.score import AREA_MEASURES
from app.domain.wording.published import PublishedMark
from app.web.words.languages import translate
from tests.charts.drawn import HEMNE_2018, NAMESPACE, parsed, texts
from tests.domain.test_distribution import several, spread_of
from tests.wording.examples import instrument

english = partial(translate, language="en")
HEMNE = dict(zip(AREA_MEASURES, HEMNE_2018, strict=True))
LIMITS = dict.fromkeys(AREA_MEASURES, (Decimal(40), Decimal(60)))


def spider(middle: MiddleHalf | None, *drawn: Drawn) -> SpiderFigure:
    version = instrument().version("2.1")
    subtitle = say("Points in each area, 0–100")
    return SpiderFigure.of(say("Title"), version, drawn, english, subtitle=subtitle, middle=middle)


def test_those_drawn_have_the_roles_in_order_and_as_many_decimals_as_needed() -> None:
    found = spider(
        None, Drawn("Hemne 2018", HEMNE), Drawn(say("Average"), {AREA_MEASURES[0]: Decimal(50)})
    )
    assert [(one.name, one.role) for one in found.series] == [
        ("Hemne 2018", SeriesRole.SUBJECT),
        ("Average", SeriesRole.REFERENCE),
    ]
    assert found.series[1].values == (Decimal(50), *[None] * 7)
    assert found.table()[1][1:] == ("38.9", "50.0")
    assert found.subtitle == "Points in each area, 0–100"
    assert found.middle == ()
    assert found.middle_name is None


def test_the_middle_half_is_drawn_only_where_every_area_has_it() -> None:
    whole = spider(MiddleHalf(say("the middle half"), LIMITS), Drawn("Hemne 2018", HEMNE))
    assert whole.middle == ((Decimal(40), Decimal(60)),) * 8
    assert whole.middle_name == "the middle half"
    part = dict(list(LIMITS.items())[1:])
    assert spider(MiddleHalf("half", part), Drawn("Hemne 2018", HEMNE)).middle == ()
    (band,) = whole.plotly()["layout"]["shapes"]
    assert (band["type"], band["fillrule"], band["path"].count("M")) == ("path", "evenodd", 2)
    assert set(whole.explorers()) == {"narrow", "wide"}


def test_a_middle_half_without_limits_on_every_axis_is_refused() -> None:
    found = spider(None, Drawn("Hemne 2018", HEMNE))
    with pytest.raises(ValueError, match="every axis"):
        SpiderFigure(
            "Title", found.axes, found.series, write=found.write, middle=((Decimal(1), Decimal(2)),)
        )


def test_a_distribution_has_a_strip_for_each_country_with_what_was_published_of_it() -> None:
    spreads = spread_of([*several(range(10, 60, 10)), *several([70, "80.5"], Country.SWEDEN)])
    mark = PublishedMark(Country.SWEDEN, Decimal(55), say("published: 55"), say("Published: 55."))
    found = DistributionFigure.of(say("Title"), spreads, Decimal(100), english, [mark])
    assert found is not None
    norway, sweden = found.strips
    assert [dot.value for dot in norway.dots] == [10, 20, 30, 40, 50]
    assert norway.dots[0].path == "/kommuner/no0"
    assert norway.median is not None
    assert norway.median[0] == 30
    assert sweden.median is None, "two are too few"
    assert [value for value, _ in sweden.published] == [55]
    assert "Published: 55." in found.description
    assert "Norway: 5 municipalities between 10.0 and 50.0 out of 100 points" in found.description
    assert found.cells()[1] == ("No0 2018", Decimal(10))
    assert len(found.cells()) == 8
    root = parsed(found.linked(lambda path: f"/en{path}").drawing("d").__html__())
    assert len(list(root.iter(f"{NAMESPACE}a"))) == 7
    assert any("median 30" in text for text in texts(root))
    assert DistributionFigure.of(say("Title"), (), Decimal(100), english) is None
