"""A filter that nobody has heard of is declared here, once: it works wherever filters do."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import le
from typing import Annotated, Final, TypeAlias

import pytest
from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse
from starlette.testclient import TestClient

from app.domain.distribution import Scored, area_scores
from app.domain.evaluation import EvaluationSummary
from app.domain.message import say
from app.domain.score import Measure
from app.features.dependencies import ReadingDep
from app.features.evaluation_list.content import EvaluationListFilterParameters, evaluation_list
from app.features.gold_stars.content import gold_stars_content
from app.features.gold_stars.filters import GoldStarParameters
from app.features.map.content import MapParameters, map_content
from app.features.map.marks import Colour
from app.features.municipality_list.content import list_content
from app.features.municipality_list.matches import find
from app.features.municipality_list.parameters import ListParameters, MunicipalityFilterParameters
from app.main import create_app
from app.queries import evaluations, method
from app.queries.gold_stars import gold_stars
from app.queries.reading import Reading
from app.web.api.description import description
from app.web.api.parameters import ListingParameters
from app.web.filters.facets import Facet
from app.web.filters.filter import Filter
from app.web.page.rendering import render
from app.web.results import Measured, ResultList, ResultParameters, result_list
from tests.conftest import UseDatabase
from tests.pages.checks import all_of, parsed, problems

SMALL: Final = 3000
LARGER: Final = 9000
MEANING: Final = "Only evaluations of municipalities with so many inhabitants at most."

MostFilter: TypeAlias = Annotated[
    int | None,
    Field(ge=1, description=MEANING, examples=[SMALL]),
    Filter(
        label=say("Inhabitants at most"),
        any=say("However many"),
        attribute="inhabitants",
        values=lambda known: [(1, "one"), (SMALL, "few"), (LARGER, "some")],
        fits=le,
    ),
]


class OnList(ListParameters):
    most: MostFilter = None


class OnMap(MapParameters):
    most: MostFilter = None


class OnStars(GoldStarParameters):
    most: MostFilter = None


class OnResults(ResultParameters):
    most: MostFilter = None


class OnEvaluations(EvaluationListFilterParameters):
    most: MostFilter = None


class InApi(MunicipalityFilterParameters, ListingParameters):
    most: MostFilter = None


router = APIRouter()


@router.get("/kommuner")
def page(
    request: Request, reading: ReadingDep, parameters: Annotated[OnList, Query()]
) -> HTMLResponse:
    content = list_content(reading, parameters)
    return render(request, "municipality_list/index.html", content)


@router.get("/api/v1/municipalities")
def listed(reading: ReadingDep, parameters: Annotated[InApi, Query()]) -> list[str]:
    return [entry.slug for entry in find(reading, parameters).entries]


@pytest.fixture
def client(use_database: UseDatabase, real_url: str) -> Iterator[TestClient]:
    use_database(real_url)
    with TestClient(create_app([router])) as http:
        yield http


def small(reading: Reading, most: int = SMALL) -> list[EvaluationSummary]:
    """The evaluations that the filter should leave."""
    return [
        evaluation
        for evaluation in evaluations.summaries(reading)
        if evaluation.inhabitants is not None and evaluation.inhabitants <= most
    ]


def slugs(found: Sequence[EvaluationSummary]) -> set[str]:
    return {evaluation.municipality for evaluation in found}


def numbers(facets: Sequence[Facet]) -> dict[str, int | None]:
    """What the choices of the new filter would leave."""
    return {o.value: o.count for facet in facets if facet.name == "most" for o in facet.options}


def area_scores_of(reading: Reading) -> tuple[Scored, ...]:
    return area_scores(evaluations.summaries(reading), "2", Measure.AREA_3)


def test_it_is_offered_with_its_numbers_on_every_list(real: Reading) -> None:
    expected = {str(most): len(slugs(small(real, most))) for most in (SMALL, LARGER)}
    assert 0 < expected["3000"] < expected["9000"]
    assert numbers(list_content(real, OnList()).facets) == expected
    assert numbers(map_content(real, OnMap(colour=Colour.DETAIL)).facets) == expected

    scored = [result.evaluation for result in area_scores_of(real)]
    assert numbers(results(real, OnResults()).facets) == {
        str(most): n
        for most in (SMALL, LARGER)
        if (n := len(slugs([e for e in small(real, most) if e in scored])))
    }
    stars = [star.evaluation for star in gold_stars(real)]
    assert numbers(gold_stars_content(real, OnStars()).facets) == {
        str(most): n
        for most in (SMALL, LARGER)
        if (n := sum(evaluation in small(real, most) for evaluation in stars))
    }


def results(reading: Reading, parameters: OnResults) -> ResultList:
    table = evaluations.summaries(reading)
    version = say("version %(version)s", version="2.1")
    measured = Measured(Decimal(100), version, "2", table.where("family", "2"), Decimal(3))
    return result_list(area_scores_of(reading), measured, parameters, method.rules(reading), table)


def test_it_filters_every_list(real: Reading) -> None:
    fitting = small(real, LARGER)
    assert {e.slug for e in find(real, OnList(most=LARGER)).entries} == slugs(fitting)
    on_map = map_content(real, OnMap(most=LARGER, colour=Colour.DETAIL)).rows
    assert {row.evaluation.municipality for row in on_map} == slugs(fitting)
    listed = evaluation_list(real, OnEvaluations(most=LARGER)).evaluations
    assert {e.id for e in listed} == {e.id for e in fitting}
    spread = results(real, OnResults(most=LARGER)).every
    assert {row.result.evaluation.municipality for row in spread} == slugs(
        [result.evaluation for result in area_scores_of(real) if result.evaluation in fitting]
    )
    stars = gold_stars_content(real, OnStars(most=LARGER)).cards
    assert {card.id for card in stars} == {
        given.star.id for given in gold_stars(real) if given.evaluation in fitting
    }


def test_sentences_say_that_it_leaves_some_out(real: Reading) -> None:
    """None of them names it, so an average says that only some count, and none is to be quoted."""
    content = list_content(real, OnList(most=LARGER))
    assert content.averages
    for average in content.averages:
        assert average.words.key.endswith("Only those that match the filters are counted.")
    assert content.quotes == ()
    assert list_content(real, OnList()).quotes


def test_nobody_without_an_evaluation_fits_it(real: Reading) -> None:
    content = list_content(real, OnList(most=LARGER, detail=("none",)))
    assert content.listed == len(slugs(small(real, LARGER)))
    assert any("without an evaluation" in remark.key for remark in content.remarks)


def test_the_form_has_it(client: TestClient) -> None:
    response = client.get("/en/kommuner?most=9000")
    shown = parsed("/en/kommuner", dict(response.headers), response.text)
    assert not problems(shown)
    field = next(e for e in all_of(shown, "select") if e.get("name") == "most")
    assert [option.get("value") for option in field.iter("option")] == ["", "3000", "9000"]
    chosen = [option for option in field.iter("option") if option.get("selected") is not None]
    assert [option.get("value") for option in chosen] == ["9000"]
    form = next(e for e in all_of(shown, "form") if "facets" in (e.get("class") or ""))
    assert "#filter-most:outerHTML" in (form.get("data-hx-select-oob") or "")


def test_the_api_takes_it_and_says_what_it_means(client: TestClient, real: Reading) -> None:
    answer = client.get("/api/v1/municipalities?most=3000").json()
    assert set(answer) == slugs(small(real))
    assert client.get("/api/v1/municipalities?most=0").status_code == 400
    (operation,) = description(router.routes)["paths"]["/api/v1/municipalities"].values()
    parameter = next(p for p in operation["parameters"] if p["name"] == "most")
    assert parameter["description"] == MEANING
    assert parameter["schema"]["examples"] == [SMALL]
