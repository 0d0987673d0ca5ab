"""Of how many a figure is, in words: every average says its coverage (design rule 5)."""

from app.domain.coverage import Coverage, Unrepresentative
from app.domain.message import Message, Value, say
from app.domain.statistics import MINIMUM_MEMBERS


def coverage_words(coverage: Coverage) -> Message:
    """How many have a figure, of how many: "6 of at least 58 evaluated"."""
    values: dict[str, Value] = {"n": coverage.n}
    if coverage.known is None:
        return say("%(n)s; how many were evaluated is not known", **values)
    values["known"] = coverage.known
    if coverage.any_version:
        if any(count.approximate for count in coverage.basis):
            return say(
                "%(n)s of about %(known)s evaluated with any version of the method", **values
            )
        return say("%(n)s of at least %(known)s evaluated with any version of the method", **values)
    if coverage.at_least:
        return say("%(n)s of at least %(known)s evaluated", **values)
    return say("%(n)s of %(known)s evaluated", **values)


def lack_words(coverage: Coverage, lack: Unrepresentative) -> Message:
    """Why there is no average, place or record, as a sentence."""
    values: dict[str, Value] = {"coverage": coverage_words(coverage)}
    match lack:
        case Unrepresentative.TOO_FEW:
            return say(
                "An average or a rank needs at least %(least)s municipalities.",
                least=MINIMUM_MEMBERS,
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
