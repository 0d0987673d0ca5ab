"""Where and when a run took place."""

import datetime
import os
import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

from app.config import ROOT
from tools.bench import cores

QUIET = 0.25
"""Load average over the last minute, for each core, up to which a machine counts as quiet."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The facts that figures are worth little without."""

    date: datetime.date
    commit: str
    processor: str
    cores: int
    gigabytes: float
    system: str
    python: str
    load: float
    """The load average over the minute before."""

    @property
    def busy(self) -> bool:
        return self.load > QUIET * self.cores

    def __str__(self) -> str:
        state = "busy with other work" if self.busy else "quiet"
        apart = (
            "one server worker on the first core, load on the last"
            if cores.apart()
            else "servers and load on any core"
        )
        return (
            f"{self.date}, commit {self.commit}; {self.processor}, {self.cores} cores, "
            f"{self.gigabytes:.0f} GB, {self.system}, Python {self.python}; {apart}; "
            f"the machine was {state} before (load average {self.load:.1f})"
        )


def machine() -> Machine:
    """This machine, now."""
    return Machine(
        date=datetime.datetime.now(datetime.UTC).date(),
        commit=_commit(),
        processor=_processor(),
        cores=len(cores.ALL) or cores.COUNT,
        gigabytes=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30,
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        load=os.getloadavg()[0],
    )


def _commit() -> str:
    """The commit, with a plus behind it where files are changed since."""
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--exclude=*"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return described.stdout.strip() or "unknown"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return names[0].strip() if names else "unknown processor"
