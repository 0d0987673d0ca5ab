"""Locks and tool settings pin every dependency by hash and say nothing of where it is fetched."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PYTHON_LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-bench.lock",
    "requirements-clients.lock",
    "requirements-node.lock",
)
PACKAGE_LOCKS = (
    "package-lock.json",
    "tools/clients/package-lock.json",
    "tools/lighthouse/package-lock.json",
)
SETTINGS = (
    "pyproject.toml",
    "package.json",
    ".npmrc",
    "tools/clients/package.json",
    "tools/clients/.npmrc",
    "tools/lighthouse/package.json",
    "tools/lighthouse/.npmrc",
)

PIN = re.compile(r"^[a-z0-9][a-z0-9._-]*==\S+( ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def python_lock(text: str) -> Iterator[str]:
    """Lines that are neither a pin, a hash nor a comment, and comments with an address."""
    for number, line in enumerate(text.splitlines(), 1):
        comment = line.lstrip().startswith("#")
        if "/" in line if comment else not (PIN.match(line) or HASH.match(line)):
            yield f"line {number}: {line.strip()}"


def package_lock(text: str) -> Iterator[str]:
    """Packages without a hash, or with the address they were fetched from."""
    packages: dict[str, dict[str, Any]] = json.loads(text)["packages"]
    for path, package in packages.items():
        if "resolved" in package:
            yield f"{path}: resolved"
        if path and "integrity" not in package:
            yield f"{path}: no integrity"


def settings(text: str) -> Iterator[str]:
    """Settings that name an address."""
    for number, line in enumerate(text.splitlines(), 1):
        if "://" in line or re.match(r"\s*(registry|index-url|extra-index-url|find-links)\b", line):
            yield f"line {number}: {line.strip()}"


def main() -> int:
    checks = [
        *((name, python_lock) for name in PYTHON_LOCKS),
        *((name, package_lock) for name in PACKAGE_LOCKS),
        *((name, settings) for name in SETTINGS),
    ]
    faults = [
        f"{name}: {fault}"
        for name, check in checks
        for fault in check((ROOT / name).read_text(encoding="utf-8"))
    ]
    print("\n".join(faults) or "Locks: pinned, hashed, and free of addresses")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
