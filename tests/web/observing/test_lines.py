"""Whoever takes the lines may be slow, stuck or gone: those who write them never wait."""

import logging
import os
import select

from app.web.observing.counts import counts
from app.web.observing.lines import LineWriter


def record(message: str) -> logging.LogRecord:
    return logging.LogRecord("app.test", logging.INFO, __file__, 1, message, (), None)


def test_a_pipe_that_nobody_reads_stops_nothing() -> None:
    reads, writes = os.pipe()
    handler = LineWriter(writes, lines=100)
    lost = counts.log_lines_lost
    for number in range(2_000):
        handler.handle(record(f"{number:04d} " + "x" * 1_000))
    assert counts.log_lines_lost - lost > 1_000  # a pipe holds some 64 kB, and a hundred wait
    writer = handler._writer
    handler.close()  # gives up after a while
    assert writer is not None
    assert writer.is_alive()
    # Now somebody reads: the first lines are there, in order and whole.
    seen = b""
    while not seen.count(b"\n") > 100:
        seen += os.read(reads, 65_536)
    numbers = [int(line[:4]) for line in seen.splitlines()[:100]]
    assert numbers == list(range(100))
    while writer.is_alive():
        writer.join(0.01)
        if select.select([reads], [], [], 0)[0]:
            os.read(reads, 65_536)
    os.close(reads)
    os.close(writes)


def test_a_reader_who_is_gone_stops_nothing() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    handler = LineWriter(writes)
    lost = counts.log_lines_lost
    for _ in range(10):
        handler.handle(record("hello"))
    handler.close()
    assert counts.log_lines_lost - lost == 10
    os.close(writes)


def test_what_is_left_is_written_at_the_end() -> None:
    reads, writes = os.pipe()
    handler = LineWriter(writes)
    for number in range(1_000):
        handler.handle(record(str(number)))
    handler.close()
    os.close(writes)
    with open(reads, encoding="utf-8") as pipe:
        assert pipe.read().split() == [str(number) for number in range(1_000)]
