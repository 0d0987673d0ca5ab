"""What the pages of counties and of groups share: the map of those in it, the data behind the page
and its share image."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from fastapi.responses import Response
from starlette.requests import Request
from starlette.responses import HTMLResponse

from app.charts.cards import card_svg
from app.charts.map.crop import crop_drawing, crop_picture
from app.charts.map.drawing import MapMark, key_drawing, land_picture
from app.charts.map.members import member_points
from app.domain.message import Message
from app.domain.municipality import Municipality
from app.features.dependencies import own_municipality
from app.queries.reading import Reading
from app.web.addresses import address
from app.web.api.formats import TABLES
from app.web.member_results import MemberResults
from app.web.page.context import Counterpart
from app.web.page.rendering import render
from app.web.parameters import OwnParameters
from app.web.pictures.provenance import OF_SEVERAL
from app.web.pictures.share_cards import ShareCard, share_answer
from app.web.words.languages import language_of, words


class MembersContent(Protocol):
    """A set of municipalities with their results."""

    @property
    def title(self) -> Message: ...
    @property
    def description(self) -> Message:
        """Of how many an evaluation is known."""
        ...

    @property
    def results(self) -> MemberResults: ...
    @property
    def evaluations(self) -> int: ...
    @property
    def on_map(self) -> Sequence[Municipality]: ...
    @property
    def evaluated(self) -> Mapping[str, int]: ...


def members_page(
    request: Request,
    reading: Reading,
    template: str,
    found: MembersContent,
    parameters: OwnParameters,
    *,
    chosen: tuple[str, str],
    marks: Sequence[MapMark],
) -> HTMLResponse:
    """The page. `chosen` is the filter of the API that gives the same evaluations, and `marks` are
    those that the key of the map explains."""
    language = language_of(request)
    frozen = [("release", str(parameters.release or ""))]
    points = member_points(
        found.on_map,
        found.evaluated,
        words(language),
        lambda path: address(path, language, frozen),
        parameters.min,
    )
    counterpart = None
    if found.evaluations:
        counterpart = Counterpart(
            "/api/v1/evaluations",
            TABLES,
            rows=found.evaluations,
            chosen=(chosen,),
            codes=("code", "code_in_year", "method_version", "family"),
        )
    return render(
        request,
        template,
        found,
        counterpart=counterpart,
        card=True,
        own=own_municipality(reading, parameters.min),
        drawing=crop_drawing(points),
        marks={mark: key_drawing(mark) for mark in marks},
    )


def members_card(request: Request, reading: Reading, found: MembersContent) -> Response:
    """The share image: how many are evaluated, the highest totals, and where they lie."""
    say_it = words(language_of(request))
    points = member_points(found.on_map, found.evaluated, say_it, lambda path: path)
    title = say_it(found.title)
    card = ShareCard(
        heading=found.title,
        sentences=(found.description, *found.results.listed_words),
        caveat=OF_SEVERAL,
        drawing=crop_picture(points, title, say_it(found.description)) or land_picture(title),
    )
    return share_answer(request, reading.release, card, card_svg)
