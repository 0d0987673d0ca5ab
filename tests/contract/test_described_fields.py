"""The shapes of the description: every field is explained, and names and types are plain."""

import re
from collections.abc import Iterator
from typing import Any

from app.domain.comparison_choice import ComparisonKind
from app.domain.evaluation import DetailLevel
from app.domain.municipality import Country
from app.main import create_app
from app.web.api.field_meanings import OF_NAMES
from app.web.api.shape_meanings import OF_SHAPES
from tests.in_turn import in_turn

DESCRIPTION = create_app().openapi()
SHAPES: dict[str, dict[str, Any]] = DESCRIPTION["components"]["schemas"]
PLAIN = re.compile(r"[A-Z][A-Za-z0-9]*")
CODED = {
    "detail": DetailLevel,
    "country": Country,
}
"""Fields that hold a code wherever they stand, by the values of the domain."""


def fields() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for shape, schema in SHAPES.items():
        for name, field in schema.get("properties", {}).items():
            yield shape, name, field


def everything(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for inner in part.values():
            yield from everything(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from everything(inner)


def values_of(field: dict[str, Any]) -> list[str]:
    """The values that a field may have, where it names any."""
    for choice in field.get("anyOf", [field]):
        if "$ref" in choice:
            found: list[str] = SHAPES[choice["$ref"].rpartition("/")[2]].get("enum", [])
            return found
        if "enum" in choice:
            return list(choice["enum"])
    return []


def test_every_field_says_what_it_means() -> None:
    silent = [f"{s}.{n}" for s, n, field in fields() if len(field.get("description", "")) < 8]
    assert silent == []


def test_every_shape_says_what_it_is() -> None:
    silent = [name for name, schema in SHAPES.items() if "properties" in schema]
    assert [name for name in silent if not SHAPES[name].get("description")] == []


def test_every_meaning_is_of_a_field() -> None:
    names = {name for _, name, _ in fields()}
    assert set(OF_NAMES) <= names
    told = {(shape, name) for shape, meanings in OF_SHAPES.items() for name in meanings}
    assert told <= {(shape, name) for shape, name, _ in fields()}
    same = {(s, n) for s, n in told if OF_NAMES.get(n) == OF_SHAPES[s][n]}
    assert same == set()


def test_names_of_shapes_are_plain_and_each_is_its_own() -> None:
    assert [name for name in SHAPES if not PLAIN.fullmatch(name)] == []
    titles = [schema.get("title", name) for name, schema in SHAPES.items()]
    assert sorted(titles) == sorted(set(titles))
    assert "app" not in {name.lower()[:3] for name in SHAPES}


def test_nothing_is_a_constant() -> None:
    assert [part for part in everything(DESCRIPTION) if "const" in part] == []


def test_numbers_are_numbers_in_addresses_as_in_answers() -> None:
    numbers = {"no": (1, 8), "area": (1, 8), "w1": (0, 3), "w_distance": (0, 3)}
    for methods in DESCRIPTION["paths"].values():
        for parameter in methods["get"]["parameters"]:
            schema = parameter["schema"]
            if bounds := numbers.get(parameter["name"]):
                assert schema["type"] == "integer"
                assert (schema["minimum"], schema["maximum"]) == bounds
            for value in [schema.get("default"), *schema.get("examples", ())]:
                assert not (schema.get("type") == "integer" and isinstance(value, str))


@in_turn("name, domain", CODED.items())
def test_coded_fields_name_the_values_of_the_domain(name: str, domain: Any) -> None:
    found = [
        (shape, values_of(field))
        for shape, other, field in fields()
        if other == name and shape not in ("Problem", "RefusedParameter")
    ]
    assert found
    assert [s for s, values in found if values != [one.value for one in domain]] == []


def test_what_a_comparison_is_of_is_listed() -> None:
    kind = SHAPES["ComparisonOut"]["properties"]["kind"]
    assert values_of(kind) == [one.value for one in ComparisonKind]


def test_it_says_whom_to_ask_and_where_to_read_more() -> None:
    info = DESCRIPTION["info"]
    assert info["contact"]["name"]
    assert info["contact"]["url"].startswith("http")
    assert DESCRIPTION["externalDocs"]["url"].endswith("/data/api")
    used = {tag for methods in DESCRIPTION["paths"].values() for tag in methods["get"]["tags"]}
    assert {tag["name"] for tag in DESCRIPTION["tags"]} == used
    assert all(tag["description"] for tag in DESCRIPTION["tags"])
