"""How many were evaluated: what the sources say, typed from them, and what follows for a set."""

import pytest

from app.domain.coverage import Coverage
from app.domain.evaluation import Source
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.queries import coverage, method
from app.queries.reading import Reading

NORWAY, SWEDEN = Country.NORWAY, Country.SWEDEN

DOCPLAYER = "http://docplayer.me/"
SAID = {
    # Country, family, unit, from, to, n, at least, approximate, the address of the source
    ("NO", "2", "municipalities", 2010, 2012, 30, True, False, f"{DOCPLAYER}3165396-"),
    ("NO", "2", "municipalities", 2010, 2015, 46, False, False, f"{DOCPLAYER}37164590-"),
    ("NO", "2", "municipalities", 2010, 2018, 55, False, False, f"{DOCPLAYER}106153174-"),
    ("NO", "2", "municipalities", 2010, 2019, 58, False, False, "https://www.ulstein.kommune.no/"),
    ("NO", None, "municipalities", None, 2010, 65, False, False, "https://www.dknyt.dk/artikel/"),
    ("NO", None, "municipalities", None, 2016, 100, True, False, "https://www.knn.no/aktuelt/kris"),
    ("SE", "1", "municipalities", 2002, 2006, 38, False, False, "http://www.mynewsdesk.com/se/"),
    ("SE", None, "municipalities", 2002, 2010, 75, False, False, "https://www.dknyt.dk/artikel/"),
    ("SE", "2", "municipalities", 2014, 2014, 13, False, False, "https://www.gotland.se/kommunk"),
    ("SE", None, "evaluations", 2002, 2017, 170, False, True, None),
    ("SE", None, "evaluations", 2002, 2018, 200, False, True, "https://skl.se/demokratiledningst"),
    ("SE", None, "evaluations", 2002, 2021, 240, False, True, "https://www.tomelilla.se/nyhet/de"),
    ("SE", None, "municipalities", 2002, 2021, 140, False, True, "https://www.tomelilla.se/nyhet/"),
    ("SE", "2020", "municipalities", 2021, 2022, 20, True, False, "https://www.tomelilla.se/nyhe"),
}


def test_the_counts_are_those_of_the_sources(real: Reading) -> None:
    found = coverage.known_evaluated(real)
    said = {line[:8]: line[8] for line in SAID}
    assert len(SAID) == len(said) == 14
    kept: dict[tuple[object, ...], Source | None] = {
        (c.country, c.family, c.unit, c.since, c.as_of, c.n, c.at_least, c.approximate): c.source
        for c in found
    }
    assert kept.keys() == said.keys()
    assert len(found) == 14
    for line, address in said.items():
        source = kept[line]
        if address is None:
            assert source is None, line
        else:
            assert source is not None, line
            assert source.url is not None, line
            assert source.url.startswith(address), line
            assert source.title, line


def test_every_remark_is_in_all_languages_and_names_what_is_not_counted(real: Reading) -> None:
    noted = {c.id: c.note.texts for c in coverage.known_evaluated(real) if c.note}
    assert all(texts.keys() == {"nb", "nn", "sv", "en"} for texts in noted.values())
    without = {c.id for c in coverage.known_evaluated(real) if c.source is None}
    assert without <= noted.keys(), "where the source is not kept, a remark says so"


@pytest.mark.parametrize(
    "country, family, years, known, any_version",
    [
        (NORWAY, "2", (None, None), 58, False),
        (NORWAY, "2", (None, 2019), 58, False),
        (NORWAY, "2", (None, 2018), 55, False),
        (NORWAY, "2", (None, 2017), 46, False),
        (NORWAY, "2", (None, 2015), 46, False),
        (NORWAY, "2", (None, 2012), 30, False),
        # 65 of every version in 2010 is nearer than more than 100 in 2016.
        (NORWAY, "2", (None, 2011), 65, True),
        (NORWAY, "1", (None, None), 65, True),
        (NORWAY, "2", (2018, 2018), None, False),
        (NORWAY, "2020", (None, None), None, False),
        (SWEDEN, "2", (None, None), 140, True),
        (SWEDEN, "2", (None, 2011), 75, True),
        (SWEDEN, "2", (None, 2014), 75, True),
        (SWEDEN, "2", (None, 2019), 140, True),
        (SWEDEN, "1", (None, 2006), 38, False),
        (SWEDEN, "1", (None, None), 38, False),
        (SWEDEN, "2", (2014, 2014), 13, False),
        (SWEDEN, "2", (2014, 2018), None, False),
        (SWEDEN, "2", (2016, 2016), None, False),
        (SWEDEN, "2", (2016, None), None, False),
        (SWEDEN, "2020", (None, None), 20, False),
        (SWEDEN, "2020", (2021, 2022), 20, False),
        (SWEDEN, "2020", (2023, 2023), None, False),
    ],
)
def test_the_count_of_a_country_a_family_and_a_span_of_years(
    real: Reading,
    country: Country,
    family: str,
    years: tuple[int | None, int | None],
    known: int | None,
    any_version: bool,
) -> None:
    found = _coverage(real, country, family, years)
    assert (found.known, found.any_version) == (known, any_version)


def test_sweden_in_2014_is_the_one_exact_count_of_a_year(real: Reading) -> None:
    assert not _coverage(real, SWEDEN, "2", (2014, 2014)).at_least
    assert _coverage(real, SWEDEN, "2020", (None, None)).at_least
    assert _coverage(real, NORWAY, "2", (None, None)).at_least, "more may have come after 2019"


def _coverage(
    real: Reading, country: Country, family: str, years: tuple[int | None, int | None]
) -> Coverage:
    """Of all that could be in a set, where nobody is known by name."""
    rules = method.rules(real).coverage
    return rules.coverage(EvaluationTable.of([]).all, (country,), family, years)
