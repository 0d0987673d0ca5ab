"""Where one municipality is, by itself."""

from app.charts.drawing import Drawing
from app.charts.map.drawing import land_picture
from app.charts.map.nearby import NearbyPlace, nearby_picture
from app.domain.municipality import Municipality


def place_picture(municipality: Municipality) -> Drawing:
    """Its mark on the part of the map around it, or the map without it where its place is not
    known."""
    name, label = municipality.name, municipality.label
    if municipality.longitude is None or municipality.latitude is None:
        return land_picture(label)
    own = NearbyPlace(name, label, "", municipality.longitude, municipality.latitude)
    return nearby_picture(own, (), label, label)
