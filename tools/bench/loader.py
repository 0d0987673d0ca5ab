"""The process that makes the load, as those see it who give it orders."""

import json
import subprocess
import sys
from dataclasses import asdict
from types import TracebackType
from typing import Self

from app.config import ROOT
from tools.bench import cores
from tools.bench.faults import NotMeasured
from tools.bench.load import Order, Outcome


class Loader:
    """Runs beside the server, on a core of its own where there is one."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.bench.load"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        cores.pin(self._process.pid, cores.LOAD)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def run(self, order: Order) -> Outcome:
        """Carries out an order.

        Raises:
            NotMeasured: something was answered with an error, or not at all.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise NotMeasured("the load could not be made")
        told = json.loads(line)
        if "error" in told:
            raise NotMeasured(f"the load failed: {told['error']}")
        outcome = Outcome(**told)
        if outcome.failed:
            raise NotMeasured(f"{outcome.failed} of {outcome.answers} answers were no success")
        return outcome
