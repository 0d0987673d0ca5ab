"""Averages, counts and method versions as files: what is built from them is the same record."""

import json

import pytest
from pydantic import TypeAdapter

from app.publishing.build_counts import build_count
from app.publishing.build_references import build_reference
from app.publishing.faults import Faults, Lines
from app.publishing.record_files import count_file, reference_file, version_file
from app.publishing.shapes import KnownEvaluatedShape, MethodShape, ReferenceShape
from app.records.method import read_version
from tests.publishing.changing import real_state

STATE = real_state()
AT = Lines("item", {}).at


def test_every_average_comes_back_as_it_was() -> None:
    faults = Faults()
    for average in STATE.references:
        text = json.dumps(reference_file(average))
        shape = TypeAdapter(ReferenceShape).validate_json(text)
        assert build_reference(shape, AT, STATE.instrument, faults) == average
    assert faults.found == []
    assert len(STATE.references) > 5


def test_every_count_comes_back_as_it_was() -> None:
    faults = Faults()
    for count in STATE.counts:
        shape = TypeAdapter(KnownEvaluatedShape).validate_json(json.dumps(count_file(count)))
        assert build_count(shape, AT, STATE.instrument, faults) == count
    assert faults.found == []
    assert len(STATE.counts) > 3


@pytest.mark.parametrize("version", sorted(STATE.instrument.versions))
def test_every_version_comes_back_as_it_was(version: str) -> None:
    held = STATE.instrument.versions[version]
    shape = TypeAdapter(MethodShape).validate_json(json.dumps(version_file(held)))
    assert read_version(shape.model_dump()) == held
