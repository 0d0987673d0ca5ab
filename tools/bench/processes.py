"""What a server and the processes it has started take: processor time and memory (Linux)."""

import os
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
THERE_IS = (PROC / "self" / "smaps_rollup").exists()
"""Whether the system tells."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes: all that is in memory, and the same with shared parts divided by their sharers."""

    rss: float
    pss: float


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, int] = {}
    for entry in PROC.iterdir() if THERE_IS else ():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            parents[int(entry.name)] = int(fields[1])
    found = [pid]
    for one in found:  # grows meanwhile
        found += [child for child, parent in parents.items() if parent == one]
    return found


def seconds(pid: int) -> float:
    """Processor time that a server has taken so far; 0 where the system does not tell."""
    ticks = os.sysconf("SC_CLK_TCK")
    return sum(
        (int(fields[11]) + int(fields[12])) / ticks
        for one in family(pid)
        if (fields := _stat(one)) and THERE_IS
    )


def workers(pid: int) -> list[int]:
    """The processes that answer: the server itself, or those that it has spawned to do so."""
    spawned = [one for one in family(pid) if b"spawn_main" in _read(one, "cmdline")]
    return spawned or [pid]


def memory(pid: int) -> Memory:
    """What one process takes."""
    sizes = {
        line.split(b":")[0]: int(line.split()[1]) / 1024
        for line in _read(pid, "smaps_rollup").splitlines()[1:]
    }
    return Memory(sizes[b"Rss"], sizes[b"Pss"])


def _stat(pid: int) -> list[bytes]:
    """The fields of `stat` from the third on; none where the process has ended."""
    return _read(pid, "stat").rpartition(b")")[2].split()


def _read(pid: int, name: str) -> bytes:
    try:
        return (PROC / str(pid) / name).read_bytes()
    except OSError:
        return b""
