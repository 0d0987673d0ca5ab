"""What stands in a report once, and not again beside it."""

import re

from app.contents.evaluations.content import content_of
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.reports.document import Bullets, Columns, Picture, Report
from app.reports.evaluation.report import evaluation_report
from app.web.words.runs import Run
from tests.reports.reading import blocks, boxes, words
from tests.reports.said import words as text_of

RETOLD = "retold in our own words"
JUDGED = "It does not follow from the points."


def reports(reading: Reading) -> list[Report]:
    return [
        evaluation_report(reading, content_of(reading, one.id), "en") for one in summaries(reading)
    ]


def test_no_figure_has_its_subtitle_again_as_a_note(real: Reading) -> None:
    seen = 0
    for report in reports(real):
        for picture in report.pictures():
            assert isinstance(picture, Picture)
            notes = ["".join(run.text for run in note) for note in picture.notes]
            assert picture.figure.subtitle not in notes
            seen += 1
    assert seen > 50


def test_what_the_box_says_is_not_listed_again_alone(real: Reading) -> None:
    seen = 0
    for report in reports(real):
        anchors = {one.anchor for _, one in report.walk()}
        found = blocks(report, "total") if "total" in anchors else []
        listed, lists = words(found), [one for one in found if isinstance(one, Bullets)]
        for box in boxes(blocks(report, "in-short")):
            again = set(box.beside) & set(listed)
            assert not again or any(again < set(map(text_of, one.items)) for one in lists)
            seen += bool(box.beside)
    assert seen > 3


def test_digits_worked_out_are_told_in_one_sentence(real: Reading) -> None:
    seen = 0
    for one in summaries(real):
        content = content_of(real, one.id)
        codes = [
            question.code
            for area in content.evaluation.areas
            for question in area.questions
            if question.reconstructed
        ]
        report = evaluation_report(real, content, "en")
        told = [said for s in report.sections for said in words(blocks(report, s.anchor))]
        lost = [said for said in told if "lost in the source" in said]
        assert len(lost) == bool(codes)
        for said in lost:
            assert re.findall(r"\d\.\d+", said) == codes
            seen += 1
    assert seen


def test_no_source_is_listed_twice_and_the_licence_once(real: Reading) -> None:
    for report in reports(real):
        told = words(blocks(report, "sources"))
        assert len([one for one in told if one.startswith("NLOD")]) == 1
        assert len(" ".join(told).split("NLOD 2.0")) == 2
        (sources, *_) = blocks(report, "sources")
        assert isinstance(sources, Bullets)
        assert len(set(sources.items)) == len(sources.items)
        assert not {(Run(run.text),) for (run,) in sources.items if run.link} & set(sources.items)
        assert "[Report]" in " ".join(told)
        assert "[Data set]" not in " ".join(told)


def test_every_report_says_it_once_where_it_is_needed_first(real: Reading) -> None:
    seen = {RETOLD: 0, JUDGED: 0}
    for summary in summaries(real):
        report = evaluation_report(real, content_of(real, summary.id), "en")
        sections = [one for _, one in report.walk()]
        told = [(one, " ".join(words(one.blocks))) for one in sections]
        with_findings = [one for one in sections if any(isinstance(b, Columns) for b in one.blocks)]
        with_stars = [
            one
            for one, text in told
            if one.anchor.endswith("stars") or "Gold star in " in text or "Gold stars in " in text
        ]
        for sentence, where in ((RETOLD, with_findings), (JUDGED, with_stars)):
            assert [one for one, text in told if sentence in text] == where[:1], summary.id
            seen[sentence] += bool(where)
    assert all(seen.values()), seen
