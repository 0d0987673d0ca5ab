"""What a comparison is made of, in words: every average names its set (design rule 5)."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from app.domain.comparison_choice import Comparison, ComparisonKind
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet
from app.domain.reference import ReferenceStatistic
from app.domain.score import Measure
from app.domain.wording.coverage import coverage_words, lack_words
from app.domain.wording.reference import (
    n_words,
    reference_details,
    reference_legend,
    reference_phrase,
)


def country_words(country: Country) -> Message:
    """A country by its name."""
    return say("Norway") if country is Country.NORWAY else say("Sweden")


def municipalities_words(countries: Collection[Country], *, of_its_size: bool = False) -> Message:
    """Municipalities of one country or of both, as words within a sentence."""
    if len(countries) > 1:
        if of_its_size:
            return say("municipalities of its size in Norway and Sweden")
        return say("municipalities in Norway and Sweden")
    if Country.SWEDEN in countries:
        if of_its_size:
            return say("Swedish municipalities of its size")
        return say("Swedish municipalities")
    if of_its_size:
        return say("Norwegian municipalities of its size")
    return say("Norwegian municipalities")


def levels_words(countries: Collection[Country]) -> Message | None:
    """What must be known where points of both countries stand together (design rule 5); None of
    one country."""
    if len(set(countries)) < 2:
        return None
    return say(
        "The levels of Norway and Sweden differ, and we have found no test of whether the "
        "evaluators of the two countries judge alike."
    )


def years_words(first: int, last: int) -> Message:
    """A span of years, or the one year."""
    if first == last:
        return say("%(year)s", year=str(first))
    return say("%(first)s–%(last)s", first=str(first), last=str(last))


def size_group_words(code: str) -> Message:
    """A size group by its inhabitants."""
    known = {
        "small": say("under 5,000 inhabitants"),
        "medium": say("5,000–9,999 inhabitants"),
        "large": say("10,000 inhabitants or more"),
    }
    return known.get(code, say("size group %(code)s", code=code))


def versions_words(instrument: Instrument, family: str) -> Message:
    """The method versions of a family."""
    return named_versions([version.version for version in instrument.families[family]])


def named_versions(versions: Sequence[str]) -> Message:
    """Some method versions, in the order given."""
    names: tuple[Value, ...] = tuple(versions)
    return say_n("version %(versions)s", "versions %(versions)s", len(names), versions=names)


def comparison_name(comparison: Comparison) -> Message:
    """A few words for a legend or a column."""
    n, group = members_n(comparison.set), comparison.scope.size_group
    match comparison.kind:
        case ComparisonKind.PUBLISHED:
            if comparison.reference is None:
                return say("published averages")
            return reference_legend(comparison.reference)
        case ComparisonKind.NAMED:
            return say("Others by name")
        case ComparisonKind.COMPUTED:
            if group:
                return say("Average of %(n)s others of the same size", n=n)
            return say("Average of %(n)s others", n=n)
        case ComparisonKind.FEW:
            if group:
                return say("Mean of the %(n)s of the same size we have figures for", n=n)
            return say("Mean of the %(n)s we have figures for", n=n)
        case ComparisonKind.COMBINED:
            if group:
                return say("Mean of the %(n)s in both countries, same size", n=n)
            return say("Mean of the %(n)s in both countries", n=n)


def kind_words(kind: ComparisonKind) -> Message:
    """A kind of comparison, as a choice to make."""
    match kind:
        case ComparisonKind.COMPUTED:
            return say("the others in the same country")
        case ComparisonKind.PUBLISHED:
            return say("published averages")
        case ComparisonKind.NAMED:
            return say("others by name")
        case ComparisonKind.FEW:
            return say("the mean of those we have figures for")
        case ComparisonKind.COMBINED:
            return say("Norway and Sweden together")


def comparison_phrase(comparison: Comparison) -> Message:
    """A comparison as it stands in a sentence."""
    scope, n = comparison.scope, members_n(comparison.set)
    of_its_size = scope.size_group is not None
    whose = municipalities_words(scope.countries, of_its_size=of_its_size)
    match comparison.kind:
        case ComparisonKind.PUBLISHED:
            if comparison.reference is None:
                return say("published averages")
            return reference_phrase(comparison.reference, whose)
        case ComparisonKind.NAMED:
            return say("others by name")
        case ComparisonKind.COMPUTED:
            return say("the average of %(n)s other %(municipalities)s", n=n, municipalities=whose)
        case ComparisonKind.FEW | ComparisonKind.COMBINED:
            return say(
                "the mean of the %(n)s other %(municipalities)s that we have figures for",
                n=n,
                municipalities=whose,
            )


def members_n(comparison_set: ComparisonSet) -> str:
    """How many members the measures have: one number, or the span of them."""
    if comparison_set.smallest_n == comparison_set.largest_n:
        return str(comparison_set.smallest_n)
    return f"{comparison_set.smallest_n}–{comparison_set.largest_n}"


def comparison_words(comparison: Comparison, instrument: Instrument) -> Message:
    """Exactly what a comparison is made of."""
    if comparison.kind is ComparisonKind.PUBLISHED and comparison.reference is not None:
        reference = comparison.reference
        values: dict[str, Value] = {
            "label": reference.label,
            "source": reference.source.title,
        }
        if reference.at_second_hand:
            return say(
                "Average that an opinion piece gives: %(label)s (%(n)s). Source: %(source)s.",
                n=n_words(reference),
                **values,
            )
        values["details"] = reference_details(reference)
        if reference.statistic is ReferenceStatistic.MEDIAN:
            return say(
                "Published median: %(label)s (%(details)s). Source: %(source)s.",
                **values,
            )
        return say("Published average: %(label)s (%(details)s). Source: %(source)s.", **values)
    if comparison.kind is ComparisonKind.NAMED:
        if comparison.measures == (Measure.TOTAL,):
            return _listed_words(comparison, instrument)
        return _named_words(comparison)
    said = _with_coverage(comparison, instrument)
    levels = levels_words(comparison.scope.countries)
    return said if levels is None else say("%(set)s %(levels)s", set=said, levels=levels)


def _with_coverage(comparison: Comparison, instrument: Instrument) -> Message:
    said = set_words(comparison.set, instrument)
    coverage, lack = comparison.set.coverage, comparison.set.unrepresentative
    if coverage is None:
        return said
    if lack:
        return say("%(set)s %(why)s", set=said, why=lack_words(coverage, lack))
    return say("%(set)s Coverage: %(coverage)s.", set=said, coverage=coverage_words(coverage))


def _listed_words(comparison: Comparison, instrument: Instrument) -> Message:
    """Which totals stand in a table by name: all that there are, or by which rule only some."""
    scope, n, shown = comparison.scope, len(comparison.set.members), len(comparison.named)
    values: dict[str, Value] = {
        "municipalities": municipalities_words(
            scope.countries, of_its_size=scope.size_group is not None
        ),
        "versions": versions_words(instrument, scope.family),
    }
    if shown < n:
        return say(
            "The %(shown)s nearest in population of %(n)s other %(municipalities)s whose total we "
            "have (%(versions)s): the latest of each.",
            shown=shown,
            n=n,
            **values,
        )
    return say_n(
        "The only other of %(municipalities)s whose total we have (%(versions)s): the latest.",
        "All %(n)s other %(municipalities)s whose total we have (%(versions)s): the latest of "
        "each.",
        n,
        **values,
    )


def _named_words(comparison: Comparison) -> Message:
    """Whose areas stand in columns by name, by which rule, and of whom some are known besides."""
    drawn: tuple[Value, ...] = tuple(member_name(m) for m in comparison.named)
    ids = {member.id for member in comparison.named}
    rest: tuple[Value, ...] = tuple(
        member_name(member) for member in comparison.set.members if member.id not in ids
    )
    if drawn and rest:
        return say_n(
            "Compared with %(members)s, the only other with points for all the same areas. Some of "
            "the figures are also known for %(rest)s.",
            "Compared with %(members)s, the nearest in population with points for all the same "
            "areas. Some of the figures are also known for %(rest)s.",
            len(drawn),
            members=drawn,
            rest=rest,
        )
    if drawn:
        return say("Compared with %(members)s.", members=drawn)
    return say("Some of the figures are known for %(rest)s.", rest=rest)


def member_name(member: EvaluationSummary) -> str:
    """A municipality with the year of its evaluation."""
    return f"{member.name} {member.year}"


def member_with_points(
    member: EvaluationSummary, points: Decimal, decimals: int | None = None
) -> Message:
    """A municipality with the year of its evaluation and its points."""
    return say(
        "%(name)s %(year)s (%(points)s)",
        name=member.name,
        year=str(member.year),
        points=Points(points, decimals),
    )


def set_words(comparison_set: ComparisonSet, instrument: Instrument) -> Message:
    """The make-up of a computed set: how many, from where, which size, versions and years."""
    scope, years = comparison_set.scope, comparison_set.years
    counts = comparison_set.count_by_country()
    span = years_words(*years) if years else say("no years")
    values: dict[str, Value] = {
        "n": members_n(comparison_set),
        "versions": versions_words(instrument, scope.family),
        "years": span,
    }
    if scope.size_group:
        values["size"] = size_group_words(scope.size_group)
    if len(scope.countries) > 1:
        values["norwegian"] = counts.get(Country.NORWAY, 0)
        values["swedish"] = counts.get(Country.SWEDEN, 0)
        if scope.size_group:
            return say(
                "Average of the latest results of %(n)s other municipalities "
                "with %(size)s, %(norwegian)s Norwegian and %(swedish)s Swedish "
                "(%(versions)s, %(years)s).",
                **values,
            )
        return say(
            "Average of the latest results of %(n)s other municipalities, "
            "%(norwegian)s Norwegian and %(swedish)s Swedish (%(versions)s, %(years)s).",
            **values,
        )
    values["municipalities"] = municipalities_words(scope.countries)
    if scope.size_group:
        return say(
            "Average of the latest results of %(n)s other "
            "%(municipalities)s with %(size)s (%(versions)s, %(years)s).",
            **values,
        )
    return say(
        "Average of the latest results of %(n)s other %(municipalities)s "
        "(%(versions)s, %(years)s).",
        **values,
    )


def set_span_words(comparison_set: ComparisonSet, instrument: Instrument) -> Message:
    """The method versions and years of a computed set."""
    years = comparison_set.years
    return say(
        "%(versions)s, %(years)s",
        versions=versions_words(instrument, comparison_set.scope.family),
        years=years_words(*years) if years else say("no years"),
    )


def total_words(points: Points, maximum: Points) -> Message:
    """A total where it stands by itself."""
    return say("%(points)s out of %(max)s points", points=points, max=maximum)


def versions_used_words(evaluations: Sequence[Evaluation | EvaluationSummary]) -> Message:
    """The method versions and years of some evaluations, as a sentence, the oldest first."""
    in_time = sorted(evaluations, key=lambda one: one.year)
    versions: tuple[Value, ...] = tuple(dict.fromkeys(one.version for one in in_time))
    years = [one.year for one in evaluations]
    return say_n(
        "Method version %(versions)s, %(years)s.",
        "Method versions %(versions)s, %(years)s.",
        len(versions),
        versions=versions,
        years=years_words(min(years), max(years)),
    )


def named_points(name: str, points: Points) -> Message:
    """A municipality with its points, as one of several in a sentence."""
    return say("%(name)s (%(points)s)", name=name, points=points)


def join_years(years: Sequence[int]) -> tuple[Value, ...]:
    """Years as a list in a sentence, oldest first."""
    return tuple(str(year) for year in sorted(set(years)))
