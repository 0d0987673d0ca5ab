"""`/api/v1/gold-stars`: practices to learn from."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.gold_stars.content import find
from app.features.gold_stars.filters import StarFilterParameters
from app.features.gold_stars.schemas import GoldStarListing
from app.features.gold_stars.tables import gold_stars_table
from app.queries import register
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import TABLES
from app.web.api.parameters import ListingParameters
from app.web.api.schemas import With
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Gold stars"])


class GoldStarApiParameters(StarFilterParameters, ListingParameters):
    """The filters of the page, and what every list of the API takes."""


@router.get(
    "/api/v1/gold-stars",
    response_model=GoldStarListing,
    responses=answers_in(TABLES),
    operation_id="listGoldStars",
    summary="Gold stars by area, question, place, size and year, or by words",
)
def gold_stars(
    request: Request, reading: ReadingDep, parameters: Annotated[GoldStarApiParameters, Query()]
) -> Response:
    """Who was given each, for what, and the points that stood beside it where they are known.

    The newest come first; in a search, those whose practice has the words come before those whose
    reason has. A search answers findings of reports too. Texts are retold, not quoted.
    """
    found, language = find(reading, parameters), language_of(request)
    part = part_of(request, reading.release, found.cards, parameters)
    findings = found.findings[: parameters.limit]
    evaluations = (*(card.evaluation for card in part.items), *(f.evaluation for f in findings))
    municipalities = register.listed_municipalities(reading, [e.municipality for e in evaluations])
    offer = Offer(
        GoldStarListing,
        With(found, findings=findings, findings_total=len(found.findings)),
        page="/gullstjerner",
        part=part,
        municipalities=municipalities,
        table=lambda: gold_stars_table(part.items, municipalities, found.remarks, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
