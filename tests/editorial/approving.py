"""A process that approves a draft, and may be killed while it does:

`python -m tests.editorial.approving ADDRESS DRAFT [STATEMENT]`

With a statement it kills itself right after the first that begins so. It says `ready` when it has
loaded all that it needs, and `done` at the end.
"""

import os
import signal
import subprocess
import sys
from typing import Any

from sqlalchemy import event

from app.config import ROOT
from app.database import create
from app.editorial import workflow
from tests.editorial.working import MORNING, TERMINAL

LONGEST = 120


def approving(url: str, draft: int, *statement: str) -> "subprocess.Popen[str]":
    """Starts such a process, and waits until it is ready."""
    command = [sys.executable, "-m", "tests.editorial.approving", url, str(draft), *statement]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def main(url: str, draft: str, statement: str = "") -> None:
    engine = create(url, writes=True)

    def stop(_conn: Any, _cursor: Any, sent: str, *_rest: Any) -> None:
        if statement and sent.startswith(statement):
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "after_cursor_execute", stop)
    print("ready", flush=True)  # noqa: T201
    workflow.approve(engine, TERMINAL, int(draft), "Feil i kilden", MORNING)
    print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
