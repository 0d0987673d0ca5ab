"""The whole data set as one file: others read it, every number is intact, and it never changes."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest

from app.config import settings
from app.features.data import holdings
from app.features.data.package import write_package
from app.queries import whole
from app.queries.reading import Reading
from tests.databases import SEED
from tests.statements import forgetting

PROMISED = [
    "evaluations",
    "areas",
    "questions",
    "findings",
    "gold_stars",
    "municipalities",
    "codes",
    "populations",
    "changes",
    "reference_averages",
    "known_evaluated",
    "methods",
    "method_areas",
    "method_questions",
]
"""The tables that were promised."""


@pytest.fixture
def packed(real: Reading, tmp_path: Path) -> Path:
    """The file of the real data."""
    return written(real, tmp_path)


def written(reading: Reading, folder: Path) -> Path:
    path = folder / "package.zip"
    write_package(reading, path)
    assert [found.name for found in folder.iterdir()] == ["package.zip"]
    return path


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def files(packed: Path) -> dict[str, bytes]:
    return members(packed)


@pytest.fixture
def unpacked(packed: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder


def descriptor(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["datapackage.json"])
    return found


def frame(files: dict[str, bytes], name: str) -> pd.DataFrame:
    """A table as pandas reads it, with codes as text."""
    described = next(r for r in descriptor(files)["resources"] if r["name"] == name)
    text = {f["name"]: str for f in described["schema"]["fields"] if f["type"] == "string"}
    return pd.read_csv(io.BytesIO(files[f"data/{name}.csv"]), dtype=text)


def documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """The evaluations as they were compiled."""
    for file in sorted((SEED / "evaluations").glob("*.json")):
        yield file.stem, json.loads(file.read_text(encoding="utf-8"))


def seed_rows(name: str) -> list[dict[str, str]]:
    text = (SEED / "register" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_validator_that_others_wrote_accepts_it(unpacked: Path) -> None:
    report = frictionless.validate(str(unpacked / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    assert report.stats["tasks"] >= len(PROMISED)


def test_the_validator_would_have_noticed(unpacked: Path) -> None:
    file = unpacked / "data" / "areas.csv"
    file.write_bytes(file.read_bytes().replace(b"hemne-2018,1,38.9", b"hemne-2019,1,many"))
    report = frictionless.validate(str(unpacked / "datapackage.json"))
    kinds = {found[0] for found in report.flatten(["type"])}
    assert {"type-error", "hash-count"} <= kinds


@pytest.mark.parametrize("size", [7, 500, 100_000])
def test_however_it_is_sliced_it_is_the_same(
    real: Reading, packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(holdings, "SLICE", size)
    monkeypatch.setattr(whole, "SLICE", size)
    (tmp_path / "again").mkdir()
    with forgetting():
        assert written(real, tmp_path / "again").read_bytes() == packed.read_bytes()


def test_its_rows_are_counted(real: Reading, tmp_path: Path) -> None:
    told = write_package(real, tmp_path / "package.zip")
    found = members(tmp_path / "package.zip")
    for name, count in told["rows"].items():
        assert len(frame(found, name)) == count, name
    assert sum(name.startswith("data/") for name in found) == len(told["rows"])


def test_nothing_of_the_machine_goes_in(real: Reading, packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        entries = archive.infolist()
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    moment = real.release.published_at
    # The format counts in steps of two seconds.
    assert {e.date_time for e in entries} == {(*moment.timetuple()[:5], moment.second // 2 * 2)}
    assert {e.extra for e in entries} == {b""}
    assert {e.create_system for e in entries} == {3}
    assert {e.external_attr >> 16 for e in entries} == {0o644}


def test_the_hash_of_each_file_is_right(files: dict[str, bytes]) -> None:
    lines = (line.split("  ") for line in files["SHA256SUMS"].decode().splitlines())
    sums = {name: expected for expected, name in lines}
    assert set(sums) == set(files) - {"SHA256SUMS"}
    for name, expected in sums.items():
        assert hashlib.sha256(files[name]).hexdigest() == expected, name
    for resource in descriptor(files)["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_it_holds_what_was_promised_and_describes_all_of_it(files: dict[str, bytes]) -> None:
    found = descriptor(files)
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert found["version"] == "1"
    assert found["synthetic"] is False
    assert found["licenses"] == [
        {"name": "NLOD-2.0", "path": "https://data.norge.no/nlod/no/2.0", "title": "NLOD 2.0"}
    ]
    names = [resource["name"] for resource in found["resources"]]
    assert set(PROMISED) <= set(names)
    assert {f"data/{name}.csv" for name in names} == {n for n in files if n.startswith("data/")}
    for resource in found["resources"]:
        fields = resource["schema"]["fields"]
        header = files[resource["path"]].decode().splitlines()[0]
        assert header == ",".join(field["name"] for field in fields)
        assert all(field["description"] and field["description:nb"] for field in fields)
        assert resource["schema"]["missingValues"] == [""]


def test_tables_of_the_register_name_their_sources(files: dict[str, bytes]) -> None:
    by_name = {resource["name"]: resource for resource in descriptor(files)["resources"]}
    for name in ("municipalities", "codes", "populations", "changes"):
        assert by_name[name]["sources"], name
        assert all(source["licence"] for source in by_name[name]["sources"])
    notice = " ".join((SEED.parent / "NOTICE").read_text(encoding="utf-8").split())
    for source in descriptor(files)["sources"]:
        assert source["title"].split()[0].rstrip(",") in notice, source


def test_every_total_and_area_is_intact_in_pandas(files: dict[str, bytes]) -> None:
    evaluations = frame(files, "evaluations").set_index("evaluation")
    areas = frame(files, "areas").set_index(["evaluation", "area"])
    assert len(evaluations) == 102
    assert len(areas) == 102 * 8
    for id, document in documents():
        row = evaluations.loc[id]
        assert row["method_version"] == document["method_version"]
        if document["total"] is None:
            assert pd.isna(row["total_stated"])
        else:
            assert row["total_stated"] == document["total"]
        stated = {area["no"]: area.get("stated") for area in document["areas"]}
        for no in range(1, 9):
            cell = areas.loc[(id, no)]
            if stated.get(no) is None:
                assert pd.isna(cell["stated"]), (id, no)
            else:
                assert cell["stated"] == stated[no], (id, no)
            assert pd.isna(cell["score"]) == pd.notna(cell["missing"])


def test_hemne_adds_up(files: dict[str, bytes]) -> None:
    questions = frame(files, "questions")
    own = questions[questions["evaluation"] == "hemne-2018"]
    assert len(own) == 45
    exact = sum((Decimal(str(points)) for points in own["score"]), Decimal(0))
    assert exact == Decimal("433.0")
    areas = frame(files, "areas")
    scores = areas[areas["evaluation"] == "hemne-2018"]["score"].tolist()
    assert scores == [38.9, 37.4, 77.4, 61.0, 58.4, 49.4, 47.8, 62.7]
    evaluations = frame(files, "evaluations").set_index("evaluation")
    assert evaluations.loc["hemne-2018"]["total_score"] == 433.0
    kinds = frame(files, "discrepancies")
    assert "stated-twice" in set(kinds[kinds["evaluation"] == "hemne-2018"]["kind"])


def test_every_number_of_the_register_is_intact(files: dict[str, bytes]) -> None:
    populations = frame(files, "populations")
    expected = {
        (row["slug"], int(row["year"])): int(row["population"]) for row in seed_rows("populations")
    }
    found = zip(
        populations["municipality"], populations["year"], populations["inhabitants"], strict=True
    )
    assert {(slug, year): count for slug, year, count in found} == expected
    codes = frame(files, "codes")
    assert sorted(zip(codes["municipality"], codes["code"], strict=True)) == sorted(
        (row["slug"], row["code"]) for row in seed_rows("codes")
    )
    places = frame(files, "municipalities").set_index("municipality")
    for row in seed_rows("municipalities"):
        for name in ("latitude", "longitude"):
            if row[name]:
                assert places.loc[row["slug"]][name] == float(row[name])
            else:
                assert pd.isna(places.loc[row["slug"]][name])
    assert len(frame(files, "changes")) == len(seed_rows("changes"))


def test_findings_and_gold_stars_are_all_there(files: dict[str, bytes]) -> None:
    findings = [
        text
        for _, document in documents()
        for area in document["areas"]
        for kind in ("strengths", "challenges", "weaknesses")
        for text in area.get("findings", {}).get(kind, [])
    ]
    stars = sum(len(document.get("gold_stars", [])) for _, document in documents())
    assert frame(files, "findings")["text"].tolist() == findings
    assert len(findings) == 150
    assert len(frame(files, "gold_stars")) == stars == 4


def test_the_readme_says_what_must_not_be_missed(files: dict[str, bytes]) -> None:
    text = files["README.md"].decode()
    assert "does not measure the quality of its services" in text
    assert "never 0" in text
    assert "release 1" in text
    for name in PROMISED:
        assert f"`data/{name}.csv`" in text
    assert "NLOD" in files["LICENSE.txt"].decode()


def test_made_up_data_say_so_and_name_no_real_source(demo_reading: Reading, tmp_path: Path) -> None:
    files = members(written(demo_reading, tmp_path))
    found = descriptor(files)
    assert found["synthetic"] is True
    assert found["sources"] == []
    assert not any("sources" in resource for resource in found["resources"])
    assert "Made-up data" in files["README.md"].decode()


def test_the_descriptor_says_where_it_is_found(files: dict[str, bytes]) -> None:
    assert descriptor(files)["id"] == f"{settings().site_url}/data?release=1"
