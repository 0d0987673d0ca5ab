"""A sheet on paper: one page of A4, whatever is known and whoever it is of."""

import io
from dataclasses import replace
from typing import Final

import pytest
from pypdf import PdfReader

from app.contents.evaluations.content import EvaluationContent, content_of
from app.queries.reading import Reading
from app.reports.document import (
    Bullets,
    Columns,
    Passage,
    Picture,
    PointBox,
    ReportSection,
    TableBlock,
)
from app.reports.sheet.council_sheet import council_sheet
from app.reports.sheet.model import CouncilSheet
from app.reports.writers.sheet_pdf import sheet_pdf
from app.web.words.runs import Run
from tests.reports.pdf_checks import faults, outside, plain
from tests.reports.pdf_reading import Pdf
from tests.reports.sheet.code_reading import modules, read

A4: Final = (595.28, 841.89)
MARGINS: Final = (42.0, 30.0, 42.0, 27.0)
SMALLEST: Final = 5.5
"""Points that letters have to be high to be read on paper."""
LONG_NAME: Final = "Guovdageaidnu–Kautokeino og Porsáŋgu–Porsanger–Porsanki interkommunale region"
EVALUATIONS: Final = {
    "hemne-2018": "nb",
    "hemne-2018#": "nn",
    "enkoping-2018": "sv",
    "vallentuna-2021": "en",
    "roros-2017": "nn",
    "ale-2022": "sv",
    "orebro-2012": "nb",
    "ulstein-2019": "en",
}
"""Everything, the same in another language, some areas, areas alone in two versions, a total alone,
no figures, published averages, and one area of eight."""


def set_and_checked(sheet: CouncilSheet) -> bytes:
    """The file, if it is one page that everybody can read with everything on it."""
    made = sheet_pdf(sheet)
    (page,) = PdfReader(io.BytesIO(made)).pages
    size = (float(page.mediabox.width), float(page.mediabox.height))
    assert size == pytest.approx(A4, abs=0.1)
    found = Pdf(made)
    assert faults(found) == []
    assert outside(found, MARGINS) == []
    written = letters("".join(piece.text for piece in found.structure.pieces()))
    missing = [text for text in texts(sheet) if letters(text) not in written]
    assert missing == []
    lines = [line for one in found.pages for piece in one.pieces.values() for line in piece.lines]
    assert min(line.size for line in lines) >= SMALLEST
    return made


def letters(text: str) -> str:
    """Without hyphens too, which stand where lines end."""
    return plain(text).replace("-", "")


def texts(sheet: CouncilSheet) -> list[str]:
    """Everything that a sheet says, as one text each."""
    runs = [sheet.facts, sheet.lead, sheet.more, sheet.code_words]
    said = [sheet.title, sheet.subtitle, sheet.address, *(sheet.warning or "",)]
    for part in sheet.parts:
        said += [part.title, *of_part(part)]
    return [*said, *("".join(run.text for run in text) for text in runs)]


def of_part(part: ReportSection) -> list[str]:
    said: list[str] = []
    for block in part.blocks:
        match block:
            case Passage():
                said.append("".join(run.text for run in block.text))
            case Bullets():
                said += ["".join(run.text for run in item) for item in block.items]
            case PointBox():
                said += [block.points, block.out_of]
            case TableBlock():
                said += block.head
                said += ["".join(run.text for run in cell) for row in block.rows for cell in row]
            case Columns():
                for column in block.columns:
                    said.append(column.title)
                    said += ["".join(run.text for run in item) for item in column.items]
            case Picture():
                said += [block.title, block.figure.subtitle]
            case _:
                raise AssertionError(block)
    return said


@pytest.mark.parametrize("id, language", EVALUATIONS.items())
def test_it_is_one_page_with_everything_on_it(real: Reading, id: str, language: str) -> None:
    set_and_checked(council_sheet(real, content_of(real, id.removesuffix("#")), language))


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_it_is_one_page_of_the_longest_name(real: Reading, language: str) -> None:
    content = named(content_of(real, "hemne-2018"), LONG_NAME)
    made = set_and_checked(council_sheet(real, content, language))
    assert letters(LONG_NAME) in letters(PdfReader(io.BytesIO(made)).pages[0].extract_text())


def named(content: EvaluationContent, name: str) -> EvaluationContent:
    return replace(content, municipality=replace(content.municipality, name=name))


def test_it_is_one_page_with_texts_that_it_has_no_room_for(real: Reading) -> None:
    """Letters become smaller than anybody reads rather than that there be a second page."""
    sheet = council_sheet(real, content_of(real, "hemne-2018"), "nb")
    long = replace(sheet, more=(Run("Mange ord som det aldri er plass til. " * 400),))
    made = sheet_pdf(long)
    found = Pdf(made)
    assert len(found.pages) == 1
    assert faults(found) == []
    assert outside(found, MARGINS) == []


def test_made_up_data_say_so_on_paper(demo_reading: Reading) -> None:
    ids = ("hegrestrand-2023", "lynglia-2017")
    for id in ids:
        sheet = council_sheet(demo_reading, content_of(demo_reading, id), "nb")
        assert sheet.warning
        set_and_checked(sheet)


def test_its_code_leads_to_the_page_of_the_release(real: Reading) -> None:
    sheet = council_sheet(real, content_of(real, "hemne-2018"), "nn")
    grid, _ = modules(sheet.code.svg())
    assert read(grid) == sheet.address
    assert sheet.address.endswith(f"/nn/kommuner/hemne/2018?release={real.release.number}")
    pdf = Pdf(sheet_pdf(sheet))
    alternatives = [node.alternative for node in pdf.structure.all("Figure")]
    assert alternatives[-1] == sheet.code.alternative
    assert sheet.address in sheet.code.alternative


def test_the_same_sheet_is_the_same_file(real: Reading) -> None:
    sheet = council_sheet(real, content_of(real, "roros-2017"), "nb")
    assert sheet_pdf(sheet) == sheet_pdf(sheet)
