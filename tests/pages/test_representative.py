"""Nothing computed stands for a country or a group of which too few results are known.

Held over every page, embed, feed and answer of the real data, where no set is large enough, and
turned round over the made-up data, where all are. What a page claims is found by the very sentences
that the program has for it, in each language: a sentence that is new has to be added here, and
`test_every_claim_is_made_where_all_are_known` fails for one that is no longer said.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from app.domain.comparison_choice import ComparisonKind, choose_comparison, published_averages
from app.domain.language import LANGUAGES
from app.domain.peers import SetScope, comparison_set
from app.domain.score import AREA_MEASURES, Measure
from app.queries import evaluations as evaluation_queries
from app.queries import method, reference
from app.queries.reading import Reading
from app.web.words.catalogues import catalogue
from tests.pages.client import Client
from tests.pages.facts import evaluations, latest

CLAIMS = (
    "It is ranked %(place)s of %(of)s %(municipalities)s that we have figures for.",
    (
        "It is ranked %(place_from)s–%(place_to)s of %(of)s %(municipalities)s that we have "
        "figures for."
    ),
    "ranked %(place)s of %(of)s evaluations that we have figures for",
    "ranked %(place_from)s–%(place_to)s of %(of)s evaluations that we have figures for",
    (
        "%(country)s: the median is %(median)s of %(max)s points, over the latest results of "
        "%(coverage)s (%(versions)s, %(years)s). The middle half of them "
        "got between %(lower)s and %(upper)s points."
    ),
    (
        "%(country)s: the median is %(median)s of %(max)s points, over the latest results of "
        "%(coverage)s (%(versions)s, %(years)s)."
    ),
    (
        "%(country)s: %(name)s has the most points of the %(n)s municipalities listed here, "
        "%(points)s of %(max)s."
    ),
    (
        "%(country)s: %(points)s points on average, over the latest results of %(coverage)s "
        "(%(versions)s, %(years)s)."
    ),
    (
        "%(country)s: the average total with %(versions)s was %(points)s points in %(year)s, "
        "over the latest results of %(now)s."
    ),
    (
        "%(country)s: the average total with %(versions)s was about the same in %(since)s and "
        "%(year)s: %(earlier)s points (%(then)s) and %(points)s (%(now)s)."
    ),
    (
        "%(country)s: the average total with %(versions)s went from %(earlier)s points in "
        "%(since)s (%(then)s) to %(points)s in %(year)s (%(now)s)."
    ),
    (
        "The average total of %(municipalities)s in Kommunekompasset is %(points)s out of "
        "%(max)s points."
    ),
    (
        "The average of %(municipalities)s in the area %(area)s of Kommunekompasset is "
        "%(points)s out of %(max)s points."
    ),
    (
        "The median of %(municipalities)s in the area %(area)s of Kommunekompasset is "
        "%(median)s out of %(max)s points."
    ),
    (
        "The median of %(municipalities)s in question %(code)s of Kommunekompasset is "
        "%(median)s out of %(max)s points."
    ),
    "Average of %(n)s others",
    "Average of %(n)s others of the same size",
    "%(year)s, the latest of each municipality: %(points)s points on average (%(coverage)s)",
)
"""What is said of a set that stands for those it is drawn from, by the keys of the catalogues."""

PLACED = re.compile(r"%\(\w+\)[sd]")


@cache
def claims(language: str) -> Mapping[str, re.Pattern[str]]:
    """Each claim as it reads in a language, whatever stands in its places."""
    found = {}
    for key in CLAIMS:
        said = catalogue(language).gettext(key)
        parts = [re.escape(part) for part in PLACED.split(said)]
        found[key] = re.compile(r"[^<>]{1,160}?".join(parts))
    return found


def claimed(text: str, language: str) -> set[str]:
    """Which of the claims a page makes."""
    return {key for key, pattern in claims(language).items() if pattern.search(text)}


def prefix(language: str) -> str:
    return "" if language == "nb" else f"/{language}"


def slugs() -> list[str]:
    return sorted({fact.slug for fact in evaluations()})


def pages_of_lists() -> Iterator[str]:
    yield from ("/", "/utvikling", "/omrader", "/kart", "/om/kvalitet", "/om/data", "/metode")
    yield from ("/feed.atom", "/sammenlign?e=hemne-2018&e=hareid-2019", "/gullstjerner")
    for sort in ("", "&sort=total", *(f"&sort={measure.value}" for measure in AREA_MEASURES)):
        for country in ("NO", "SE"):
            yield f"/kommuner?country={country}{sort}"
    for version in ("1.0", "2.0", "2.1", "2020"):
        for no in range(1, 9):
            yield f"/omrader/{version}/{no}"
            yield f"/omrader/{version}/{no}?country=SE"
            yield f"/omrader/{version}/{no}/feed.atom"
    for area in range(1, 9):
        yield f"/sporsmal/2.1/{area}.1"


def pages_of(slug: str) -> Iterator[str]:
    base = f"/kommuner/{slug}"
    yield from (base, f"{base}/tvillinger", f"{base}/hva-om", f"{base}/feed.atom")
    yield from (f"/embed{base}/{name}" for name in ("spider", "bars", "history"))
    yield from (
        f"{base}/{fact.year}" for fact in evaluations() if fact.slug == slug and fact.scores
    )


def read(site: Client, address: str) -> str | None:
    """What an address answers; None where there is no such thing here."""
    response = site.http.get(address, follow_redirects=True)
    assert response.status_code in (200, 404), f"{address}: {response.status_code}"
    return response.text if response.status_code == 200 else None


def test_no_page_names_what_is_computed_over_too_few(site: Client) -> None:
    """The languages take turns, so that each meets every kind of page."""
    found: dict[str, set[str]] = {}
    asked, languages = 0, [*LANGUAGES, "nb"]
    addresses = [*pages_of_lists(), *(page for slug in slugs() for page in pages_of(slug))]
    for at, address in enumerate(addresses):
        language = languages[at % len(languages)]
        whole = prefix(language) + address
        text = read(site, whole)
        if text is None:
            continue
        asked += 1
        if said := claimed(text, language):
            found[whole] = said
    assert found == {}
    assert asked > len(slugs()) * 4, "most of the addresses are there"


DEMO_PAGES = (
    "/en/utvikling",
    "/en/omrader/2.1/1",
    "/en/sporsmal/2.1/1.1",
    "/en/kommuner",
    "/en/kommuner?sort=1",
    "/en/kommuner?sort=total&country=NO",
)


def test_every_claim_is_made_where_all_are_known(demo_site: Client, demo_reading: Reading) -> None:
    said: set[str] = set()
    for address in DEMO_PAGES:
        said |= claimed(demo_site.http.get(address).text, "en")
    table = evaluation_queries.summaries(demo_reading)
    for slug in sorted({own.municipality for own in table})[:20]:
        said |= claimed(demo_site.http.get(f"/en/kommuner/{slug}").text, "en")
    # How the averages moved is one sentence of three.
    moved = {key for key in CLAIMS if key.startswith("%(country)s: the average total")}
    assert moved & said
    assert set(CLAIMS) - moved - said == set()


COMPUTED = frozenset(
    [
        *("mean", "median", "lower_quartile", "upper_quartile", "minimum", "maximum"),
        *("statistics", "place", "rank", "band", "place_of_sum", "place_of_weighted"),
    ]
)
"""Fields of the API that hold what is computed over a set."""
OF_NOBODY = frozenset({"stated_placings", "correlations"})
"""What a source says of itself, and how areas go together."""


def computed(answer: Any, path: str = "") -> Iterator[str]:
    """Where an answer holds something that is computed, as paths."""
    if isinstance(answer, dict):
        for key, value in answer.items():
            if key in OF_NOBODY:
                continue
            at = f"{path}.{key}"
            if key in COMPUTED and value is not None:
                yield at
            else:
                yield from computed(value, at)
    elif isinstance(answer, list):
        for number, one in enumerate(answer):
            yield from computed(one, f"{path}[{number}]")


def represented(answer: Any) -> Iterator[dict[str, Any]]:
    """Every part of an answer that says whether it is representative."""
    if isinstance(answer, dict):
        if "representative" in answer:
            yield answer
        for value in answer.values():
            yield from represented(value)
    elif isinstance(answer, list):
        for one in answer:
            yield from represented(one)


def answers() -> Iterator[str]:
    for country in ("NO", "SE"):
        for sort in ("total", *(measure.value for measure in AREA_MEASURES)):
            yield f"/api/v1/municipalities?country={country}&sort={sort}"
    yield "/api/v1/averages?country=both"
    for family in ("1", "2", "2020"):
        for size in ("", "&size_group=small", "&size_group=medium", "&size_group=large"):
            yield f"/api/v1/averages?family={family}{size}"
    for version in ("1.0", "2.0", "2.1", "2020"):
        yield from (f"/api/v1/methods/{version}/areas/{no}?country=SE" for no in range(1, 9))
        yield from (f"/api/v1/methods/{version}/areas/{no}" for no in range(1, 9))
    yield from (f"/api/v1/methods/2.1/questions/{area}.1" for area in range(1, 9))
    yield "/api/v1/quality"


def answers_of(slug: str) -> Iterator[str]:
    base = f"/api/v1/municipalities/{slug}"
    yield from (base, f"{base}?set=few", f"{base}/peers", f"{base}/what-if")


def test_no_answer_holds_what_is_computed_over_too_few(site: Client) -> None:
    found, seen = [], 0
    for address in [*answers(), *(a for slug in slugs() for a in answers_of(slug))]:
        response = site.http.get(address)
        if response.status_code == 404:
            continue
        assert response.status_code == 200, address
        answer = response.json()
        found += [f"{address}: {at}" for at in computed(answer)]
        for part in represented(answer):
            seen += 1
            assert part["representative"] in (False, None), address
            if part["representative"] is None or address.startswith("/api/v1/quality"):
                continue
            assert part["unrepresentative"], address
            assert part["reason"], address
            assert part["coverage"]["text"], address
            assert len(part["members"]) >= part["coverage"]["n"] - 1, address
            assert part.get("value") is None, address
    assert found == []
    assert seen > 200


def test_an_answer_says_what_stands_for_all_where_all_are_known(demo_site: Client) -> None:
    for one in demo_site.json("/api/v1/averages")["sets"]:
        for measured in one["measures"]:
            assert measured["representative"] is True
            assert measured["unrepresentative"] is measured["reason"] is None
            assert measured["statistics"]["mean"] is not None
            assert Decimal(str(measured["coverage"]["share"])) >= Decimal("0.5")
            assert measured["coverage"]["n"] == measured["n"] == len(measured["members"])
    listed = demo_site.json("/api/v1/municipalities?country=NO&sort=total")
    assert all(one["representative"] and one["value"] for one in listed["averages"])
    assert sum(item["place"] is not None for item in listed["items"]) > 50


@pytest.mark.parametrize("asked", [False, True])
def test_the_mean_of_the_few_is_answered_only_where_it_is_asked_for(
    site: Client, asked: bool
) -> None:
    answer = site.json(f"/api/v1/averages?lang=en{'&few=true' if asked else ''}")
    for one in answer["sets"]:
        (country,) = one["countries"]
        facts = [f for f in evaluations() if f.country == country and f.family == "2"]
        for number, measured in enumerate(one["measures"]):
            assert measured["statistics"] is None
            scores = [fact.scores[number] for fact in latest(facts, number).values()]
            if asked and len(scores) >= 5:
                mean = sum(map(Decimal, map(str, scores)), Decimal(0)) / len(scores)
                assert measured["mean_of_few"] == pytest.approx(float(mean))
            else:
                assert measured["mean_of_few"] is None
    assert answer["bias"].startswith("The results that we have found lie above")


def test_no_mean_of_the_few_stands_where_all_are_known(demo_site: Client) -> None:
    answer = demo_site.json("/api/v1/averages?few=true")
    assert all(m["mean_of_few"] is None for one in answer["sets"] for m in one["measures"])
    assert answer["bias"] is None


def test_where_a_published_average_differs_it_comes_first(real: Reading) -> None:
    """Over every evaluation, for its total and its areas, in its country and its size."""
    rules, table = method.rules(real), evaluation_queries.summaries(real)
    references = reference.reference_averages(real)
    differing = 0
    for own in table:
        areas = tuple(m for m in AREA_MEASURES if m in own.figures)
        for measures in ((Measure.TOTAL,) if Measure.TOTAL in own.figures else (), areas):
            if not measures:
                continue
            for size in (None, own.size_group):
                choice = choose_comparison(own, table, references, measures, rules.coverage, size)
                scope = SetScope(frozenset((own.country,)), own.family, size)
                found = comparison_set(scope, table, measures, rules.coverage, own)
                published = published_averages(references, scope, measures)
                means = {m: s.mean for m in measures if (s := found.measures[m].of_the_few)}
                apart = any(
                    abs(mean - one.figures[measure]) >= rules.small.limit(measure)
                    for one in published
                    for measure, mean in means.items()
                )
                if apart:
                    differing += 1
                    assert choice.first is not None
                    assert choice.first.kind is ComparisonKind.PUBLISHED, own.id
                assert all(
                    one.kind not in (ComparisonKind.FEW, ComparisonKind.COMPUTED)
                    for one in choice.shown
                ), own.id
    assert differing > 20


@pytest.mark.parametrize("country, published", [("NO", ["359"]), ("SE", ["455", "476", "466"])])
def test_published_averages_lead_the_list_and_the_development(
    site: Client, country: str, published: list[str]
) -> None:
    listed = site.get(f"/en/kommuner?sort=total&country={country}")
    first = listed.words
    at = first.index("the published average")
    assert first.index("We have figures for") > at
    development = site.get("/en/utvikling").words
    for value in published:
        assert value in first[at : at + 200]
        assert value in development[:900]
