"""The process that makes files of reports: `python -m app.reports.worker`.

It is told a job a line as JSON, writes the file where it is told to, and answers in lines as well:
how far it is, and how it ended. It reads the database by itself, ends when nobody talks to it any
more, and is bounded by the system where that knows how: in memory, and for each job in the time it
computes. Whatever somebody prints goes where log lines go.
"""

import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Final, TypeAlias

from sqlalchemy.exc import DisconnectionError, SQLAlchemyError

from app import bounds
from app.config import settings
from app.errors import Gone, NotFound, Unavailable, one_line
from app.reports.job_states import JobEnd, Outcome, Stage, TellStage
from app.reports.jobs import Job, Prepared, prepare
from app.reports.kept_name import kept_name
from app.reports.process import SPARING
from app.web.observing import logs
from app.web.program import fingerprint

if sys.platform != "win32":
    import resource

Make: TypeAlias = Callable[[dict[str, Any], TellStage], str]
"""Makes what was asked for, tells how far it is, and what the file is to be called."""

_SPARE_SECONDS: Final = 5
_FIRST_TO_GO: Final = 500
"""Of 1000, by which Linux chooses whom to end."""


def make(asked: dict[str, Any], tell: TellStage) -> str:
    """Writes the file of a job as it is in a release.

    Raises:
        OtherRelease: the database holds another one of that number now.
        NeverStill: it was written to each time that it was read.
        OtherProgram: what this process would write is no more what was asked for.
        NoRoom: it cannot be written.
    """
    job = Job.of(asked["job"])
    prepared = _read(job, asked)
    tell(Stage.WRITING)
    content = prepared.write()
    _refuse_other_program(asked["program"])
    try:
        Path(asked["path"]).write_bytes(content)
    except OSError as error:
        raise NoRoom(str(error)) from error
    return prepared.stem


def _read(job: Job, asked: dict[str, Any]) -> Prepared:
    """Reads the database, and says what is in it. Where somebody writes to it meanwhile, what was
    read may be of before and after: it is read anew."""
    from app.database import BACKGROUND, has_changed, open_session
    from app.domain.language import LANGUAGES
    from app.queries.reading import open_reading

    for left in reversed(range(bounds.REPORT_READS)):
        with open_session(BACKGROUND) as session:
            try:
                reading = open_reading(session, asked["release"], LANGUAGES[job.language].collation)
                if reading.release.sha256 != asked["sha256"]:
                    raise OtherRelease("there is another one of this number")
                _refuse_other_program(asked["program"])
                if kept_name(reading, job) != asked["name"]:
                    raise OtherProgram("its settings or its libraries are others")
                prepared = prepare(reading, job)
            except SQLAlchemyError as error:
                is_noticed = isinstance(error, DisconnectionError)  # while it was read
                if not has_changed(session) or not (left or is_noticed):
                    raise
                continue
            if not has_changed(session):
                return prepared
    raise NeverStill("the database was written to each time that it was read")


def _refuse_other_program(program: str) -> None:
    """Ends here where the files of the program have become others: parts of it that were read
    before, in this process or in the one that asks, do not go with those that are read now. Where
    one cannot be read, or goes while it is looked for, they are just being exchanged."""
    try:
        is_same = fingerprint(anew=True) == program
    except OSError as error:
        raise OtherProgram(f"the program on disk cannot be read: {error}") from error
    if not is_same:
        raise OtherProgram("the program on disk is not the one that runs")


class OtherRelease(Exception):
    """The database is not the one that was meant."""


class NeverStill(Exception):
    """What was read may be of before and after, however often it was read."""


class OtherProgram(Exception):
    """The program, or what it was told, is not the one that was meant."""


class NoRoom(Exception):
    """The file cannot be written."""


def work(
    heard: Iterator[str], answer: Callable[[dict[str, Any]], None], make: Make, memory: int
) -> None:
    """Does one job after the other until there is nothing to be heard, or too little is left of
    the memory: the typesetter keeps parts of everything that it has set. Another process takes its
    place then."""
    for line in heard:
        asked = json.loads(line)
        answer({"stage": Stage.READING})
        _bound_computing(asked["seconds"])
        outcome = _outcome(partial(make, asked, lambda stage: answer({"stage": stage})))
        answer(asdict(outcome))
        worn = _used() > memory * bounds.REPORT_WORN_SHARE
        if outcome.ended in (JobEnd.MEMORY, JobEnd.BROKEN) or worn:
            return  # what is left of it may be too little for the next


def _outcome(job: Callable[[], str]) -> Outcome:
    try:
        return Outcome(JobEnd.MADE, stem=job())
    except MemoryError:
        return Outcome(JobEnd.MEMORY)
    except (OtherRelease, NotFound, Gone) as error:
        return Outcome(JobEnd.OTHER_RELEASE, str(error))
    except NeverStill as error:
        return Outcome(JobEnd.NEVER_STILL, str(error))
    except OtherProgram as error:
        return Outcome(JobEnd.OTHER_PROGRAM, str(error))
    except (SQLAlchemyError, Unavailable) as error:
        return Outcome(JobEnd.NO_DATABASE, one_line(error))
    except NoRoom as error:
        return Outcome(JobEnd.NO_ROOM, str(error))
    except Exception:  # whatever it is, the process goes on
        return Outcome(JobEnd.FAILED, traceback.format_exc())
    except BaseException:  # a library in another language panicked, or would end the process
        return Outcome(JobEnd.BROKEN, traceback.format_exc())


def main(make: Make = make) -> None:
    """Talks to whoever started it, who says how much memory it may have."""
    os.environ.update(SPARING)  # also where somebody else started it
    answers, memory = _only_for_answers(), int(sys.argv[-1])
    _bound_itself(memory)
    logs.configure(settings().log_format, "WARNING")

    def answer(what: dict[str, Any]) -> None:
        answers.write(json.dumps(what) + "\n")
        answers.flush()

    with suppress(BrokenPipeError):
        work(_heard(sys.stdin), answer, make, memory)


def _only_for_answers() -> IO[str]:
    """Standard output, which nobody else gets hold of: what is printed would be taken for one."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _heard(source: IO[str]) -> Iterator[str]:
    """The lines that it is told. Where they end, it ends at once, whatever it is doing: whoever
    asked is not there any more."""
    lines: SimpleQueue[str] = SimpleQueue()

    def listen() -> None:
        for line in source:
            lines.put(line)
        os._exit(0)

    threading.Thread(target=listen, name="asked", daemon=True).start()
    while True:
        yield lines.get()


def _bound_itself(memory: int) -> None:
    """In memory, and after everybody who reads pages. Ctrl-C is for whoever started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        return
    with suppress(OSError):
        os.nice(bounds.REPORT_NICENESS)
    with suppress(OSError):  # where memory runs out, it is ended rather than those who answer
        Path("/proc/self/oom_score_adj").write_text(str(_FIRST_TO_GO), encoding="ascii")
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(OSError, ValueError):  # not every system knows it
        resource.setrlimit(resource.RLIMIT_AS, (memory, most))


def _used() -> int:
    """Bytes of addresses, as the bound counts them; 0 where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _bound_computing(seconds: float) -> None:
    """The system ends it where it computes for longer: also what hears nobody, since it is at work
    in a library that lets no other thread run."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + _SPARE_SECONDS
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (until, most))


if __name__ == "__main__":
    main()
