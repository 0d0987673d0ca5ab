"""Made-up counts of those evaluated: everybody is known, or nobody was counted."""

from decimal import Decimal
from typing import Final

from app.domain.coverage import LEAST_SHARE, CoverageRules, CoverageUnit, KnownEvaluated
from app.domain.evaluation import Source
from app.domain.municipality import Country

FAMILY_STARTS: Final = {"1": 2002, "2": 2010, "2020": 2020}
"""When each family began, as the method files have it."""


def count(
    n: int,
    *,
    country: Country = Country.NORWAY,
    family: str | None = "2",
    unit: CoverageUnit = CoverageUnit.MUNICIPALITIES,
    since: int | None = None,
    as_of: int = 2019,
    at_least: bool = False,
    approximate: bool = False,
) -> KnownEvaluated:
    """What a source says of one country."""
    return KnownEvaluated(
        id=f"{country.lower()}-{family}-{since}-{as_of}-{n}",
        country=country,
        family=family,
        unit=unit,
        since=since,
        as_of=as_of,
        n=n,
        at_least=at_least,
        approximate=approximate,
        source=Source("A report", None),
    )


def coverage_rules(
    *counts: KnownEvaluated, least_share: Decimal | str = LEAST_SHARE
) -> CoverageRules:
    return CoverageRules(counts, Decimal(least_share), FAMILY_STARTS)


EVERYBODY_KNOWN: Final = coverage_rules(
    *(
        count(1, country=country, family=family, since=year, as_of=year, at_least=True)
        for country in Country
        for family in ("1", "1.0", "2", "2020", "3")
        for year in range(2000, 2025)
    )
)
"""Of every year at least one was evaluated, so those that a test gives are all there were: any five
with a figure stand for their country."""

NOBODY_COUNTED: Final = coverage_rules()
"""No source says how many were evaluated, so no set stands for more than its members."""
