"""Files of reports: made once, kept, and never half."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.database import session_factory
from app.publishing.seed import seed
from app.queries.reading import Reading, open_reading
from app.reports.failures import PASSING, ReportBusy, ReportFailed
from app.reports.job_states import JobEnd
from app.reports.kept_name import kept_name
from app.reports.making import STEM, WantedFile
from app.web.answering.kept_files import KeptFiles
from tests.publishing.changing import edit
from tests.reports.asking import HEMNE, OTHERS, made, noted, refusal, under_way
from tests.reports.conftest import LONGEST, Makers, go_on
from tests.reports.standing_in import (
    dies_once,
    is_of_another_program,
    is_of_another_program_at_times,
    waits,
    writes,
)


def test_what_is_kept_is_not_made_again(makers: Makers, real: Reading, tmp_path: Path) -> None:
    maker = makers(writes)
    first = made(maker, real)
    assert first.path.read_text(encoding="utf-8") == "hemne-2018 1"
    maker.close()
    assert makers(writes).find(real, HEMNE) == first
    assert noted(tmp_path) == ["hemne-2018 1"]


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


def test_it_is_tried_again_after_a_while(makers: Makers, real: Reading) -> None:
    maker = makers(dies_once, retry=0)
    wanted = maker.find(real, HEMNE)
    assert isinstance(wanted, WantedFile)
    wanted.done.result(LONGEST)
    made(maker, real)


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


def test_where_the_folder_takes_no_files_a_temporary_one_does(
    makers: Makers, real: Reading, files_folder: Path
) -> None:
    files_folder.write_text("no folder", encoding="utf-8")
    found = made(makers(writes), real)
    assert found.path.parent != files_folder
    assert found.path.read_text(encoding="utf-8") == "hemne-2018 1"


def test_another_program_on_disk_is_told_once_and_promises_no_time(
    makers: Makers, real: Reading, caplog: pytest.LogCaptureFixture
) -> None:
    """Until one is put back that makes files again: after that it is news."""
    maker = makers(is_of_another_program)
    told = [str(refusal(maker, real, job).message) for job in (HEMNE, *OTHERS)]
    assert all("The site is being renewed." in one and "minute" not in one for one in told)
    assert maker.is_outdated
    assert [one.levelname for one in caplog.records if "anew" in one.getMessage()] == ["ERROR"]
    assert not [one for one in caplog.records if "is not made (" in one.getMessage()]


def test_a_program_that_was_put_back_makes_files_again(
    makers: Makers, real: Reading, caplog: pytest.LogCaptureFixture
) -> None:
    maker = makers(is_of_another_program_at_times)
    for refused, put_back in ((HEMNE, OTHERS[0]), (OTHERS[1], OTHERS[2])):
        refusal(maker, real, refused)
        assert maker.is_outdated
        made(maker, real, put_back)
        assert not maker.is_outdated
    assert len([one for one in caplog.records if "anew" in one.getMessage()]) == 2


def test_a_database_that_never_holds_still_is_not_said_to_hold_other_data() -> None:
    error = ReportFailed(JobEnd.NEVER_STILL, 0.1)
    assert (error.status, error.slug) == (503, "unavailable")
    assert "was written to" in str(error.message)
    assert "changed" not in str(error.message)
    assert JobEnd.NEVER_STILL in PASSING


def test_every_end_has_words() -> None:
    for how in set(JobEnd) - {JobEnd.MADE}:
        assert ReportFailed(how, 0.1).retry_after == 1
