"""A report as a PDF: what is read, in which order, and where it stands on its pages."""

import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.reports.document import (
    Bullets,
    Columns,
    Passage,
    Report,
    ReportSection,
    TableBlock,
    Tone,
)
from app.reports.writers.pdf import TypesettingFailed, pdf
from app.web.words.runs import Run
from tests.reports.pdf_checks import HEADING, MARGINS, faults, outside, plain, stranded
from tests.reports.pdf_reading import Node, Pdf
from tests.reports.said import body
from tests.reports.sample import ADDRESS, LONG_NAME, LONG_WORD, TELLING, sample, short, text

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def report() -> Report:
    return sample()


@pytest.fixture(scope="module")
def made(report: Report) -> Pdf:
    return Pdf(pdf(report))


def heading_nodes(found: Pdf) -> list[Node]:
    return [node for node in found.structure.walk() if HEADING.fullmatch(node.kind)]


def in_order(texts: Iterable[str], whole: str) -> None:
    """Each is found, after the one before it."""
    at, wanted = 0, plain(whole)
    for one in map(plain, texts):
        found = wanted.find(one, at)
        assert found >= 0, f"{one!r} is not after {wanted[max(0, at - 60) : at]!r}"
        at = found + len(one)


# --- for everybody ------------------------------------------------------------------------------


def test_nothing_is_wrong_with_it_for_those_who_have_it_read_to_them(made: Pdf) -> None:
    assert faults(made) == []


@pytest.mark.parametrize("language", ["nn", "sv", "en"])
def test_nor_in_any_other_language(language: str) -> None:
    found = Pdf(pdf(replace(sample(1, 1), language=language)))
    assert faults(found) == []
    assert found.root["/Lang"] == language


def test_nor_with_the_least_that_there_can_be() -> None:
    found = Pdf(pdf(short()))
    assert faults(found) == []
    assert len(found.pages) == 3


def test_it_says_that_it_is_for_everybody_and_for_archives(made: Pdf) -> None:
    names = {"{http://www.aiim.org/pdfa/ns/id/}part": "2"}
    names["{http://www.aiim.org/pdfa/ns/id/}conformance"] = "A"
    assert {name: made.metadata.findtext(f".//{name}") for name in names} == names


def test_it_says_what_it_is(report: Report, made: Pdf) -> None:
    said = made.reader.metadata
    assert said is not None
    assert (said.title, said.author, said.subject) == (
        f"{report.title}: {report.subtitle}",
        report.author,
        report.subtitle,
    )
    assert said.keywords == "Kommunekompasset, Hemne, 2018"
    assert said.creation_date is not None
    assert said.creation_date.date() == report.day


def test_words_of_another_language_are_marked_as_such(made: Pdf) -> None:
    swedish = "".join(
        plain(piece.text) for piece in made.structure.pieces() if piece.language == "sv"
    )
    assert "hurpoängensätts" in swedish
    assert swedish.count("anmärkning") >= 8
    assert "versjon" not in swedish
    assert made.structure.language == "nb"


def test_everything_is_read_in_the_order_of_the_report(report: Report, made: Pdf) -> None:
    whole = made.structure.text
    in_order([report.title, report.subtitle, report.warning or "", *contents(report)], whole)
    in_order(
        body(report), whole[whole.rindex("Figurene som tabeller", 0, whole.index("Kommunen får")) :]
    )


def contents(report: Report) -> list[str]:
    return [
        report.words.contents,
        *(section.heading for level, section in report.walk() if level <= 2),
        report.words.figures_as_tables,
    ]


def test_it_is_selected_in_the_same_order(report: Report, made: Pdf) -> None:
    drawn = "".join(page.extract_text() for page in made.reader.pages[3:])
    in_order((section.heading for _, section in report.walk()), drawn)


def test_lists_quotes_and_tables_are_what_they_are(report: Report, made: Pdf) -> None:
    blocks = [block for _, section in report.walk() for block in section.blocks]
    tree = made.structure
    columns = [c for b in blocks if isinstance(b, Columns) for c in b.columns if c.items]
    lists = sum(isinstance(block, Bullets) for block in blocks)
    assert len(tree.all("L")) == lists + len(columns)
    quoted = [b for b in blocks if isinstance(b, Passage) and b.tone is Tone.QUOTED]
    assert len(tree.all("Quote")) == len(quoted)
    grids = sum(isinstance(block, TableBlock) for block in blocks)
    assert len(tree.all("Table")) == grids + len(report.pictures())
    assert len(tree.all("Figure")) == len(report.pictures())


# --- finding one's way --------------------------------------------------------------------------


def test_bookmarks_are_the_sections_and_lead_to_their_headings(report: Report, made: Pdf) -> None:
    wanted = [(level, section.heading) for level, section in report.walk()]
    wanted.append((1, report.words.figures_as_tables))
    assert [(level, title) for level, title, _ in made.bookmarks()] == wanted
    nodes = heading_nodes(made)[1:]
    assert [int(node.kind[1:]) for node in nodes] == [level for level, _ in wanted]
    assert [node.page for node in nodes] == [page for _, _, page in made.bookmarks()]


def test_contents_lead_to_the_pages_that_they_name(made: Pdf) -> None:
    pages = [(plain(node.text), node.page) for node in heading_nodes(made)[1:]]
    entries = made.structure.all("TOCI")
    assert len(entries) == len(pages)
    for entry, (heading, page) in zip(entries, pages, strict=True):
        (link, *_) = [note for node in entry.all("Link") for note in node.annotations]
        assert made.target(link) == page
        assert plain(entry.text).startswith(heading)
        assert plain(entry.all("Link")[0].text).endswith(str(page + 1))


def test_links_lead_where_they_say(made: Pdf) -> None:
    leads = {
        node.text: made.target(node.annotations[0])
        for node in made.structure.all("Link")
        if node.annotations
    }
    assert leads["metoden"] == "https://kompass.example/metode"
    assert leads[ADDRESS] == ADDRESS


def test_each_figure_leads_to_its_values_and_back(report: Report, made: Pdf) -> None:
    tree = made.structure
    captions = {plain(node.text): node.page for node in tree.all("Caption")}
    links = {plain(node.text): made.target(node.annotations[0]) for node in tree.all("Link")}
    grids = sum(isinstance(b, TableBlock) for _, section in report.walk() for b in section.blocks)
    for number, picture in enumerate(report.pictures(), 1):
        own = plain(f"Figur {number}. {picture.title}{picture.figure.subtitle}")
        values = plain(f"Tabell {grids + number}. {picture.title} (Figur {number})")
        assert links[plain(f"Figuren som tabell: Tabell {grids + number}")] == captions[values]
        assert links[plain(f"Figur {number}")] == captions[own]


def test_each_value_of_each_figure_stands_in_its_table(report: Report, made: Pdf) -> None:
    tables = made.structure.all("Table")[-len(report.pictures()) :]
    for picture, table in zip(report.pictures(), tables, strict=True):
        cells = [[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")]
        assert cells == [list(row) for row in picture.figure.told()]


def test_links_within_a_report_lead_to_its_sections() -> None:
    inside = Passage((Run("se der", link="#eneste"), Run("og der", link="#ikke-her")))
    found = Pdf(pdf(short(inside)))
    (link,) = [note for note in found.structure.all("Link") if note.text == "se der"]
    assert found.target(link.annotations[0]) == 2
    assert "og der" not in [node.text for node in found.structure.all("Link")]
    assert faults(found) == []


# --- on its pages -------------------------------------------------------------------------------

LENGTHS = [
    sample(1, 1),
    sample(2, 9, name=LONG_NAME, telling=TELLING * 3),
    sample(2, 4, name=LONG_NAME, telling=f"{LONG_WORD} {TELLING}" * 4, warning=None),
    sample(1, 3, telling=TELLING * 30),
]


@pytest.mark.parametrize("of", range(len(LENGTHS)))
def test_nothing_runs_over_its_margins_and_no_heading_is_left_behind(of: int) -> None:
    found = Pdf(pdf(LENGTHS[of]))
    assert faults(found) == []
    assert outside(found, MARGINS) == []
    assert stranded(found) == []


LITTLE = 0.3 * (842 - 54 / 25.4 * 72)
"""Of the height of the text of a page, in points."""


def test_a_long_report_has_as_many_pages_as_such_reports_have(report: Report, made: Pdf) -> None:
    assert 25 <= len(made.pages) <= 45
    areas = [section.heading for section in report.sections if section.number]
    begin = {node.text: node for node in heading_nodes(made) if node.text in areas}
    assert len(begin) == 8
    for node in begin.values():
        highest = max(
            line.up for piece in made.pages[node.page].pieces.values() for line in piece.lines
        )
        own = max(line.up for piece in node.pieces() for line in piece.lines)
        assert own > highest - LITTLE, "an area begins a page that would have little on it"


def test_every_page_says_which_it_is_and_that_nothing_is_real(report: Report, made: Pdf) -> None:
    assert report.warning is not None
    for page in made.pages[1:]:
        around = page.artifacts.text
        assert f"Side {page.number + 1} av {len(made.pages)}" in around
        for said in (report.warning, f"{report.title}: {report.subtitle}", report.words.foot):
            assert plain(said) in plain(around)
    current = "1 Offentlighet og demokrati"
    (node,) = [node for node in heading_nodes(made) if node.text == current]
    assert current in made.pages[node.page].artifacts.text


def test_figures_are_drawn_with_our_letters_and_without_pixels(made: Pdf) -> None:
    assert made.images == 0
    assert {name.partition("+")[2] for name in made.fonts} == {"Inter-Regular", "Inter-Bold"}


def test_text_is_dark_and_large_enough_to_be_read(made: Pdf) -> None:
    figures = {id(piece) for node in made.structure.all("Figure") for piece in node.pieces()}
    for page in made.pages:
        for piece in (*page.pieces.values(), page.artifacts):
            for colour in piece.colours if id(piece) not in figures else ():
                assert contrast(colour) >= 4.5, piece.text
            assert all(line.size >= 7.5 for line in piece.lines if line.text.strip()), piece.text


def contrast(colour: tuple[float, ...]) -> float:
    """Of text on the darkest ground that it stands on, as WCAG measures it."""
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in (colour * 3 if len(colour) == 1 else colour)
    )
    ground = 0.87
    return (ground + 0.05) / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


# --- as a file ----------------------------------------------------------------------------------


def test_the_same_report_is_the_same_file_whoever_makes_it() -> None:
    own = sample(1, 1)
    program = (
        "import hashlib; from app.reports.writers.pdf import pdf;"
        "from tests.reports.sample import sample;"
        "print(hashlib.sha256(pdf(sample(1, 1))).hexdigest())"
    )
    others = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": "7",
            "TZ": "Pacific/Auckland",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert others.stdout.strip() == hashlib.sha256(pdf(own)).hexdigest()
    assert pdf(replace(own, day=date(2026, 3, 15))) != pdf(own)


def test_what_cannot_be_set_is_a_fault_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.ERROR),
        pytest.raises(TypesettingFailed, match="language"),
    ):
        pdf(replace(short(), language="no such language"))
    assert "could not be set" in caplog.text


def test_sections_deep_inside_keep_their_order() -> None:
    deep = ReportSection("d", "D", (Passage(text("d")),))
    for name in "cba":
        deep = ReportSection(name, name.upper(), (), (deep,))
    found = Pdf(pdf(replace(short(), sections=(deep,))))
    assert faults(found) == []
    assert [(level, title) for level, title, _ in found.bookmarks()] == [
        (1, "A"),
        (2, "B"),
        (3, "C"),
        (4, "D"),
    ]
