"""`/api/v1/gold-stars`: practices to learn from."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.config import settings
from app.domain.changes import RecordKind
from app.domain.release import Release
from app.features.dependencies import ReadingDep
from app.features.gold_stars.content import FittingStars, find
from app.features.gold_stars.filters import StarFilterParameters
from app.features.gold_stars.schemas import GoldStarListing
from app.features.gold_stars.tables import gold_stars_table
from app.queries import register
from app.queries.provenance import last_changes
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
    reason has. Findings of reports with the same words stand at `findings_url`. Texts are retold,
    not quoted.
    """
    found, language = find(reading, parameters), language_of(request)
    part = part_of(request, reading.release, found.cards, parameters)
    findings = () if parameters.offset else found.findings[: parameters.limit]
    evaluations = (*(card.evaluation for card in part.items), *(f.evaluation for f in findings))
    municipalities = register.listed_municipalities(reading, [e.municipality for e in evaluations])
    changes = last_changes(reading, RecordKind.GOLD_STAR, [card.id for card in part.items])
    offer = Offer(
        GoldStarListing,
        With(
            found,
            findings=findings,
            findings_total=len(found.findings),
            findings_url=_findings_address(request, reading.release, found, parameters),
        ),
        page="/gullstjerner",
        part=part.holding([With(card, change=changes[card.id]) for card in part.items]),
        municipalities=municipalities,
        table=lambda: gold_stars_table(
            part.items, municipalities, changes, found.remarks, words(language), language
        ),
    )
    return answer(request, reading.release, offer, parameters.dialect)


NOT_OF_FINDINGS: Final = ("area", "question", "version", "limit", "cursor", "dialect", "release")


def _findings_address(
    request: Request,
    release: Release,
    found: FittingStars,
    parameters: GoldStarApiParameters,
) -> str | None:
    """The list of all the findings that fit, in this release; None without a search."""
    if parameters.q is None:
        return None
    given = request.query_params.multi_items()
    kept = [pair for pair in given if pair[0] not in NOT_OF_FINDINGS]
    own = dict(found.of_area)
    version = [pair for pair in given if pair[0] == "version" and "version" not in own]
    query = [*kept, *version, *own.items(), ("release", str(release.number))]
    return f"{settings().site_address}/api/v1/findings?{urlencode(query)}"
