"""Whatever the files hold, reading them finds values or names faults. It never breaks down."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.publishing.build_evaluations import build_evaluation
from app.publishing.build_register import build_register
from app.publishing.detail_rows import (
    AreaEntry,
    LanguageFormEntry,
    MembershipEntry,
    NameEntry,
    PeerEntry,
    TaxBaseEntry,
)
from app.publishing.faults import Faults
from app.publishing.json_lines import Malformed, line_numbers
from app.publishing.parse import EVALUATION, INSTRUMENT, METHOD, REFERENCES, read_text
from app.publishing.register_rows import (
    AliasEntry,
    ChangeEntry,
    CodeEntry,
    MunicipalityEntry,
    PopulationEntry,
    RegisterRows,
    RowShape,
    rows_of,
)
from app.records.evaluation import evaluation_document
from tests.databases import SEED
from tests.publishing.changing import real_state

SHAPES = [EVALUATION, INSTRUMENT, METHOD, REFERENCES]
ROWS: list[type[RowShape]] = [
    MunicipalityEntry,
    CodeEntry,
    PopulationEntry,
    ChangeEntry,
    AliasEntry,
]
DETAILS: list[type[RowShape]] = [
    MembershipEntry,
    PeerEntry,
    TaxBaseEntry,
    AreaEntry,
    LanguageFormEntry,
    NameEntry,
]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.text() | st.text(alphabet='{}[]",:0123456789.eE-\\ntrufalse \n'))
def test_any_text_has_line_numbers_or_is_malformed(text: str) -> None:
    try:
        found = line_numbers(text)
    except Malformed as error:
        lines = {error.line}
    else:
        lines = set(found.values())
    assert lines <= set(range(1, text.count("\n") + 2))


@given(ANYTHING, st.sampled_from([None, 1, 4]))
def test_every_value_of_any_json_has_its_line(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    found = line_numbers(text)

    def check(part: Any, path: tuple[str | int, ...]) -> None:
        assert path in found
        if isinstance(part, dict):
            for name, inner in part.items():
                check(inner, (*path, name))
        if isinstance(part, list):
            for position, inner in enumerate(part):
                check(inner, (*path, position))

    check(value, ())
    assert max(found.values()) <= text.count("\n") + 1


@given(st.text() | ANYTHING.map(json.dumps), st.sampled_from(SHAPES))
def test_any_text_for_a_file_is_read_or_a_fault(text: str, shape: Any) -> None:
    faults = Faults()
    parsed = read_text(text, "seed/evaluations/x-2018.json", shape, faults)
    assert (parsed is None) == bool(faults.found)


HEMNE = json.loads((SEED / "evaluations/hemne-2018.json").read_text(encoding="utf-8"))


def _places(part: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside a document."""
    items = part.items() if isinstance(part, dict) else enumerate(part)
    found = []
    for name, inner in items:
        found.append((*path, name))
        if isinstance(inner, dict | list):
            found += _places(inner, (*path, name))
    return found


@given(st.sampled_from(_places(HEMNE)), ANYTHING)
def test_a_file_with_any_value_anywhere_is_an_evaluation_or_a_fault(
    place: tuple[Any, ...], value: Any
) -> None:
    """What is taken has to be stored as it is: canonical, and without minus zero."""
    spoiled = json.loads(json.dumps(HEMNE))
    holder = spoiled
    for name in place[:-1]:
        holder = holder[name]
    holder[place[-1]] = value
    faults, state = Faults(), real_state()
    parsed = read_text(json.dumps(spoiled), "seed/evaluations/hemne-2018.json", EVALUATION, faults)
    if parsed is None:
        assert faults.found
        return
    found = build_evaluation(parsed, state.instrument, state.register, faults)
    assert found is not None or faults.found
    if found is not None:
        text = evaluation_document(found, "2").text
        assert "-0.0" not in text
        assert "\\u0000" not in text


WORDS = [
    "a",
    "b",
    "NO",
    "2020-01-01",
    "2019-12-31",
    "merge",
    "split",
    "rename",
    "part",
    "1",
    "0001",
]
CELL = st.text(max_size=12) | st.sampled_from(["", *WORDS])
FITTING = {
    "slug": "a b c",
    "from_slug": "a b c",
    "to_slug": "a b c",
    "country": "NO SE",
    "name": "A B",
    "county": "X",
    "code": "0001 0002",
    "scheme": "S",
    "source": "S",
    "source_url": "S",
    "year": "2018 2019",
    "population": "10 11",
    "population_year": "2018 2019",
    "date": "2019-01-01 2020-01-01",
    "kind": "merge split",
    "valid_from": "2019-01-01 2020-01-01",
    "valid_to": "2018-12-31 2019-12-31",
}
"""Cells by column that can each be read, though together they may make no sense."""


@given(st.text() | st.lists(st.lists(CELL, max_size=12)).map(lambda r: "\n".join(map(",".join, r))))
def test_any_text_for_a_table_is_rows_or_faults(text: str) -> None:
    for shape in (*ROWS, *DETAILS):
        faults = Faults()
        header = ",".join(shape.model_fields) + "\n"
        rows = list(rows_of(header + text, "x.csv", shape, faults))
        assert rows or faults.found or not text
        assert all(1 <= fault.line <= len(header + text) for fault in faults.found)


@given(st.data())
def test_rows_that_can_be_read_are_a_register_or_faults(data: st.DataObject) -> None:
    faults = Faults()

    def rows(shape: type[Any]) -> Any:
        columns = list(shape.model_fields)
        cells = [st.sampled_from(FITTING.get(name, "").split() or [""]) for name in columns]
        drawn = data.draw(st.lists(st.tuples(*cells), max_size=5))
        text = "\n".join(map(",".join, [columns, *drawn]))
        return tuple(rows_of(text, "x.csv", shape, faults))

    municipalities, codes, populations, changes = (rows(shape) for shape in ROWS[:4])
    found = RegisterRows(municipalities, codes, populations, changes, aliases=())
    assert not faults.found
    register = build_register(found, faults)
    if not faults.found:
        assert set(register.populations) <= set(register.municipalities)
        assert all(held.codes for held in register.municipalities.values())
