"""The chart-table: where dots, band, ticks and marks lie, in a cell and in a drawing."""

from decimal import Decimal

import pytest

from app.charts.chart_table.figure import MOST_NAMED, ChartRow, ChartTableFigure
from app.charts.chart_table.strip import GUTTER
from app.charts.look import NARROW, WIDE, SeriesRole
from app.charts.parts import Series
from tests.charts.drawn import NAMESPACE, UNKNOWN, markup, parsed, points, texts

OWN = (Decimal("38.9"), None)
LIMITS = ("the middle half: lower limit", "the middle half: upper limit")
AVERAGE = (Decimal(50), Decimal(64))


def figure(**others: object) -> ChartTableFigure:
    given = {
        "rows": (
            ChartRow(
                "Openness and democracy",
                "Democracy",
                Decimal(100),
                dots=(Decimal(25), Decimal(75)),
                middle=(Decimal(40), Decimal(60)),
                texts=("14 of 41", "11 below"),
                path="/omrader/2.1/1",
            ),
            ChartRow("Users", "Users", Decimal(80), texts=("", "")),
        ),
        "marks": (Series("Hemne 2018", SeriesRole.SUBJECT, OWN),),
        "ticks": (Series("Average", SeriesRole.REFERENCE, AVERAGE),),
        "heads": ("Rank", "Gap"),
        "dots_name": "a municipality",
        "middle_name": "the middle half",
        "write": points,
        **others,
    }
    return ChartTableFigure("Title", **given)  # type: ignore[arg-type]


def test_in_a_cell_everything_lies_at_its_share_of_the_maximum() -> None:
    first, second = (parsed(line.strip.__html__()) for line in figure().lines())
    dots = first.findall(f".//{NAMESPACE}circle[@class='strip-dot']")
    assert [dot.get("cx") for dot in dots] == ["25.00%", "75.00%"]
    band = first.find(f".//{NAMESPACE}rect[@class='figure-middle']")
    assert band is not None
    assert (band.get("x"), band.get("width")) == ("40.00%", "20.00%")
    (tick,) = first.findall(f".//{NAMESPACE}g[@data-series='reference']/{NAMESPACE}line")
    assert tick.get("x1") == tick.get("x2") == "50.00%"
    (mark,) = first.findall(f".//{NAMESPACE}g[@data-series='subject']/{NAMESPACE}svg")
    assert mark.get("x") == "38.90%"
    assert texts(first) == ["38.9"]
    (tick,) = second.findall(f".//{NAMESPACE}g[@data-series='reference']/{NAMESPACE}line")
    assert tick.get("x1") == "80.00%", "64 of 80"


def test_what_is_missing_has_a_hollow_mark_before_the_line_and_no_value() -> None:
    second = parsed(figure().lines()[1].strip.__html__())
    (hollow,) = second.findall(f".//{NAMESPACE}circle[@class='series-open']")
    assert hollow.get("cx") == str(-GUTTER)
    assert texts(second) == []


def test_each_row_says_all_of_its_area_and_leads_to_it() -> None:
    lines = figure().linked(lambda path: f"/en{path}").lines()
    assert [line.path for line in lines] == ["/en/omrader/2.1/1", None]
    assert [line.label for line in lines] == ["1 Openness and democracy", "2 Users"]
    assert lines[0].said == (
        "Openness and democracy: Hemne 2018 38.9, Average 50, the middle half 40–60"
    )
    assert lines[1].said == f"Users: Hemne 2018 {UNKNOWN}, Average 64"
    assert lines[0].texts == ("14 of 41", "11 below")
    assert figure().columns() == ("Rank", "Gap")


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_drawing_has_the_same_places_and_words(width: int) -> None:
    root = parsed(figure().drawing("t", width).__html__())
    strip = root.findall(f".//{NAMESPACE}g[@transform]")[0]
    grid = [float(x.get("x1", "")) for x in strip.findall(f"{NAMESPACE}line")]
    left, right = grid[0], grid[-1]

    def share(x: str | None) -> float:
        return (float(x or "nan") - left) / (right - left)

    dots = strip.findall(f"{NAMESPACE}circle[@class='strip-dot']")
    assert [round(share(dot.get("cx")), 3) for dot in dots] == [0.25, 0.75]
    (mark,) = strip.findall(f"{NAMESPACE}g[@data-series='subject']/{NAMESPACE}svg")
    assert share(mark.get("x")) == pytest.approx(0.389, abs=0.0005)
    said = " ".join(texts(root))
    for words in ("1 Democracy", "14 of 41", "11 below", "0", "100"):
        assert words in said


def test_the_key_names_mark_tick_band_and_dot() -> None:
    names = [entry.name for entry in figure().drawing("t").key]
    assert names == ["Hemne 2018", "the middle half", "Average", "a municipality", UNKNOWN]
    plain = figure(
        dots_name=None,
        middle_name=None,
        ticks=(),
        marks=(
            Series("A", SeriesRole.SUBJECT, (Decimal(1), Decimal(100))),
            Series("B", SeriesRole.SIXTH, (Decimal(2), Decimal(3))),
        ),
        rows=tuple(ChartRow(n, n, Decimal(100), texts=("", "")) for n in "xy"),
    )
    assert [entry.name for entry in plain.drawing("t").key] == ["A", "B"]


def test_values_are_exact_in_the_table_of_the_figure() -> None:
    assert figure().cells() == (
        ("", "Hemne 2018", "Average"),
        ("Openness and democracy", Decimal("38.9"), Decimal(50)),
        ("Users", None, Decimal(64)),
    )
    assert figure().table()[2] == ("Users", UNKNOWN, "64")
    assert "Hemne 2018 38.9" in figure().description


def test_all_that_is_drawn_is_told_in_print() -> None:
    assert figure().told_cells() == (
        ("", "Hemne 2018", "Average", "Rank", "Gap", *LIMITS),
        (
            "Openness and democracy",
            Decimal("38.9"),
            Decimal(50),
            "14 of 41",
            "11 below",
            Decimal(40),
            Decimal(60),
        ),
        ("Users", None, Decimal(64), "", "", None, None),
    )
    assert figure().told()[2][:3] == ("Users", UNKNOWN, "64")
    named = figure(told_heads=("Rank", "Gap to Average"))
    assert named.told()[0][3:5] == ("Rank", "Gap to Average")
    assert named.columns() == ("Rank", "Gap")


def test_a_column_in_which_nothing_stands_is_not_told() -> None:
    empty = figure(
        rows=(
            ChartRow("A", "A", Decimal(100), texts=("", "11 below")),
            ChartRow("B", "B", Decimal(100), texts=("", "")),
        ),
    )
    assert empty.told()[0] == ("", "Hemne 2018", "Average", "Gap")
    only_marks = with_dots(("A",), (20,))
    assert only_marks.told_cells() == (("", "A"), ("Row", Decimal(20)))


def with_dots(names: tuple[str, ...], values: tuple[int, ...]) -> ChartTableFigure:
    """Nothing but dots, and one mark that is among them."""
    row = ChartRow(
        "Row", "Row", Decimal(100), tuple(Decimal(value) for value in values), dot_names=names
    )
    own = Series("A", SeriesRole.SUBJECT, (Decimal(20),))
    return figure(rows=(row,), marks=(own,), ticks=(), heads=(), middle_name=None)


def test_print_tells_whose_every_dot_is_that_is_no_mark() -> None:
    found = with_dots(("A", "B", "C"), (20, 10, 30))
    assert found.cells() == (("", "A"), ("Row", Decimal(20)))
    assert found.told_cells() == (("", "A", "a municipality"), ("Row", Decimal(20), "C 30; B 10"))
    assert found.in_print() is found


def test_dots_that_nobody_can_name_are_not_printed() -> None:
    most = MOST_NAMED
    many = with_dots(tuple(map(str, range(most + 1))), tuple(range(most + 1)))
    for found in (many, with_dots((), (20, 10, 30))):
        assert found.told_cells()[0] == ("", "A")
        printed = found.in_print()
        assert "strip-dot" in markup(found, "t")
        assert "strip-dot" not in markup(printed, "t")
        assert "a municipality" not in [entry.name for entry in printed.drawing("t").key]


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_what_the_scale_measures_stands_below_it(width: int) -> None:
    named = figure(axis="Points, 0 to 100").drawing("t", width)
    plain = figure().drawing("t", width)
    assert "Points, 0 to 100" in texts(parsed(named.__html__()))
    assert named.height > plain.height


def test_a_value_at_an_end_stands_inside() -> None:
    ends = figure(
        marks=(Series("A", SeriesRole.SUBJECT, (Decimal(0), Decimal(80))),), dots_name=None
    ).lines()
    anchors = [
        parsed(line.strip.__html__()).findall(f".//{NAMESPACE}text")[0].get("text-anchor")
        for line in ends
    ]
    assert anchors == ["start", "end"]


def test_a_series_without_a_value_per_row_is_refused() -> None:
    with pytest.raises(ValueError, match="per row"):
        figure(marks=(Series("A", SeriesRole.SUBJECT, (Decimal(1),)),))


def test_six_marks_differ_by_shape() -> None:
    roles = list(SeriesRole)[:6]
    marks = tuple(Series(role.value, role, (Decimal(50), Decimal(50))) for role in roles)
    shown = parsed(markup(figure(marks=marks, written=False), "t"))
    strip = shown.findall(f".//{NAMESPACE}g[@transform]")[0]
    shapes = []
    for role in roles:
        (mark,) = strip.findall(f"{NAMESPACE}g[@data-series='{role.value}']/{NAMESPACE}svg/*")
        shapes.append((mark.tag, mark.get("d")))
    assert len(set(shapes)) == 6
