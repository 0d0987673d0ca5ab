"""Names above a field: within the edges, each in its own row, and no line through any of them."""

import random
from collections.abc import Sequence

import pytest

from app.charts import flags, lettering
from app.charts.flags import NameFlag
from app.charts.look import LINE, TEXT_SIZE
from app.charts.parts import TextLine

LEFT, TOP = 40.0, 20.0
LONG, SHORT = "Kristiansund 2016: 433.5", "Oslo 2011: 4"


def box(text: TextLine) -> tuple[float, float, float, float]:
    """Left, right, and the heights between which its letters lie; small letters have 0.5 of their
    size above the baseline."""
    wide = (lettering.bold_width if text.bold else lettering.width)(text.content, TEXT_SIZE)
    wide = min(wide, text.room or wide)
    left = {"start": text.x, "middle": text.x - wide / 2, "end": text.x - wide}[text.anchor]
    return left, left + wide, text.y - TEXT_SIZE * 0.5, text.y


def check(some: Sequence[NameFlag], right: float) -> list[TextLine]:
    shown = flags.names(some, TOP, LEFT, right)
    lines = flags.poles(some, TOP, LEFT, right)
    assert sorted(text.content for text in shown) == sorted(flag.words for flag in some)
    assert len({text.y for text in shown}) == len(some)
    for text in shown:
        first, last, above, below = box(text)
        assert first + 0.01 >= LEFT, text
        assert last <= right + 0.01, text
        assert above >= TOP
        assert below <= TOP + flags.height(len(some))
        for x, top, bottom in lines:
            through = first - 1 < x < last + 1 and top < below and bottom > above
            assert not through, (text, x)
    assert sorted((x, bottom) for x, _, bottom in lines) == sorted((f.x, f.y) for f in some)
    return shown


def placed(places: Sequence[float], words: Sequence[str]) -> list[NameFlag]:
    y = TOP + flags.height(len(places)) + 30
    return [
        NameFlag(x, y + at, f"{one} {at}", bold=at == 0)
        for at, (x, one) in enumerate(zip(places, words, strict=True))
    ]


@pytest.mark.parametrize("right", [320.0, 600.0])
@pytest.mark.parametrize("words", [(LONG,) * 5, (SHORT,) * 5, (LONG, SHORT, LONG, SHORT, LONG)])
@pytest.mark.parametrize(
    "shares",
    [
        (0,),
        (1,),
        (0.5,),
        (0.97, 0.99),
        (1, 0),
        (0.4, 0.55),
        (0.3, 0.7),
        (0, 0.01, 0.99, 1),
        (0.5, 0.5),
        (0.48, 0.49, 0.5, 0.51, 0.52),
        (0.9, 0.92, 0.94, 0.96, 0.98),
        (0.02, 0.04, 0.06, 0.08, 0.1),
        (0, 0.25, 0.5, 0.75, 1),
        (1, 1, 1, 1, 1),
    ],
)
def test_no_line_runs_through_a_name(
    shares: tuple[float, ...], words: tuple[str, ...], right: float
) -> None:
    places = [LEFT + share * (right - LEFT - 2) for share in shares]
    check(placed(places, words[: len(places)]), right)


def test_nor_wherever_marks_may_lie() -> None:
    chance = random.Random(13)
    for _ in range(2_000):
        right = chance.choice([320.0, 600.0, 700.0])
        count = chance.randint(1, 6)
        places = [chance.uniform(LEFT, right - 2) for _ in range(count)]
        check(placed(places, [chance.choice([LONG, SHORT]) for _ in places]), right)


def test_a_name_near_the_right_edge_stands_to_the_left_of_its_line_and_the_rightmost_on_top() -> (
    None
):
    some = placed([300.0, 310.0], (LONG, LONG))
    first, second = check(some, 320.0)
    assert (first.content, second.content) == (some[1].words, some[0].words)
    assert (first.anchor, second.anchor) == ("end", "end")
    assert first.x < 310
    assert second.x < 300


def test_names_with_room_stand_to_the_right_the_leftmost_on_top() -> None:
    some = placed([120.0, 80.0], (SHORT, SHORT))
    first, second = check(some, 600.0)
    assert (first.content, second.content) == (some[1].words, some[0].words)
    assert first.x > 80
    assert second.x > 120


def test_a_name_as_long_as_the_field_stands_above_its_line() -> None:
    (text,) = check(placed([180.0], ("A municipality with a rather long name 2018: 500",)), 320.0)
    ((_, top, _),) = flags.poles(placed([180.0], (text.content,)), TOP, LEFT, 320.0)
    assert top >= text.y > TOP + LINE / 2
