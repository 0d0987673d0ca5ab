"""Calls every operation by the client that openapi-generator (python) has made.

    python call_generated_python.py FOLDER DESCRIPTION ADDRESS VALUES

Run where that client's needs are installed; it knows nothing of the application.
"""

import importlib
import inspect
import json
import re
import sys
from pathlib import Path
from typing import Any

folder, description, address, values = sys.argv[1:]
sys.path.insert(0, folder)
package = next(path.parent.name for path in Path(folder).glob("*/api_client.py"))
client = importlib.import_module(f"{package}.api_client").ApiClient(
    importlib.import_module(f"{package}.configuration").Configuration(host=address)
)
module = importlib.import_module(f"{package}.api")
known = json.loads(values)

kinds: list[Any] = [found for _, found in inspect.getmembers(module, inspect.isclass)]
calls = {
    name: getattr(found(client), name)
    for found in kinds
    for name, _ in inspect.getmembers(found, inspect.isfunction)
    if name.endswith("_with_http_info")
}
faults, called = [], 0
for path, methods in json.loads(Path(description).read_text(encoding="utf-8"))["paths"].items():
    operation = methods["get"]
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", operation["operationId"]).lower()
    call = calls.get(f"{name}_with_http_info")
    if call is None:
        faults.append(f"{path}: the client has no {name}")
        continue
    wanted = [p["name"] for p in operation["parameters"] if p.get("required")]
    try:
        answered = call(**{one: known[one] for one in wanted})
    except Exception as error:  # whatever it is, it is told, and the others are called
        faults.append(f"{path}: {type(error).__name__} {str(error)[:300]}")
        continue
    called += 1
    if answered.status_code != 200 or answered.data is None:
        faults.append(f"{path}: {answered.status_code}, {type(answered.data).__name__}")
    (kind,) = operation["responses"]["200"]["content"]
    if kind == "application/json" and not hasattr(answered.data, "to_dict"):
        faults.append(f"{path}: no model, but {type(answered.data).__name__}")
sys.stdout.write("\n".join([*faults, f"openapi-generator: {called} operations called\n"]))
sys.exit(1 if faults else 0)
