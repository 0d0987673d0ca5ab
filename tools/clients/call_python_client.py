"""Calls every operation by the client that openapi-python-client has made.

    python call_python_client.py FOLDER DESCRIPTION ADDRESS VALUES

Run where that client's needs are installed; it knows nothing of the application.
"""

import importlib
import json
import pkgutil
import re
import sys
from pathlib import Path

folder, description, address, values = sys.argv[1:]
sys.path.insert(0, folder)
package = next(path.parent.name for path in Path(folder).glob("*/client.py"))
client = importlib.import_module(f"{package}.client").Client(base_url=address, timeout=60)
api = importlib.import_module(f"{package}.api")
known = json.loads(values)

modules = {
    found.name.rpartition(".")[2]: found.name
    for found in pkgutil.walk_packages(api.__path__, f"{api.__name__}.")
    if not found.ispkg
}
faults, called = [], 0
for path, methods in json.loads(Path(description).read_text(encoding="utf-8"))["paths"].items():
    operation = methods["get"]
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", operation["operationId"]).lower()
    if name not in modules:
        faults.append(f"{path}: the client has no {name}")
        continue
    wanted = [p["name"] for p in operation["parameters"] if p.get("required")]
    answered = importlib.import_module(modules[name]).sync_detailed(
        client=client, **{one: known[one] for one in wanted}
    )
    called += 1
    if answered.status_code != 200 or answered.parsed is None:
        faults.append(f"{path}: {answered.status_code}, {type(answered.parsed).__name__}")
    (kind,) = operation["responses"]["200"]["content"]
    if kind == "application/json" and not hasattr(answered.parsed, "to_dict"):
        faults.append(f"{path}: no model, but {type(answered.parsed).__name__}")
    elif kind == "application/json":
        # Two ways of writing UTC.
        read = json.loads(json.dumps(answered.parsed.to_dict()).replace("+00:00", "Z"))
        if read != json.loads(answered.content):
            faults.append(f"{path}: something is lost in the model")
sys.stdout.write("\n".join([*faults, f"openapi-python-client: {called} operations called\n"]))
sys.exit(1 if faults else 0)
