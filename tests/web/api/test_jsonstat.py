"""JSON-stat: every figure in its place, as a reader that others wrote finds it."""

import json
from decimal import Decimal
from itertools import product
from typing import Any

import pandas as pd
import pytest
from pyjstat import pyjstat

from app.domain.message import say
from app.domain.naming.spelling import Collation
from app.domain.score import Measure, MissingKind
from app.web.api.evaluation_cube import CubeRow, evaluation_cube
from app.web.api.jsonstat import Cube, Dimension, DimensionRole, Flag, Point, jsonstat
from tests.web.api.examples import RELEASE, in_english

TWO = (("a", "A"), ("b", "B"))
THREE = (("1", "One"), ("2", "Two"), ("3", "Three"))


def dimension(id: str, role: DimensionRole, categories: tuple[tuple[str, str], ...]) -> Dimension:
    return Dimension(id, say("Dimension"), role, categories)


def written(cube: Cube) -> dict[str, Any]:
    return jsonstat(cube, RELEASE, in_english, "https://example.org/cube")


def test_the_last_dimension_changes_fastest() -> None:
    places = list(product("ab", "123"))
    cube = Cube(
        say("Cube"),
        (dimension("x", DimensionRole.GEO, TWO), dimension("y", DimensionRole.METRIC, THREE)),
        tuple(Point(at, value) for value, at in enumerate(places)),
    )
    found = written(cube)
    assert found["value"] == {str(value): float(value) for value in range(6)}
    assert (found["id"], found["size"]) == (["x", "y"], [2, 3])
    assert found["role"] == {"geo": ["x"], "metric": ["y"]}


def test_what_is_absent_is_flagged_and_has_no_value() -> None:
    cube = Cube(
        say("Cube"),
        (dimension("x", DimensionRole.NONE, TWO), dimension("y", DimensionRole.TIME, THREE)),
        (
            Point(("a", "2"), Decimal("38.9"), Flag.BREAK),
            Point(("b", "3"), None, Flag.NOT_PUBLIC),
        ),
    )
    found = written(cube)
    assert found["value"] == {"1": 38.9}
    assert found["status"] == {"1": "b", "5": "c"}
    assert found["extension"]["status"] == {"b": Flag.BREAK.words.key, "c": "not made public"}


def test_every_reason_for_a_missing_figure_has_its_flag() -> None:
    scores = dict(zip(list(Measure)[1:], MissingKind, strict=False))
    row = CubeRow("a-2018", "a", "A", 2018, "2.1", "2", {Measure.TOTAL: Decimal(433), **scores})
    found = written(evaluation_cube(say("Cube"), (row,), None, in_english, Collation.NORWEGIAN))
    assert found["value"] == {"0": 433.0}
    assert list(found["status"].values()) == [":", "c", "m", "n", "w"]


def test_the_first_of_another_family_is_a_break() -> None:
    rows = [
        CubeRow(f"a-{year}", "a", "A", year, version, family, {Measure.TOTAL: Decimal(year)})
        for year, version, family in (
            (2007, "1.0", "1"),
            (2011, "2.0", "2"),
            (2018, "2.1", "2"),
            (2022, "2020", "2020"),
        )
    ]
    rows.append(CubeRow("b-2022", "b", "B", 2022, "2020", "2020", {Measure.TOTAL: Decimal(1)}))
    found = written(evaluation_cube(say("Cube"), rows, None, in_english, Collation.NORWEGIAN))
    broken = {found["value"][place] for place, flag in found["status"].items() if flag == "b"}
    assert broken == {2011.0, 2022.0}


@pytest.mark.filterwarnings("ignore:Shouldn't use this function:DeprecationWarning")
def test_a_reader_that_others_wrote_finds_every_figure() -> None:
    rows = [
        CubeRow(
            f"{slug}-{year}",
            slug,
            slug.title(),
            year,
            version,
            "2",
            {Measure.TOTAL: Decimal(score), Measure.AREA_1: MissingKind.NOT_FOUND},
        )
        for slug, year, version, score in (
            ("hemne", 2018, "2.1", "433.0"),
            ("hareid", 2019, "2.1", "324"),
            ("orebro", 2015, "2.0", "650"),
        )
    ]
    cube = evaluation_cube(say("Cube"), rows, None, in_english, Collation.NORWEGIAN)
    frame = pyjstat.Dataset.read(json.dumps(written(cube))).write("dataframe")
    known = frame[frame["value"].notna()]
    assert isinstance(known, pd.DataFrame)
    found = {
        (row["Municipality"], row["Year"], row["Method version"]): row["value"]
        for _, row in known.iterrows()
    }
    assert found == {
        ("Hemne", "2018", "2.1"): 433.0,
        ("Hareid", "2019", "2.1"): 324.0,
        ("Orebro", "2015", "2.0"): 650.0,
    }
    assert len(frame) == 3 * 2 * 3 * 2
