"""A backup, and the same site from it on a machine that has nothing else."""

import asyncio
from pathlib import Path

from tests import event_loop
from tests.serving.client import patiently
from tests.serving.process import Site, command


def backed_up_and_restored(source: str, target: str, file: Path) -> None:
    """Writes a backup of one database, and restores it where there is nothing."""
    for url, words in ((source, ("backup", str(file))), (target, ("restore", str(file)))):
        process = command(url, *words)
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, f"{words}: {said}"


def differing(one: Site, other: Site, addresses: list[str], *, readers: int = 8) -> list[str]:
    """Addresses that two sites do not answer with the same bytes under the same ETag."""
    waiting = iter(addresses)
    found: list[str] = []

    async def compare() -> None:
        for address in waiting:
            first, second = await asyncio.gather(
                patiently(one.port, address), patiently(other.port, address)
            )
            if first.body != second.body or first.headers.get("etag") != second.headers.get("etag"):
                found.append(address)

    async def everything() -> None:
        await asyncio.gather(*(compare() for _ in range(readers)))

    event_loop.run(everything())
    return found
