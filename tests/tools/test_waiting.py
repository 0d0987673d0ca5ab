"""Readers who wait for a file ask until it is there, and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tools.bench.faults import NotMeasured
from tools.bench.waiting import crowd, until_there

Asked = list[str]


@contextmanager
def server(answers: dict[str, list[int]], pause: int = 0) -> Iterator[tuple[int, Asked]]:
    """Its port, and what it was asked for: each path is answered so, the last answer for ever."""
    asked: Asked = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            before = asked.count(self.path)
            asked.append(self.path)
            self.send_response(answers[self.path][min(before, len(answers[self.path]) - 1)])
            self.send_header("Retry-After", str(pause))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as answering:
        thread = Thread(target=answering.serve_forever)
        thread.start()
        try:
            yield answering.server_port, asked
        finally:
            answering.shutdown()
            thread.join()


def test_a_file_is_asked_for_until_it_is_there() -> None:
    with server({"/file": [202, 202, 200]}, pause=3600) as (port, asked):
        assert until_there(port, "/file") > 0
    assert asked == ["/file"] * 3


@pytest.mark.parametrize("answers", [[404], [202, 500], [503, 200]])
def test_a_file_that_is_refused_is_not_measured(answers: list[int]) -> None:
    with server({"/file": answers}) as (port, _), pytest.raises(NotMeasured):
        until_there(port, "/file")


def test_each_of_a_crowd_waits_for_a_file_of_its_own() -> None:
    paths = {"/a": [200], "/b": [202, 202, 200], "/c": [503, 202, 503, 200]}
    with server(paths) as (port, asked), crowd(port, list(paths)) as readers:
        waited = [reader.result() for reader in readers]
    assert [one.refused for one in waited] == [0, 0, 2]
    assert {path: asked.count(path) for path in paths} == {"/a": 1, "/b": 3, "/c": 4}


def test_who_still_waits_at_the_end_gives_up() -> None:
    with server({"/never": [202]}, pause=3600) as (port, asked):
        with crowd(port, ["/never"]) as readers:
            pass
        with pytest.raises(NotMeasured):
            readers[0].result()
    assert asked == ["/never"]
