"""The municipalities of a county or a group as points on a part of the map."""

from collections.abc import Callable, Iterable, Mapping

from app.charts.map.crop import CropPoint
from app.charts.map.drawing import MapMark, MapPoint
from app.domain.message import Say, say
from app.domain.municipality import Municipality

EVALUATED = MapMark.AREAS
NOT_EVALUATED = MapMark.KNOWN


def member_points(
    members: Iterable[Municipality],
    evaluated: Mapping[str, int],
    words: Say,
    url: Callable[[str], str],
    own: str | None = None,
) -> list[CropPoint]:
    """A point for each whose place is known; `evaluated` has the latest year by slug, and those
    bear their names. `url` finds a page by its path, and `own` is the
    reader's municipality."""
    return [
        CropPoint(
            MapPoint(
                _said(one, evaluated, words),
                url(f"/kommuner/{one.slug}"),
                one.longitude,
                one.latitude,
                EVALUATED if one.slug in evaluated else NOT_EVALUATED,
                one.slug == own,
            ),
            one.name if one.slug in evaluated else None,
        )
        for one in members
        if one.longitude is not None and one.latitude is not None
    ]


def _said(one: Municipality, evaluated: Mapping[str, int], words: Say) -> str:
    year = evaluated.get(one.slug)
    if year is None:
        return words(say("%(name)s: no evaluation that we know of", name=one.label))
    return words(say("%(name)s: evaluated in %(year)s", name=one.label, year=str(year)))
