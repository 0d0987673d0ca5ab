"""The ranking: bars, areas as shades, methods as tabs, ticks to compare, filters in use."""

from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest

from tests.pages.checks import text_of
from tests.pages.client import Client, Page
from tests.pages.facts import evaluations, latest, municipalities, written

SHADES = (20, 40, 60, 80)


def rows(page: Page) -> dict[str, list[Element]]:
    """The cells of each row as elements, by slug."""
    found = {}
    for row in page.table("list-caption").element.findall("tbody/tr"):
        link = row.find("th/a")
        assert link is not None
        found[(link.get("href") or "").partition("?")[0].rpartition("/")[2]] = list(row)
    return found


def tabs(page: Page) -> list[str]:
    (tabs,) = page.find_all("nav", class_="family-tabs")
    return [text_of(link) for link in tabs.iter("a")]


def test_methods_are_tabs_with_numbers_newest_first(site: Client) -> None:
    def n(family: str) -> int:
        return len(latest(f for f in evaluations() if f.family == family))

    by_family = [
        f"2020– version 2020 ({n('2020')})",
        f"2010–2019 versions 2.0 and 2.1 ({n('2')})",
        f"1997–2009 version 1.0 ({n('1')})",
    ]
    assert tabs(site.get("/en/kommuner?sort=total")) == by_family
    everything = f"All methods ({len(latest(evaluations()))})"
    assert tabs(site.get("/en/kommuner")) == [everything, *by_family]


def chosen_tab(page: Page) -> str:
    (one,) = [a for a in page.find_all("a") if a.get("aria-current") and a.get("id")]
    return one.get("id") or ""


def test_the_newest_method_that_may_be_ranked_is_shown_first(demo_site: Client) -> None:
    assert chosen_tab(demo_site.get("/en/kommuner?sort=total")) == "family-2020"
    assert chosen_tab(demo_site.get("/en/kommuner?sort=total&family=2")) == "family-2"


def test_where_none_may_be_ranked_the_usual_method_is_shown_first(site: Client) -> None:
    assert chosen_tab(site.get("/en/kommuner?sort=total")) == "family-2"
    assert chosen_tab(site.get("/en/kommuner?sort=total&version=1.0")) == "family-1"


def test_the_tab_of_the_ranking_leads_to_a_country_that_has_ranks(demo_site: Client) -> None:
    assert "/en/kommuner?sort=total&country=NO" in demo_site.get("/en/kommuner").links()
    assert "/sv/kommuner?sort=total&country=SE" in demo_site.get("/sv/kommuner").links()
    of_two = demo_site.get("/en/kommuner?country=SE").links()
    assert "/en/kommuner?country=SE&sort=total" in of_two


def test_the_tab_of_the_ranking_chooses_no_country_where_none_has_ranks(site: Client) -> None:
    assert "/en/kommuner?sort=total" in site.get("/en/kommuner").links()


@pytest.mark.parametrize("family", ["1", "2", "2020"])
def test_areas_are_shades_with_their_numbers(site: Client, family: str) -> None:
    page = site.get(f"/en/kommuner?family={family}")
    facts = latest(f for f in evaluations() if f.family == family)
    known = [fact.scores[no] for fact in facts.values() for no in range(1, 9) if no in fact.scores]
    decimals = 1 if any(score % 1 for score in known) else 0
    for slug, cells in rows(page).items():
        areas = [cell for cell in cells if "heat" in (cell.get("class") or "")]
        assert len(areas) == 8
        for no, cell in enumerate(areas, 1):
            score = facts[slug].scores.get(no)
            shade = 0 if score is None else 1 + sum(score >= Decimal(limit) for limit in SHADES)
            assert cell.get("class") == f"heat heat-{shade}"
            if score is None:
                assert "not" in text_of(cell)
            else:
                assert text_of(cell) == written(score, "en", decimals)


def test_areas_of_different_methods_stand_in_no_column(site: Client) -> None:
    assert not site.get("/en/kommuner").find_all("td", class_="heat")


def bracketed(page: Page) -> int:
    table = page.table("list-caption").element
    return sum("bracket-" in (row.get("class") or "") for row in table.findall("tbody/tr"))


def test_brackets_stand_only_where_there_are_ranks(demo_site: Client) -> None:
    assert bracketed(demo_site.get("/en/kommuner?sort=total&country=NO")) > 10
    assert not bracketed(demo_site.get("/en/kommuner?sort=total"))
    assert not bracketed(demo_site.get("/en/kommuner?sort=name&country=NO&family=2020"))


def test_nobody_is_bracketed_where_nobody_is_ranked(site: Client) -> None:
    assert not bracketed(site.get("/en/kommuner?sort=total&country=NO"))


def test_every_evaluation_can_be_ticked_and_sent_to_the_comparison(site: Client) -> None:
    page = site.get("/en/kommuner?detail=none&county=Tr%C3%B8ndelag")
    ticks = [box.get("value") for box in page.find_all("input", type="checkbox")]
    facts = latest(f for f in evaluations() if f.county == "Trøndelag")
    assert sorted(map(str, ticks)) == sorted(f"{slug}-{f.year}" for slug, f in facts.items())
    (form,) = page.find_all("form", id="pick")
    assert form.get("action") == "/en/sammenlign"
    assert form.get("data-most") == "6"
    assert len(rows(page)) > len(ticks)
    assert municipalities()["heim"]["county"] == "Trøndelag"
    assert not [c for c in page.find_all("input", form="pick") if "heim-" in (c.get("value") or "")]


def test_filters_in_use_are_chips_that_can_be_taken_away(site: Client) -> None:
    page = site.get("/en/kommuner?country=SE&size_group=large&version=2.1&area=2&sort=total")
    (chips,) = page.find_all("ul", class_="filter-chips")
    shown = {text_of(link): link.get("href") or "" for link in chips.iter("a")}
    taken = {
        "Remove the filter Country: Sweden": "country=SE",
        "Remove the filter Size: 10,000 inhabitants or more": "size_group=large",
        "Remove the filter Method version: 2.1": "version=2.1",
        "Remove the filter Points known for area 2": "area=2",
    }
    assert set(shown) == {*taken, "Clear all choices"}
    for words, parameter in taken.items():
        assert parameter not in shown[words]
        assert all(one in shown[words] for one in taken.values() if one != parameter)
    assert shown["Clear all choices"] == "/en/kommuner?sort=total"
    assert not site.get("/en/kommuner").find_all("ul", class_="filter-chips")


def test_list_ranking_and_map_share_the_filters(site: Client) -> None:
    kept = "country=SE&county=Sk%C3%A5ne+l%C3%A4n"
    page = site.get(f"/en/kommuner?{kept}&sort=3&area=3&detail=areas")
    (views,) = page.find_all("nav", id="views")
    assert [link.get("href") for link in views.iter("a")] == [
        f"/en/kommuner?{kept}&area=3&detail=areas",
        f"/en/kommuner?{kept}&area=3&detail=areas&sort=total",
        f"/en/kart?{kept}&detail=areas",
    ]
    for link in views.iter("a"):
        site.get(link.get("href") or "")
    (all_of_them,) = site.get("/en/kommuner?detail=none").find_all("nav", id="views")
    for link in all_of_them.iter("a"):
        site.get(link.get("href") or "")
