"""A process that runs the command, and kills itself right after a statement:

`python -m tests.commands.bringing_in STATEMENT ARGUMENT…`

The statement is the first that begins so; it says `ready` when it has loaded all that it needs.
"""

import os
import signal
import subprocess
import sys
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.cli import app
from app.config import ROOT

LONGEST = 120
NEVER = "-"


def bringing_in(url: str, statement: str, *arguments: str) -> "subprocess.Popen[str]":
    """Starts such a process, and waits until it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.commands.bringing_in", statement, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"DATABASE_URL": url},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def main(statement: str, *arguments: str) -> None:
    def stop(_conn: Any, _cursor: Any, sent: str, *_rest: Any) -> None:
        if sent.startswith(statement):
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", stop)
    print("ready", flush=True)  # noqa: T201
    app([*arguments])


if __name__ == "__main__":
    main(*sys.argv[1:])
