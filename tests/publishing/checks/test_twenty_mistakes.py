"""One file with twenty different mistakes: twenty messages, each at its cell, and nothing else."""

import datetime

from app.publishing.checks.checking import CheckedFile, checked
from app.publishing.faults import Fault
from app.publishing.importing.entry import understand
from tests.publishing.checks.filled import cell_of, changed, workbook_of
from tests.publishing.importing.knowing import real_known

HEAD, SCORES, FINDINGS, STARS, TEXTS = (
    "Evaluation",
    "Scores 2.1",
    "Findings",
    "Gold stars",
    "Texts",
)
HEMNE, ULSTEIN, HALSA, MANDAL = "hemne-2018", "ulstein-2019", "halsa-2018", "mandal-2017"
FILE = "tjue feil.xlsx"


def checked_file(content: bytes) -> CheckedFile:
    known = real_known()
    return checked(understand(FILE, content, known, {}), known, {})


def test_twenty_mistakes_are_twenty_messages_each_at_its_cell() -> None:
    whole = workbook_of(HEMNE, ULSTEIN, HALSA, MANDAL)

    def score(code: str) -> str:
        return cell_of(whole, SCORES, f"question:{code}", f"score:{HEMNE}")

    def printed(no: int, id: str) -> str:
        return cell_of(whole, SCORES, f"area:{no}", f"stated:{id}")

    def head(key: str, id: str) -> str:
        return cell_of(whole, HEAD, key, f"of:{id}")

    total = cell_of(whole, SCORES, "total", f"stated:{HALSA}")
    mistakes: dict[tuple[str, str], tuple[object, str]] = {
        (SCORES, score("1.1")): (15.1, "question 1.1: 15.1 is above 15"),
        (SCORES, score("1.2")): (-1, "-1 is less than 0."),
        (SCORES, score("1.3")): (4.45, "4.45 has more than one decimal."),
        (SCORES, score("1.4")): ("1O", "“1O” is no number."),
        (SCORES, score("2.1")): ("=4+0.5", "The cell holds a formula"),
        (SCORES, score("2.2")): (datetime.date(2026, 3, 6), "“2026-03-06” is no number."),
        (SCORES, printed(2, HEMNE)): (101, "area 2: 101 is above 100"),
        (SCORES, total): (801, "the total is above 800"),
        (HEAD, head("municipality", ULSTEIN)): ("Ulstien", "there is no municipality Ulstien"),
        (HEAD, head("municipality", HALSA)): ("1612", "The code 1612 was not in use in 2018."),
        (HEAD, head("method_version", ULSTEIN)): ("2.2", "there is no method version 2.2"),
        (HEAD, head("year", MANDAL)): (2021, "mandal did not exist in 2021"),
        (HEAD, head("source.url", HEMNE)): ("www.example.org", "“www.example.org” is no address."),
        (HEAD, head("source.title", HALSA)): (None, "The title of the report is missing."),
        (FINDINGS, "F3"): ("x" * 501, "The text has 501 characters; 500 is the most."),
        (FINDINGS, "F4"): (
            "<script>alert(1)</script>",
            "The text holds markup: <script>alert(1)</sc",
        ),
        (FINDINGS, "F5"): (
            "snudd \u202eom",
            "The text holds a character that is not seen (U+202E).",
        ),
        (FINDINGS, "D6"): ("styrkee", "The kind is missing, or is none"),
        (STARS, "E3"): ("9.9", "version 2.1 has no question 9.9"),
        (TEXTS, "F8"): ("Med\nlinjeskift", "The text has more than one line."),
    }
    assert len(mistakes) == 20
    content = changed(whole, {place: value for place, (value, _) in mistakes.items()})
    found = checked_file(content)

    said = {(fault.sheet, fault.cell): fault for fault in found.faults}
    assert len(found.faults) == 20, [str(fault) for fault in found.faults]
    assert set(said) == set(mistakes)
    for place, (_, begins) in mistakes.items():
        assert str(said[place]).startswith(f"{FILE}, {place[0]}, {place[1]}: {begins}")
    assert mends(said[HEAD, head("municipality", ULSTEIN)], "Ulstein")
    assert mends(said[HEAD, head("municipality", HALSA)], "Hemne", "5011")
    assert mends(said[SCORES, score("2.2")], "6.3")
    assert mends(said[SCORES, score("1.4")], "letter O")


def test_the_same_file_without_mistakes_has_none() -> None:
    found = checked_file(workbook_of(HEMNE, ULSTEIN, HALSA, MANDAL))
    assert found.faults == ()
    assert [e.id for e in found.evaluations] == [HALSA, HEMNE, MANDAL, ULSTEIN]


def mends(fault: Fault, *words: str) -> bool:
    return fault.mend is not None and all(word in str(fault) for word in words)
