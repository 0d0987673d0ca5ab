"""What is exported and brought in again is the same, to the letter, in every format."""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.evaluation import (
    AreaResult,
    Discrepancy,
    DiscrepancyKind,
    Evaluation,
    Finding,
    FindingKind,
    GoldStar,
    GoldStarScope,
    YearBasis,
)
from app.domain.message import LocalText
from app.domain.plain_text import plain
from app.domain.reply import Reply
from app.domain.score import Figure, Measure, MissingKind
from app.domain.stated import (
    PeriodKind,
    PlacingPeriod,
    PlacingScope,
    SizeLimit,
    Source,
    StatedComparison,
    StatedDegree,
    StatedPlacing,
    StatedStanding,
    Territory,
)
from app.publishing.build_evaluations import build_evaluation
from app.publishing.documents import evaluation_documents
from app.publishing.evaluation_file import evaluation_file
from app.publishing.faults import Faults
from app.publishing.importing.entry import understand
from app.publishing.importing.reading import read_tables
from app.publishing.importing.understanding import FileShape
from app.publishing.parse import EVALUATION, read_text
from app.publishing.workbook.files import EXPORTS, english, exported, exported_tables
from tests.publishing.changing import real_state
from tests.publishing.importing.knowing import real_known

ENDINGS = {"xlsx": "xlsx", "csv": "zip", "json": "json"}


def written(evaluations: Sequence[Evaluation], format: str) -> bytes:
    return EXPORTS[format](evaluations, real_state().instrument, english)


def read_again(content: bytes, format: str) -> list[dict[str, Any]]:
    understood = understand(f"alle.{ENDINGS[format]}", content, real_known(), {})
    assert not understood.faults, understood.faults[0]
    assert not understood.asked
    return [dict(candidate.document) for candidate in understood.candidates]


def built(document: dict[str, Any], id: str, detail: str) -> Evaluation:
    """As the seed builds it. The tables leave the detail to be seen from the figures."""
    faults = Faults()
    text = json.dumps({"detail": detail} | document)
    file = read_text(text, f"{id}.json", EVALUATION, faults)
    state = real_state()
    faults.stop_if_any()
    assert file is not None
    evaluation = build_evaluation(file, state.instrument, state.register, faults)
    faults.stop_if_any()
    assert evaluation is not None
    return evaluation


def signed(evaluation: Evaluation) -> list[str]:
    instrument = real_state().instrument
    return [document.sha256 for document in evaluation_documents(evaluation, instrument)]


@pytest.mark.parametrize("format", EXPORTS)
def test_every_evaluation_comes_back_as_it_was(format: str) -> None:
    evaluations = real_state().evaluations
    again = read_again(written([*evaluations], format), format)
    assert len(again) == len(evaluations) > 100
    for before, document in zip(evaluations, again, strict=True):
        assert signed(built(document, before.id, before.detail)) == signed(before), before.id


@pytest.mark.parametrize("format", EXPORTS)
def test_one_evaluation_alone_comes_back(format: str) -> None:
    for id in ("hemne-2018", "grastorp-2014", "mark-2024"):
        (before,) = (e for e in real_state().evaluations if e.id == id)
        (document,) = read_again(written([before], format), format)
        assert signed(built(document, id, before.detail)) == signed(before)


LETTERS = st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn"))
TEXTS = st.one_of(
    st.sampled_from(
        [
            '=HYPERLINK("http://example.org")',
            "+47 er en kode",
            "-5 %",
            "@alle",
            "'sitert'",
            "'=1+1",
            "''",
            'a;b"c',
            "yes",
            "1.2",
            "not-found",
            "_x000D_",
            "kompass:scores",
            "#",
            "TRUE",
            "1e5",
        ]
    ),
    st.text(LETTERS, min_size=1, max_size=30).map(str.strip).filter(bool),
)
LOCAL = st.builds(
    lambda texts, unofficial: LocalText(texts, frozenset(unofficial) & set(texts)),
    st.dictionaries(st.sampled_from(["nb", "nn", "sv", "en"]), TEXTS, min_size=1),
    st.sets(st.sampled_from(["nn", "sv"])),
)
SOURCES = st.builds(Source, TEXTS, st.sampled_from([None, "https://example.org/=1"]))
PARAGRAPHS = st.lists(TEXTS, min_size=1, max_size=4).map(
    lambda lines: plain("\n".join(line + "\n" * (len(line) % 2) for line in lines))
)
WRITTEN = st.builds(
    lambda texts, unofficial: LocalText(texts, frozenset(unofficial) & set(texts)),
    st.dictionaries(st.sampled_from(["nb", "nn", "sv", "en"]), PARAGRAPHS.filter(bool), min_size=1),
    st.sets(st.sampled_from(["nn", "sv"])),
)
"""Texts of paragraphs, for the report."""
REPLIES = st.builds(
    Reply,
    PARAGRAPHS.filter(bool),
    st.sampled_from(["nb", "nn", "sv", "en"]),
    st.dates(date(2018, 1, 1), date(2030, 12, 31)),
    TEXTS,
)
POINTS = st.integers(0, 1000).map(lambda tenths: Decimal(tenths).scaleb(-1))


def hemne() -> Evaluation:
    (found,) = (e for e in real_state().evaluations if e.id == "hemne-2018")
    return found


@st.composite
def evaluations(draw: st.DrawFn) -> Evaluation:
    """Hemne's with everything changed that an evaluation can hold."""
    base = hemne()
    language = draw(st.sampled_from(["nb", "nn", "sv", "en"]))
    findings = draw(st.lists(st.tuples(st.sampled_from(FindingKind), TEXTS), max_size=4))
    questions = tuple(
        replace(
            question,
            figure=Figure(None, None, question.figure.max, draw(st.sampled_from(MissingKind)))
            if draw(st.integers(0, 9)) == 0
            else question.figure,
            reconstructed=draw(st.booleans()),
            note=draw(st.none() | LOCAL),
            text=draw(st.none() | WRITTEN),
        )
        for question in base.area(1).questions
        if draw(st.integers(0, 9))
    )
    complete = len(questions) == len(base.area(1).questions) and all(
        question.figure.score is not None for question in questions
    )
    kinds = list(FindingKind)
    findings.sort(key=lambda finding: kinds.index(finding[0]))
    stated = draw(st.none() | POINTS)
    score = base.area(1).figure.score if complete else stated
    missing = draw(st.sampled_from(MissingKind)) if score is None else None
    first = AreaResult(
        1,
        Figure(score, stated, Decimal(100), missing),
        questions,
        tuple(Finding(kind, text, language) for kind, text in findings),
    )
    total = draw(st.integers(0, 800).map(Decimal))
    scope = PlacingScope(
        Territory.COUNTRY,
        draw(st.sampled_from([None, PlacingPeriod(PeriodKind.LAST_YEARS, years=3)])),
        draw(st.sampled_from([None, SizeLimit(below=5000), SizeLimit("small", own=True)])),
    )
    comparison = StatedComparison(
        draw(LOCAL),
        draw(st.dictionaries(st.integers(1, 8), st.sampled_from(StatedStanding))),
        tuple(draw(st.lists(st.integers(1, 8), max_size=3))),
        StatedStanding.ABOVE,
        draw(st.none() | st.sampled_from(StatedDegree)),
        draw(st.none() | SOURCES),
        draw(st.none() | LOCAL),
    )
    stars = [
        (GoldStarScope.QUESTION, None, "1.1"),
        (GoldStarScope.AREA, 3, None),
        (GoldStarScope.UNKNOWN, None, None),
    ]
    return replace(
        base,
        source=draw(SOURCES),
        report_number=draw(st.none() | TEXTS),
        year_basis=draw(st.none() | st.sampled_from(YearBasis)),
        areas=(first, *base.areas[1:]),
        total=Figure(base.total.score if complete else total, total, Decimal(800)),
        notes=tuple(draw(st.lists(LOCAL, max_size=3))),
        gold_stars=tuple(
            GoldStar(f"hemne-2018/{n}", "hemne-2018", *star, draw(LOCAL), draw(st.none() | LOCAL))
            for n, star in enumerate(draw(st.permutations(stars)), 1)
        ),
        recorded_discrepancies=tuple(
            Discrepancy(kind, draw(LOCAL), draw(st.none() | st.sampled_from(Measure)), question)
            for kind, question in draw(
                st.lists(
                    st.tuples(st.sampled_from(DiscrepancyKind), st.sampled_from([None, "1.1"])),
                    max_size=3,
                )
            )
        ),
        stated_comparisons=(comparison,),
        stated_placings=(
            StatedPlacing(
                scope,
                draw(st.sampled_from(Measure)),
                better=draw(st.integers(0, 9)),
                of=draw(st.none() | st.integers(10, 400)),
                teller=draw(st.none() | LOCAL),
            ),
        ),
        reply=draw(st.none() | REPLIES),
        preface=draw(st.none() | WRITTEN),
        closing=draw(st.none() | WRITTEN),
    )


@pytest.mark.parametrize("format", EXPORTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(given_=evaluations())
def test_whatever_an_evaluation_holds_survives(format: str, given_: Evaluation) -> None:
    (plain,) = read_again(written([given_], format), format)
    wanted = evaluation_file(given_)
    detail = wanted["detail"]
    for possible in ("questions", "areas", "some-areas", "total", "known"):
        try:
            before = built(wanted | {"detail": possible}, given_.id, possible)
        except Exception:
            continue
        detail = possible
        break
    else:
        pytest.fail("the evaluation that was made up cannot be")
    assert signed(built(plain | {"detail": detail}, given_.id, detail)) == signed(before)


@pytest.mark.parametrize(
    "written_day",
    ["2019-03-05", "5.3.2019", "05.03.2019", "5/3/2019", date(2019, 3, 5)],
)
def test_the_day_of_a_reply_is_read_however_it_is_written(written_day: str | date) -> None:
    reply = Reply("Vi er enige.\n\nDet meste er gjort.", "nb", date(2019, 1, 1), "Rådmannen")
    told = replace(hemne(), reply=reply)
    book = openpyxl.load_workbook(io.BytesIO(exported([told], real_state().instrument)))
    sheet = book.worksheets[0]
    (row,) = (cells[0].row for cells in sheet.iter_rows() if cells[0].value == "reply.day")
    cell = sheet.cell(row, 3)
    assert (cell.value, cell.number_format) == ("2019-01-01", "@")
    if isinstance(written_day, date):
        cell.number_format = "yyyy-mm-dd"
    cell.value = written_day
    memory = io.BytesIO()
    book.save(memory)
    (document,) = read_again(memory.getvalue(), "xlsx")
    assert document["reply"] == {
        "text": "Vi er enige.\n\nDet meste er gjort.",
        "language": "nb",
        "day": "2019-03-05",
        "office": "Rådmannen",
    }


def test_no_cell_of_an_export_is_a_formula_of_a_text() -> None:
    """Excel and LibreOffice see texts; only the sums are formulas."""
    wicked = "=cmd|' /C calc'!A0"
    told = replace(hemne(), report_number=wicked, notes=(LocalText({"nb": wicked}),))
    content = exported([told], real_state().instrument)
    formulas = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(io.BytesIO(content))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas
    assert not any("cmd" in formula for formula in formulas)
    tables = read_tables("a.zip", exported_tables([told], real_state().instrument))
    begun = {c.raw[:1] for sheet in tables.sheets for c in sheet.cells.values()}
    assert not begun & set("=+-@\t\r")


def test_the_words_of_any_language_are_understood() -> None:
    """Whoever fills in sees words; the file itself says which code each of them stands for."""

    def backwards(said: Any) -> str:
        return english(said)[::-1]

    content = exported([hemne()], real_state().instrument, backwards)
    understood = understand("bakvendt.xlsx", content, real_known(), {})
    assert understood.shape is FileShape.TEMPLATE
    (candidate,) = understood.candidates
    document = dict(candidate.document)
    assert signed(built(document, "hemne-2018", "questions")) == signed(hemne())
