"""Every municipality is a dot at its points, no two dots meet, and Plotly has the same."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.distribution.drawing import DOT, LEFT, Dot, DotNames, Strip, levels
from app.charts.distribution.figure import DistributionFigure
from app.charts.look import NARROW, WIDE, SeriesRole
from tests.charts.drawn import NAMESPACE, edges, groups, markup, parsed, points, texts, told

RIGHT = WIDE - LEFT
scores = st.lists(st.decimals(0, 100, places=1), min_size=1, max_size=60)


def strip(
    values: list[Decimal], role: SeriesRole = SeriesRole.SUBJECT, median: Decimal | None = None
) -> Strip:
    dots = tuple(Dot(f"{role.value} {at}", value) for at, value in enumerate(sorted(values)))
    return Strip(
        f"Country {role.value}",
        "Words",
        role,
        dots,
        None if median is None else (median, f"median {median}"),
    )


def figure(*strips: Strip, maximum: int = 100) -> DistributionFigure:
    return DistributionFigure("Title", Decimal(maximum), strips, write=points)


def middles(
    shown: DistributionFigure, role: SeriesRole = SeriesRole.SUBJECT
) -> dict[str, tuple[float, float]]:
    return told(groups(parsed(markup(shown, "d")), role)[0])


@given(scores)
def test_every_dot_lies_at_its_points_and_says_so(values: list[Decimal]) -> None:
    found = middles(figure(strip(values)))
    expected = {
        f"subject {at}: {points(value)}": LEFT + (RIGHT - LEFT) * float(value) / 100
        for at, value in enumerate(sorted(values))
    }
    assert found.keys() == expected.keys()
    for words, (x, _) in found.items():
        assert x == pytest.approx(expected[words], abs=0.01)


@given(scores)
def test_no_two_dots_meet_and_none_leaves_the_drawing(values: list[Decimal]) -> None:
    shown = figure(strip(values, median=Decimal(50)), strip(values, SeriesRole.REFERENCE))
    svg = parsed(markup(shown, "d"))
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    dots = [
        place
        for role in (SeriesRole.SUBJECT, SeriesRole.REFERENCE)
        for place in middles(shown, role).values()
    ]
    for at, (x, y) in enumerate(dots):
        assert 5 <= x <= width - 5
        assert 5 <= y <= height - 5
        for other_x, other_y in dots[at + 1 :]:
            apart = max(abs(x - other_x), abs(y - other_y))
            assert apart >= DOT - 0.02, "two dots lie on one another"


@given(st.lists(st.floats(0, 300), max_size=80))
def test_no_more_levels_than_there_are_dots_in_one_place(places: list[float]) -> None:
    rising = sorted(places)
    meeting = [sum(other <= x and x - other < DOT for other in rising) for x in rising]
    needed = max(meeting, default=0)
    assert max(levels(rising), default=-1) + 1 == needed


def test_a_scale_of_another_maximum_has_whole_numbers() -> None:
    shown = figure(strip([Decimal(15)]), maximum=15)
    printed = texts(parsed(markup(shown, "d")))
    assert [float(text) for text in printed[1:]] == [0, 3, 6, 9, 12, 15]
    ((x, _),) = middles(shown).values()
    assert x == pytest.approx(RIGHT)


def test_the_median_is_a_dashed_line_where_a_dot_of_its_points_lies() -> None:
    values = [Decimal(n) for n in (10, 30, 52, 60, 70)]
    svg = parsed(markup(figure(strip(values, median=Decimal(52))), "d"))
    (line,) = [e for e in svg.iter(f"{NAMESPACE}line") if e.get("class") == "figure-break"]
    at = middles(figure(strip(values)))["subject 2: 52"][0]
    assert float(line.attrib["x1"]) == float(line.attrib["x2"]) == pytest.approx(at, abs=0.01)
    assert "median 52" in texts(svg)
    without = parsed(markup(figure(strip(values)), "d"))
    assert not [e for e in without.iter() if e.get("class") == "figure-break"]


@given(scores, scores)
def test_plotly_has_the_same_dots_texts_and_size(
    norwegian: list[Decimal], swedish: list[Decimal]
) -> None:
    shown = figure(strip(norwegian, median=Decimal(50)), strip(swedish, SeriesRole.REFERENCE))
    svg = parsed(markup(shown, "d"))
    plotted = shown.plotly()
    assert json.loads(json.dumps(plotted, allow_nan=False)) == plotted
    for one, trace in zip(shown.strips, plotted["data"], strict=True):
        assert trace["x"] == [float(dot.value) for dot in one.dots]
        drawn = told(groups(svg, one.role)[0])
        assert trace["customdata"] == list(drawn)
        assert trace["y"] == pytest.approx([y for _, y in drawn.values()], abs=0.02)
        assert trace["marker"]["color"] == f"var(--figure-{one.role.value})"
    # The dots are numbered through all strips, as they are drawn.
    at = [number for trace in plotted["data"] for number in trace["meta"]["at"]]
    assert at == list(range(len(norwegian) + len(swedish)))
    drawn_texts = sorted(text.text or "" for text in svg.iter(f"{NAMESPACE}text"))
    assert sorted(note["text"] for note in plotted["layout"]["annotations"]) == drawn_texts
    height = float(svg.attrib["viewBox"].split()[3])
    assert plotted["layout"]["height"] == pytest.approx(height, abs=0.01)
    assert plotted["layout"]["yaxis"]["range"] == [pytest.approx(height, abs=0.01), 0]


def test_markup_in_a_name_stays_text() -> None:
    named = Strip(
        "<b>N</b>", "Words", SeriesRole.SUBJECT, (Dot("<i>Bø</i> & co", Decimal(1)),), None
    )
    (trace,) = figure(named).plotly()["data"]
    assert trace["hovertext"] == ["&lt;i&gt;Bø&lt;/i&gt; &amp; co: 1"]
    assert trace["customdata"] == ["<i>Bø</i> & co: 1"]
    assert "<i>" not in markup(figure(named), "d")


MARKED = (
    Dot("Other 2017", Decimal(40)),
    Dot("Hemne 2011", Decimal(44), earlier=True),
    Dot("Hemne 2018", Decimal(45), named=True),
    Dot("Another 2016", Decimal(46)),
)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("maximum", [46, 100, 2000])
def test_marked_dots_are_named_apart_and_differ_in_grey(width: int, maximum: int) -> None:
    """Also where they lie nearly on one another, and at both ends of the scale."""
    names = DotNames("Hemne 2018", "another", "before")
    strips = (Strip("Norway", "Words", SeriesRole.REFERENCE, MARKED, None),)
    shown = DistributionFigure(
        "Title", Decimal(maximum), strips, names, write=points, axis="Points"
    )
    drawing = shown.drawing("d", width)
    root = parsed(drawing.__html__())
    named = {
        one.text: (edges(one), float(one.attrib["y"]))
        for one in root.iter(f"{NAMESPACE}text")
        if one.text in ("Hemne 2018: 45", "Hemne 2011: 44")
    }
    assert len(named) == 2
    assert len({y for _, y in named.values()}) == 2, "each in a row of its own"
    for (left, right), _ in named.values():
        assert left >= 0
        assert right <= width + 0.01
    dots = {
        mark.findtext(f"{NAMESPACE}title", ""): mark
        for mark in root.iter(f"{NAMESPACE}circle")
        if mark.find(f"{NAMESPACE}title") is not None
    }
    own, before, *others = (
        dots[name]
        for name in ("Hemne 2018: 45", "Hemne 2011: 44", "Other 2017: 40", "Another 2016: 46")
    )
    assert own.get("fill") != before.get("fill") == "#ffffff", "full and hollow"
    for other in others:
        assert other.get("class") == "figure-other", "of no series: nothing else has its colour"
        assert grey(other.get("fill"))
        assert float(other.attrib["r"]) < float(own.attrib["r"])
        assert lightness(other.get("fill")) > lightness(own.get("fill")) + 60, "apart in grey"
    assert groups(root, SeriesRole.REFERENCE) == []
    assert [entry.name for entry in drawing.key] == ["Hemne 2018", "before", "another"]
    assert "Points" in texts(root)
    (trace,) = shown.plotly(width)["data"]
    assert trace["marker"]["symbol"] == ["circle", "circle-open", "circle", "circle"]
    accent, neutral = "var(--figure-subject)", "var(--figure-dot)"
    assert trace["marker"]["color"] == [neutral, accent, accent, neutral]
    assert trace["marker"]["size"][0] < trace["marker"]["size"][2]


def lightness(colour: str | None) -> float:
    """0–255, as the eye weighs red, green and blue."""
    red, green, blue = (int((colour or "")[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def grey(colour: str | None) -> bool:
    parts = [int((colour or "")[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts) < 24
