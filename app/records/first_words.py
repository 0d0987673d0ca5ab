"""What an evaluation's source tells, in the words of before wherever those say it.

Releases of before have to be read back to the letter, and programs of before go on reading while a
new one is rolled out (docs/decisions/0009-schema-versions.md). They know a scope as one word out of
five, and no discrepancy between sources. So what those words can say stands where it always stood,
and all else under a name of its own, which programs of before pass over.
"""

from collections.abc import Mapping
from typing import Any, Final

from app.domain.evaluation import DiscrepancyKind
from app.domain.score import Measure
from app.domain.stated import PlacingBand, PlacingScope, ScopeCode, StatedPlacing
from app.records.contents import Content

PLACINGS, FIRST_PLACINGS = "placings", "stated_placings"
DISCREPANCIES, LATER_DISCREPANCIES = "discrepancies", "discrepancies_between_sources"
LATER_NAMES: Final = (PLACINGS, LATER_DISCREPANCIES)

FIRST_BANDS: Final = (None, PlacingBand.TOP_QUARTER, PlacingBand.TOP_TENTH)
LATER_KINDS: Final = (DiscrepancyKind.SOURCES_DIFFER.value,)


def in_first_words(content: Content, placings: tuple[StatedPlacing, ...]) -> Content:
    """The content of an evaluation with these placings, for its document."""
    found = dict(content)
    found[FIRST_PLACINGS] = []
    if all(map(_in_first_words, placings)):
        found.pop(PLACINGS, None)
        found[FIRST_PLACINGS] = [_write(placing) for placing in placings]
    later = [told for told in content[DISCREPANCIES] if told["kind"] in LATER_KINDS]
    if later:
        found[LATER_DISCREPANCIES] = later
        found[DISCREPANCIES] = [told for told in content[DISCREPANCIES] if told not in later]
    return found


def in_present_words(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content of a document, as the domain has it. Discrepancies between sources come last."""
    found = dict(content)
    if first := content.get(FIRST_PLACINGS):
        found[PLACINGS] = [_read(placing) for placing in first]
    if later := content.get(LATER_DISCREPANCIES):
        found[DISCREPANCIES] = [*content[DISCREPANCIES], *later]
    return found


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
