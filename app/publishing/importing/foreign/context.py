"""What titles, the sheet's name and the file's name say of the figures below them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.method import Instrument
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.foreign.municipalities import Municipalities, Named
from app.publishing.importing.foreign.words import (
    FieldKind,
    FigureRole,
    field_of,
    roles_of,
    years_in,
)

_REPORT: Final = re.compile(
    r"\b(?:rapport|report|rapportnr|rapportnummer)\.?\s*(?:nr\.?|no\.?|nummer|:)?\s*"
    r"(?P<no>\d{1,4}\s?[/-]\s?(?:19|20)\d\d)",
    re.I,
)
_VERSION: Final = re.compile(
    r"\b(?:(?P<word>metode)?versj?on(?:en)?|v\.?|kommun(?:e)?kompass(?:et|en)?)[\s:]*"
    r"(?P<version>\d(?:\.\d)+|20\d\d)(?![\d.]*\d)",
    re.I,
)
_ENDING: Final = re.compile(r"\.[a-z]{3,4}$", re.I)
_URL: Final = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:)]")


@dataclass(frozen=True, slots=True)
class TitleContext:
    """What stands around figures. A year with `year_stated` is said to be that of the evaluation;
    else it only stands in a title."""

    named: Named = field(default_factory=Named)
    named_spot: Spot | None = None
    years: tuple[int, ...] = ()
    year_spot: Spot | None = None
    year_stated: bool = False
    version: str | None = None
    version_spot: Spot | None = None
    report: str | None = None
    report_spot: Spot | None = None
    title: str = ""
    suggested_name: str = ""
    suggested_year: str = ""


def context_of(
    titles: Sequence[Spot],
    sheet: str,
    file: str,
    municipalities: Municipalities,
    instrument: Instrument,
    below: Sequence[Spot] = (),
    general: Sequence[Spot] = (),
) -> TitleContext:
    """All that is said around a table; what is said in general holds where its own titles are
    silent. What stands below names a municipality, and no year: notes tell of other years too."""
    named, named_spot = _named(titles, municipalities)
    for others in (below, general):
        if not named.slugs:
            named, named_spot = _named(others, municipalities)
    years, year_spot, stated = _years(titles)
    if not years:
        years, year_spot, stated = _years(general)
    version, version_spot = _version((*titles, *general), instrument)
    report, report_spot = _report((*titles, *general))
    other = _ENDING.sub("", file)
    beside = [re.sub(r"[_\-.]+", " ", text) for text in (sheet, other)]
    return TitleContext(
        named,
        named_spot,
        years,
        year_spot,
        stated,
        version,
        version_spot,
        report,
        report_spot,
        next((spot.text for spot in titles if len(spot.text) > 7 and " " in spot.text), ""),
        next((s for text in beside if (s := _suggested(text, municipalities))), ""),
        next((str(y[0]) for text in beside if len(y := years_in(text)) == 1), ""),
    )


def _suggested(text: str, municipalities: Municipalities) -> str:
    found = municipalities.inside(text.title())
    return found.slug or ""


def _named(titles: Iterable[Spot], municipalities: Municipalities) -> tuple[Named, Spot | None]:
    """Who is named in the titles, first as a kommune; several where they name several."""
    found: dict[str, Spot] = {}
    for spot in titles:
        for slug in municipalities.inside(spot.text).slugs:
            found.setdefault(slug, spot)
    return Named(tuple(found)), next(iter(found.values()), None)


def _years(titles: Sequence[Spot]) -> tuple[tuple[int, ...], Spot | None, bool]:
    """Years in titles, with the first place. One that stands behind `År` is stated."""
    found: dict[int, Spot] = {}
    last: Spot | None = None
    for spot in titles:
        years = years_in(spot.text)
        before = last.text if last is not None else ""
        last = spot
        own = re.match(r"^\s*([^\d:]+?)\s*[:–-]\s*(?:19|20)\d\d\s*$", spot.text)
        alone = bool(years) and len(spot.text) == 4 and field_of(before) is FieldKind.YEAR
        if alone or (own is not None and field_of(own[1]) is FieldKind.YEAR):
            return years[:1], spot, True
        if FigureRole.CHANGE in roles_of(spot.text) or (len(years) > 1):
            continue
        for year in years:
            found.setdefault(year, spot)
    return tuple(found), next(iter(found.values()), None), False


def _version(titles: Iterable[Spot], instrument: Instrument) -> tuple[str | None, Spot | None]:
    """The version that a title names: `versjon 2.1`. `Kommunekompasset 2020` is a year."""
    for spot in titles:
        for found in _VERSION.finditer(spot.text):
            version = found["version"]
            says_so = "vers" in found[0].lower() or "." in version
            if version in instrument.versions and says_so:
                return version, spot
    return None, None


def _report(titles: Iterable[Spot]) -> tuple[str | None, Spot | None]:
    for spot in titles:
        found = _REPORT.search(spot.text)
        if found is not None:
            return re.sub(r"\s", "", found["no"]), spot
    return None, None


def with_address(text: str) -> tuple[str, str | None]:
    """A source's title and its address, where one stands beside it."""
    found = _URL.search(text)
    if found is None:
        return text.strip(), None
    title = (text[: found.start()] + text[found.end() :]).strip(" ,;–-").removesuffix("()")
    title = title.strip()
    return title or found[0], found[0]
