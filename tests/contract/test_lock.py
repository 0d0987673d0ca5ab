"""The contract file: what was promised is there, and nothing changes without a version."""

import copy
import re
from typing import Any

import pytest

from app.web.api.changelog import VERSION, VERSIONS
from tests.conftest import UseDatabase
from tests.contract.lock import LOCK, lock_of, locked, refused, taken_away, written
from tests.pages.client import opened

RENEW = "run `python -m tests.contract.lock`, and read what it says"


@pytest.fixture
def changed() -> Any:
    """The contract, to be changed at will, under the next version."""
    found = copy.deepcopy(locked())
    found["version"] = "9.0.0"
    return found


def test_what_is_public_is_what_was_promised(use_database: UseDatabase, real_url: str) -> None:
    use_database(real_url)
    with opened() as client:
        now = lock_of(client)
    before = locked()
    for part, promised in before.items():
        gone = [] if part in ("names", "clashes") else list(taken_away(promised, now[part]))
        assert gone == [], f"{part}: {RENEW}"
        assert now[part] == promised, f"{part}: {RENEW}"
    assert now.keys() == before.keys()


def test_the_contract_is_of_the_newest_version() -> None:
    assert locked()["version"] == VERSION == VERSIONS[0].version


def test_versions_are_told_newest_first_and_each_says_what_changed() -> None:
    numbers = [tuple(int(part) for part in one.version.split(".")) for one in VERSIONS]
    assert all(re.fullmatch(r"1\.\d+\.\d+", one.version) for one in VERSIONS)
    assert numbers == sorted(set(numbers), reverse=True)
    assert [one.day for one in VERSIONS] == sorted((one.day for one in VERSIONS), reverse=True)
    assert all(one.changes for one in VERSIONS)


def test_nothing_changes_without_a_version(changed: Any) -> None:
    changed["version"] = VERSION
    changed["columns"]["listEvaluationsCsv"].append("colour")
    (fault,) = refused(locked(), changed, may_go=False)
    assert "changelog" in fault


def test_additions_need_no_more_than_a_version(changed: Any) -> None:
    changed["shapes"]["SourceOut"]["colour"] = "string"
    changed["codes"]["Country"].append("DK")
    changed["names"]["colour"] = "string"
    assert refused(locked(), changed, may_go=False) == []


@pytest.mark.parametrize(
    "place",
    [
        ("operations", "listEvaluations"),
        ("operations", "listEvaluations", "parameters", "limit"),
        ("shapes", "EvaluationItem", "total"),
        ("codes", "Country"),
        ("columns", "listEvaluationsCsv"),
        ("dimensions", "listEvaluationsJsonstat", "year"),
    ],
)
def test_what_was_promised_may_not_go_unsaid(changed: Any, place: tuple[str, ...]) -> None:
    *path, last = place
    part = changed
    for name in path:
        part = part[name]
    del part[last]
    (fault,) = refused(locked(), changed, may_go=False)
    assert last in fault
    assert refused(locked(), changed, may_go=True) == []


def test_a_code_or_a_column_may_not_go_unsaid(changed: Any) -> None:
    changed["codes"]["Country"].remove("SE")
    changed["columns"]["listEvaluationsCsv"].remove("year")
    changed["operations"]["listEvaluations"]["parameters"]["limit"] = "string (query)"
    assert len(refused(locked(), changed, may_go=False)) == 3


def test_no_name_gets_one_more_type(changed: Any) -> None:
    changed["shapes"]["SourceOut"]["slug"] = "integer"
    changed["clashes"]["slug"] = ["integer", "string"]
    del changed["names"]["slug"]
    changed["clashes"]["areas"].append("boolean")
    faults = refused(locked(), changed, may_go=False)
    assert {fault.rpartition(": ")[2] for fault in faults} == {"integer", "boolean"}


def test_a_name_with_fewer_types_is_welcome(changed: Any) -> None:
    changed["shapes"]["SourceOut"]["colour"] = "string"
    changed["clashes"]["area"].remove("integer")
    assert refused(locked(), changed, may_go=False) == []


def test_the_file_is_as_it_is_written() -> None:
    assert LOCK.read_text(encoding="utf-8") == written(locked())
