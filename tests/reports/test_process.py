"""The process that makes files of reports: within bounds, replaced where it is gone, never left."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.config import ROOT
from app.queries.reading import Reading
from app.reports.failures import ReportFailed
from app.reports.making import ReportFiles, WantedFile
from app.reports.process import SPARING
from tests.conftest import UseDatabase
from tests.reports.asking import HEMNE, OTHERS, made, noted, refusal, under_way
from tests.reports.conftest import LONGEST, Makers, ends, go_on, happens, is_there, own_niceness
from tests.reports.standing_in import (
    computes,
    dies,
    fails,
    keeps_memory,
    leaves,
    misses,
    panics,
    prints,
    takes_memory,
    waits,
    writes,
)


def test_one_process_makes_one_after_the_other_after_those_who_read(
    makers: Makers, real: Reading, tmp_path: Path
) -> None:
    maker = makers(waits)
    wanted, pid = under_way(maker, real)
    assert os.getpriority(os.PRIO_PROCESS, pid) == min(19, own_niceness() + 10)
    assert maker.find(real, HEMNE) is wanted
    others = [maker.find(real, job) for job in OTHERS]
    assert [maker.place(other) for other in others if isinstance(other, WantedFile)] == [1, 2, 3]
    go_on(tmp_path)
    for job in OTHERS:
        made(maker, real, job)
    assert maker.pid == pid
    assert len(noted(tmp_path)) == 4


def test_killed_half_way_it_leaves_nothing_and_another_one_goes_on(
    makers: Makers, real: Reading, files_folder: Path, tmp_path: Path
) -> None:
    maker = makers(waits)
    wanted, pid = under_way(maker, real)
    next_one = maker.find(real, OTHERS[0])
    os.kill(pid, signal.SIGKILL)
    wanted.done.result(LONGEST)
    with pytest.raises(ReportFailed) as told:
        maker.find(real, HEMNE)
    assert told.value.status == 503
    assert 0 < (told.value.retry_after or 0) <= 60
    go_on(tmp_path)
    assert isinstance(next_one, WantedFile)
    made(maker, real, OTHERS[0])
    assert maker.pid not in (None, pid)
    assert list(files_folder.glob("*.part")) == []


def test_what_takes_too_long_is_ended(makers: Makers, real: Reading) -> None:
    maker = makers(computes, seconds=1.5)
    error = refusal(maker, real)
    assert (error.status, error.slug) == (503, "unavailable")
    assert "took too long" in str(error.message)
    assert maker.pid is None


def test_it_may_have_so_much_memory_and_no_more(makers: Makers, real: Reading) -> None:
    error = refusal(makers(takes_memory), real)
    assert error.status == 503
    assert "too much memory" in str(error.message)
    plenty = makers(takes_memory, memory=8_000_000_000)
    assert refusal(plenty, real, OTHERS[0]).status == 500  # it has the memory, and writes no file


def test_one_that_gives_no_memory_back_is_replaced_before_it_has_none(
    makers: Makers, real: Reading, tmp_path: Path
) -> None:
    maker = makers(keeps_memory)
    for job in [HEMNE, *OTHERS]:  # more than it may have, all together
        made(maker, real, job)
    assert len(noted(tmp_path)) == 4


def test_a_fault_of_ours_is_noted_once_and_not_tried_again_at_once(
    makers: Makers, real: Reading, caplog: pytest.LogCaptureFixture
) -> None:
    maker = makers(fails)
    with caplog.at_level(logging.ERROR, "app.reports"):
        error = refusal(maker, real)
        pid = maker.pid
        for _ in range(3):
            with pytest.raises(ReportFailed):
                maker.find(real, HEMNE)
    assert (error.status, error.slug) == (500, "internal")
    (record,) = caplog.records
    assert "no such template" in record.getMessage()
    assert refusal(maker, real, OTHERS[0]).status == 500
    assert maker.pid == pid  # it goes on


def test_a_file_of_ours_that_is_not_there_is_a_fault_of_ours(makers: Makers, real: Reading) -> None:
    """And no want of room."""
    assert refusal(makers(misses), real).status == 500


@pytest.mark.parametrize("way, words", [(panics, "no such glyph"), (leaves, "that is all")])
def test_what_a_library_raises_is_noted_and_another_process_goes_on(
    makers: Makers,
    real: Reading,
    caplog: pytest.LogCaptureFixture,
    way: Callable[..., str],
    words: str,
) -> None:
    """Also where it is no `Exception`."""
    maker = makers(way)
    with caplog.at_level(logging.ERROR, "app.reports"):
        error = refusal(maker, real)
        assert refusal(maker, real, OTHERS[0]).status == 500
    assert (error.status, error.slug) == (500, "internal")
    assert [words in record.getMessage() for record in caplog.records] == [True, True]


def test_a_machine_of_many_cores_takes_no_more_room(
    makers: Makers,
    real: Reading,
    real_url: str,
    use_database: UseDatabase,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Libraries take a thread for each core, each with addresses of its own."""
    for name in SPARING:
        monkeypatch.setenv(name, "512")
    use_database(real_url)
    maker = makers()
    assert made(maker, real).path.read_bytes().startswith(b"%PDF-")
    threads = [*Path(f"/proc/{maker.pid}/task").iterdir()]
    assert len(threads) < 20


def test_one_that_dies_says_so(makers: Makers, real: Reading) -> None:
    assert "broke off" in str(refusal(makers(dies), real).message)


def test_what_is_printed_is_no_answer(makers: Makers, real: Reading) -> None:
    made(makers(prints), real)


def test_one_that_cannot_be_started_says_so(files_folder: Path, real: Reading) -> None:
    maker = ReportFiles(command=["/nowhere/python"])
    assert refusal(maker, real).status == 503
    maker.close()


def test_without_work_the_process_ends(makers: Makers, real: Reading) -> None:
    maker = makers(writes, idle=0.05)
    made(maker, real)
    happens(maker, lambda: maker.pid is None)
    made(maker, real, OTHERS[0])


def test_the_end_of_the_site_is_its_end(makers: Makers, real: Reading, tmp_path: Path) -> None:
    maker = makers(waits)
    wanted, pid = under_way(maker, real)
    waiting = maker.find(real, OTHERS[0])
    maker.close()
    assert not is_there(pid)
    assert isinstance(waiting, WantedFile)
    assert wanted.done.done()
    assert waiting.done.done()
    go_on(tmp_path)
    made(maker, real)  # what is asked for afterwards begins anew


PARENT = """
import sys
from app.database import open_session
from app.queries.reading import open_reading
from app.reports.jobs import Job, ReportFormat, ReportKind
from app.reports.making import ReportFiles
from app.web.answering.kept_files import KeptFile

maker = ReportFiles(command=[sys.executable, "-m", "tests.reports.standing_in", sys.argv[1]])
with open_session() as session:
    reading = open_reading(session)
    job = Job(ReportKind.EVALUATION, ("hemne-2018",), "nb", ReportFormat.PDF)
    found = maker.find(reading, job)
    print("asked", flush=True)
    while maker.pid is None and not isinstance(found, KeptFile):
        found = maker.find(reading, job)
    print(maker.pid, flush=True)
    if not isinstance(found, KeptFile):
        found.done.result()
    print(maker.find(reading, job).sha256, flush=True)
"""
"""Another process of the site."""


def other_process(way: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PARENT, way]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.usefixtures("files_folder")
def test_it_does_not_outlive_a_site_that_is_killed(
    real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    with other_process("waits") as site:
        assert site.stdout is not None
        assert site.stdout.readline() == "asked\n"
        pid = int(site.stdout.readline())
        assert is_there(pid)
        site.kill()
    ends(pid)


def test_several_processes_of_a_site_make_a_file_once(
    files_folder: Path, tmp_path: Path, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    sites = [other_process("waits") for _ in range(2)]
    for site in sites:
        assert site.stdout is not None
        assert site.stdout.readline() == "asked\n"
    go_on(tmp_path)
    told = {site.communicate(timeout=LONGEST)[0].split()[-1] for site in sites}
    assert len(told) == 1
    assert noted(tmp_path) == ["hemne-2018 1"]
    assert len(list(files_folder.glob("*.pdf"))) == 1
