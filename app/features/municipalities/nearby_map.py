"""The map of the nearest evaluated municipalities, as a page shows it."""

from starlette.requests import Request

from app.charts.drawing import Drawing
from app.charts.map.nearby import NearbyPlace, nearby_drawing, nearby_picture
from app.charts.svg import Ornament
from app.contents.municipalities.content import MunicipalityContent
from app.domain.message import say
from app.web.addresses import address
from app.web.words.languages import language_of, translate, words


def nearby_map(request: Request, content: MunicipalityContent) -> Ornament | None:
    """The municipality with its neighbours; None where it or they have no place."""
    places = _places(request, content)
    return nearby_drawing(places[0], places[1:]) if len(places) > 1 else None


def nearby_map_picture(request: Request, content: MunicipalityContent) -> Drawing | None:
    """The same for a picture that leaves the site, also where there are no neighbours; None where
    the municipality has no place."""
    places = _places(request, content)
    if not places:
        return None
    said = words(language_of(request))(content.title)
    return nearby_picture(places[0], places[1:], said, ". ".join(one.said for one in places))


def _places(request: Request, content: MunicipalityContent) -> list[NearbyPlace]:
    """The municipality first; nothing where it has no place."""
    own, near = content.municipality, content.surroundings.nearest
    if own.longitude is None or own.latitude is None:
        return []
    language = language_of(request)
    frozen = [(name, value) for name, value in request.query_params.items() if name == "release"]

    def place(name: str, said: str, slug: str, at: tuple[float, float]) -> NearbyPlace:
        return NearbyPlace(name, said, address(f"/kommuner/{slug}", language, frozen), *at)

    return [
        place(own.name, own.label, own.slug, (own.longitude, own.latitude)),
        *(
            place(
                one.evaluation.name.partition(" (")[0],  # what tells namesakes apart is in the list
                translate(
                    say("%(name)s, %(km)s km away", name=one.evaluation.name, km=one.km), language
                ),
                one.evaluation.municipality,
                one.place,
            )
            for one in near
        ),
    ]
