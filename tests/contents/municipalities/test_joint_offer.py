"""Which evaluations of those that merged are offered side by side, for made-up mergers."""

from dataclasses import replace
from datetime import date

from app.contents.municipalities.joint_offer import JointOffer, joint_offers
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Change, ChangeKind, Lineage
from tests.domain.examples import summary
from tests.wording.examples import instrument

DAY = date(2020, 1, 1)
OLD, NEW = "1.0", "2.1"


def merger(*whole: str, part: str | None = None, into: str = "new") -> Lineage:
    changes = [Change(DAY, ChangeKind.MERGE, one, into, False, "made up") for one in whole]
    if part is not None:
        changes.append(Change(DAY, ChangeKind.SPLIT, part, into, True, "made up"))
    return Lineage(tuple(changes))


def of(
    slug: str, total: int | None = None, *, year: int = 2018, version: str = NEW
) -> EvaluationSummary:
    family = instrument().family_of(version)
    return replace(summary(slug, total, year=year, family=family), version=version)


def offers(slug: str, lineage: Lineage, *known: EvaluationSummary) -> tuple[JointOffer, ...]:
    return joint_offers(slug, lineage, EvaluationTable.of(known), instrument())


def test_the_latest_of_each_with_figures_before_a_later_one_without() -> None:
    (offer,) = offers("new", merger("a", "b"), of("a", 300, year=2012), of("a", year=2018), of("b"))
    assert offer.ids == ("a-2012", "b-2018")


def test_those_that_merged_offer_it_too() -> None:
    known = (of("a", 300), of("b", 310))
    for slug in ("new", "a", "b"):
        assert [one.ids for one in offers(slug, merger("a", "b"), *known)] == [("a-2018", "b-2018")]


def test_one_of_whom_only_a_part_came_is_named_as_such() -> None:
    (offer,) = offers("new", merger("a", "b", part="c"), of("a", 300), of("b"), of("c"))
    assert (offer.ids, offer.partly) == (("a-2018", "b-2018", "c-2018"), ("C",))


def test_what_was_renamed_or_got_a_part_is_no_merger() -> None:
    known = (of("a", 300), of("c", 310))
    assert offers("new", merger("a", part="c"), *known) == ()


def test_nobody_with_figures_is_nothing_to_offer() -> None:
    assert offers("new", merger("a", "b"), of("a"), of("b")) == ()
    assert offers("new", merger("a", "b"), of("a", 300)) == ()


def test_where_the_latest_may_not_be_compared_earlier_ones_stand_in() -> None:
    """Version 1.0 may not be set beside 2.1, and `b` has an evaluation of each."""
    known = (
        of("a", 300, year=2006, version=OLD),
        of("b", 310, year=2007, version=OLD),
        of("b", 400),
    )
    (offer,) = offers("new", merger("a", "b"), *known)
    assert offer.ids == ("a-2006", "b-2007")


def test_where_no_method_is_shared_there_is_none() -> None:
    known = (of("a", 300, year=2006, version=OLD), of("b", 400))
    assert offers("new", merger("a", "b"), *known) == ()


def test_of_more_than_a_report_has_room_for_those_with_figures_come_first() -> None:
    slugs = ("a", "b", "c", "d", "e", "f")
    known = [of(slug, None if slug == "b" else 300) for slug in slugs]
    (offer,) = offers("new", merger(*slugs), *known)
    assert offer.ids == tuple(f"{slug}-2018" for slug in slugs if slug != "b")
