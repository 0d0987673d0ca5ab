"""Nobody is the best across countries or under a caution, and a mix says that levels differ."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from itertools import combinations
from typing import Any

import pytest

from app.contents.comparisons.content import CompareContent, content
from app.domain.comparability import Verdict
from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Country
from app.domain.score import Level, Measure
from app.features.compare.quote import quotes
from app.queries import evaluations, method
from app.queries.reading import Reading
from tests.databases import SEED
from tests.domain.examples import said
from tests.known import known
from tests.pages.client import Client

MIXED = "e=hemne-2018&e=grastorp-2014"


def latest(reading: Reading) -> list[EvaluationSummary]:
    """The latest evaluation with a total, one a municipality."""
    found = [
        next((e for e in own if Measure.TOTAL in e.figures), None)
        for own in evaluations.summaries(reading).municipalities.values()
    ]
    return [one for one in found if one is not None]


def pairs(reading: Reading) -> Iterator[CompareContent]:
    for one, other in combinations(latest(reading), 2):
        yield content(reading, (one.id, other.id), "")


def bests(found: CompareContent, level: Level) -> bool:
    totals = (found.totals.line,) if found.totals.line else ()
    lines = totals if level is Level.TOTAL else found.areas.lines
    return any(cell.best for line in lines for cell in line.cells)


def published(country: str) -> list[int]:
    """Read from the seed file: means of the totals of all sizes, of the family of 2.0 and 2.1."""
    read = json.loads((SEED / "reference-averages.json").read_text(encoding="utf-8"))
    return [
        one["total"]
        for one in read
        if one["country"] == country
        and one["family"] == "2"
        and one["total"] is not None
        and one["statistic"] == "mean"
        and one.get("size_group") is None
    ]


def test_over_all_pairs_nobody_is_best_across_countries_or_under_a_caution(real: Reading) -> None:
    rules = method.rules(real).instrument.comparability
    mixed = cautioned = best = 0
    for found in pairs(real):
        one, other = found.compared
        mixes = one.summary.country is not other.summary.country
        assert (found.levels is not None) == mixes
        for level in (Level.TOTAL, Level.AREA):
            verdict = rules.between(one.version, other.version, level).verdict
            if mixes or verdict is not Verdict.YES:
                assert not bests(found, level), found.ids
                mixed, cautioned = mixed + mixes, cautioned + (verdict is Verdict.CAUTION)
            best += bests(found, level)
        if mixes and found.totals.line:
            text = " ".join(said(words) for words in quotes(found))
            assert "levels of the" in text, found.ids
    assert mixed > 50
    assert cautioned > 10
    assert best > 10


def test_over_all_pairs_no_sentence_says_how_far_families_or_countries_lie_apart(
    real: Reading,
) -> None:
    """Where it is said of two of one country and family, so that the words are those looked for."""
    words = ("above", "below", "about the same", " more than", " fewer than")
    apart = together = 0
    for found in pairs(real):
        one, other = (compared.summary for compared in found.compared)
        line = found.totals.line
        if line is None or line.gap is None:
            continue
        told = " ".join(said(words) for words in (*found.lead, found.description, *quotes(found)))
        if (one.country, one.family) == (other.country, other.family):
            assert any(word in told for word in words), found.ids
            together += 1
            continue
        assert not any(word in told for word in words), found.ids
        if one.family != other.family:
            caution = "Points from different methods cannot be safely compared."
            assert caution in said(found.description), found.ids
            cell = said(known(line.gap_words))
            assert cell == f"{abs(line.gap.difference):.0f} apart, but the methods differ"
        if one.country is not other.country:
            assert "levels of the" in said(found.description), found.ids
        apart += 1
    assert apart > 50
    assert together > 10


def test_the_levels_are_those_that_were_published(real: Reading) -> None:
    found = known(content(real, ("hemne-2018", "grastorp-2014"), "").levels)
    by_country = {level.country: level for level in found.levels}
    for country, code in ((Country.NORWAY, "NO"), (Country.SWEDEN, "SE")):
        level, totals = by_country[country], published(code)
        assert (level.lowest, level.highest) == (min(totals), max(totals))
        assert level.sources
    levels, tested = map(said, found.words)
    assert levels == (
        "The levels of the countries differ: published averages are 359 in Norway (2018) and "
        "455–476 in Sweden (2014–2017)."
    )
    assert tested == (
        "We have found no test of whether Norwegian and Swedish evaluators judge alike."
    )


def test_three_of_two_countries_are_not_put_in_order(real: Reading) -> None:
    found = content(real, ("hemne-2018", "ulstein-2019", "enkoping-2018"), "")
    words = " ".join(said(sentence) for sentence in found.lead)
    assert "highest" not in words
    assert "Points from different countries are not put in order." in words
    (quote,) = quotes(found)
    assert "fewest" not in said(quote)
    assert "most points" not in said(quote)


def test_where_no_average_is_known_of_both_levels_may_differ(real: Reading) -> None:
    found = content(real, ("hemne-2018", "grastorp-2014"), "")
    levels = known(found.levels)
    alone = type(levels)(levels.levels[:1])
    assert said(alone.words[0]) == "The levels of the two countries may differ."


@pytest.mark.parametrize("language", ["", "/nn", "/sv", "/en"])
def test_page_data_table_and_embed_say_it(site: Client, language: str) -> None:
    lang = language.removeprefix("/") or "nb"
    data: Any = site.json(f"/api/v1/compare?{MIXED}&lang={lang}")
    assert len(data["levels"]) == 2
    assert "359" in data["levels"][0]
    assert "455–476" in data["levels"][0]
    assert not any(figure["best"] for figure in data["total"]["line"]["figures"])
    page = site.get(f"{language}/sammenlign?{MIXED}")
    embed = site.http.get(f"{language}/embed/sammenlign/spider?{MIXED}").text
    for words in data["levels"]:
        assert words in page.words
        assert words in embed
    sheet = site.http.get(f"/api/v1/compare.csv?{MIXED}").text.removeprefix("\ufeff")
    assert {row["best"] for row in csv.DictReader(StringIO(sheet))} == {"false"}


def test_one_country_says_nothing_of_levels(site: Client) -> None:
    data = site.json("/api/v1/compare?e=hemne-2018&e=hareid-2019")
    assert data["levels"] == []
    assert any(figure["best"] for figure in data["total"]["line"]["figures"])
