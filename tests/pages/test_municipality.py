"""The page of one municipality, against the figures of the sources."""

from decimal import Decimal

import pytest

from tests.in_turn import in_turn
from tests.pages.checks import text_of
from tests.pages.client import Client, Page
from tests.pages.facts import evaluations, latest, written

PREFIXES = {"nb": "", "nn": "/nn", "sv": "/sv", "en": "/en"}
HEMNE_2018 = ("38.9", "37.4", "77.4", "61.0", "58.4", "49.4", "47.8", "62.7")
HAREID_2019 = (35, 28, 49, 40, 49, 34, 45, 44)


def column(page: Page, table: str, number: int) -> list[str]:
    return [row[number] for row in page.table(table).rows]


@pytest.mark.parametrize("language", PREFIXES)
def test_hemne_has_433_of_800_and_the_exact_areas(site: Client, language: str) -> None:
    page = site.get(f"{PREFIXES[language]}/kommuner/hemne")
    assert page.heading == "Hemne"
    score = page.find_all("strong", class_="score__value")[0]
    assert text_of(score) == "433"
    areas = page.table("areas-table")
    assert [row[1] for row in areas.rows] == [written(Decimal(s), language, 1) for s in HEMNE_2018]
    assert areas.heads[2] == "Hareid 2019"
    assert [row[2] for row in areas.rows] == [
        written(Decimal(score), language, 1) for score in HAREID_2019
    ]


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_beside_hemnes_total_stand_the_published_averages_with_their_source(
    site: Client, prefix: str
) -> None:
    page = site.get(f"{prefix}/kommuner/hemne")
    rows = page.table("beside-table").rows
    assert [row[1] for row in rows] == ["433", "359", "324"]
    (based_on,) = page.find_all("details", class_="based-on")
    assert [text_of(item).count("KS-K rapport 3/2018") for item in based_on.iter("li")] == [1, 1]
    assert "74" in rows[1][2]
    assert "109" in rows[2][2]


def test_what_hemnes_page_says_in_words(site: Client) -> None:
    words = site.get("/en/kommuner/hemne").words
    for sentence in (
        "Hemne scored 433 out of 800 points in its 2018 evaluation.",
        "According to the source: in the top quarter of Norwegian municipalities",
        "74 above",
        "not how good its services are",
        "Only Hareid 2019 and Ulstein 2019 have area figures.",
        "An average needs at least 5 municipalities, and at least half of those evaluated.",
        "Above the average of evaluated Norwegian municipalities in all eight areas",
        "with under 5,000 inhabitants in all eight areas",
        "also as 426",
        "can give 85 points at most",
        "Question 5.1",
        "retold in our own words",
    ):
        assert sentence in words


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_what_is_retold_in_norwegian_is_marked_on_an_english_page(
    site: Client, prefix: str
) -> None:
    page = site.get(f"{prefix}/kommuner/hemne")
    inside = [e for e in page.main.iter() if "Ingen egen kommuneavis" in (e.text or "")]
    assert len(inside) == 1
    assert inside[0].get("lang") == ("nb" if prefix else None)


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_norway_and_sweden_together_is_one_click_away(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/kommuner/hemne")
    chosen = next(link for link in page.links() if "set=combined" in link)
    both = site.get(chosen)
    areas = both.table("areas-table")
    (mean_column,) = (at for at, head in enumerate(areas.heads) if "5–7" in head)
    # Latest with area 1 in versions 2.0 and 2.1: Hareid, Ulstein, Enköping, Grästorp, Karlskrona,
    # Kramfors, Örebro.
    mean = Decimal(35 + 72 + 71 + 61 + 69 + 58 + 68) / 7
    language = prefix.removeprefix("/") or "nb"
    assert areas.rows[0][mean_column] == written(mean, language, 1)
    assert "5–7" in both.words
    current = [a for a in both.main.iter("a") if a.get("aria-current") == "true"]
    assert [link.get("href") for link in current] == [chosen]


def test_every_figure_has_its_drawing_and_its_data(site: Client) -> None:
    page = site.get("/en/kommuner/hemne")
    figures = page.find_all("figure", class_="figure")
    assert len(figures) == 3
    explored = 0
    for figure in figures:
        buttons = [b for b in figure.iter("button") if b.get("data-explore") is not None]
        if not buttons:  # the chart of the areas is a table, and has all there is
            continue
        explored += 1
        drawing = next(e for e in figure.iter() if str(e.tag).endswith("}svg"))
        assert drawing.get("role") == "img"
        assert drawing.get("aria-labelledby") or drawing.get("aria-label")
        drawn = site.json(figure.get("data-figure") or "")
        assert set(drawn) == {"narrow", "wide"}
        assert all(set(layout) >= {"data", "layout"} for layout in drawn.values())
        assert "needs-script" in (buttons[0].get("class") or "").split()
    assert explored >= 2


def test_the_explorable_spider_has_the_values_of_the_table(site: Client) -> None:
    drawn = site.json("/en/kommuner/hemne/figur/spider")["wide"]
    shown = {
        trace["name"]: [Decimal(str(value)) for value in trace["r"][:8]]
        for trace in drawn["data"]
        if trace.get("r") and trace.get("name")
    }
    assert shown["Hemne 2018"] == [Decimal(score) for score in HEMNE_2018]
    assert shown["Hareid 2019"] == [Decimal(score) for score in HAREID_2019]


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_vallentuna_is_joined_until_2019_and_breaks_before_2021(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/kommuner/vallentuna")
    table = page.table("history-table")
    assert [row[0] for row in table.rows if len(row) > 1] == ["2017", "2019", "2021"]
    assert [row[2] for row in table.rows if len(row) > 1] == ["555", "603", "648"]
    breaks = [len(row) == 1 for row in table.rows]
    assert breaks == [False, False, True, False]
    changes = [row[3] for row in table.rows if len(row) > 1]
    assert "48" in changes[1]


def test_why_vallentunas_line_breaks_is_said(site: Client) -> None:
    words = site.get("/en/kommuner/vallentuna").words
    assert "results above and below this line are not joined" in words
    assert "only results within one version are safely compared" in words


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_heim_has_three_predecessors_and_no_score(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/kommuner/heim")
    assert page.find_all("strong", class_="score__value") == []
    assert page.find_all("figure") == []
    assert [t.get("id") for t in page.find_all("caption")] == ["alike-table"]
    for slug in ("hemne", "halsa", "snillfjord"):
        assert f"{prefix}/kommuner/{slug}" in page.links()
    assert f"{prefix}/kommuner/hemne/2018" in page.links()


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_nesodden_was_evaluated_and_its_figures_are_not_known(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/kommuner/nesodden")
    assert column(page, "history-table", 0) == ["2011", "2014"]
    assert page.find_all("strong", class_="score__value") == []
    assert not any(cell[0].isdigit() for cell in column(page, "history-table", 2))


def test_nesodden_was_sixth_of_46_as_stated(site: Client) -> None:
    words = site.get("/en/kommuner/nesodden").words
    assert "we have not found the figures in the sources we have read" in words
    assert "ranked 6 of the 46 Norwegian municipalities evaluated since 2010 (2014)" in words
    assert "Kept as stated" in words


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_kramfors_is_448_as_stated_and_447_by_sum(site: Client, prefix: str) -> None:
    page = site.get(f"{prefix}/kommuner/kramfors")
    assert text_of(page.find_all("strong", class_="score__value")[0]) == "448"
    assert sum(int(points) for points in column(page, "areas-table", 1)) == 447
    assert "447" in page.words


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_code_leads_to_its_owner(site: Client, prefix: str) -> None:
    assert site.redirect(f"{prefix}/kommuner/1612") == (307, f"{prefix}/kommuner/hemne")
    assert site.redirect(f"{prefix}/kommuner/5011")[1] == f"{prefix}/kommuner/hemne"
    kept = f"{prefix}/kommuner/hemne?release=1&set=combined"
    assert site.redirect(f"{prefix}/kommuner/1612?release=1&set=combined")[1] == kept


@pytest.mark.parametrize("slug", ["royrvik", "oslo", "stockholm"])
def test_without_an_evaluation_the_page_says_so(site: Client, slug: str) -> None:
    page = site.get(f"/en/kommuner/{slug}")
    assert "We know of no evaluation of" in page.words
    assert [t.get("id") for t in page.find_all("caption")] == ["alike-table"]
    assert "What this does not say" not in page.words
    assert "How to read the figures" not in page.words


@pytest.mark.parametrize("language", PREFIXES)
def test_every_evaluated_municipality_has_a_right_page(site: Client, language: str) -> None:
    """The total of the latest evaluation with figures stands at the top, where it is known."""
    with_figures = latest(fact for fact in evaluations() if fact.scores)
    for slug in latest(evaluations()):
        page = site.get(f"{PREFIXES[language]}/kommuner/{slug}")
        shown = [text_of(e) for e in page.find_all("strong", class_="score__value")]
        fact = with_figures.get(slug)
        known = fact is not None and 0 in fact.scores
        assert shown == ([written(fact.scores[0], language, 0)] if fact and known else []), slug


def test_the_page_without_scripts_says_how_to_cite_it(site: Client) -> None:
    page = site.get("/en/kommuner/hemne")
    cited = text_of(page.find_all("p", class_="cite")[0])
    assert "Release 1" in cited
    assert cited.endswith("/en/kommuner/hemne?release=1")


@in_turn(
    "address, status",
    [
        ("/kommuner/atlantis", 404),
        ("/kommuner/9999", 404),
        ("/kommuner/hemne%00", 404),
        ("/kommuner/%C3%A5", 404),
        ("/kommuner/hemne?set=everyone", 400),
        ("/kommuner/hemne?set=named&set=computed", 400),
        ("/kommuner/hemne/figur/cake", 404),
        ("/kommuner/heim/figur/spider", 404),
        ("/kommuner/hemne/figur/spider?set=everyone", 400),
    ],
)
def test_bad_input(site: Client, address: str, status: int) -> None:
    site.get(address, status)
    site.get(f"/en{address}", status)
    assert site.problem(address, status)["detail"]


def test_the_allowed_sets_are_named(site: Client) -> None:
    allowed = site.problem("/kommuner/hemne?set=everyone", 400)["allowed"]
    assert set(allowed) == {"computed", "published", "named", "few", "combined"}


def test_the_demo_shows_the_country_and_the_size_group(demo_site: Client) -> None:
    """With enough figures the spider shows the municipality, its country and its size."""
    listed = demo_site.get("/en/kommuner?detail=questions&sort=total&country=NO")
    first = listed.table("list-caption").element.find("tbody/tr/th/a")
    assert first is not None
    page = demo_site.get(first.get("href") or "")
    assert page.find_all("p", class_="notice--synthetic")
    drawn = demo_site.json(page.find_all("figure")[0].get("data-figure") or "")
    assert len({trace["name"] for trace in drawn["wide"]["data"] if trace.get("r")}) == 3
    assert "size" in " ".join(page.table("areas-table").heads)
