"""Texts for the report are plain texts of paragraphs; what is wrong is told once, and where."""

from typing import Any

import pytest

from app.bounds import QUESTION_TEXT_CHARACTERS, REPORT_TEXT_CHARACTERS
from app.publishing.evaluation_file import evaluation_file
from tests.publishing.checks.filled import evaluation
from tests.publishing.checks.test_checks import HEMNE, check, told
from tests.publishing.saying import assert_told_in_every_language
from tests.publishing.texts_written import with_texts

WAYS: dict[tuple[str | int, ...], int] = {
    ("preface", "nb"): REPORT_TEXT_CHARACTERS,
    ("closing", "texts", "sv"): REPORT_TEXT_CHARACTERS,
    ("areas", 0, "questions", 0, "text", "nb"): QUESTION_TEXT_CHARACTERS,
}
"""Where such texts stand in the document, and how long each may be."""


def written(way: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """A document in which a text is another."""
    found = evaluation_file(with_texts(evaluation(HEMNE)))
    at: Any = found
    for name in way[:-1]:
        at = at[name]
    assert isinstance(at[way[-1]], str)
    at[way[-1]] = value
    return found


@pytest.mark.parametrize("way", WAYS)
def test_paragraphs_pass(way: tuple[str | int, ...]) -> None:
    text = "Et avsnitt\nmed to linjer.\n\n" + "a" * (WAYS[way] - 30)
    assert check(written(way, text)).faults == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "wicked, said",
    [
        ("<script>", "The text holds markup: <script>"),
        ("a\u200bb", "The text holds a character that is not seen (U+200B)."),
        ("a\x07b", "The text holds a control character (U+0007)."),
        ("a\rb", "The text has more than one line."),
        ("a\u2028b", "The text has more than one line."),
        ("", "The text is empty."),
        ("a\n\n\nb", "The text or a line of it has space around it"),
        ("a\n b", "The text or a line of it has space around it"),
        (17, "A text should stand here, not “17”."),
        (None, "A text should stand here, not “null”."),
        (["a"], "A text should stand here, not"),
    ],
)
def test_what_is_none_is_told_once_at_its_place(
    way: tuple[str | int, ...], wicked: object, said: str
) -> None:
    found = check(written(way, wicked))
    assert found.evaluation is None
    (cell,) = told(found)
    assert ".".join(map(str, way)).startswith(cell)
    assert told(found)[cell].startswith(said)


@pytest.mark.parametrize("way", WAYS)
def test_one_that_is_too_long_is_told_in_every_language(way: tuple[str | int, ...]) -> None:
    (fault,) = check(written(way, "a" * (WAYS[way] + 1))).faults
    assert f"{WAYS[way] + 1} characters; {WAYS[way]} is the most" in str(fault)
    assert fault.mend is not None
    assert fault.mend.key == "Shorten it."
    assert_told_in_every_language(fault, "")
