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


def test_a_merger_has_those_that_went_on_in_it_whole_nearest_first() -> None:
    assert [c.before for c in HEIM.predecessors("heim")] == ["hemne", "halsa"]
    assert HEIM.ancestors("heim") == ("hemne", "halsa", "gamle-hemne")
    assert [c.before for c in HEIM.parts_from("heim")] == ["snillfjord"]


def test_a_municipality_that_was_divided_has_no_heir() -> None:
    assert HEIM.successors("snillfjord") == ()
    assert [c.after for c in HEIM.parts_to("snillfjord")] == ["heim", "orkland"]
    assert HEIM.ancestors("orkland") == ()


def test_nobody_inherits_through_a_part() -> None:
    """Haram (2024) was a part of Ålesund (2020–2023), which Sandøy had gone on in."""
    register = Lineage(
        (
            change("sandoy", "alesund-2020-2023"),
            change("haram-til-2019", "alesund-2020-2023"),
            change("alesund-2020-2023", "haram", part=True),
            change("alesund-2020-2023", "alesund", part=True),
        )
    )
    assert register.ancestors("haram") == register.predecessors("haram") == ()
    assert register.relatives("haram") == ("alesund-2020-2023",)
    assert register.ancestors("alesund-2020-2023") == ("sandoy", "haram-til-2019")
    assert register.relatives("alesund-2020-2023") == (
        *("sandoy", "haram-til-2019"),
        *("haram", "alesund"),
    )


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


@given(
    st.lists(st.builds(lambda b, a, part: change(b, a, part=part), NAMES, NAMES, st.booleans())),
    NAMES,
)
def test_ancestors_are_all_that_can_be_reached_by_wholes_each_once(
    changes: list[Change], start: str
) -> None:
    reached: set[str] = set()
    for _ in range(6):
        around = {start, *reached}
        reached |= {c.before for c in changes if c.after in around and not c.part}
    found = Lineage(tuple(changes)).ancestors(start)
    assert len(found) == len(set(found))
    assert set(found) == reached - {start}
