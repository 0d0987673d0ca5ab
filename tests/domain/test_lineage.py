"""Mergers and splits: who became whom, also where the record runs in circles."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.municipality import Change, ChangeKind, Lineage

NAMES = st.sampled_from("abcdef")


def change(before: str, after: str, *, part: bool = False) -> Change:
    return Change(date(2020, 1, 1), ChangeKind.MERGE, before, after, part, "a register")


HEIM = Lineage(
    (
        change("hemne", "heim"),
        change("halsa", "heim"),
        change("snillfjord", "heim", part=True),
        change("snillfjord", "orkland", part=True),
        change("gamle-hemne", "hemne"),
    )
)


def test_a_merger_has_all_its_predecessors_nearest_first() -> None:
    assert [c.before for c in HEIM.predecessors("heim")] == ["hemne", "halsa", "snillfjord"]
    assert HEIM.ancestors("heim") == ("hemne", "halsa", "snillfjord", "gamle-hemne")


def test_a_split_has_all_its_successors() -> None:
    found = HEIM.successors("snillfjord")
    assert [(c.after, c.part) for c in found] == [("heim", True), ("orkland", True)]


def test_a_municipality_without_changes_has_neither() -> None:
    assert HEIM.predecessors("lom") == HEIM.successors("lom") == ()
    assert HEIM.ancestors("lom") == ()


def test_a_new_name_makes_no_predecessor() -> None:
    renamed = Lineage((change("nes", "nes"), change("gamle-nes", "nes")))
    assert [c.before for c in renamed.predecessors("nes")] == ["gamle-nes"]
    assert renamed.successors("nes") == ()
    assert renamed.ancestors("nes") == ("gamle-nes",)


def test_a_circle_comes_to_an_end() -> None:
    circle = Lineage((change("a", "b"), change("b", "c"), change("c", "a")))
    assert circle.ancestors("a") == ("c", "b")


@given(st.lists(st.builds(change, NAMES, NAMES), max_size=15), NAMES)
def test_ancestors_are_all_that_can_be_reached_each_once(changes: list[Change], start: str) -> None:
    reached: set[str] = set()
    for _ in range(6):
        around = {start, *reached}
        reached |= {c.before for c in changes if c.after in around}
    found = Lineage(tuple(changes)).ancestors(start)
    assert len(found) == len(set(found))
    assert set(found) == reached - {start}
