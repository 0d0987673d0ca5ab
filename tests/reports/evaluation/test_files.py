"""Reports of real evaluations as files: nothing is lost, and nothing is where it should not be."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from sqlalchemy import Engine

from app.contents.evaluations.content import content_of
from app.database import session_factory
from app.domain.language import LANGUAGES
from app.queries.evaluations import summaries
from app.queries.reading import Reading, open_reading
from app.reports.document import Passage, Report, Tone
from app.reports.evaluation.report import evaluation_report
from app.reports.joint.report import joint_report
from app.reports.writers.pdf import pdf
from tests.pages.client import Client
from tests.reports.evaluation.filled import publish_filled
from tests.reports.pdf_checks import (
    MARGINS,
    MILLIMETRE,
    bare,
    faults,
    lone,
    outside,
    plain,
    stranded,
)
from tests.reports.pdf_reading import Pdf
from tests.reports.said import body
from tests.reports.test_pdf import in_order
from tools.bench.filled import PARAGRAPH

LONGEST_NAMES = 3


def report_of(reading: Reading, id: str, language: str = "nb") -> Report:
    return evaluation_report(reading, content_of(reading, id), language)


@pytest.fixture
def filled(seeded: Engine, seed_copy: Path) -> Iterator[Reading]:
    """Of Hemne 2018 everything that can be known is."""
    publish_filled(seeded, seed_copy)
    with session_factory(seeded)() as session:
        yield open_reading(session)


THREE = ["hareid-2019", "hemne-2018", "ulstein-2019"]
FIVE = [*THREE, "halsa-2018", "snillfjord-2018"]


@pytest.mark.parametrize(
    "ids, language",
    [*((THREE, language) for language in LANGUAGES), (FIVE[1:], "nb"), (FIVE, "en")],
)
def test_what_is_reckoned_to_be_on_a_page_is_there(
    real: Reading, ids: list[str], language: str
) -> None:
    """Otherwise a chapter begins a page because of what is not on the one before. And what stands
    above a page takes one line, side by side."""
    found = Pdf(pdf(joint_report(real, ids, language)))
    sound(found)
    for page in found.pages[1:]:
        above = [line for line in page.artifacts.lines if line.up > HEAD and line.text.strip()]
        assert len({round(line.up) for line in above}) == 1, [line.text for line in above]
        assert above[0].right < above[-1].left or len(above) == 1


HEAD = 297 * MILLIMETRE - MARGINS[1]


def sound(found: Pdf) -> None:
    """For those who have it read to them, for those who print it, and for those who look at it."""
    assert faults(found) == []
    assert outside(found, MARGINS) == []
    assert stranded(found) == []
    assert bare(found) == []
    assert lone(found) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_hemne_in_every_language(real: Reading, language: str) -> None:
    report = report_of(real, "hemne-2018", language)
    found = Pdf(pdf(report))
    sound(found)
    assert found.root["/Lang"] == language
    in_order(body(report), found.structure.text)


@pytest.mark.parametrize(
    "id", ["halsa-2018", "ulstein-2019", "orebro-2015", "lindesnes-til-2019-2017"]
)
def test_those_of_whom_less_is_known(real: Reading, id: str) -> None:
    report = report_of(real, id)
    found = Pdf(pdf(report))
    sound(found)
    in_order(body(report), found.structure.text)


def test_the_longest_names(demo_reading: Reading) -> None:
    """Of made-up municipalities too, whose names are as long as any."""
    every = sorted(summaries(demo_reading), key=lambda one: -len(one.name))
    for one in every[:LONGEST_NAMES]:
        found = Pdf(pdf(report_of(demo_reading, one.id, "en")))
        sound(found)
        assert one.official_name in found.structure.text.replace("\N{SOFT HYPHEN}", "")


def test_everything_filled_in(filled: Reading) -> None:
    report = report_of(filled, "hemne-2018")
    texts = [s for _, s in report.walk() if s.anchor.startswith("question-")]
    assert len(texts) == 45
    assert all(
        isinstance(one, Passage) and one.tone is Tone.QUOTED for s in texts for one in s.blocks
    )
    names = {picture.name for picture in report.pictures()}
    assert {"history", "years", "webs", "spider"} <= names
    assert "areas" not in names, "the spider shows them, and its table has them"
    found = Pdf(pdf(report))
    sound(found)
    whole = plain(found.structure.text)
    assert whole.count(plain(PARAGRAPH.strip())) == 45 * 3 + 3 * 2 + 4
    in_order(body(report), found.structure.text)


def test_a_page_says_the_same_in_the_same_order(site: Client, real: Reading) -> None:
    """The headings of the page are the bookmarks of the PDF, and both those of the report."""
    report = report_of(real, "hemne-2018")
    page = site.get("/kommuner/hemne/2018/rapport")
    headings = [one.heading for _, one in report.walk()]
    shown = [_text(one) for one in page.main.iter() if one.get("id") in _anchors(report)]
    assert shown == headings
    marked = [title for _, title, _ in Pdf(pdf(report)).bookmarks()]
    assert marked == [*headings, report.words.figures_as_tables]
    in_order(body(report), page.words)


def _anchors(report: Report) -> set[str]:
    return {one.anchor for _, one in report.walk()}


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_joint_report_of_as_many_as_there_may_be(real: Reading) -> None:
    ids = ["hemne-2018", "hareid-2019", "ulstein-2019", "kristiansund-2016", "roros-2017"]
    sound(Pdf(pdf(joint_report(real, ids, "nb"))))


def test_the_joint_report_says_that_two_of_three_have_no_figures(real: Reading) -> None:
    report = joint_report(real, ["hemne-2018", "halsa-2018", "snillfjord-2018"], "nb")
    found = Pdf(pdf(report))
    sound(found)
    assert plain("Ingen tall her for to av de tre: Halsa 2018 og Snillfjord 2018") in plain(
        found.structure.text
    )
