"""All that a joint report is made from, or why there can be none."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app import bounds
from app.contents.comparisons.compared import (
    Compared,
    apart,
    may_compare,
    refuse_those_withdrawn,
    wanted_ids,
)
from app.contents.comparisons.content import CompareContent
from app.contents.comparisons.content import content as compare_content
from app.contents.comparisons.together import (
    Together,
    WeightedPicture,
    together,
    weighted_picture,
)
from app.contents.municipalities.history import History, history
from app.domain.comparability import ComparabilityRules
from app.domain.evaluation import EvaluationSummary
from app.domain.message import say
from app.domain.method import AreaDefinition
from app.domain.municipality import Lineage
from app.domain.rules import Rules
from app.domain.score import Level
from app.domain.wording.numbers import spelled
from app.domain.wording.sets import member_name
from app.errors import BadParameter, NotComparable
from app.queries import evaluations, method, register
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class JointMaterial:
    """The comparison, what those compared can do together, and how each came to where it is."""

    content: CompareContent
    together: Together
    weighted: WeightedPicture
    histories: Mapping[str, History]
    """The evaluations of each municipality, by slug."""
    rules: Rules

    @property
    def compared(self) -> tuple[Compared, ...]:
        return self.content.compared

    @property
    def without_figures(self) -> tuple[Compared, ...]:
        """Those of whom it is only known that they were evaluated."""
        return tuple(one for one in self.compared if not one.summary.figures)

    @property
    def areas(self) -> tuple[AreaDefinition, ...]:
        """The areas that stand for all of them; none where theirs are different ones."""
        return self.content.version.areas if self.content.areas.allowed.allowed else ()

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """What an address needs to name those compared."""
        return tuple(("e", id) for id in self.content.ids)


def material(reading: Reading, ids: Sequence[str]) -> JointMaterial:
    """Reads what the report needs.

    Raises:
        BadParameter: there are too few or too many evaluations, or one that does not exist.
        Gone: one of them has been withdrawn.
        NotComparable: two of them are of one municipality, or the method forbids it.
    """
    content = compare_content(reading, chosen_ids(reading, ids), "")
    rules = method.rules(reading)
    own = evaluations.evaluations_of(
        reading, tuple(one.summary.municipality for one in content.compared)
    )
    by_slug = sorted(own, key=lambda one: one.municipality)
    return JointMaterial(
        content,
        together(content),
        weighted_picture(content, overlapping(content.compared, register.lineage(reading))),
        {
            slug: history(tuple(some), rules)
            for slug, some in groupby(by_slug, key=lambda one: one.municipality)
        },
        rules,
    )


def chosen_ids(reading: Reading, ids: Sequence[str]) -> tuple[str, ...]:
    """The evaluations of a joint report, each once, in the order given. What is known of all
    evaluations decides, which is remembered: nothing of the report is made.

    Raises:
        KompassError: as `material`.
    """
    asked = tuple(dict.fromkeys(id for id in ids if id))
    if not bounds.FEWEST_IN_JOINT_REPORT <= len(asked) <= bounds.MOST_IN_JOINT_REPORT:
        raise BadParameter(
            "e",
            say(
                "A joint report is made of %(fewest)s to %(most)s evaluations.",
                fewest=spelled(bounds.FEWEST_IN_JOINT_REPORT),
                most=spelled(bounds.MOST_IN_JOINT_REPORT),
            ),
        )
    known = evaluations.summaries(reading)
    refuse_those_withdrawn(reading, asked, known)
    chosen = [known.by_id[id] for id in wanted_ids(asked, known)]
    refuse_one_municipality(chosen)
    refuse_methods(chosen, method.instrument(reading).comparability)
    return asked


def refuse_one_municipality(chosen: Sequence[EvaluationSummary]) -> None:
    """Ends here where a municipality is there twice: that is a development and no comparison.

    Raises:
        NotComparable: one is.
    """
    counted = Counter(one.municipality for one in chosen)
    twice = [one for one in chosen if counted[one.municipality] > 1]
    if not twice:
        return
    latest = {one.municipality: one for one in sorted(twice, key=lambda one: one.year)}
    raise NotComparable(
        say(
            "A joint report is of several municipalities, each once: %(names)s are of the same "
            "one. How a municipality has developed stands in its own report.",
            names=tuple(member_name(one) for one in twice),
        ),
        tuple(
            (say("The report of %(name)s", name=member_name(one)), f"{_path(one)}/rapport")
            for one in latest.values()
        ),
    )


def refuse_methods(chosen: Sequence[EvaluationSummary], rules: ComparabilityRules) -> None:
    """Ends here where the method lets not even the totals be set side by side.

    Raises:
        NotComparable: it does not.
    """
    allowed = may_compare(chosen, rules, Level.TOTAL)
    if allowed.allowed:
        return
    some = apart(chosen, rules, Level.TOTAL)
    refused = say(
        "No joint report can be made of these evaluations: their results may not be compared. "
        "%(reason)s",
        reason=allowed.reason or rules.unlisted_reason,
    )
    if some:
        refused = say(
            "%(refused)s It can be made of %(names)s.",
            refused=refused,
            names=tuple(member_name(one) for one in some[0]),
        )
    raise NotComparable(
        refused,
        tuple((say("%(title)s", title=member_name(one)), _path(one)) for one in chosen),
    )


def overlapping(compared: Sequence[Compared], lineage: Lineage) -> tuple[str, ...]:
    """The names of those that came from another of them, or went into it, be it in part."""
    slugs = {one.summary.municipality for one in compared}
    related = {slug: slugs & set(lineage.relatives(slug)) for slug in slugs}
    involved = {slug for slug, others in related.items() if others}
    involved |= {other for others in related.values() for other in others}
    return tuple(one.name for one in compared if one.summary.municipality in involved)


def evaluation_path(one: Compared) -> str:
    """The page of an evaluation, without language."""
    return _path(one.summary)


def _path(one: EvaluationSummary) -> str:
    return f"/kommuner/{one.municipality}/{one.path}"
