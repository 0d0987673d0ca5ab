"""A report says once whose words its findings are, and what a gold star is."""

from app.contents.evaluations.content import content_of
from app.queries.evaluations import summaries
from app.queries.reading import Reading
from app.reports.document import Columns
from app.reports.evaluation.report import evaluation_report
from tests.reports.reading import words

RETOLD = "retold in our own words"
JUDGED = "It does not follow from the points."


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
