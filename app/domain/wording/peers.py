"""Words for pages that liken municipalities and try scenarios: whom one stands among."""

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, Value, say
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet
from app.domain.wording.evaluation import without_figures_words
from app.domain.wording.sets import (
    member_name,
    members_n,
    municipalities_words,
    versions_words,
    years_words,
)


def among_words(comparison_set: ComparisonSet, instrument: Instrument) -> Message:
    """Which evaluations medians and places are computed over (design rule 5)."""
    years = comparison_set.years
    if years is None:
        return say("No other evaluation with figures is known here to compare with.")
    if len(comparison_set.members) == 1:
        return say(
            "Compared with %(member)s, the only other evaluation that we have figures for.",
            member=member_name(comparison_set.members[0]),
        )
    values: dict[str, Value] = {
        "n": members_n(comparison_set),
        "versions": versions_words(instrument, comparison_set.scope.family),
        "years": years_words(*years),
    }
    if len(comparison_set.scope.countries) > 1:
        counts = comparison_set.count_by_country()
        return say(
            "Compared with the latest evaluations that we have figures for, of %(n)s other "
            "municipalities, %(norwegian)s Norwegian and %(swedish)s Swedish (%(versions)s, "
            "%(years)s).",
            norwegian=counts.get(Country.NORWAY, 0),
            swedish=counts.get(Country.SWEDEN, 0),
            **values,
        )
    return say(
        "Compared with the latest evaluations that we have figures for, of %(n)s other "
        "%(municipalities)s (%(versions)s, %(years)s).",
        municipalities=municipalities_words(comparison_set.scope.countries),
        **values,
    )


def latest_words(name: str, evaluation: EvaluationSummary | None) -> Message:
    """Which evaluation stands for a municipality, or that there is none with figures."""
    if evaluation is None:
        return say("We know of no evaluation of %(name)s.", name=name)
    if not evaluation.figures:
        return without_figures_words(name, [evaluation.year])
    return say(
        "The figures of %(name)s are from its %(year)s evaluation (version %(version)s).",
        name=name,
        year=str(evaluation.year),
        version=evaluation.version,
    )
