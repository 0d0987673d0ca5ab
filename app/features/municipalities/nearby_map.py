"""The map of the nearest evaluated municipalities, as a page shows it."""

from starlette.requests import Request

from app.charts.map.nearby import NearbyPlace, nearby_drawing
from app.charts.svg import Ornament
from app.domain.message import say
from app.features.municipalities.content import MunicipalityContent
from app.web.addresses import address
from app.web.words.languages import language_of, translate


def nearby_map(request: Request, content: MunicipalityContent) -> Ornament | None:
    """The municipality with its neighbours; None where it or they have no place."""
    own, near = content.municipality, content.surroundings.nearest
    if not near or own.longitude is None or own.latitude is None:
        return None
    language = language_of(request)
    frozen = [(name, value) for name, value in request.query_params.items() if name == "release"]

    def place(name: str, said: str, slug: str, at: tuple[float, float]) -> NearbyPlace:
        return NearbyPlace(name, said, address(f"/kommuner/{slug}", language, frozen), *at)

    return nearby_drawing(
        place(own.name, own.label, own.slug, (own.longitude, own.latitude)),
        [
            place(
                one.evaluation.name.partition(" (")[0],  # what tells namesakes apart is in the list
                translate(
                    say("%(name)s, %(km)s km away", name=one.evaluation.name, km=one.km), language
                ),
                one.evaluation.municipality,
                one.place,
            )
            for one in near
        ],
    )
