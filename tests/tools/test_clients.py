"""The program in TypeScript that calls every operation of the API with its types."""

import re

from app.main import create_app
from tools.clients.typescript import program

DESCRIPTION = create_app().openapi()
PROGRAM = program(DESCRIPTION)


def test_every_operation_is_called_once() -> None:
    called = re.findall(r'api\.GET\("([^"]+)"', PROGRAM)
    assert called == list(DESCRIPTION["paths"])


def test_what_an_address_needs_is_given() -> None:
    calls = dict(re.findall(r'api\.GET\("([^"]+)"(.*?)\)\);', PROGRAM))
    assert calls["/api/v1/config"] == ""
    assert "query: { e: values.e }" in calls["/api/v1/compare"]
    area = calls["/api/v1/methods/{version}/areas/{no}.csv"]
    assert "path: { version: values.version, no: values.no }" in area
    assert 'parseAs: "text"' in area
    assert 'parseAs: "arrayBuffer"' in calls["/api/v1/evaluations.xlsx"]


def test_answers_are_read_by_their_types() -> None:
    kinds = ("const release: number", "const sizes: number[]", "const text: string", "const bytes:")
    counts = [PROGRAM.count(kind) for kind in kinds]
    assert all(counts)
    assert sum(counts) == len(DESCRIPTION["paths"])
