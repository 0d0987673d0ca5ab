"""Files of reports, made in a process beside the one that answers pages, and kept on disk.

One thread takes what is wanted in the order in which it was, and has a process make it
(`app.reports.process`). Several processes of the site that want the same file make it once: each
holds the file's lock while its own worker writes. What could not be made is not tried again at
once, and whoever asks meanwhile is told why.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from typing import Any, Final

from anyio import to_thread

from app import bounds
from app.config import Settings, settings
from app.domain.release import Release
from app.queries.reading import Reading
from app.reports.failures import PASSING, Failed, ReportBusy, ReportFailed, ReportsOfOne
from app.reports.job_states import JobEnd, Outcome, Stage
from app.reports.jobs import Job
from app.reports.kept_name import kept_name
from app.reports.process import COMMAND, WorkerProcess
from app.web.answering.kept_files import BeingMade, KeptFile, KeptFiles
from app.web.answering.release_files import kept_files
from app.web.program import fingerprint

logger = logging.getLogger(__name__)

STEM: Final = "stem"
"""Where the record of a kept file says what it is called, without its ending."""
_ELSEWHERE_SECONDS: Final = 0.2
"""Between two looks at whether another process has made what both want."""
_MOST_FAILED: Final = 256


@dataclass(eq=False)
class WantedFile:
    """A file that is wanted. `done` is set when it is there, or cannot be."""

    name: str
    job: Job
    release: Release
    files: KeptFiles
    done: "Future[None]" = field(default_factory=Future)
    stage: Stage = Stage.WAITING
    client: str | None = None
    """Who asked first, as far as that is counted."""
    elsewhere: bool = False
    """Whether another process of the site is at it."""


class ReportFiles:
    """Makes files one at a time, for as long as the site runs."""

    def __init__(
        self,
        *,
        command: Sequence[str] = COMMAND,
        seconds: float = bounds.REPORT_SECONDS,
        length: int = bounds.REPORT_QUEUE,
        retry: float = bounds.REPORT_RETRY_SECONDS,
        idle: float = bounds.REPORT_IDLE_SECONDS,
        memory: int = bounds.REPORT_MEMORY_BYTES,
    ) -> None:
        self._start: Callable[[], WorkerProcess] = lambda: WorkerProcess(memory, command)
        self._seconds, self._length, self._retry, self._idle = seconds, length, retry, idle
        self._changed = Condition()
        self._wanted: OrderedDict[str, WantedFile] = OrderedDict()
        """In the order they are made; the first is under way."""
        self._failed: OrderedDict[str, Failed] = OrderedDict()
        self._thread: Thread | None = None
        self._worker: WorkerProcess | None = None
        self._started_with: Settings | None = None
        self._ending = False
        self._outdated = False
        self._elsewhere = 0
        """How many in a row are being made by others."""

    @property
    def pid(self) -> int | None:
        """Of the process that makes files, while there is one."""
        worker = self._worker
        return worker.pid if worker is not None and worker.is_alive else None

    @property
    def is_outdated(self) -> bool:
        """Whether the program on disk was not the one that runs when it was last looked at: until
        the site is started anew, no file is made."""
        return self._outdated

    def look_up(self, reading: Reading, job: Job) -> KeptFile | WantedFile | None:
        """The file, or what is known of its making; None where that has not begun.

        Raises:
            ReportFailed: it could not be made a little while ago.
            OSError: there is no place to keep it.
        """
        name = kept_name(reading, job)
        found = kept_files().get(name)
        if found is not None:
            return found
        with self._changed:
            self._refuse_failed(name)
            return self._wanted.get(name)

    def find(self, reading: Reading, job: Job, client: str | None = None) -> KeptFile | WantedFile:
        """The file, or what is known of its making, which begins where it has not begun. `client`
        is who asks, where that is counted.

        Raises:
            ReportBusy: too many wait.
            ReportsOfOne: whoever asks waits for too many.
            ReportFailed: it could not be made a little while ago.
            OSError: there is no place to keep it.
        """
        files, name = kept_files(), kept_name(reading, job)
        found = files.get(name)
        if found is not None:
            return found
        with self._changed:
            self._refuse_failed(name)
            wanted = self._wanted.get(name)
            if wanted is None:
                if len(self._wanted) >= self._length or self._ending:
                    raise ReportBusy
                own = [one for one in self._wanted.values() if client and one.client == client]
                if len(own) >= bounds.REPORTS_OF_ONE:
                    raise ReportsOfOne
                wanted = WantedFile(name, job, reading.release, files, client=client)
                self._wanted[name] = wanted
                self._begin()
            return wanted

    @property
    def wanted(self) -> tuple[WantedFile, ...]:
        """What is wanted, in the order in which it is made."""
        with self._changed:
            return tuple(self._wanted.values())

    @property
    def names(self) -> tuple[str, ...]:
        """The same by name."""
        with self._changed:
            return tuple(self._wanted)

    def place(self, wanted: WantedFile) -> int:
        """How many are made before it: the one under way, and those that wait for longer. None
        before one that another process makes."""
        if wanted.elsewhere:
            return 0
        names = self.names
        return names.index(wanted.name) if wanted.name in names else 0

    def wait_for(self, true: Callable[[], bool], seconds: float) -> bool:
        """Waits until something is so of what is wanted or of the process, at most so long; whether
        it is."""
        with self._changed:
            return self._changed.wait_for(true, seconds)

    @asynccontextmanager
    async def going_on(self) -> AsyncIterator[None]:
        """Knows from the beginning which program runs, and ends with the site."""
        await to_thread.run_sync(fingerprint)
        try:
            yield
        finally:
            await to_thread.run_sync(self.close)

    def close(self) -> None:
        """Ends the process, and gives up what is wanted. What is asked for afterwards begins
        anew."""
        with self._changed:
            self._ending = True
            thread, worker = self._thread, self._worker
            self._changed.notify_all()
        if worker is not None:
            worker.end()
        if thread is not None:
            thread.join()
        with self._changed:
            given_up = list(self._wanted.values())
            self._wanted.clear()
            self._failed.clear()
            self._ending = False
        for wanted in given_up:
            wanted.done.set_result(None)

    def _refuse_failed(self, name: str) -> None:
        failed = self._failed.get(name)
        if failed is None:
            return
        left = failed.until - time.monotonic()
        if left > 0:
            raise ReportFailed(failed.how, left)
        del self._failed[name]

    def _begin(self) -> None:
        """Wakes the thread, or starts it."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="reports", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _next(self) -> WantedFile | None:
        """What is to be made next. None where nothing is wanted for long, or at the end: then the
        process has ended too."""
        with self._changed:
            if not self._wanted and not self._ending:
                self._changed.wait_for(lambda: self._wanted or self._ending, self._idle)
            if self._wanted and not self._ending:
                return next(iter(self._wanted.values()))
            self._thread = None
            worker, self._worker = self._worker, None
            self._changed.notify_all()
        if worker is not None:
            worker.end()
        return None

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            try:
                outcome = self._made(wanted)
            except BeingMade:
                self._make_others_first(wanted)
                continue
            except Exception as error:  # whatever it is, the next is made
                outcome = Outcome(JobEnd.FAILED, repr(error))
            self._finish(wanted, outcome)

    def _make_others_first(self, wanted: WantedFile) -> None:
        """Another process of the site is making it. Where that is so of all that are wanted, it is
        looked again in a little while."""
        with self._changed:
            wanted.elsewhere = True
            self._wanted.move_to_end(wanted.name)
            self._elsewhere += 1
            if self._elsewhere >= len(self._wanted):
                self._elsewhere = 0
                self._changed.wait_for(lambda: self._ending, _ELSEWHERE_SECONDS)

    def _made(self, wanted: WantedFile) -> Outcome:
        """Has the file made, and says how that ended.

        Raises:
            BeingMade: another process is at it.
        """

        def make(path: Path) -> Mapping[str, Any]:
            wanted.elsewhere = False
            outcome = self._asked(wanted, path)
            if outcome.ended is JobEnd.MADE and not path.stat().st_size:
                outcome = Outcome(JobEnd.FAILED, "nothing was written")
            if outcome.ended is not JobEnd.MADE:
                raise _NotMade(outcome)
            return {STEM: outcome.stem}

        try:
            wanted.files.get_or_make(wanted.name, make, 0)
        except _NotMade as error:
            return error.outcome
        except OSError as error:
            return Outcome(JobEnd.NO_ROOM, str(error))
        return Outcome(JobEnd.MADE)

    def _asked(self, wanted: WantedFile, path: Path) -> Outcome:
        """Has a process write the file. One that has been gone since the last time, and is only
        found to be so now, has not begun: another one is asked."""
        outcome = self._asked_once(wanted, path)
        if outcome.ended is JobEnd.DIED and wanted.stage is Stage.WAITING:
            return self._asked_once(wanted, path)
        return outcome

    def _asked_once(self, wanted: WantedFile, path: Path) -> Outcome:
        try:
            worker = self._ready_worker()
        except OSError as error:
            return Outcome(JobEnd.DIED, str(error))
        if worker is None:
            return Outcome(JobEnd.DIED, "the site is ending")

        def tell(stage: Stage) -> None:
            with self._changed:
                wanted.stage = stage
                self._changed.notify_all()

        asked = {
            "job": wanted.job.as_data(),
            "release": wanted.release.number,
            "sha256": wanted.release.sha256,
            "name": wanted.name,
            "program": fingerprint(),
            "path": str(path.absolute()),
        }
        return worker.ask(asked, self._seconds, tell)

    def _ready_worker(self) -> WorkerProcess | None:
        """The process that there is, or a new one where it is gone or knows other settings."""
        chosen = settings()
        if self._worker is not None and not (
            self._worker.is_alive and self._started_with is chosen
        ):
            self._end_worker()
        with self._changed:
            if self._ending:
                return None
            if self._worker is None:
                self._worker, self._started_with = self._start(), chosen
            return self._worker

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

    def _finish(self, wanted: WantedFile, outcome: Outcome) -> None:
        ended, why = outcome.ended, outcome.why
        with self._changed:
            self._elsewhere = 0
            self._wanted.pop(wanted.name, None)
            has_been_told = self._outdated and ended is JobEnd.OTHER_PROGRAM
            if ended in (JobEnd.MADE, JobEnd.OTHER_PROGRAM):
                self._outdated = ended is JobEnd.OTHER_PROGRAM
            if ended is not JobEnd.MADE and not self._ending:
                self._failed[wanted.name] = Failed(
                    ended, time.monotonic() + self._until_again(ended)
                )
                while len(self._failed) > _MOST_FAILED:
                    self._failed.popitem(last=False)
                if ended is not JobEnd.OTHER_PROGRAM:
                    logger.error("the file %s is not made (%s): %s", wanted.name, ended.value, why)
                elif not has_been_told:
                    logger.error("no file of a report is made until the site starts anew: %s", why)
        wanted.done.set_result(None)

    def _until_again(self, ended: JobEnd) -> float:
        """For how many seconds it is not tried again."""
        return min(self._retry, bounds.REPORT_PASSING_SECONDS) if ended in PASSING else self._retry


class _NotMade(Exception):
    """The worker has said why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.ended)
        self.outcome = outcome


REPORT_FILES: Final = ReportFiles()
"""Of this process."""
