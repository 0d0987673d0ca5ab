"""The lists of CONTRIBUTING.md name the files that an example of each kind stands in."""

import re
from pathlib import Path

import pytest

from app.config import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = {
    "A field of an evaluation": r"\breport_number\b",
    "A filter": r"\bCountyFilter\b",
    "A figure": r"app\.charts\.development\b",
    "A page family": r"\bapp\.features\.map\b|\bimport map\b|[\"']/kart[\"']",
    "A report": r"\bReportKind\.JOINT\b|\bapp\.reports\.joint\b",
    "A format of the API": r"\bxlsx(_file)?\b|\bXLSX\b",
    "A language": r"[\"']nn[\"']|\bnn:",
}
"""What shows that a file has a hand in the example."""
OTHER_MATTERS = {
    "A format of the API": (
        "app/commands/",
        "app/features/editorial/",
        "app/publishing/",
        "app/templates/editorial/",
    ),
}
"""Where the pattern means something else: workbooks that are brought in are no answers."""
SUFFIXES = {".py", ".html", ".js"}
GENERIC_LINKS = {"app/templates/components/own.html", "app/templates/data/_ways.html"}
"""Links to one file in one format, or for one municipality: no structure of their own."""


def section(heading: str) -> str:
    return TEXT.partition(f"### {heading}\n")[2].partition("\n### ")[0]


def named(heading: str) -> set[str]:
    """The files and folders that open the lines of a list."""
    lines = re.findall(r"^- ((?:`[^`]+`(?: and )?)+)", section(heading), re.MULTILINE)
    return {name for line in lines for name in re.findall(r"`(app/[^`]+)`", line)}


def files_with(pattern: str) -> set[str]:
    """Files of the application, as they are written, in which a pattern stands."""
    return {
        str(file.relative_to(ROOT))
        for file in (ROOT / "app").rglob("*")
        if file.suffix in SUFFIXES
        and "dist" not in file.parts
        and re.search(pattern, file.read_text(encoding="utf-8"))
    } - GENERIC_LINKS


def covers(name: str, file: str) -> bool:
    return file.startswith(name) if name.endswith("/") else file == name


@pytest.mark.parametrize("heading", EXAMPLES)
def test_a_list_names_every_file_that_its_example_stands_in(heading: str) -> None:
    touched, listed = files_with(EXAMPLES[heading]), named(heading)
    assert listed, heading
    others = OTHER_MATTERS.get(heading, ())
    unlisted = [file for file in sorted(touched) if not any(covers(n, file) for n in listed)]
    assert [file for file in unlisted if not file.startswith(others)] == []


@pytest.mark.parametrize("heading", EXAMPLES)
def test_a_list_names_nothing_in_vain(heading: str) -> None:
    touched, listed = files_with(EXAMPLES[heading]), named(heading)
    idle = [n for n in sorted(listed) if not any(covers(n, file) for file in touched)]
    assert [n for n in idle if not (ROOT / n).is_dir()] == []
    assert [n for n in listed if not Path(ROOT / n).exists()] == []


def test_every_list_has_its_example() -> None:
    how = TEXT.partition("## How to add\n")[2]
    assert re.findall(r"^### (.+)$", how, re.MULTILINE) == list(EXAMPLES)
