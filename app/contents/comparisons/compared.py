"""The evaluations that a reader has chosen, and what they may be compared in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Protocol, TypeVar

from app import bounds
from app.contents.withdrawn import refuse_withdrawn
from app.domain.comparability import Comparability, ComparabilityRules, Verdict
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, say
from app.domain.score import Level
from app.domain.wording.sets import member_name
from app.errors import BadParameter
from app.queries.reading import Reading

MOST_COMPARED: Final = bounds.COMPARED_AT_ONCE
"""More columns than this cannot be read side by side."""

MOST_NAMED: Final = 3
"""Unknown ids that an error names; one who sees three has understood."""

LONGEST_ID_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the evaluations chosen: its figures as lists have them, and all that is known."""

    summary: EvaluationSummary
    evaluation: Evaluation

    @property
    def id(self) -> str:
        return self.summary.id

    @property
    def name(self) -> str:
        return member_name(self.summary)

    @property
    def version(self) -> str:
        return self.summary.version


@dataclass(frozen=True, slots=True)
class ComparablePart:
    """Some of those chosen that may be compared with each other, where all of them may not."""

    members: tuple[Compared, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(member.id for member in self.members)

    @property
    def words(self) -> Message:
        return say("Compare only %(names)s", names=tuple(member.name for member in self.members))


def refuse_those_withdrawn(reading: Reading, given: Sequence[str], known: EvaluationTable) -> None:
    """Ends here where one of those wanted has been withdrawn. One statement for each unknown id.

    Raises:
        Gone: one has.
    """
    for id in [id for id in given if id and id not in known.by_id][:MOST_COMPARED]:
        refuse_withdrawn(reading, id)


def wanted_ids(given: Sequence[str], known: Iterable[EvaluationSummary]) -> tuple[str, ...]:
    """The ids of an address, each once, in the order given.

    Raises:
        BadParameter: there are too many, or one of them is no evaluation.
    """
    ids = tuple(dict.fromkeys(id for id in given if id))
    if len(ids) > MOST_COMPARED:
        raise BadParameter(
            "e",
            say("At most %(most)s evaluations can be compared at once.", most=MOST_COMPARED),
        )
    existing = EvaluationTable.of(known).by_id
    unknown = [id[:LONGEST_ID_SHOWN] for id in ids if id not in existing]
    if unknown:
        raise BadParameter(
            "e",
            say(
                "There is no evaluation %(ids)s here. An evaluation is named by its municipality "
                "and its year, such as %(example)s.",
                ids=tuple(unknown[:MOST_NAMED]),
                example="hemne-2018",
            ),
        )
    return ids


class OfVersion(Protocol):
    """Whatever the method lets be compared, or not."""

    @property
    def version(self) -> str: ...


Some = TypeVar("Some", bound=OfVersion)


def may_compare(
    compared: Sequence[OfVersion], rules: ComparabilityRules, level: Level
) -> Comparability:
    """May all of them be compared at a level? A single one is compared with nothing."""
    if len(compared) < 2:
        return Comparability(Verdict.YES, level)
    return rules.among((one.version for one in compared), level)


def of_one_family(compared: Sequence[Compared]) -> bool:
    """Whether their points may be put in order: sorting needs one family (design rule 5)."""
    return len({one.summary.family for one in compared}) <= 1


def of_one_municipality(compared: Sequence[Compared]) -> bool:
    """Whether what lies between them is a change over time."""
    return len({one.summary.municipality for one in compared}) == 1


def parts(
    compared: Sequence[Compared], rules: ComparabilityRules, level: Level
) -> tuple[ComparablePart, ...]:
    """The largest parts that may be compared at a level; none where all of them may."""
    return tuple(ComparablePart(members) for members in apart(compared, rules, level))


def apart(
    compared: Sequence[Some], rules: ComparabilityRules, level: Level
) -> tuple[tuple[Some, ...], ...]:
    """The members of such parts, of whatever is compared."""
    versions = sorted({one.version for one in compared})
    allowed = [
        frozenset(some)
        for size in range(1, len(versions) + 1)
        for some in combinations(versions, size)
        if rules.among(some, level).allowed
    ]
    largest = [some for some in allowed if not any(some < other for other in allowed)]
    found = [tuple(one for one in compared if one.version in some) for some in largest]
    return tuple(members for members in found if 2 <= len(members) < len(compared))
