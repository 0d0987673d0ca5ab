"""`/api/v1/gold-stars`: practices to learn from."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.gold_stars.content import find
from app.features.gold_stars.filters import StarFilterParameters
from app.features.gold_stars.schemas import GoldStarListing, found_finding_out, given_star_out
from app.features.gold_stars.tables import gold_stars_table
from app.queries import register
from app.web.api.answers import PROBLEMS, Offer, alternates, answer, page_of
from app.web.api.description import file_formats
from app.web.api.formats import TABLES
from app.web.api.parameters import ListingParameters
from app.web.api.schemas import Link, released
from app.web.languages import language_of, words

router = APIRouter(tags=["Gold stars"])


class GoldStarApiParameters(StarFilterParameters, ListingParameters):
    """The filters of the page, and what every list of the API takes."""


@router.get(
    "/api/v1/gold-stars",
    response_model=GoldStarListing,
    responses={**PROBLEMS, **file_formats()},
    operation_id="listGoldStars",
    summary="Gold stars by area, question, place, size and year, or by words",
)
def gold_stars(
    request: Request, reading: ReadingDep, parameters: Annotated[GoldStarApiParameters, Query()]
) -> Response:
    found, language = find(reading, parameters), language_of(request)
    shown, listing, links = page_of(request, reading.release, found.cards, parameters)
    findings = found.findings[: parameters.limit]
    evaluations = (*(card.evaluation for card in shown), *(line.evaluation for line in findings))
    municipalities = register.municipalities(reading, [e.municipality for e in evaluations])
    offer = Offer(
        json=lambda: GoldStarListing(
            **released(reading.release),
            **listing,
            items=[given_star_out(card, municipalities, language) for card in shown],
            findings=[found_finding_out(line, municipalities, language) for line in findings],
            findings_total=len(found.findings),
            remarks=[words(language)(remark) for remark in found.remarks],
            links=Link(**alternates(request, reading.release, "/gullstjerner", TABLES)),
        ),
        table=lambda: gold_stars_table(shown, municipalities, found.remarks, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect, links=links)
