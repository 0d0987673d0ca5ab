"""Makes clients of the API with generators that others wrote, and calls every operation by each.

    python -m tools.clients

Two sites are started, one with the real and one with made-up data. Of the description of the first,
openapi-python-client, openapi-generator (python) and openapi-typescript make clients; TypeScript is
compiled; Spectral looks for faults in the description. Needs `make clients` to have installed them.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tools.clients.sites import ROOT, fetched, site, values_of
from tools.clients.typescript import program

HERE = Path(__file__).parent
WORK = ROOT / "var" / "clients"
BIN = ROOT / "var" / "clients-env" / "bin"
NODE = HERE / "node_modules" / ".bin"

TSC = ("--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck")


def main() -> int:
    WORK.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack, ThreadPoolExecutor() as threads:
        sites = {kind: stack.enter_context(site(WORK, kind)) for kind in ("real", "demo")}
        described = fetched(f"{sites['real']}/api/v1/openapi.json")
        (WORK / "openapi.json").write_text(json.dumps(described), encoding="utf-8")
        made = [
            threads.submit(_lint),
            threads.submit(_python_client),
            threads.submit(_generated_python),
            threads.submit(_typescript, described),
        ]
        faults = [fault for one in made for fault in one.result()]
        if not faults:
            calls = [
                threads.submit(_call, kind, address, values_of(address))
                for kind, address in sites.items()
            ]
            faults = [fault for one in calls for fault in one.result()]
    sys.stdout.write("\n".join([*faults, "Clients: " + ("faults" if faults else "all is well\n")]))
    return 1 if faults else 0


def _lint() -> list[str]:
    rules = str(HERE / "spectral.yaml")
    command = [str(NODE / "spectral"), "lint", "openapi.json", "-r", rules, "-F", "hint"]
    return _run("Spectral", command)


def _python_client() -> list[str]:
    config = str(HERE / "openapi-python-client.yaml")
    options = ["--path", "openapi.json", "--output-path", "python-client", "--config", config]
    command = [str(BIN / "openapi-python-client"), "generate", "--overwrite", *options]
    return _run("openapi-python-client", command, unwanted=("WARNING", "ERROR"))


def _generated_python() -> list[str]:
    options = ["-i", "openapi.json", "-g", "python", "-o", "generated-python"]
    more = ["--additional-properties=packageName=kompass_generated"]
    command = [str(BIN / "openapi-generator-cli"), "generate", *options, *more]
    return _run("openapi-generator", command, unwanted=("ERROR",))


def _typescript(described: Mapping[str, Any]) -> list[str]:
    folder = WORK / "typescript"
    folder.mkdir(exist_ok=True)
    (folder / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
    (folder / "calls.ts").write_text(program(described), encoding="utf-8")
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(HERE / "node_modules")
    types = [str(NODE / "openapi-typescript"), "openapi.json", "-o", "typescript/schema.d.ts"]
    compiled = [str(NODE / "tsc"), *TSC, "--types", "node", "calls.ts"]
    return _run("openapi-typescript", types) or _run("tsc", compiled, folder)


def _call(kind: str, address: str, values: Mapping[str, Any]) -> list[str]:
    """Every operation by every client, on one site."""
    given = [address, json.dumps(values)]
    python = str(BIN / "python")
    calls = (
        [python, str(HERE / "call_python_client.py"), "python-client", "openapi.json"],
        [python, str(HERE / "call_generated_python.py"), "generated-python", "openapi.json"],
        ["node", "typescript/calls.js"],
    )
    return [fault for call in calls for fault in _run(f"{kind} data", [*call, *given], told=True)]


def _run(
    what: str,
    command: Sequence[str],
    folder: Path = WORK,
    *,
    unwanted: Sequence[str] = (),
    told: bool = False,
) -> list[str]:
    """What is wrong, which is nothing where a command ends well and says nothing unwanted."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True, text=True
    )
    said = done.stdout + done.stderr
    if told and done.returncode == 0:
        sys.stdout.write(f"{what}: {done.stdout}")
    if done.returncode or any(word in said for word in unwanted):
        return [f"{what}: {line}" for line in said.strip().splitlines()[-40:]]
    return []


if __name__ == "__main__":
    sys.exit(main())
