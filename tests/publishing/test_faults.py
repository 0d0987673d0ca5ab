"""Faults are all told at once, whatever kind of text the files hold, and nothing else is raised."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.publishing.faults import Faults, RejectedError
from app.publishing.register_rows import (
    CodeEntry,
    rows_of,
)
from app.publishing.seed import seed
from tests.publishing.changing import edit, everything
from tests.publishing.spoiling import faults_of

TYNSET = "seed/evaluations/tynset-2016.json:1"
GAUSDAL = "seed/evaluations/gausdal-2013.json:3"


def test_all_faults_are_told_at_once_and_nothing_is_written(empty: Engine, seed_copy: Path) -> None:
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 801')
    edit(seed_copy / "evaluations/gausdal-2013.json", '"year": 2013', '"year": "2013"')
    edit(seed_copy / "register/populations.csv", "\nhemne,2018,4225,", "\nhemne,2018,many,")
    edit(seed_copy / "reference-averages.json", '"total": 409', '"total": 901')
    shutil.copy(
        seed_copy / "evaluations/tynset-2015.json", seed_copy / "evaluations/tynset-2016.json"
    )
    before = everything(empty)
    with pytest.raises(RejectedError) as caught:
        seed(empty, seed_copy)
    assert str(caught.value).splitlines() == [
        f"{GAUSDAL}: year: “2013” is no whole number. Write figures alone.",
        "seed/evaluations/kramfors-2013.json:12: the total is above 800",
        f"{TYNSET}: the file should be called tynset-2015.json or tynset-2015-v2.0.json",
        f"{TYNSET}: tynset-2015.json is the same evaluation",
        "seed/reference-averages.json:206: the total is above 800",
        (
            "seed/register/populations.csv:4520: population: “many” is no whole number. "
            "Write figures alone."
        ),
    ]
    assert everything(empty) == before
    assert before["release"] == []


def test_the_same_evaluation_under_both_its_names_is_a_fault(seed_copy: Path) -> None:
    folder = seed_copy / "evaluations"
    shutil.copy(folder / "kramfors-2013.json", folder / "kramfors-2013-v2.0.json")
    assert faults_of(seed_copy) == [
        "seed/evaluations/kramfors-2013.json:1: kramfors-2013-v2.0.json is the same evaluation"
    ]


@pytest.mark.parametrize(
    "file", ["register/codes.csv", "reference-averages.json", "methods/instrument.json"]
)
def test_a_missing_file_is_named(seed_copy: Path, file: str) -> None:
    (seed_copy / file).unlink()
    assert f"seed/{file}: the file is missing" in faults_of(seed_copy)


def test_a_missing_folder_is_not_an_empty_one(seed_copy: Path) -> None:
    """Or a wrong path would take every evaluation out."""
    shutil.rmtree(seed_copy / "evaluations")
    assert faults_of(seed_copy) == ["seed/evaluations: the folder is missing"]


@pytest.mark.parametrize("file", ["register/codes.csv", "evaluations/kramfors-2013.json"])
def test_a_file_in_another_encoding_is_named(seed_copy: Path, file: str) -> None:
    path = seed_copy / file
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert f"seed/{file}: the file is not UTF-8" in faults_of(seed_copy)


@pytest.mark.parametrize("file", ["register/codes.csv", "evaluations/kramfors-2013.json"])
def test_a_folder_in_the_place_of_a_file_is_named(seed_copy: Path, file: str) -> None:
    (seed_copy / file).unlink()
    (seed_copy / file).mkdir()
    assert f"seed/{file}: a folder is where the file should be" in faults_of(seed_copy)


def test_a_version_without_an_area_is_one_fault_and_no_crash(seed_copy: Path) -> None:
    method = seed_copy / "methods/2.1.json"
    held = json.loads(method.read_text(encoding="utf-8"))
    del held["areas"][7]
    method.write_text(json.dumps(held), encoding="utf-8")
    assert faults_of(seed_copy) == [
        "seed/methods/2.1.json:1: a version has the areas 1 to 8, in that order"
    ]


def test_faults_are_named_alike_from_any_folder(
    seed_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 801')
    monkeypatch.chdir(seed_copy)
    assert faults_of(Path()) == faults_of(seed_copy)


@pytest.mark.parametrize("first", ["", "\n", '"slug', 'slug,slug\n"a', "slug,code\n"])
def test_odd_headers_are_faults(first: str) -> None:
    faults = Faults()
    assert list(rows_of(first, "codes.csv", CodeEntry, faults)) == []
    assert [fault.line for fault in faults.found] == [1]


def test_a_quoted_line_break_does_not_glue_a_cell_together() -> None:
    faults = Faults()
    text = 'slug,code,valid_from,valid_to,scheme\r\na,0001,,,x\r\nb,0002,,,"x\r\ny"\r\n'
    found = list(rows_of(text, "codes.csv", CodeEntry, faults))
    assert [line.row.slug for line in found] == ["a"]
    assert [fault.line for fault in faults.found] == [4]
