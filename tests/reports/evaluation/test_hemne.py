"""Hemne 2018 beside the printed report, figure by figure.

`tests/reports/printed/hemne-2018.json` has what is printed there. Whatever of it the data hold
stands in our report; what they do not hold is listed in it as missing.
"""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.contents.evaluations.content import content_of
from app.queries.reading import Reading
from app.reports.document import Columns, Report
from app.reports.evaluation.report import evaluation_report
from tests.reports.reading import blocks, boxes, grids, rows, section, words

PRINTED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "printed" / "hemne-2018.json").read_text("utf-8")
)
AREAS: list[dict[str, Any]] = PRINTED["areas"]


@pytest.fixture
def hemne(real: Reading) -> Report:
    return evaluation_report(real, content_of(real, "hemne-2018"), "en")


def test_the_total_and_its_maximum(hemne: Report) -> None:
    (box,) = boxes(blocks(hemne, "in-short"))
    assert (box.points, box.out_of) == (str(PRINTED["total"]), f"out of {PRINTED['max']}")
    assert box.part == pytest.approx(PRINTED["total"] / PRINTED["max"])


@pytest.mark.parametrize("area", AREAS, ids=lambda area: f"area {area['no']}")
def test_every_area_in_its_box_and_in_every_table(hemne: Report, area: dict[str, Any]) -> None:
    no, exact = str(area["no"]), area["exact"]
    (box,) = boxes(blocks(hemne, f"area-{no}"))
    assert box.points == f"{Decimal(exact):.1f}"
    assert box.out_of == f"out of {area['max']}"
    assert box.beside[0] == "2018"
    (short,) = grids(blocks(hemne, "in-short"))
    assert rows(short)[no][:2] == [f"{Decimal(exact):.1f}", str(area["max"])]
    (every,) = grids(list(section(hemne, "all-points").blocks))
    points, printed, most = rows(every)[no]
    assert (points, printed, most) == (
        f"{Decimal(exact):.1f}",
        str(area["score"]),
        str(area["max"]),
    )


@pytest.mark.parametrize(
    "code, score, most",
    [question for area in AREAS for question in area["questions"]],
)
def test_every_question_with_its_maximum(hemne: Report, code: str, score: str, most: int) -> None:
    expected = [f"{Decimal(score):.1f}", str(most)]
    asked = grids(blocks(hemne, f"area-{code[0]}"))[0]
    assert rows(asked)[code][:2] == expected
    (every,) = grids(list(section(hemne, "all-points").blocks))
    line = rows(every)[code]
    assert [line[0], line[-1]] == expected


def test_there_are_no_other_questions(hemne: Report) -> None:
    printed = {question[0] for area in AREAS for question in area["questions"]}
    (every,) = grids(list(section(hemne, "all-points").blocks))
    assert {code for code in rows(every) if "." in code} == printed
    assert len(printed) == 45


@pytest.mark.parametrize("area", AREAS, ids=lambda area: f"area {area['no']}")
def test_as_many_strengths_challenges_and_weaknesses(hemne: Report, area: dict[str, Any]) -> None:
    (columns,) = (b for b in blocks(hemne, f"area-{area['no']}") if isinstance(b, Columns))
    found = {column.kind: len(column.items) for column in columns.columns}
    assert found == {
        "strength": area["strengths"],
        "challenge": area["challenges"],
        "weakness": area["weaknesses"],
    }


def test_its_definitions(real: Reading) -> None:
    report = evaluation_report(real, content_of(real, "hemne-2018"), "nb")
    for area in AREAS:
        assert area["definition"] in words(blocks(report, f"area-{area['no']}"))
        assert section(report, f"area-{area['no']}").title == area["name"]


def test_the_gold_star_is_at_its_question(hemne: Report) -> None:
    asked = grids(blocks(hemne, f"area-{PRINTED['gold star'][0]}"))[0]
    assert {code for code, line in rows(asked).items() if "Gold star" in line[-1]} == {
        PRINTED["gold star"]
    }


def test_its_own_earlier_total(hemne: Report) -> None:
    totals = grids(blocks(hemne, "over-time"))[0]
    for year, total in PRINTED["earlier"].items():
        assert rows(totals)[year][1] == str(total)
    assert rows(totals)["2018"][1] == str(PRINTED["total"])


def test_nothing_is_said_of_small_changes_where_only_the_source_tells_of_any(hemne: Report) -> None:
    assert not any("small" in one.lower() for one in words(blocks(hemne, "directions")))


@pytest.mark.parametrize("no, direction", PRINTED["directions"].items())
def test_the_direction_of_every_area(hemne: Report, no: str, direction: str) -> None:
    (table,) = grids(blocks(hemne, "directions"))
    assert table.head[1:] == ("Since 2011, according to the source",)
    (cell,) = rows(table)[no]
    assert cell.split()[-1] == direction


def test_the_averages_that_were_printed(hemne: Report) -> None:
    (box,) = boxes(blocks(hemne, "in-short"))
    told = " ".join(box.beside)
    country, size = PRINTED["averages"]["country"], PRINTED["averages"]["size group"]
    assert f": {country} points. Hemne: {PRINTED['total'] - country} above" in told
    assert f": {size} points. Hemne: {PRINTED['total'] - size} above" in told
    compared = " ".join(words(blocks(hemne, "comparison")))
    assert f"n = {PRINTED['others in the spider chart']}" in compared


def test_what_the_report_says_of_its_places(hemne: Report) -> None:
    told = words(blocks(hemne, "total"))
    assert any("in the top quarter" in one and "since 2010" in one for one in told)
    assert any(one.startswith("Area 3: ") and str(PRINTED["rank of area 3"]) in one for one in told)


def test_where_it_contradicts_itself(hemne: Report) -> None:
    told = " ".join(words(blocks(hemne, "discrepancies")))
    assert str(PRINTED["total_also_printed"]) in told
    assert str(PRINTED["above the size group as printed"]) in told


def test_its_report_number(hemne: Report) -> None:
    cover = {fact.name: "".join(run.text for run in fact.text) for fact in hemne.facts}
    assert cover["Report"] == PRINTED["report"]


@pytest.mark.parametrize(
    "printed, as_missing",
    [
        ("ranked bars of all evaluated", "in order of their totals"),
        ("who the highest and the lowest are, by size", "of which size the highest and the lowest"),
        ("averages of the other size groups", "5,000–9,999 inhabitants and 10,000"),
        ("spider against averages", "Averages of the eight areas"),
        ("the total of 2007", "The total of its own evaluation of 2007"),
        ("areas of 2007 and 2011", "own evaluation of 2007 and 2011"),
        ("income of the highest and lowest", "the income of municipalities"),
        ("roles that were interviewed", "the roles that were interviewed"),
        ("preface", "A preface"),
        ("text per question", "text on each question"),
        ("recommendation", "Advice of the evaluators"),
    ],
)
def test_what_is_printed_and_not_here_is_listed(
    hemne: Report, printed: str, as_missing: str
) -> None:
    told = words(blocks(hemne, "missing"))
    assert any(as_missing in one for one in told), printed


def test_it_does_not_say_that_the_printed_report_has_what_nobody_has_seen(hemne: Report) -> None:
    told = [one for one in words(blocks(hemne, "missing")) if "printed report" in one]
    assert len(told) == 3
    assert all("if the printed report has" in one for one in told)


def test_it_says_the_same_in_every_language(real: Reading) -> None:
    """The numbers of a report are those of every other language's, in the same order."""
    content = content_of(real, "hemne-2018")
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for language in ("nb", "nn", "sv", "en"):
        report = evaluation_report(real, content, language)
        assert report.language == language
        found[language] = [
            (one.anchor, _numbers(" | ".join(words(list(one.blocks))))) for _, one in report.walk()
        ]
    for language, sections in found.items():
        for (anchor, numbers), (wanted, of_nb) in zip(sections, found["nb"], strict=True):
            assert (anchor, numbers) == (wanted, of_nb), language
    assert sum(len(numbers) for _, numbers in found["nb"]) > 500


def _numbers(text: str) -> list[str]:
    """The numbers of a text, whatever marks its language parts them with, in their own order: a
    sentence of another language may name them in another."""
    written = re.sub(r"https?://\S+", "", text)
    whole = re.sub(r"\b(\d{1,3})[ ,\u00a0\u202f](\d{3})\b", r"\1\2", written)
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", whole)))
