"""The sample report as a text document, made once, and what tests look for in it."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from app.reports.document import (
    Report,
    RunText,
)
from app.reports.writers.docx import docx
from tests.reports.sample import WORDS, sample


@cache
def whole() -> tuple[Report, bytes]:
    report = sample()
    return report, docx(report)


def headings(report: Report) -> list[tuple[int, str]]:
    found = [(level, section.heading) for level, section in report.walk()]
    return [*found, (1, WORDS.figures_as_tables)]


def plain(words: RunText) -> str:
    return "".join(run.text for run in words)


def parts_of(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def all_xml(file: bytes) -> str:
    return "".join(
        content.decode() for content in parts_of(file).values() if content.startswith(b"<")
    )
