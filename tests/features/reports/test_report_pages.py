"""Reports as pages: what stands in them, where they lead, and what is answered in their place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, get_args

import pytest
from markupsafe import Markup

from app.domain.language import LANGUAGES
from app.domain.message import say
from app.features.reports.content import ReportPage
from app.reports.document import Block, ReportSection
from app.reports.jobs import ReportKind
from app.web.page.rendering import environment
from tests.pages.checks import text_of
from tests.pages.client import Client, Page
from tests.pages.conftest import changed_site as changed_site
from tests.reports.sample import sample

PREFIXES = [language.prefix for language in LANGUAGES.values()]
REPORT = "/kommuner/hemne/2018/rapport"
SHEET = "/kommuner/hemne/2018/ark"
JOINT = "/fellesrapport?e=hemne-2018&e=hareid-2019"
AREAS = ("38,9", "37,4", "77,4", "61,0", "58,4", "49,4", "47,8", "62,7")
"""Of Hemne 2018, as printed in its report."""


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("address", [REPORT, SHEET, JOINT])
def test_each_report_is_a_page_in_each_language(site: Client, prefix: str, address: str) -> None:
    page = site.get(f"{prefix}{address}")
    assert "Hemne 2018" in page.heading
    assert page.shown.headers["content-language"] == page.shown.language


@dataclass(frozen=True)
class Poem:
    """A kind of block that nobody has taught to a page."""


def test_a_page_shows_every_kind_of_block_and_loses_none() -> None:
    def shown(*blocks: Any) -> Markup:
        part = replace(sample(areas=1).sections[0], blocks=blocks, sections=())
        report = replace(sample(areas=1), sections=(part,))
        page = ReportPage(report, ReportKind.EVALUATION, REPORT, (), (say("Report"), "/"), False)
        module: Any = environment("nb").get_template("reports/_blocks.html").make_module()
        return Markup(module.section(page, report.sections[0]))

    blocks = {type(block): block for block in _blocks(sample(areas=1).sections)}
    assert set(blocks) == set(get_args(Block))
    bare = shown()
    for block in blocks.values():
        assert len(shown(block)) > len(bare) + 20
    with pytest.raises(TypeError, match="Poem"):
        shown(Poem())


def _blocks(sections: Iterable[ReportSection]) -> Iterator[Block]:
    for section in sections:
        yield from section.blocks
        yield from _blocks(section.sections)


def table_with(page: Page, first: str) -> list[list[str]]:
    """The rows of the first table whose rows begin so."""
    for table in page.find_all("table"):
        rows = [[text_of(cell) for cell in row] for row in table.findall("tbody/tr")]
        if rows and rows[0][0].startswith(first):
            return rows
    raise AssertionError(f"no table begins with {first}")


def test_it_has_the_points_of_the_printed_report(site: Client) -> None:
    rows = table_with(site.get(REPORT), "1 ")
    assert tuple(row[1] for row in rows[:8]) == AREAS
    assert rows[8][1] == "433"


def test_each_area_is_a_chapter_of_its_own_with_all_its_questions(site: Client) -> None:
    page = site.get(f"/en{REPORT}")
    codes = [
        text_of(link).split()[0]
        for link in page.find_all("a")
        if "/sporsmal/2.1/" in (link.get("href") or "")
    ]
    assert len(set(codes)) == 45
    headings = [text_of(heading) for heading in page.find_all("h2")]
    assert [heading[0] for heading in headings if heading[0].isdigit()] == [*"12345678"]


def test_its_contents_lead_to_its_sections(site: Client) -> None:
    page = site.get(REPORT)
    (contents,) = page.find_all("nav", class_="print-only")
    ids = [link.get("href", "")[1:] for link in contents.iter("a")]
    assert ids == [heading.get("id") for heading in page.find_all("h2") if heading.get("id") in ids]
    assert len(ids) > 12


def test_each_figure_has_words_and_a_table_beside_it(site: Client) -> None:
    page = site.get(REPORT)
    figures = page.find_all("figure")
    assert len(figures) >= 3
    for figure in figures:
        drawn = [svg for svg in figure.iter() if str(svg.tag).endswith("svg") and svg.get("role")]
        assert drawn
        told_beside = figure.get("id") == "figure-history-frame"
        assert bool(figure.findall(".//table/tbody/tr")) is not told_beside
    tables = [" ".join(one.itertext()) for one in page.find_all("table")]
    assert any("433" in table and "440" in table for table in tables)


def test_texts_of_another_language_say_so(site: Client) -> None:
    page = site.get(f"/en{REPORT}")
    findings = [
        item for column in page.find_all("div", class_="finding") for item in column.iter("li")
    ]
    assert findings
    for item in findings:
        assert [part.get("lang") for part in item] == ["nb"], text_of(item)


def test_it_leads_to_its_files_and_back(site: Client) -> None:
    for address, source in ((REPORT, "/kommuner/hemne/2018"), (JOINT, "/sammenlign")):
        path, _, query = address.partition("?")
        query = f"?{query}" if query else ""
        links = site.get(f"/sv{address}").links()
        for suffix in (".pdf", ".docx"):
            assert f"/sv{path}{suffix}{query}" in links
        assert f"/sv{source}{query}" in links


def test_links_are_as_frozen_as_the_page(site: Client) -> None:
    for address in (REPORT, SHEET, JOINT):
        live = site.get(f"/en{address}")
        assert [link for link in live.links() if "release=" in link] == []
        mark = "&" if "?" in address else "?"
        frozen = site.get(f"/en{address}{mark}release=1")
        leaving = [a for a in frozen.links() if a.startswith("/") and "release=1" not in a]
        assert leaving == [f"/en{address}"]  # the way back to now


def test_what_is_on_no_page_is_on_no_page_of_a_report(site: Client) -> None:
    assert site.get("/kommuner/hemne/1999/rapport", 404).status == 404
    assert site.get("/kommuner/finnes-ikke/2018/rapport", 404).status == 404
    assert site.redirect("/kommuner/1612/2018/rapport") == (307, "/kommuner/hemne/2018/rapport")
    assert site.redirect(f"{REPORT}?x=1") == (308, REPORT)
    assert site.problem("/fellesrapport?e=hemne-2018&e=finnes-2018", 400)["parameter"] == "e"


def test_a_joint_report_is_of_two_to_five_that_may_be_compared(site: Client) -> None:
    assert site.problem("/fellesrapport?e=hemne-2018", 400)["parameter"] == "e"
    assert (
        site.problem(f"/fellesrapport?{'&'.join(f'e={id}' for id in SIX)}", 400)["parameter"] == "e"
    )
    two_of_one = "/fellesrapport?e=hemne-2011&e=hemne-2018"
    assert site.problem(two_of_one, 422)["type"].endswith("#not-comparable")


def test_whoever_has_chosen_nobody_is_led_to_where_one_chooses(site: Client) -> None:
    for suffix in ("", ".pdf", ".docx"):
        assert site.redirect(f"/fellesrapport{suffix}") == (303, "/sammenlign")
    assert site.redirect("/sv/fellesrapport?e=&release=1") == (303, "/sv/sammenlign?release=1")
    refused = site.get("/nn/fellesrapport?e=hemne-2018", 400)
    assert "/nn/fellesrapport" in refused.links(), "the same page without choices"


def test_what_was_withdrawn_says_so(changed_site: Client) -> None:
    for address in ("/kommuner/skaun/2017/rapport", "/kommuner/skaun/2017/rapport.pdf"):
        told = changed_site.problem(address, 410)
        assert told["last_release"] == 2
    joint = "/fellesrapport?e=hemne-2018&e=skaun-2017"
    assert changed_site.problem(joint, 410)["last_release"] == 2
    assert "Skaun 2017" in changed_site.get(f"{joint}&release=2").heading


def test_machines_are_not_led_to_what_readers_choose(site: Client) -> None:
    """There are more choices than anybody can read, and each file has to be made."""
    assert site.get(JOINT).meta("robots") == "noindex"
    for address in (REPORT, SHEET):
        assert site.get(address).meta("robots") is None
    leading = (
        "/en/kommuner/heim",
        "/en/kommuner/hemne",
        f"/en/sammenlign?{JOINT.partition('?')[2]}",
    )
    for address in (*leading, f"/en{JOINT}"):
        links = [
            link
            for link in site.get(address).find_all("a")
            if "fellesrapport" in (link.get("href") or "") and not link.get("hreflang")
        ]
        files = [link for link in links if "/fellesrapport?" not in (link.get("href") or "")]
        for link in files if address == f"/en{JOINT}" else links:
            assert link.get("rel") == "nofollow", (address, link.get("href"))
        assert links
    lines = site.http.get("/robots.txt").text.splitlines()
    for prefix in PREFIXES:
        for suffix in (".pdf", ".docx"):
            assert f"Disallow: {prefix}/fellesrapport{suffix}" in lines


def test_those_who_merged_offer_a_joint_report(site: Client) -> None:
    """Heim was made of Hemne, Halsa and a part of Snillfjord."""
    offered = [link for link in site.get("/en/kommuner/heim").links() if "fellesrapport" in link]
    (address,) = offered
    ids = {pair.removeprefix("e=") for pair in address.partition("?")[2].split("&")}
    assert {id.rsplit("-", 1)[0] for id in ids} == {"hemne", "halsa", "snillfjord"}
    page = site.get(address)
    assert address in site.get("/en/kommuner/hemne").links()
    assert "Hemne 2018" in page.heading


def test_a_comparison_leads_to_the_joint_report_where_there_is_one(site: Client) -> None:
    def offered(query: str) -> list[str]:
        page = site.get(f"/sammenlign?{query}")
        return [link for link in page.links() if link.startswith("/fellesrapport?")]

    assert offered("e=hemne-2018&e=hareid-2019") == [JOINT]
    assert offered("e=hemne-2018") == []
    six = "&".join(f"e={id}" for id in SIX)
    assert offered(six) == []
    assert len(offered(six.rpartition("&")[0])) == 1


SIX = (
    "hemne-2018",
    "hareid-2019",
    "ulstein-2019",
    "roros-2017",
    "kristiansund-2016",
    "ovre-eiker-2015",
)


def test_the_api_names_the_reports_of_an_evaluation(site: Client) -> None:
    links = site.json("/api/v1/evaluations/hemne-2018?lang=nn&release=1")["links"]
    for name, suffix in (("report", ""), ("report_pdf", ".pdf"), ("report_docx", ".docx")):
        assert links[name].endswith(f"/nn{REPORT}{suffix}?release=1")


def test_the_api_names_the_joint_report_where_there_can_be_one(site: Client) -> None:
    def links(*ids: str) -> list[str | None]:
        query = "&".join(f"e={id}" for id in ids)
        found = site.json(f"/api/v1/compare?{query}&lang=nn&release=1")["links"]
        return [found[name] for name in ("report", "report_pdf", "report_docx")]

    named = links("hemne-2018", "hareid-2019")
    for link, suffix in zip(named, ("", ".pdf", ".docx"), strict=True):
        assert link is not None
        path, _, query = link.partition("?")
        assert path.endswith(f"/nn/fellesrapport{suffix}")
        assert sorted(query.split("&")) == ["e=hareid-2019", "e=hemne-2018", "release=1"]
    for ids in (("hemne-2018",), ("hemne-2011", "hemne-2018"), SIX):
        assert links(*ids) == [None, None, None]


def test_an_evaluation_leads_to_all_that_can_be_had_of_it(site: Client) -> None:
    links = site.get("/sv/kommuner/hemne/2018").links()
    for name in ("rapport", "rapport.pdf", "rapport.docx", "ark", "ark.docx", "lysbilder.pptx"):
        assert f"/sv/kommuner/hemne/2018/{name}" in links
    told = site.http.get("/llms.txt").text
    for name in ("rapport", "ark", "lysbilder.pptx", "fellesrapport"):
        assert f"/{name}" in told


def test_the_site_map_names_the_pages_and_not_the_files(site: Client) -> None:
    text = site.http.get("/sitemap.xml").text
    for prefix in PREFIXES:
        assert f"{prefix}{REPORT}</loc>" in text
    assert "rapport.pdf" not in text
