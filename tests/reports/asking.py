"""What tests of the making of files ask for, and how they wait for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.queries.reading import Reading
from app.reports.failures import ReportFailed
from app.reports.job_states import Stage
from app.reports.jobs import Job, ReportFormat, ReportKind
from app.reports.making import ReportFiles, WantedFile
from app.web.answering.kept_files import KeptFile
from tests.reports.conftest import LONGEST, happens
from tests.reports.standing_in import (
    MADE,
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
