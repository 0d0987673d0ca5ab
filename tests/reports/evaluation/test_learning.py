"""Whom a report says that one can learn from: among whom is looked, and who is named."""

import pytest

from app.contents.evaluations.content import content_of
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.reports.document import Report
from app.reports.evaluation.material import EvaluationMaterial, material
from app.reports.evaluation.report import report_of
from app.reports.teller import Teller
from app.web.words.languages import translate
from tests.reports.reading import blocks, words


def made(reading: Reading, id: str) -> tuple[EvaluationMaterial, Report]:
    found = material(reading, content_of(reading, id))
    return found, report_of(found, Teller("en", reading.release))


def every(reading: Reading) -> list[str]:
    """The evaluations with points for any area."""
    return [one.id for one in summaries(reading) if any(m.area for m in one.figures)]


def test_every_report_names_once_whom_it_looks_among(real: Reading) -> None:
    seen = 0
    for id in every(real):
        found, report = made(real, id)
        told = words(blocks(report, "alike"))
        assert told[0].startswith(translate(found.twins.lead[0], "en"))
        near = found.twins.rows[: found.twins.learned_from]
        if not near:
            continue
        (rule,) = (one for one in told if one.startswith("For each area"))
        assert all(row.summary.official_name in rule for row in near)
        assert "at least 3" in rule
        seen += 1
    assert seen > 5


def test_an_area_has_somebody_to_learn_from_or_the_list_says_why_not(real: Reading) -> None:
    named, nobody = 0, 0
    for id in every(real):
        found, report = made(real, id)
        anchors = {one.anchor for _, one in report.walk()}
        told = words(blocks(report, "alike"))
        for lesson in found.twins.profile if found.twins.rows else ():
            no = str(lesson.definition.no)
            said = [one for one in told if one.startswith("Area") and no in one.partition(":")[0]]
            assert len(said) == (not lesson.contacts)
            shown = f"area-{no}-learn" in anchors
            assert shown == bool(lesson.contacts or lesson.other_stars)
            named, nobody = named + shown, nobody + len(said)
    assert named
    assert nobody > 5


@pytest.mark.parametrize("id", ["hemne-2018", "hareid-2019", "ulstein-2019"])
def test_no_sentence_of_it_needs_another_to_be_understood(real: Reading, id: str) -> None:
    """Whoever is meant is named in the same sentence."""
    found, report = made(real, id)
    name = found.municipality.label
    said = [one for one in words(blocks(report, "alike")) if one.startswith("Area")]
    every = [one for section in report.sections for one in words(blocks(report, section.anchor))]
    said += [one for one in every if one.startswith("Of those")]
    assert said
    assert all(f"like {name}" in one for one in said)
    assert not any("them" in one.split() for one in said)
