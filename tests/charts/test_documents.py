"""What holds for every drawing: valid, safe under the policy, unique ids, every name in full."""

import pytest

from tests.charts.drawings import DRAWINGS, FIGURES
from tests.charts.drawn import (
    HEMNE_2018,
    LANGUAGES,
    LAYOUTS,
    NAMESPACE,
    VERSIONS,
    axes,
    markup,
    parsed,
    series,
    spider,
)


@pytest.mark.parametrize("kind", DRAWINGS)
def test_a_drawing_has_nothing_that_the_policy_refuses(kind: str) -> None:
    for part in parsed(DRAWINGS[kind]("x")).iter():
        assert part.tag.removeprefix(NAMESPACE) not in {"style", "script", "foreignObject", "image"}
        assert not [name for name in part.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("kind", DRAWINGS)
def test_ids_carry_the_prefix(kind: str) -> None:
    ids = [
        part.attrib["id"] for part in parsed(DRAWINGS[kind]("one")).iter() if "id" in part.attrib
    ]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(found.startswith("one-") for found in ids)


@pytest.mark.parametrize("kind", DRAWINGS)
def test_every_shape_has_a_colour_of_its_own_for_where_there_is_no_style_sheet(kind: str) -> None:
    shapes = {"path", "rect", "circle", "line", "text"}
    for part in parsed(DRAWINGS[kind]("x")).iter():
        if part.tag.removeprefix(NAMESPACE) in shapes:
            if part.get("class") == "figure-hit":
                assert part.get("fill") == "none", "it answers to a mouse and is not seen"
                continue
            painted = (part.get("fill", ""), part.get("stroke", ""))
            assert any(colour.startswith("#") for colour in painted), part.attrib
            assert part.get("class")


@pytest.mark.parametrize("kind", DRAWINGS)
def test_the_same_figure_is_drawn_the_same(kind: str) -> None:
    assert DRAWINGS[kind]("x") == DRAWINGS[kind]("x")


def test_every_word_of_the_axes_is_written_out() -> None:
    for version in VERSIONS:
        for language in LANGUAGES:
            for width in LAYOUTS:
                on = axes(version, language)
                root = parsed(markup(spider(series(HEMNE_2018), on), "s", width))
                written = " ".join(t.text or "" for t in root.iter(f"{NAMESPACE}text"))
                for no, axis in enumerate(on, 1):
                    assert f"{no} {axis.short}" in written.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize("width", [320, 480, 600, 720])
def test_a_figure_can_be_laid_out_wider_and_fills_the_room(kind: str, width: float) -> None:
    figure = FIGURES[kind]
    root = parsed(figure.drawing("x", width).__html__())
    drawn_width, height = map(float, root.attrib["viewBox"].split()[2:])
    assert drawn_width == width
    texts = [text for text in root.iter(f"{NAMESPACE}text") if text.text]
    anchors = [float(text.attrib["x"]) for text in texts]
    assert min(anchors) >= 0
    assert max(anchors) <= width
    lines = [e for e in root.iter(f"{NAMESPACE}line") if e.get("class") == "figure-grid"]
    ends = [float(line.attrib[end]) for line in lines for end in ("x1", "x2")]
    assert max(ends) > width / 2 + 75
    if kind != "spider":
        assert max(ends) >= width - 50
    layout = figure.plotly(width)["layout"]
    assert (layout["width"], layout["height"]) == (width, height)
