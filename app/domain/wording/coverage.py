"""Of how many a figure is, in words: every average says its coverage (design rule 5)."""

from decimal import Decimal
from typing import Final

from app.domain.coverage import CountryCoverage, Coverage, Unrepresentative
from app.domain.message import Message, Value, say
from app.domain.municipality import Country
from app.domain.statistics import MINIMUM_MEMBERS

HALF: Final = Decimal("0.5")


def coverage_words(coverage: Coverage) -> Message:
    """How many have a figure, of how many: "6 of at least 58 evaluated". Countries stand apart:
    what was counted in one is not what was counted in another."""
    if coverage.by_country:
        parts: tuple[Value, ...] = tuple(_in_country(part) for part in coverage.by_country)
        return say("%(countries)s", countries=parts)
    values: dict[str, Value] = {"n": coverage.n or say("none")}
    if coverage.known is None:
        return say("%(n)s; how many were evaluated is not known", **values)
    values["known"] = coverage.known
    if coverage.any_version:
        return _of_any_version(coverage, values)
    if coverage.at_least:
        return say("%(n)s of at least %(known)s evaluated", **values)
    return say("%(n)s of %(known)s evaluated", **values)


def _of_any_version(coverage: Coverage, values: dict[str, Value]) -> Message:
    about = any(count.approximate for count in coverage.basis)
    if coverage.names_year:
        values["year"] = str(coverage.as_of)
        if about:
            return say(
                "%(n)s of about %(known)s evaluated by %(year)s with any version of the method",
                **values,
            )
        if coverage.at_least:
            return say(
                "%(n)s of at least %(known)s evaluated by %(year)s with any version of the method",
                **values,
            )
        return say(
            "%(n)s of %(known)s evaluated by %(year)s with any version of the method", **values
        )
    if about:
        return say("%(n)s of about %(known)s evaluated with any version of the method", **values)
    return say("%(n)s of at least %(known)s evaluated with any version of the method", **values)


def _in_country(part: CountryCoverage) -> Message:
    coverage = part.coverage
    swedish = part.country is Country.SWEDEN
    if coverage.known is None:
        if swedish:
            return say("%(n)s in Sweden (how many were evaluated is not known)", n=coverage.n)
        return say("%(n)s in Norway (how many were evaluated is not known)", n=coverage.n)
    words = coverage_words(coverage)
    if swedish:
        return say("%(coverage)s in Sweden", coverage=words)
    return say("%(coverage)s in Norway", coverage=words)


def needs_words(least_share: Decimal) -> Message:
    """How many an average, a median, a rank or a record needs, within a sentence."""
    if least_share == HALF:
        return say(
            "at least %(least)s municipalities, and at least half of those evaluated",
            least=MINIMUM_MEMBERS,
        )
    return say(
        "at least %(least)s municipalities, and at least %(percent)s per cent of those evaluated",
        least=MINIMUM_MEMBERS,
        percent=int(least_share * 100),
    )


def lack_words(coverage: Coverage, lack: Unrepresentative) -> Message:
    """Why there is no average, place or record, as a sentence."""
    values: dict[str, Value] = {"coverage": coverage_words(coverage)}
    match lack:
        case Unrepresentative.TOO_FEW:
            return say(
                "An average or a rank needs %(needs)s.", needs=needs_words(coverage.least_share)
            )
        case Unrepresentative.BELOW_LIMIT:
            return say(
                "We have figures for %(coverage)s. That is too few for an average or a rank.",
                **values,
            )
        case Unrepresentative.UNKNOWN:
            return say(
                "We have figures for %(coverage)s. So there is no average or rank.", **values
            )
