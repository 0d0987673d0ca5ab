"""Processes that stand in for the one that makes files of reports, each with a way of its own:
`python -m tests.reports.standing_in <way> <memory>`. They talk as the real one, within the
same bounds."""

import fcntl
import os
import signal
import sys
from pathlib import Path
from typing import Any, Final

from app.reports.job_states import Stage, TellStage
from app.reports.worker import OtherProgram, main

FOLDER: Final = "STANDING_IN_FOLDER"
"""Where they note what they have made, and where what they wait for is."""
GO_ON: Final = "go-on"
"""A file that the test holds locked until they may go on."""
MADE: Final = "made"
TOO_MUCH: Final = 3_000_000_000
MUCH: Final = 400_000_000
_KEPT: Final[list[bytearray]] = []


def writes(asked: dict[str, Any], tell: TellStage) -> str:
    """Writes what it was asked for, and notes it."""
    tell(Stage.WRITING)
    name = "-".join(asked["job"]["ids"])
    Path(asked["path"]).write_text(f"{name} {asked['release']}", encoding="utf-8")
    with Path(os.environ[FOLDER], MADE).open("a", encoding="utf-8") as noted:
        noted.write(f"{name} {asked['release']}\n")
    return name


def waits(asked: dict[str, Any], tell: TellStage) -> str:
    """Does so when it is allowed to go on."""
    tell(Stage.WRITING)
    with Path(os.environ[FOLDER], GO_ON).open(encoding="utf-8") as gate:
        fcntl.flock(gate, fcntl.LOCK_SH)
    return writes(asked, tell)


def computes(asked: dict[str, Any], tell: TellStage) -> str:
    """Never comes to an end."""
    while True:
        tell(Stage.WRITING)


def dies(asked: dict[str, Any], tell: TellStage) -> str:
    """Is killed, as by a system that has no memory left."""
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def dies_once(asked: dict[str, Any], tell: TellStage) -> str:
    """Is killed the first time."""
    first = Path(os.environ[FOLDER], "died")
    if first.exists():
        return writes(asked, tell)
    first.touch()
    return dies(asked, tell)


def takes_memory(asked: dict[str, Any], tell: TellStage) -> str:
    """Asks for more memory than it may have; none of it is filled."""
    return str(len(bytearray(TOO_MUCH)))


def keeps_memory(asked: dict[str, Any], tell: TellStage) -> str:
    """Does so, and gives nothing back of what it took for that; none of it is filled."""
    _KEPT.append(bytearray(MUCH))
    return writes(asked, tell)


def fails(asked: dict[str, Any], tell: TellStage) -> str:
    """Stumbles over a fault of ours."""
    raise ValueError("no such template")


def misses(asked: dict[str, Any], tell: TellStage) -> str:
    """Does not find a file that it is made of."""
    return Path(asked["path"]).with_name("no-such-template").read_text(encoding="utf-8")


def is_of_another_program(asked: dict[str, Any], tell: TellStage) -> str:
    """Finds other files of the program than those that run."""
    raise OtherProgram("the program on disk is not the one that runs")


def is_of_another_program_at_times(asked: dict[str, Any], tell: TellStage) -> str:
    """Does so for files in bokmål and Swedish."""
    if asked["job"]["language"] in ("nb", "sv"):
        return is_of_another_program(asked, tell)
    return writes(asked, tell)


class Panic(BaseException):
    """What libraries in another language raise is no `Exception`."""


def panics(asked: dict[str, Any], tell: TellStage) -> str:
    """A library stumbles over a fault of its own."""
    raise Panic("no such glyph")


def leaves(asked: dict[str, Any], tell: TellStage) -> str:
    """A library would end the process."""
    sys.exit("that is all")


def prints(asked: dict[str, Any], tell: TellStage) -> str:
    """Says what nobody asked it."""
    sys.stdout.write('{"ended": "failed", "why": "", "stem": ""}\n')
    sys.stdout.flush()
    return writes(asked, tell)


WAYS: Final = (
    writes,
    waits,
    computes,
    dies,
    dies_once,
    takes_memory,
    keeps_memory,
    fails,
    misses,
    is_of_another_program,
    is_of_another_program_at_times,
    panics,
    leaves,
    prints,
)

if __name__ == "__main__":
    main({way.__name__: way for way in WAYS}[sys.argv[1]])
