"""Names of before, and what is called by them now."""

from app.domain.aliases import Alias, Aliases, path_of_id
from app.domain.changes import RecordKind


def test_ids_move_with_the_municipality_and_chains_end() -> None:
    known = Aliases.of(
        [
            Alias(RecordKind.MUNICIPALITY, "a", "b"),
            Alias(RecordKind.MUNICIPALITY, "b", "c-til-2019"),
            Alias(RecordKind.EVALUATION, "d-2018", "d-2018-v2.1"),
            Alias(RecordKind.MUNICIPALITY, "x", "y"),
            Alias(RecordKind.MUNICIPALITY, "y", "x"),
        ]
    )
    assert known.resolve(RecordKind.MUNICIPALITY, "a") == "c-til-2019"
    assert known.resolve(RecordKind.EVALUATION, "a-2018") == "c-til-2019-2018"
    assert known.resolve(RecordKind.EVALUATION, "a-2018-v2.1") == "c-til-2019-2018-v2.1"
    assert known.resolve(RecordKind.EVALUATION, "d-2018") == "d-2018-v2.1"
    assert known.resolve(RecordKind.GOLD_STAR, "d-2018/1") == "d-2018-v2.1/1"
    assert known.resolve(RecordKind.GOLD_STAR, "a-2018/2") == "c-til-2019-2018/2"
    assert known.resolve(RecordKind.LINEAGE, "2020-01-01/a/e") == "2020-01-01/c-til-2019/e"
    assert known.resolve(RecordKind.LINEAGE, "2020-01-01/e/f") is None
    for nothing in ("c-til-2019", "abc", "a-b", "x", "a-til-2018"):
        assert known.resolve(RecordKind.MUNICIPALITY, nothing) is None
        assert known.resolve(RecordKind.EVALUATION, f"{nothing}-old") is None


def test_the_id_of_an_evaluation_is_the_end_of_its_address() -> None:
    assert path_of_id("hemne-2018") == "hemne/2018"
    assert path_of_id("hemne-til-2019-2018-v2.1") == "hemne-til-2019/2018-v2.1"
    assert path_of_id("baerum-2026-2027") == "baerum-2026/2027"
    assert path_of_id("hemne") == "hemne"


def test_a_municipality_whose_name_ends_in_a_year_is_another() -> None:
    known = Aliases.of([Alias(RecordKind.MUNICIPALITY, "alesund", "aalesund")])
    assert known.resolve(RecordKind.EVALUATION, "alesund-2018") == "aalesund-2018"
    assert known.resolve(RecordKind.EVALUATION, "alesund-2020-2023-2022") is None


def test_a_name_that_grows_by_a_year_ends() -> None:
    known = Aliases.of([Alias(RecordKind.MUNICIPALITY, "alesund", "alesund-1838")])
    assert known.resolve(RecordKind.EVALUATION, "alesund-2022") == "alesund-1838-2022"
    assert known.resolve(RecordKind.EVALUATION, "alesund-2020-2022") is None
    assert known.resolve(RecordKind.MUNICIPALITY, "alesund") == "alesund-1838"
