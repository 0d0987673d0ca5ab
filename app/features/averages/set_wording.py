"""What a comparison set of the reader's own choice is made of, and why it has no average."""

from app.domain.coverage import Unrepresentative
from app.domain.groups import SIZE, Group
from app.domain.message import Message, Value, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet, MeasureSet
from app.domain.wording.coverage import lack_words, needs_words
from app.domain.wording.groups import group_name
from app.domain.wording.sets import members_n, size_group_words, versions_words, years_words


def make_up_words(
    comparison_set: ComparisonSet, as_of: int | None, left_out: str | None, instrument: Instrument
) -> tuple[Message, ...]:
    """The make-up of a set, sentence by sentence: who counts, and who does not."""
    return (
        _members(comparison_set, instrument),
        *_size(comparison_set.scope.size_group),
        *_group(comparison_set.scope.group, instrument),
        *_years(comparison_set.scope.year_from, comparison_set.scope.year_to, as_of),
        *((say("%(name)s is left out.", name=left_out),) if left_out else ()),
    )


def reason_words(measure_set: MeasureSet) -> Message | None:
    """Why a measure has no average that stands for those it is drawn from; None where it has."""
    if measure_set.unrepresentative is None:
        return None
    if not measure_set.members:
        return say("No matching evaluation has points for it.")
    if measure_set.unrepresentative is not Unrepresentative.TOO_FEW:
        return lack_words(measure_set.coverage, measure_set.unrepresentative)
    return say_n(
        "Only %(n)s municipality has points for it, and is named. An average needs %(needs)s.",
        "Only %(n)s municipalities have points for it, and are named. An average needs %(needs)s.",
        measure_set.n,
        needs=needs_words(measure_set.coverage.least_share),
    )


def _members(comparison_set: ComparisonSet, instrument: Instrument) -> Message:
    years = comparison_set.years
    versions = versions_words(instrument, comparison_set.scope.family)
    if years is None:
        return say("No matching evaluation has figures (%(versions)s).", versions=versions)
    values: dict[str, Value] = {
        "n": members_n(comparison_set),
        "versions": versions,
        "years": years_words(*years),
    }
    if len(comparison_set.scope.countries) > 1:
        counts = comparison_set.count_by_country()
        return say(
            "Municipalities, each with its latest evaluation that has the figure: %(n)s. "
            "Norwegian: %(norwegian)s. Swedish: %(swedish)s (%(versions)s, %(years)s).",
            norwegian=counts.get(Country.NORWAY, 0),
            swedish=counts.get(Country.SWEDEN, 0),
            **values,
        )
    if Country.SWEDEN in comparison_set.scope.countries:
        return say(
            "Swedish municipalities, each with its latest evaluation that has the figure: %(n)s "
            "(%(versions)s, %(years)s).",
            **values,
        )
    return say(
        "Norwegian municipalities, each with its latest evaluation that has the figure: %(n)s "
        "(%(versions)s, %(years)s).",
        **values,
    )


def _size(group: str | None) -> tuple[Message, ...]:
    if group is None:
        return ()
    size = size_group_words(group)
    return (say("Only those with %(size)s when they were evaluated.", size=size),)


def _group(group: Group | None, instrument: Instrument) -> tuple[Message, ...]:
    if group is None:
        return ()
    if group.scheme == SIZE:
        return _size(group.code)
    scheme = instrument.group_scheme(group.scheme)
    return (
        say(
            "Only those that counted in %(group)s (%(publisher)s) when they were evaluated.",
            group=group_name(group),
            publisher=scheme.publisher or scheme.id,
        ),
    )


def _years(first: int | None, last: int | None, as_of: int | None) -> tuple[Message, ...]:
    if first is not None and last is not None:
        return (say("Only evaluations of %(years)s.", years=years_words(first, last)),)
    if first is not None:
        return (say("Only evaluations of %(year)s or later.", year=str(first)),)
    if last is None:
        return ()
    if last == as_of:
        return (say("As it stood at the end of %(year)s.", year=str(last)),)
    return (say("Only evaluations of %(year)s or earlier.", year=str(last)),)
