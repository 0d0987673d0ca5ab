"""A municipality's own areas over the years; every figure is from the sources."""

from app.contents.municipalities.content import MunicipalityContent, content
from app.contents.municipalities.own_years import year_webs, years_figure
from app.domain.gap import Standing
from app.queries import register
from app.queries.reading import Reading
from tests.known import known, plain
from tests.pages.client import Client

KARLSKRONA = {
    2011: (48, 49, 62, 44, 46, 46, 49, 71),
    2014: (69, 67, 65, 61, 53, 54, 73, 67),
}


def page(reading: Reading, slug: str) -> MunicipalityContent:
    return content(reading, known(register.municipality(reading, slug)), None)


def test_karlskrona_has_risen_in_six_areas(real: Reading) -> None:
    """Area 3 by 3 and area 8 by -4 points: a change counts from 4.2."""
    (found,) = page(real, "karlskrona").area_years
    assert [one.year for one in found.evaluations] == [2011, 2014]
    assert found.standings.count(Standing.ABOVE) == 6
    assert found.standings.count(Standing.ABOUT_THE_SAME) == 2
    figure = known(years_figure(page(real, "karlskrona"), plain))
    assert {one.year: one.values for one in figure.years} == KARLSKRONA


def test_enkoping_shows_what_is_missing_as_missing(real: Reading) -> None:
    figure = known(years_figure(page(real, "enkoping"), plain))
    first, last = figure.years
    assert list(first.values) == [54, 55, None, 42, None, None, None, 66]
    assert list(last.values) == [71, 62, None, 67, None, None, None, 71]


def test_the_web_before_lies_behind_that_of_the_same_method(real: Reading) -> None:
    webs = known(year_webs(page(real, "karlskrona"), plain))
    first, last = webs.panels
    assert first.before is None
    assert last.before == KARLSKRONA[2011]


def test_methods_are_never_joined(real: Reading, demo_reading: Reading) -> None:
    """Whoever has one evaluation of a method has nothing to set beside it."""
    assert page(real, "hemne").area_years == ()
    found = page(demo_reading, "myrkbrekka")
    for one in found.area_years:
        families = {found.instrument.family_of(e.version) for e in one.evaluations}
        assert len(families) == 1
    for panel in known(year_webs(found, plain)).panels:
        if panel.beside.endswith("2020"):
            assert panel.before is None


def test_the_page_draws_them(site: Client) -> None:
    page = site.get("/en/kommuner/karlskrona")
    assert "Karlskrona: up in 6 of 8 areas from 2011 to 2014" in page.words
    rows = page.table("figure-years-table").rows
    assert [row[1:] for row in rows] == [
        [str(KARLSKRONA[year][at]) for year in (2011, 2014)] for at in range(8)
    ]
    files = site.get("/en/kommuner/karlskrona").links()
    assert any("years.csv" in link for link in files)
