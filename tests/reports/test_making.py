"""Files of reports: made beside the site, once, within bounds, and never half."""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.config import ROOT
from app.database import session_factory
from app.publishing.seed import seed
from app.queries.reading import Reading, open_reading
from app.reports import worker
from app.reports.failures import ReportBusy, ReportFailed
from app.reports.job_states import JobEnd, Stage
from app.reports.jobs import FORMATS, Job, ReportFormat, ReportKind, prepare
from app.reports.making import STEM, ReportFiles, WantedFile, kept_name
from app.reports.process import COMMAND, SPARING
from app.web.answering.kept_files import KeptFile, KeptFiles
from tests.conftest import UseDatabase
from tests.publishing.changing import edit
from tests.reports.conftest import LONGEST, Makers, ends, go_on, happens, is_there, own_niceness
from tests.reports.standing_in import (
    FOLDER,
    MADE,
    computes,
    dies,
    dies_once,
    fails,
    keeps_memory,
    leaves,
    panics,
    prints,
    takes_memory,
    waits,
    writes,
)

HEMNE = Job(ReportKind.EVALUATION, ("hemne-2018",), "nb", ReportFormat.PDF)
OTHERS = [replace(HEMNE, language=language) for language in ("nn", "sv", "en")]


def made(maker: ReportFiles, reading: Reading, job: Job = HEMNE) -> KeptFile:
    """The file, when it is there."""
    found = maker.find(reading, job)
    if isinstance(found, WantedFile):
        found.done.result(LONGEST)
        found = maker.find(reading, job)
    assert isinstance(found, KeptFile)
    return found


def refusal(maker: ReportFiles, reading: Reading, job: Job = HEMNE) -> ReportFailed:
    """Why the file cannot be had, when that is known."""
    wanted = maker.find(reading, job)
    assert isinstance(wanted, WantedFile)
    wanted.done.result(LONGEST)
    with pytest.raises(ReportFailed) as told:
        maker.find(reading, job)
    return told.value


def under_way(maker: ReportFiles, reading: Reading, job: Job = HEMNE) -> tuple[WantedFile, int]:
    """A file that is being made just now, and by which process."""
    wanted = maker.find(reading, job)
    assert isinstance(wanted, WantedFile)
    happens(maker, lambda: wanted.stage is Stage.WRITING)
    pid = maker.pid
    assert pid is not None
    return wanted, pid


def noted(tmp_path: Path) -> list[str]:
    """What stand-ins have made."""
    return (tmp_path / MADE).read_text(encoding="utf-8").splitlines()


@pytest.mark.on_both_databases
@pytest.mark.usefixtures("files_folder")
def test_another_process_makes_the_same_bytes_and_names_them_as_the_report_does(
    makers: Makers, real: Reading, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    found = made(makers(), real)
    here = prepare(real, HEMNE).write()
    assert here.startswith(b"%PDF-")
    assert found.path.read_bytes() == here
    assert found.sha256 == sha256(here).hexdigest()
    assert found.told[STEM] == "kommunekompasset-report-hemne-2018-r1-nb"


@pytest.mark.usefixtures("files_folder")
def test_each_file_that_is_offered_can_be_made(
    real: Reading, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    begin = {
        ReportFormat.PDF: b"%PDF-",
        ReportFormat.DOCX: b"PK\x03\x04",
        ReportFormat.PPTX: b"PK\x03\x04",
    }
    for kind, formats in FORMATS.items():
        ids = ("hemne-2018", "hareid-2019") if kind is ReportKind.JOINT else ("hemne-2018",)
        for format in formats:
            assert prepare(real, Job(kind, ids, "sv", format)).write().startswith(begin[format])


def test_what_is_kept_is_not_made_again(makers: Makers, real: Reading, tmp_path: Path) -> None:
    maker = makers(writes)
    first = made(maker, real)
    assert first.path.read_text(encoding="utf-8") == "hemne-2018 1"
    maker.close()
    assert makers(writes).find(real, HEMNE) == first
    assert noted(tmp_path) == ["hemne-2018 1"]


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


def test_more_than_can_wait_are_told_to_come_again(
    makers: Makers, real: Reading, tmp_path: Path
) -> None:
    maker = makers(waits, length=2)
    under_way(maker, real)
    maker.find(real, OTHERS[0])
    with pytest.raises(ReportBusy) as told:
        maker.find(real, OTHERS[1])
    assert (told.value.status, told.value.retry_after) == (503, 30)
    assert isinstance(maker.find(real, HEMNE), WantedFile)
    go_on(tmp_path)
    made(maker, real, OTHERS[0])
    made(maker, real, OTHERS[1])


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


def test_it_is_tried_again_after_a_while(makers: Makers, real: Reading) -> None:
    maker = makers(dies_once, retry=0)
    wanted = maker.find(real, HEMNE)
    assert isinstance(wanted, WantedFile)
    wanted.done.result(LONGEST)
    made(maker, real)


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


def test_what_others_are_making_is_waited_for(
    makers: Makers, real: Reading, files_folder: Path, tmp_path: Path
) -> None:
    names = [kept_name(real, job) for job in (HEMNE, OTHERS[0])]
    other, may_end = KeptFiles(files_folder, 1_000_000), threading.Event()
    at_it = threading.Barrier(len(names) + 1)

    def make(path: Path) -> dict[str, str]:
        at_it.wait(LONGEST)
        assert may_end.wait(LONGEST)
        path.write_text("made elsewhere", encoding="utf-8")
        return {STEM: "elsewhere"}

    threads = [threading.Thread(target=other.get_or_make, args=(name, make)) for name in names]
    for thread in threads:
        thread.start()
    at_it.wait(LONGEST)
    maker = makers(writes)
    wanted = [maker.find(real, job) for job in (HEMNE, OTHERS[0], OTHERS[1])]
    assert isinstance(wanted[2], WantedFile)
    wanted[2].done.result(LONGEST)  # what nobody else is making is made meanwhile
    assert len(maker.names) == 2
    may_end.set()
    for job in (HEMNE, OTHERS[0]):
        assert made(maker, real, job).path.read_text(encoding="utf-8") == "made elsewhere"
    assert noted(tmp_path) == ["hemne-2018 1"]


def test_each_release_has_its_own(
    makers: Makers, seeded: Engine, seed_copy: Path, tmp_path: Path
) -> None:
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    seed(seeded, seed_copy)
    maker = makers(writes)
    with session_factory(seeded)() as session:
        for number in (2, 1):
            found = made(maker, open_reading(session, number))
            assert found.path.read_text(encoding="utf-8") == f"hemne-2018 {number}"
    assert noted(tmp_path) == ["hemne-2018 2", "hemne-2018 1"]


def test_a_database_that_was_exchanged_makes_nothing(
    real: Reading, real_url: str, use_database: UseDatabase, tmp_path: Path
) -> None:
    use_database(real_url)
    path = tmp_path / "never"
    asked = {"job": HEMNE.as_data(), "release": 1, "sha256": "0" * 64, "path": str(path)}
    with pytest.raises(worker.OtherRelease):
        worker.make(asked, lambda stage: None)
    assert not path.exists()


def test_where_the_folder_takes_no_files_a_temporary_one_does(
    makers: Makers, real: Reading, files_folder: Path
) -> None:
    files_folder.write_text("no folder", encoding="utf-8")
    found = made(makers(writes), real)
    assert found.path.parent != files_folder
    assert found.path.read_text(encoding="utf-8") == "hemne-2018 1"


def test_a_site_without_a_database_says_so(
    makers: Makers, real: Reading, tmp_path: Path, use_database: UseDatabase
) -> None:
    use_database(f"sqlite:///{tmp_path / 'nothing.db'}")
    error = refusal(makers(), real)
    assert error.status == 503
    assert "database" in str(error.message)


def test_every_end_has_words() -> None:
    for how in set(JobEnd) - {JobEnd.MADE}:
        assert ReportFailed(how, 0.1).retry_after == 1


def test_the_real_process_is_the_usual_one() -> None:
    assert COMMAND[1:] == ("-m", "app.reports.worker")
    assert FOLDER not in os.environ
