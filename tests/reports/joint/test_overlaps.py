"""Whose inhabitants would count twice: those of a place and of what it went into."""

from dataclasses import replace
from datetime import date

from app.contents.comparisons.compared import Compared
from app.contents.comparisons.together import weighted_picture
from app.domain.municipality import Change, ChangeKind, Lineage
from app.reports.joint.material import overlapping
from tests.wording.comparisons import chosen, page

DAY = date(2020, 1, 1)


def lineage(*pairs: tuple[str, str, bool]) -> Lineage:
    return Lineage(
        tuple(
            Change(DAY, ChangeKind.MERGE, before, after, part, "made up")
            for before, after, part in pairs
        )
    )


def weighing(name: str, total: int, inhabitants: int = 1000) -> Compared:
    one = chosen(name, total)
    return replace(one, summary=replace(one.summary, inhabitants=inhabitants))


OLD, OTHER, NEW = weighing("hemne", 400), weighing("halsa", 300), weighing("heim", 500)
MERGED = lineage(("hemne", "heim", False), ("halsa", "heim", False))


def test_siblings_are_no_overlap() -> None:
    assert overlapping((OLD, OTHER), MERGED) == ()


def test_a_place_and_its_heir_are() -> None:
    assert overlapping((OTHER, NEW), MERGED) == ("Halsa 2018", "Heim 2018")


def test_so_are_a_place_and_what_got_a_part_of_it() -> None:
    assert overlapping((OLD, NEW), lineage(("hemne", "heim", True))) == ("Hemne 2018", "Heim 2018")


def test_nothing_is_weighed_then_and_the_reason_is_said() -> None:
    content = page(OTHER, NEW)
    assert weighted_picture(content).total is not None
    found = weighted_picture(content, ("Halsa 2018", "Heim 2018"))
    assert (found.total, found.areas) == (None, ())
    (why,) = found.why_not
    assert "count twice" in why.key
