"""The process that makes files of reports, as the site holds it: asked for one at a time, given so
much time for each, and ended where it does not end."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Event, Lock, Timer
from typing import Any, Final

from app import bounds
from app.config import ROOT
from app.reports.job_states import JobEnd, Outcome, Stage, TellStage

logger = logging.getLogger(__name__)

COMMAND: Final = (sys.executable, "-P", "-m", "app.reports.worker")
"""The program that runs, whatever lies in the folder that the site was started in."""
_PARTING_SECONDS: Final = 2.0
SPARING: Final = {
    "RAYON_NUM_THREADS": str(bounds.REPORT_THREADS),
    "MALLOC_ARENA_MAX": str(bounds.REPORT_THREADS),
}
"""What is told to libraries that would else take as many threads, and as much room for each, as
the machine has cores."""


class WorkerProcess:
    """One process, started at once."""

    def __init__(self, memory: int, command: Sequence[str] = COMMAND) -> None:
        """With so many bytes of memory.

        Raises:
            OSError: it cannot be started.
        """
        found = os.environ.get("PYTHONPATH")
        path = os.pathsep.join([str(ROOT), *([found] if found else [])])
        self._process = subprocess.Popen(  # noqa: S603 - the program itself
            [*command, str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **SPARING, "PYTHONPATH": path},
            text=True,
            encoding="utf-8",
        )
        self._ending = Lock()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, asked: dict[str, Any], seconds: float, tell: TellStage) -> Outcome:
        """Has a file made, and says how that ended. Whoever takes longer is ended."""
        late = Event()

        def end() -> None:
            late.set()
            self._kill()

        timer = Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            found = self._answered(asked, seconds, tell)
        except (OSError, ValueError) as error:  # it is gone, or talks of something else
            found = Outcome(JobEnd.DIED, str(error))
        finally:
            timer.cancel()
        if found.ended is JobEnd.DIED and late.is_set():
            return Outcome(JobEnd.LATE, f"it took more than {seconds:g} seconds")
        return found

    def _answered(self, asked: dict[str, Any], seconds: float, tell: TellStage) -> Outcome:
        assert self._process.stdin is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        self._process.stdin.write(json.dumps({**asked, "seconds": seconds}) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            answer = json.loads(line)
            if "ended" in answer:
                return Outcome(JobEnd(answer["ended"]), answer["why"], answer["stem"])
            tell(Stage(answer["stage"]))
        self._kill()
        return Outcome(JobEnd.DIED, f"it ended with {self._process.wait()}")

    def end(self) -> None:
        """It has nothing more to do. What it is at is given up."""
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(_PARTING_SECONDS)
        except subprocess.TimeoutExpired:
            self._kill()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _kill(self) -> None:
        with self._ending:
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
