"""What the system tells of a server's processes, where it tells anything (Linux)."""

import os
import subprocess
import sys

from tools.bench import processes

PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
print(child.pid, flush=True)
input()
child.communicate(b"end")
"""


def test_a_family_is_all_that_descend_from_a_process() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    expected = [parent.pid, child] if processes.THERE_IS else [parent.pid]
    assert processes.family(parent.pid) == expected
    parent.communicate(b"end\n")
    assert processes.family(parent.pid) == [parent.pid]


def test_processor_time_and_memory_are_those_the_process_knows_of_itself() -> None:
    own = os.times()
    told = processes.seconds(os.getpid())
    if processes.THERE_IS:
        # Each of the two is cut to hundredths of a second.
        assert own.user + own.system - 0.02 <= told
        found = processes.memory(os.getpid())
        assert 5 < found.pss <= found.rss < 10_000
    else:
        assert told == 0
