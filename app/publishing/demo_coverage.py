"""Made-up counts of those evaluated: all of them are known, so that every page can be seen full."""

from collections.abc import Iterable

from app.domain.coverage import CoverageUnit, KnownEvaluated
from app.domain.evaluation import Evaluation, Source
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.publishing.build_list import in_order
from app.publishing.demo_register import SOURCE


def made_up_counts(
    evaluations: Iterable[Evaluation], instrument: Instrument
) -> tuple[KnownEvaluated, ...]:
    """How many municipalities of each country were evaluated with each family, up to each year and
    in every span of years."""
    by_family: dict[tuple[Country, str], dict[int, set[str]]] = {}
    for e in evaluations:
        years = by_family.setdefault((e.country, instrument.family_of(e.version)), {})
        years.setdefault(e.year, set()).add(e.municipality)
    found = []
    for (country, family), years in by_family.items():
        used = sorted(years)
        for at, first in enumerate(used):
            until: set[str] = set()
            for last in used[at:]:
                until |= years[last]
                if first == used[0]:
                    found.append(_count(country, family, None, last, len(until)))
                found.append(_count(country, family, first, last, len(until)))
    return in_order(found)


def _count(country: Country, family: str, since: int | None, as_of: int, n: int) -> KnownEvaluated:
    when = f"until-{as_of}" if since is None else f"{since}-{as_of}"
    return KnownEvaluated(
        id=f"demo-{country.lower()}-{family}-{when}",
        country=country,
        family=family,
        unit=CoverageUnit.MUNICIPALITIES,
        since=since,
        as_of=as_of,
        n=n,
        at_least=False,
        approximate=False,
        source=Source(SOURCE, None),
    )
