"""Prefaces, closing parts and texts on questions, in the files that people fill in."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from app.bounds import DOCUMENT_CHARACTERS, REPORT_TEXT_CHARACTERS, ROW_LINES
from app.domain.message import LocalText
from app.domain.reply import Reply
from app.publishing.importing.entry import understand
from app.publishing.importing.understanding import Understanding
from app.publishing.workbook.files import EXPORTS, english, exported_tables
from tests.publishing.changing import real_state
from tests.publishing.checks.filled import empty
from tests.publishing.importing.knowing import real_known
from tests.publishing.texts_written import with_longest_texts, with_texts
from tests.publishing.workbook.test_round_trip import ENDINGS, built, hemne, signed

ONE_TEXT = "Write all its paragraphs in one cell, and each language once."


def understood(content: bytes, ending: str = "xlsx") -> Understanding:
    return understand(f"fil.{ending}", content, real_known(), {})


def filled(*rows: tuple[str, str | None, str, str]) -> Understanding:
    """A template with rows of texts: kind, question, text and language."""
    book = openpyxl.load_workbook(io.BytesIO(empty("2.1")))
    book.worksheets[0]["C3"] = "Hemne"
    sheet = book["Texts"]
    letters = {cell.value: cell.coordinate.rstrip("1") for cell in sheet[1]}
    for at, row in enumerate(rows, 3):
        for key, value in zip(("kind", "question", "text", "lang"), row, strict=True):
            sheet[f"{letters[key]}{at}"].value = value
    memory = io.BytesIO()
    book.save(memory)
    return understood(memory.getvalue())


def document(found: Understanding) -> dict[str, Any]:
    assert not found.faults, found.faults[0]
    (candidate,) = found.candidates
    return dict(candidate.document)


def test_they_are_written_in_the_table_of_texts_one_language_a_row() -> None:
    found = document(
        filled(
            ("preface", None, "Takk. \r\n\r\n\r\n  Her er rapporten.", "nb"),
            ("text on a question", "1.1", "Strategien er gammel.", "nb"),
            ("closing part", None, "Råd", "nb"),
            ("preface", None, "Tack.", "sv"),
            ("text on a question", "1.1", "Strategin är gammal.", "sv"),
            ("text on a question", "2.3", "Bra.", "sv"),
            ("note to a question", "1.1", "Sitert.", "nb"),
            ("note to a question", "1.1", "Citerat.", "sv"),
        )
    )
    assert found["preface"] == {"nb": "Takk.\n\nHer er rapporten.", "sv": "Tack."}
    assert found["closing"] == {"nb": "Råd"}
    (first,) = found["areas"][0]["questions"]
    assert first == {
        "code": "1.1",
        "text": {"nb": "Strategien er gammel.", "sv": "Strategin är gammal."},
        "note": {"nb": "Sitert.", "sv": "Citerat."},
    }
    (second,) = found["areas"][1]["questions"]
    assert second == {"code": "2.3", "text": {"sv": "Bra."}}


@pytest.mark.parametrize("kind", ["preface", "closing part", "text on a question"])
def test_one_that_stands_there_twice_is_told_and_not_chosen_from(kind: str) -> None:
    question = "1.1" if "question" in kind else None
    found = filled((kind, question, "En", "nb"), (kind, question, "To", "nb"))
    (fault,) = found.faults
    assert (fault.problem.key, fault.cell) == ("This text stands in the table twice.", "F4")
    assert fault.mend is not None
    assert fault.mend.key == ONE_TEXT


def test_a_text_on_no_question_is_told() -> None:
    (fault,) = filled(("text on a question", "9.9", "En", "nb")).faults
    assert fault.problem.key == "The question is missing, or is none of the method."


@pytest.mark.parametrize("format", EXPORTS)
def test_what_is_written_is_read_again(format: str) -> None:
    told = with_texts(hemne())
    again = understood(EXPORTS[format]([told], real_state().instrument, english), ENDINGS[format])
    assert signed(built(document(again), "hemne-2018", "questions")) == signed(told)


@pytest.mark.parametrize("format", EXPORTS)
def test_every_question_may_have_the_longest_text_in_every_language(format: str) -> None:
    """Nobody is told that a file is too large which holds no more than it may."""
    told = with_longest_texts(hemne())
    content = EXPORTS[format]([told], real_state().instrument, english)
    found = understood(content, ENDINGS[format])
    assert not found.faults, found.faults[0]
    first = dict(found.candidates[0].document)
    assert signed(built(first, "hemne-2018", "questions")) == signed(told)
    if format == "json":
        whole = len(json.dumps(first, ensure_ascii=False))
        assert DOCUMENT_CHARACTERS / 2 < whole < DOCUMENT_CHARACTERS


@pytest.mark.parametrize("format", EXPORTS)
def test_a_text_may_have_as_many_lines_as_it_has_letters(format: str) -> None:
    """Its row in a table of text has thousands of lines. So has that of everybody's reply."""
    verse = "\n".join("a" * (REPORT_TEXT_CHARACTERS // 2))
    reply = Reply(verse[:5_999], "nb", date(2019, 3, 5), "Rådmannen")
    preface = LocalText(dict.fromkeys(("nb", "nn", "sv", "en"), verse))
    told = replace(hemne(), preface=preface, reply=reply)
    assert 4 * verse.count("\n") > reply.text.count("\n") > 2 * ROW_LINES
    again = understood(EXPORTS[format]([told], real_state().instrument, english), ENDINGS[format])
    assert signed(built(document(again), "hemne-2018", "questions")) == signed(told)


def test_a_table_of_ours_keeps_its_delimiter_whatever_its_texts_hold() -> None:
    """Spreadsheets save with commas, and with tabs, too."""
    told = with_longest_texts(hemne())
    packed = exported_tables([told], real_state().instrument)
    for delimiter in (",", "\t", ";"):
        again = understood(_delimited(packed, delimiter), "zip")
        assert signed(built(document(again), "hemne-2018", "questions")) == signed(told)


def _delimited(packed: bytes, delimiter: str) -> bytes:
    """The same tables as another program saves them."""
    memory = io.BytesIO()
    with ZipFile(io.BytesIO(packed)) as given, ZipFile(memory, "w") as saved:
        for name in given.namelist():
            rows = csv.reader(io.StringIO(given.read(name).decode("utf-8-sig")), delimiter=";")
            text = io.StringIO()
            csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
            saved.writestr(name, text.getvalue())
    return memory.getvalue()
