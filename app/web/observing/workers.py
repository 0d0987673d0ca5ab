"""The numbers of all processes that answer for one site, whichever of them is asked.

Each counts for itself. They meet in a folder: there each listens on a socket and tells its numbers
to those that ask, so nothing is written while nobody looks, and who has ended is simply gone. The
label `worker` keeps them apart: `sum(rate(…))` over it is right however often one is started anew.
"""

import asyncio
import json
import logging
import os
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias, TypeVar

from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import GaugeMetricFamily, Metric

from app import bounds
from app.web.observing.metrics import registry

logger = logging.getLogger(__name__)

FOLDER: Final = "KOMPASS_WORKERS_FOLDER"
"""What the processes of one site are told their folder by. Set by `together`, not by people."""

_LARGEST: Final = 16_000_000
"""Bytes of the numbers of one process."""

_THREAD: Final = ThreadPoolExecutor(1, "metrics")

T = TypeVar("T")
Told: TypeAlias = list[list[Any]]
"""Metrics as JSON: name, explanation, type, and samples of name, labels and value."""


@contextmanager
def together() -> Iterator[None]:
    """Around what starts several processes: gives them a folder to meet in, that others cannot
    look into."""
    with TemporaryDirectory(prefix="kompass-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            os.environ.pop(FOLDER, None)


@asynccontextmanager
async def telling() -> AsyncIterator[None]:
    """Tells the numbers of this process to the others, while it answers. Alone, does nothing."""
    folder = os.environ.get(FOLDER)
    if folder is None:
        yield
        return
    path = Path(folder, f"{os.getpid()}.sock")
    try:
        server = await asyncio.start_unix_server(_tell, path)
    except (OSError, ValueError, AttributeError) as error:  # no such sockets, or too long a path
        logger.warning("the other processes cannot see the metrics of this one: %s", error)
        yield
        return
    try:
        yield
    finally:
        server.close()
        _forget(path)


async def in_thread(work: Callable[[], T]) -> T:
    """Collecting and writing some thousand numbers takes long enough for readers to notice. One
    thread of its own does it: none that those who wait for the database could hold."""
    return await asyncio.get_running_loop().run_in_executor(_THREAD, work)


async def all_numbers() -> CollectorRegistry:
    """What every process measures now."""
    own = str(os.getpid())
    told = {own: await in_thread(_own_numbers)}
    silent = 0
    paths = [path for path in _sockets() if path.stem != own]
    answers = await asyncio.gather(*map(_ask, paths))
    for path, numbers in zip(paths, answers, strict=True):
        if numbers is None:
            silent += 1
        elif numbers:
            told[path.stem] = numbers
    merged = CollectorRegistry()
    merged.register(_Merged(told, silent))
    return merged


class _Merged:
    """One family for each name, with the samples of all."""

    def __init__(self, told: dict[str, Told], silent: int) -> None:
        self._told = told
        self._silent = silent

    def collect(self) -> Iterable[Metric]:
        families: dict[str, Metric] = {}
        for worker, metrics in self._told.items():
            for name, explanation, kind, samples in metrics:
                family = families.setdefault(name, Metric(name, explanation, kind))
                for sample, labels, value in samples:
                    family.add_sample(sample, {**labels, "worker": worker}, value)
        yield from families.values()
        yield GaugeMetricFamily(
            "kompass_workers", "Processes whose numbers these are.", value=len(self._told)
        )
        yield GaugeMetricFamily(
            "kompass_workers_silent",
            "Processes that did not tell their numbers in time.",
            value=self._silent,
        )


def _own_numbers() -> Told:
    return [
        [
            family.name,
            family.documentation,
            family.type,
            [
                [sample.name, sample.labels, sample.value]
                for sample in family.samples
                if not sample.name.endswith("_created")  # when each series began: twice the lines
            ],
        ]
        for family in registry.collect()
    ]


async def _tell(_: StreamReader, writer: StreamWriter) -> None:
    told = await in_thread(_own_numbers)
    with suppress(OSError):
        writer.write(json.dumps(told).encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()


async def _ask(path: Path) -> Told | None:
    """The numbers of another process: none of one that has ended, None of one that is silent."""
    try:
        async with asyncio.timeout(bounds.WORKER_SECONDS):
            reader, writer = await asyncio.open_unix_connection(path, limit=_LARGEST)
            try:
                told: Told = json.loads(await reader.read())
            finally:
                writer.close()
    except (ConnectionRefusedError, FileNotFoundError):
        _forget(path)
        return []
    except (OSError, TimeoutError, ValueError):
        return None
    return told


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _sockets() -> list[Path]:
    folder = os.environ.get(FOLDER)
    return sorted(Path(folder).glob("*.sock")) if folder else []
