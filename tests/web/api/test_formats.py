"""The suffix of an address: only the last of exactly four, and never one that an id ends in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.api.formats import Format, Part, made_of, quoted, split_suffix


@pytest.mark.parametrize(
    "path, bare, wanted",
    [
        ("/api/v1/evaluations", "/api/v1/evaluations", None),
        ("/api/v1/evaluations.csv", "/api/v1/evaluations", Format.CSV),
        ("/api/v1/evaluations/hemne-2018.json", "/api/v1/evaluations/hemne-2018", Format.JSON),
        ("/api/v1/evaluations/a-2019-v2.1", "/api/v1/evaluations/a-2019-v2.1", None),
        ("/api/v1/evaluations/a-2019-v2.1.xlsx", "/api/v1/evaluations/a-2019-v2.1", Format.XLSX),
        ("/api/v1/methods/2.1", "/api/v1/methods/2.1", None),
        ("/api/v1/methods/2.1.jsonstat", "/api/v1/methods/2.1", Format.JSONSTAT),
        ("/api/v1/methods/2.1/questions/5.1", "/api/v1/methods/2.1/questions/5.1", None),
        ("/api/v1/evaluations.csv.csv", "/api/v1/evaluations.csv", Format.CSV),
        ("/api/v1/evaluations.CSV", "/api/v1/evaluations.CSV", None),
        ("/api/v1/evaluations.xml", "/api/v1/evaluations.xml", None),
        ("/api/v1/evaluationscsv", "/api/v1/evaluationscsv", None),
        ("/api/v1/.csv", "/api/v1/.csv", None),
        ("/api/v1/openapi.json", "/api/v1/openapi.json", None),
    ],
)
def test_a_suffix_is_split_off(path: str, bare: str, wanted: Format | None) -> None:
    assert split_suffix(path) == (bare, wanted)


@given(st.text("abc019.-v", min_size=1, max_size=20), st.sampled_from(list(Format)))
def test_what_a_suffix_is_put_behind_comes_back(id: str, wanted: Format) -> None:
    path = f"/api/v1/things/{id}"
    assert split_suffix(f"{path}.{wanted.value}") == (path, wanted)


def test_suffixes_are_quoted_in_a_sentence() -> None:
    assert (
        quoted((Format.CSV, Format.XLSX, Format.JSONSTAT), "or") == "`.csv`, `.xlsx` or `.jsonstat`"
    )


def test_what_has_a_table_has_all_that_tables_are_written_as() -> None:
    assert made_of(Part.CONTENT) == (Format.JSON,)
    assert made_of(Part.CONTENT, Part.TABLE) == (Format.JSON, Format.CSV, Format.XLSX)
    assert made_of(*Part) == tuple(Format)
