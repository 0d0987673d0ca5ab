"""What the API promises, as one file that a test compares with what it does.

`lock.json` holds, of every operation, its address, formats and parameters; of every shape its
fields with their types; every list of codes; the columns of tables and the dimensions of cubes; and
a dictionary of names: what type a field of that name has, wherever it stands. `clashes` are names
that have had several types since before there was a dictionary. They may get fewer, never more.

    python -m tests.contract.lock

writes it anew, and refuses where the version of the API (`app/web/api/changelog.py`) is that of the
file, where a name would get another type, and, without `--taken-away`, where something of what was
promised is no longer there.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import pytest

from app.publishing.seed import seed
from app.web.api.changelog import VERSION
from app.web.api.formats import Format, split_suffix
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import SEED
from tests.pages.client import Client, opened

LOCK: Final = Path(__file__).with_name("lock.json")
_SCHEMAS: Final = "#/components/schemas/"
_NOT_OURS: Final = (
    *("JsonStatDataset", "JsonStatDimension", "JsonStatCategory", "Problem"),
    *("FeatureCollectionOut", "FeatureOut", "PointOut"),
)
"""Shapes whose names others have laid down: those of JSON-stat, RFC 9457 and RFC 7946."""
_OF_EACH_LIST: Final = "items"
"""The one name that holds whatever its shape is a list of."""
_TYPED: Final = (
    ("minimum", "from {}"),
    ("maximum", "to {}"),
    ("maxLength", "at most {} characters"),
    ("pattern", "like {}"),
    ("default", "default {}"),
)

Described = Mapping[str, Any]
Lock = dict[str, Any]


def lock_of(client: Client) -> Lock:
    """What a site with the real data promises just now."""
    described = client.json("/api/v1/openapi.json")
    names = _types_of_names(described)
    return {
        "version": described["info"]["version"],
        "operations": _operations(described),
        "shapes": {
            name: {field: type_of(found) for field, found in shape["properties"].items()}
            for name, shape in sorted(described["components"]["schemas"].items())
            if "properties" in shape
        },
        "codes": {
            name: shape["enum"]
            for name, shape in sorted(described["components"]["schemas"].items())
            if "enum" in shape
        },
        "columns": _columns(client, described),
        "dimensions": _dimensions(client, described),
        "names": {name: types[0] for name, types in names.items() if len(types) == 1},
        "clashes": {name: types for name, types in names.items() if len(types) > 1},
    }


def locked() -> Lock:
    found: Lock = json.loads(LOCK.read_text(encoding="utf-8"))
    return found


def written(lock: Lock) -> str:
    return json.dumps(lock, indent=1, ensure_ascii=False) + "\n"


def type_of(schema: Described) -> str:
    """A type in few words: `number | null`, `[AreaOut]`, `{number}`."""
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_SCHEMAS)
    if "anyOf" in schema:
        return " | ".join(type_of(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " / ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"[{type_of(schema['items'])}]"
    inner = schema.get("additionalProperties")
    if isinstance(inner, Mapping):
        return f"{{{type_of(inner)}}}"
    return str(schema.get("type", "anything"))


def _operations(described: Described) -> Lock:
    found: Lock = {}
    for path, methods in described["paths"].items():
        bare, suffix = split_suffix(path)
        for operation in methods.values():
            if suffix is None:
                answered = operation["responses"]["200"]["content"]["application/json"]["schema"]
                found[operation["operationId"]] = {
                    "address": f"GET {path}",
                    "answers": type_of(answered),
                    "formats": [],
                    "parameters": {},
                }
            name = described["paths"][bare]["get"]["operationId"]
            found[name]["formats"] += [suffix.value] if suffix else []
            for parameter in operation["parameters"]:
                found[name]["parameters"][parameter["name"]] = _parameter(parameter)
    return dict(sorted(found.items()))


def _parameter(parameter: Described) -> str:
    schema = parameter["schema"]
    needed = f"{parameter['in']}, needed" if parameter.get("required") else parameter["in"]
    told = [text.format(schema[key]) for key, text in _TYPED if key in schema]
    return "; ".join([f"{type_of(schema)} ({needed})", *told])


def _columns(client: Client, described: Described) -> Lock:
    found = {}
    for name, address in _examples(described, Format.CSV):
        answered = client.http.get(address)
        assert answered.status_code == 200, address
        found[name] = answered.text.splitlines()[0].split(",")
    return found


def _dimensions(client: Client, described: Described) -> Lock:
    found = {}
    for name, address in _examples(described, Format.JSONSTAT):
        cube = client.json(address)
        roles = {id: role for role, ids in cube["role"].items() for id in ids}
        found[name] = {id: roles.get(id, "") for id in cube["id"]}
    return found


def _examples(described: Described, wanted: Format) -> Iterator[tuple[str, str]]:
    """Operations and the addresses of their examples, in a format."""
    for path, methods in sorted(described["paths"].items()):
        if split_suffix(path)[1] is not wanted:
            continue
        needed = [p for p in methods["get"]["parameters"] if p.get("required")]
        values = {p["name"]: p["schema"]["examples"][0] for p in needed}
        query = [(p["name"], values[p["name"]]) for p in needed if p["in"] == "query"]
        asked = f"?{urlencode(query, doseq=True)}" if query else ""
        yield methods["get"]["operationId"], path.format_map(values) + asked


def _types_of_names(described: Described) -> dict[str, list[str]]:
    """The types that fields of a name have; whether they may be null makes no difference."""
    found: dict[str, set[str]] = {}
    for shape, schema in described["components"]["schemas"].items():
        if shape in _NOT_OURS:
            continue
        for name, field in schema.get("properties", {}).items():
            if name == _OF_EACH_LIST:
                continue
            found.setdefault(name, set()).add(type_of(field).removesuffix(" | null"))
    return {name: sorted(types) for name, types in sorted(found.items())}


def clashing(before: Lock, now: Lock) -> list[str]:
    """Names that have a type which they did not have before."""
    known = {name: [one] for name, one in before["names"].items()} | before["clashes"]
    return [
        f"{name}: {', '.join(sorted(set(types) - set(known.get(name, ()))))}"
        for name, types in now["clashes"].items()
        if set(types) - set(known.get(name, ()))
    ]


def taken_away(before: Any, now: Any, place: str = "") -> Iterator[str]:
    """What was promised and is no longer there, or is something else."""
    if isinstance(before, dict) and isinstance(now, dict):
        for name, value in before.items():
            if name not in now:
                yield f"{place}{name}"
            else:
                yield from taken_away(value, now[name], f"{place}{name}.")
    elif isinstance(before, list) and isinstance(now, list):
        yield from (f"{place}{one}" for one in before if one not in now)
    elif before != now:
        yield f"{place}: {before}, now {now}"


def refused(before: Lock, now: Lock, *, may_go: bool) -> list[str]:
    """Why a lock may not be written anew, in words; nothing where it may."""
    promises = ("operations", "shapes", "codes", "columns", "dimensions")
    if all(before[part] == now[part] for part in promises):
        return []
    found = [
        f"a name gets one more type, so give it another name: {c}" for c in clashing(before, now)
    ]
    if now["version"] == before["version"]:
        found.append("say in app/web/api/changelog.py what has changed, under a new version")
    gone = [] if may_go else [g for part in promises for g in taken_away(before[part], now[part])]
    return found + [f"it was promised and is not there (--taken-away): {one}" for one in gone]


def _on_real_data() -> Lock:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        url = databases.Sqlite(Path(folder)).new("real")
        with databases.writing(url) as engine:
            databases.migrate(engine)
            seed(engine, SEED)
        chosen = UseDatabase(patched)
        chosen(url)
        with opened() as client:
            found = lock_of(client)
        chosen.close()
        return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.contract.lock", description=__doc__)
    parser.add_argument("--taken-away", action="store_true", help="what is gone may go")
    may_go = parser.parse_args().taken_away
    now = _on_real_data()
    faults = refused(locked(), now, may_go=may_go) if LOCK.exists() else []
    if faults:
        sys.exit("\n".join(faults))
    LOCK.write_text(written(now), encoding="utf-8")
    sys.stdout.write(f"{LOCK.name} is that of version {VERSION}\n")


if __name__ == "__main__":
    main()
