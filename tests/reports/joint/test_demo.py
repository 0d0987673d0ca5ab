"""Joint reports of made-up results: with questions, findings and every kind of gap."""

from collections import Counter
from decimal import Decimal
from random import Random

import pytest

from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.score import AREA_MEASURES
from app.errors import NotComparable
from app.queries import evaluations, method
from app.queries.reading import Reading
from app.reports.document import Bullets, Columns, Report
from app.reports.joint.report import joint_report
from app.web.words.languages import translate
from tests.known import known
from tests.reports.reading import blocks, grids, rows, words
from tests.reports.said import words as text_of

LANGUAGES = ("nb", "nn", "sv", "en")
CHANCES = 24
SMALL = 3


def with_questions(reading: Reading) -> list[EvaluationSummary]:
    """One of each municipality of one country, all with every question."""
    found = {
        one.municipality: one
        for one in evaluations.summaries(reading)
        if one.detail is DetailLevel.QUESTIONS and one.country == "NO"
    }
    return list(found.values())


@pytest.fixture
def chosen(demo_reading: Reading) -> list[EvaluationSummary]:
    return with_questions(demo_reading)[:4]


@pytest.fixture
def report(demo_reading: Reading, chosen: list[EvaluationSummary]) -> Report:
    return joint_report(demo_reading, [one.id for one in chosen], "en")


def test_every_question_of_every_one_stands_side_by_side(
    demo_reading: Reading, report: Report, chosen: list[EvaluationSummary]
) -> None:
    full = evaluations.evaluations(demo_reading, [one.id for one in chosen])
    codes = set()
    for no in range(1, 9):
        asked = rows(grids(blocks(report, f"area-{no}"))[1])
        for code, cells in asked.items():
            codes.add(code)
            for cell, evaluation in zip(cells[1:], full, strict=True):
                figure = known(evaluation.question(code)).figure
                assert Decimal(cell.split(" ")[0]) == figure.score
    version = method.rules(demo_reading).instrument.version("2.1")
    assert codes == {question.code for area in version.areas for question in area.questions}


def test_gold_stars_stand_at_their_questions(
    demo_reading: Reading, report: Report, chosen: list[EvaluationSummary]
) -> None:
    full = evaluations.evaluations(demo_reading, [one.id for one in chosen])
    given = {
        (at, star.question)
        for at, one in enumerate(full)
        for star in one.gold_stars
        if star.question
    }
    marked = {
        (at, code)
        for no in range(1, 9)
        for code, cells in rows(grids(blocks(report, f"area-{no}"))[1]).items()
        for at, cell in enumerate(cells[1:])
        if "Gold star" in cell
    }
    assert marked == given
    assert given
    lists = [one for one in blocks(report, "stars") if isinstance(one, Bullets)]
    assert len(words(lists)) == sum(len(one.gold_stars) for one in full)


def test_who_stands_out_on_a_question_does_so_by_its_limit(
    demo_reading: Reading, report: Report, chosen: list[EvaluationSummary]
) -> None:
    """The limit of an area, three of a hundred points, times the root of the question's share."""
    full = evaluations.evaluations(demo_reading, [one.id for one in chosen])
    version = method.rules(demo_reading).instrument.version("2.1")
    expected = {}
    for area in version.areas:
        for question in area.questions:
            scores = [known(one.question(question.code)).figure.score for one in full]
            first, second = sorted((known(one) for one in scores), reverse=True)[:2]
            limit = round(float(SMALL) * (float(question.max) / float(area.max)) ** 0.5 + 1e-9, 1)
            if float(first - second) >= limit:
                expected[question.code] = chosen[scores.index(first)]
    (table,) = grids(blocks(report, "best-questions"))
    found = {code: row[0] for code, row in rows(table).items()}
    names = {one.id: fact.name for one, fact in zip(chosen, report.facts, strict=True)}
    assert found == {code: names[one.id] for code, one in expected.items()}
    told = words(blocks(report, "best-questions"))[-1]
    assert told.startswith("On single questions nobody is called the best")


def test_findings_of_each_stand_in_columns(
    demo_reading: Reading, report: Report, chosen: list[EvaluationSummary]
) -> None:
    full = evaluations.evaluations(demo_reading, [one.id for one in chosen])
    for no in range(1, 9):
        shown = [
            {column.kind: len(column.items) for column in block.columns}
            for block in blocks(report, f"area-{no}")
            if isinstance(block, Columns)
        ]
        expected = [
            {
                kind: sum(f.kind == kind for f in one.area(no).findings)
                for kind in ("strength", "challenge", "weakness")
            }
            for one in full
            if one.area(no).findings
        ]
        assert shown == expected


def test_it_is_marked_as_made_up(report: Report) -> None:
    assert report.warning == "Made-up data for demonstration. None of these results are real."
    assert "demo" in report.stem


def test_names_with_a_last_year_are_said_and_not_as_data_have_them(
    demo_reading: Reading, chosen: list[EvaluationSummary]
) -> None:
    """`(–2019)` is how data tell namesakes apart. People read it in words of their language."""
    assert any("(–2019)" in one.name for one in chosen)
    for language, said_so in (("nb", "(til 2019)"), ("en", "(until 2019)")):
        report = joint_report(demo_reading, [one.id for one in chosen], language)
        everything = [report.title, report.subtitle, *(fact.name for fact in report.facts)]
        for _, part in report.walk():
            everything += [part.title, *words(part.blocks)]
            everything += [head for grid in grids(part.blocks) for head in grid.head]
        assert not any("(–2019)" in one for one in everything)
        assert any(said_so in one for one in everything)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_laid_out_alike_in_every_language(
    demo_reading: Reading, report: Report, chosen: list[EvaluationSummary], language: str
) -> None:
    found = joint_report(demo_reading, [one.id for one in chosen], language)
    assert found.language == language
    assert [(level, one.anchor) for level, one in found.walk()] == [
        (level, one.anchor) for level, one in report.walk()
    ]
    assert [len(one.blocks) for _, one in found.walk()] == [
        len(one.blocks) for _, one in report.walk()
    ]


@pytest.mark.parametrize("chance", range(CHANCES))
def test_rules_hold_for_any_choice(demo_reading: Reading, chance: int) -> None:
    """Two to five evaluations by chance, judged from their figures apart from the program."""
    drawn = Random(chance)
    table = evaluations.summaries(demo_reading)
    slugs = drawn.sample(sorted({one.municipality for one in table}), drawn.randint(2, 5))
    some = [drawn.choice(table.of_municipality(slug)) for slug in slugs]
    rules = method.rules(demo_reading)
    families = {one.family for one in some}
    if "1" in families and len(families) > 1:
        with pytest.raises(NotComparable):
            joint_report(demo_reading, [one.id for one in some], "en")
        return
    report = joint_report(demo_reading, [one.id for one in some], "en")
    _holds(report, some, {one.version for one in some})
    assert rules.instrument.families.keys() >= families


def _holds(report: Report, some: list[EvaluationSummary], versions: set[str]) -> None:
    anchors = Counter(one.anchor for _, one in report.walk())
    assert max(anchors.values()) == 1
    told = " ".join(one for _, part in report.walk() for one in words(part.blocks))
    one_kind = len({(one.family, one.country) for one in some}) == 1
    may_be_best = one_kind and len(versions) == 1 and versions != {"1.0"}
    if not may_be_best:
        assert "(best)" not in told
    if not (one_kind if len(some) == 2 else may_be_best):
        assert "clearly ahead of" not in told
        ordered = words(blocks(report, "order")) if "order" in anchors else []
        assert not any(" can learn from " in one for one in ordered)
    if not one_kind:
        assert not grids(blocks(report, "weighted"))
    for measure in AREA_MEASURES:
        scores = [one.figures.get(measure) for one in some]
        if f"area-{measure.value}" not in anchors:
            continue
        shown = [text_of(row[1]) for row in grids(blocks(report, f"area-{measure.value}"))[0].rows]
        for cell, score in zip(shown, scores, strict=True):
            if score is not None:
                assert Decimal(cell.split(" ")[0]) == score
            assert cell
        known_scores = sorted((one for one in scores if one is not None), reverse=True)
        stands_out = len(known_scores) > 1 and known_scores[0] - known_scores[1] >= SMALL
        assert sum("(best)" in cell for cell in shown) == int(may_be_best and stands_out)
    without = [one for one in some if not one.figures]
    for one in without:
        assert f"{translate(one.name, 'en')} was evaluated in {one.year}" in told
