"""A program in TypeScript that calls every operation, each with the types of its answer.

It compiles only where the description says of each address what it answers, and nothing else.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

_HEAD: Final = """\
import createClient from "openapi-fetch";
import type { paths } from "./schema.js";

interface Values {
  slug: string;
  id: string;
  version: string;
  no: number;
  code: string;
  e: string[];
  since: number;
}

const values = JSON.parse(process.argv[3]!) as Values;
const api = createClient<paths>({ baseUrl: process.argv[2]! });
let called = 0;

function whole<T>(answer: { data?: T; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.response.url}`);
  }
  called += 1;
  return answer.data;
}
"""
_TAIL: Final = "\nconsole.log(`openapi-fetch: ${called} operations called`);\n"

_JSON: Final = "application/json"
_AS: Final[Mapping[str, tuple[str, str]]] = {
    "text/csv": ("text", "const text: string = found; void text.length;"),
}
_BYTES: Final = ("arrayBuffer", "const bytes: ArrayBuffer = found; void bytes.byteLength;")


def program(description: Mapping[str, Any]) -> str:
    """The whole program. It is given an address and the values to ask for."""
    schemas = description["components"]["schemas"]
    calls = (_call(path, methods["get"], schemas) for path, methods in description["paths"].items())
    return _HEAD + "".join(calls) + _TAIL


def _call(path: str, operation: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    ((kind, body),) = operation["responses"]["200"]["content"].items()
    form, use = ("json", _use_of(body, schemas)) if kind == _JSON else _AS.get(kind, _BYTES)
    options = [f'parseAs: "{form}"'] if form != "json" else []
    if params := ", ".join(_params(operation)):
        options.append(f"params: {{ {params} }}")
    asked = f"{json.dumps(path)}, {{ {', '.join(options)} }}" if options else json.dumps(path)
    return f"\n{{\n  const found = whole(await api.GET({asked}));\n  {use}\n}}\n"


def _params(operation: Mapping[str, Any]) -> Iterator[str]:
    for place in ("path", "query"):
        needed = [
            p["name"] for p in operation["parameters"] if p["in"] == place and p.get("required")
        ]
        if needed:
            yield f"{place}: {{ {', '.join(f'{name}: values.{name}' for name in needed)} }}"


def _use_of(body: Mapping[str, Any], schemas: Mapping[str, Any]) -> str:
    """Reads something of an answer, as its type has it."""
    fields = schemas[body["schema"]["$ref"].rpartition("/")[2]]["properties"]
    if "release" not in fields:
        return "const sizes: number[] = found.size; void sizes;"
    items = "void found.items.length; void found.total.toFixed();" if "items" in fields else ""
    return f"const release: number = found.release; void release; {items}"
