"""Stated placings as content, in the words of before wherever those say it.

A scope once was one word out of five, and releases of then have to be read back to the letter. So a
list that those words can say stands under `stated_placings`, and any other under `placings`, which
programs of before pass over.
"""

from collections.abc import Mapping
from typing import Any, Final

from app.domain.score import Measure
from app.domain.stated import (
    PlacingBand,
    PlacingScope,
    ScopeCode,
    StatedPlacing,
)
from app.records.contents import Content

FIRST_NAME, LATER_NAME = "stated_placings", "placings"

FIRST_BANDS: Final = (None, PlacingBand.TOP_QUARTER, PlacingBand.TOP_TENTH)


def with_first_placings(content: Content, placings: tuple[StatedPlacing, ...]) -> Content:
    """The content of an evaluation with its placings in the first words where those say them."""
    if not all(map(_in_first_words, placings)):
        return content | {FIRST_NAME: []}
    kept = {name: value for name, value in content.items() if name != LATER_NAME}
    return kept | {FIRST_NAME: [_write(placing) for placing in placings]}


def with_read_placings(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content with placings of the first words read, under their later name."""
    first = content.get(FIRST_NAME)
    return {**content, LATER_NAME: [_read(placing) for placing in first]} if first else content


def _in_first_words(placing: StatedPlacing) -> bool:
    return (
        placing.scope.code is not ScopeCode.OTHER
        and placing.band in FIRST_BANDS
        and (placing.better, placing.source, placing.teller) == (None, None, None)
    )


def _write(placing: StatedPlacing) -> Content:
    return {
        "scope": placing.scope.code.value,
        "measure": placing.measure.value,
        "rank": placing.rank,
        "band": placing.band.value if placing.band else None,
        "of": placing.of,
        "size_group": placing.scope.size.group if placing.scope.size else None,
    }


def _read(content: Mapping[str, Any]) -> StatedPlacing:
    return StatedPlacing(
        scope=PlacingScope.of_code(ScopeCode(content["scope"]), content["size_group"]),
        measure=Measure(content["measure"]),
        rank=content["rank"],
        band=PlacingBand(content["band"]) if content["band"] else None,
        of=content["of"],
    )
