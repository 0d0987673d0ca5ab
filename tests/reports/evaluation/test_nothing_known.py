"""The report of an evaluation of which little is known has no sections about nothing."""

from app.contents.evaluations.content import content_of
from app.domain.score import AREA_MEASURES, Measure
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.reports.document import Passage, Tone
from app.reports.evaluation.report import evaluation_report
from tests.reports.reading import blocks, words

WITHOUT_FIGURES = {"in-short", "instrument", "appendix"}


def test_no_section_is_there_to_say_that_it_has_nothing(real: Reading) -> None:
    """But for texts that only the evaluators can write."""
    seen = 0
    for summary in summaries(real):
        report = evaluation_report(real, content_of(real, summary.id), "en")
        for section in report.sections:
            found = blocks(report, section.anchor)
            assert found, (summary.id, section.anchor)
            if section.anchor not in ("preface", "areas-unknown"):
                missing = [isinstance(b, Passage) and b.tone is Tone.MISSING for b in found]
                assert not all(missing), (summary.id, section.anchor)
        seen += 1
    assert seen > 20


def test_what_has_no_section_is_listed_as_missing(real: Reading) -> None:
    nothing = 0
    for summary in summaries(real):
        report = evaluation_report(real, content_of(real, summary.id), "en")
        anchors = {section.anchor for section in report.sections}
        missing = " ".join(words(blocks(report, "missing")))
        if Measure.TOTAL not in summary.figures:
            assert "The total: " in missing
        if not any(measure in summary.figures for measure in AREA_MEASURES):
            assert "areas" not in anchors
            assert "The points of the eight areas: " in missing
        if "total" not in anchors and Measure.TOTAL in summary.figures:
            assert "too few have published theirs" in missing
        if "over-time" not in anchors:
            assert "this is the first evaluation" in missing
        if not summary.figures:
            assert anchors - {"over-time", "reply", "total"} <= WITHOUT_FIGURES | {
                one for one in anchors if one.startswith("area")
            } | {"preface", "closing"}
            assert "set beside nothing" in missing
            nothing += anchors <= WITHOUT_FIGURES | {"over-time", "reply"}
    assert nothing
