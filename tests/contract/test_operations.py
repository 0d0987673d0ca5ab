"""The description of the API: what it promises stays, and everything in it is explained."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

from fastapi._compat.v2 import get_cached_model_fields

from app.main import create_app
from app.web.api.formats import Format, Part, split_suffix
from tests.contract.routes import addresses
from tests.in_turn import in_turn

FROZEN = Path(__file__).with_name("operations.txt")
DESCRIPTION = create_app().openapi()
READERS = 6
CAMEL_CASE = re.compile(r"[a-z]+(?:[A-Z][a-z]+)+")


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in DESCRIPTION["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


each_operation = in_turn("path, operation", [(path, found) for path, _, found in operations()])


def promised() -> list[str]:
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_operations_keep_their_names() -> None:
    found = sorted(
        f"{operation['operationId']} {method.upper()} {path}"
        for path, method, operation in operations()
    )
    assert found == promised(), f"these are promises: write new ones into {FROZEN.name}"


def test_everything_under_the_api_is_described_and_nothing_else() -> None:
    paths = {address.path for address in addresses()} - {"/api/v1/openapi.json"}
    described = {split_suffix(path)[0] for path in DESCRIPTION["paths"]}
    assert described == {path for path in paths if path.startswith("/api/")}
    assert described <= set(DESCRIPTION["paths"])


def test_it_is_openapi_3_1_with_a_licence_and_a_server() -> None:
    assert DESCRIPTION["openapi"].startswith("3.1")
    assert DESCRIPTION["info"]["license"]["url"].startswith("https://data.norge.no/nlod/")
    assert DESCRIPTION["servers"]


@each_operation
def test_names_are_camel_case(path: str, operation: dict[str, Any]) -> None:
    assert CAMEL_CASE.fullmatch(operation["operationId"])


@each_operation
def test_an_operation_says_what_it_is_about(path: str, operation: dict[str, Any]) -> None:
    assert len(operation["summary"]) > 20
    assert len(operation["description"]) > len(operation["summary"])
    assert operation["tags"]


def test_vocabularies_are_listed() -> None:
    schemas = DESCRIPTION["components"]["schemas"]
    assert schemas["Verdict"]["enum"] == ["yes", "caution", "no"]
    for shape, field in (
        ("EvaluationAnswer", "detail"),
        ("MissingOut", "kind"),
        ("ComparabilityOut", "verdict"),
        ("GapOut", "standing"),
        ("GoldStarOut", "scope"),
        ("DiscrepancyOut", "kind"),
        ("ComparisonOut", "kind"),
        ("StatedPlacingOut", "scope"),
    ):
        name = schemas[shape]["properties"][field]["$ref"].rpartition("/")[2]
        assert schemas[name]["enum"]


@each_operation
def test_every_parameter_is_explained(path: str, operation: dict[str, Any]) -> None:
    unexplained = [p["name"] for p in operation["parameters"] if not p.get("description")]
    assert unexplained == []


@each_operation
def test_what_stands_in_the_path_has_an_example(path: str, operation: dict[str, Any]) -> None:
    inside = [p for p in operation["parameters"] if p["in"] == "path"]
    assert {p["name"] for p in inside} == set(re.findall(r"\{(\w+)\}", path))
    for parameter in inside:
        assert "example" in parameter or parameter["schema"].get("examples"), parameter["name"]


@each_operation
def test_every_refusal_is_a_problem_and_none_is_a_422(path: str, operation: dict[str, Any]) -> None:
    refusals = {status for status in operation["responses"] if status >= "400"}
    assert {"400", "404", "503"} <= refusals
    assert "422" not in refusals
    for status in refusals:
        assert list(operation["responses"][status]["content"]) == ["application/problem+json"]


@each_operation
def test_what_is_answered_has_one_type_and_a_shape(path: str, operation: dict[str, Any]) -> None:
    wanted = split_suffix(path)[1] or Format.JSON
    ((kind, body),) = operation["responses"]["200"]["content"].items()
    assert kind == wanted.media_type.partition(";")[0]
    if wanted.part is Part.TABLE:
        assert body["schema"]["type"] == "string"
        return
    name = body["schema"]["$ref"].rpartition("/")[2]
    fields = {
        Part.CONTENT: {"release", "synthetic"},
        Part.CUBE: {"id", "size", "value"},
        Part.PLACES: {"type", "features", "release", "synthetic"},
    }
    assert fields[wanted.part] <= set(DESCRIPTION["components"]["schemas"][name]["properties"])


@each_operation
def test_the_formats_of_an_address_are_beside_it(path: str, operation: dict[str, Any]) -> None:
    bare, suffix = split_suffix(path)
    plain = DESCRIPTION["paths"][bare]["get"]["operationId"]
    assert operation["operationId"] == plain + (suffix.value.capitalize() if suffix else "")
    assert f"{bare}.json" in DESCRIPTION["paths"]


@each_operation
def test_headers_and_304_are_described(path: str, operation: dict[str, Any]) -> None:
    headers = DESCRIPTION["components"]["headers"]
    for status, needed in (("200", {"ETag", "Last-Modified", "Vary"}), ("304", {"ETag"})):
        described = operation["responses"][status]["headers"]
        assert needed <= set(described)
        for name, header in described.items():
            assert header == {"$ref": f"#/components/headers/{name}"}
            assert headers[name]["description"]
    is_file = (split_suffix(path)[1] or Format.JSON).part is Part.TABLE
    assert ("Content-Disposition" in operation["responses"]["200"]["headers"]) == is_file


@each_operation
def test_no_parameter_may_be_null(path: str, operation: dict[str, Any]) -> None:
    assert "null" not in str([p["schema"] for p in operation["parameters"]])
    assert all(p["schema"].get("default", "") is not None for p in operation["parameters"])


def test_the_shapes_of_refused_values_are_left_out() -> None:
    assert not {"HTTPValidationError", "ValidationError"} & set(
        DESCRIPTION["components"]["schemas"]
    )


def test_those_who_ask_at_once_get_the_same_description() -> None:
    get_cached_model_fields.cache_clear()  # as in a process that has only just started
    app, together = create_app(), Barrier(READERS)

    def ask(_turn: int) -> dict[str, Any]:
        together.wait()
        return app.openapi()

    with ThreadPoolExecutor(READERS) as threads:
        assert list(threads.map(ask, range(READERS))) == [DESCRIPTION] * READERS
