"""The list of gold stars: those that fit the choices and the search, and findings that do too.

A gold star is a record of its own and is never derived from points (design rule 9).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary, Source
from app.domain.message import Message, say, say_n
from app.domain.method import Instrument
from app.domain.naming.spelling import Collation
from app.domain.wording.sets import versions_words
from app.features.gold_stars.cards import FindingLine, StarCard, card, finding_line
from app.features.gold_stars.filters import (
    GoldStarParameters,
    StarChoice,
    StarFilterParameters,
    star_choice,
)
from app.queries import evaluations as evaluation_queries
from app.queries import gold_stars as star_queries
from app.queries import method
from app.queries.memory import remembered_in_order
from app.queries.reading import Reading
from app.web.filters.facets import Facet
from app.web.filters.several import only
from app.web.page.paging import Pages, page_of

MOST_FINDINGS = 20
"""Findings that are shown; whoever wants the others narrows the search."""


@dataclass(frozen=True, slots=True)
class GoldStarsContent:
    """Everything on the page. `findings` are those shown, of `findings_found` that fit."""

    parameters: GoldStarParameters
    known: int
    fitting: int
    cards: tuple[StarCard, ...]
    pages: Pages
    facets: tuple[Facet, ...]
    holders: tuple[tuple[str, int], ...]
    """Who has those that fit, with how many each: most first, then by name."""
    findings: tuple[FindingLine, ...]
    findings_found: int
    remarks: tuple[Message, ...]

    @property
    def title(self) -> Message:
        return say("Gold stars: practices to learn from")

    @property
    def description(self) -> Message:
        return say(
            "Practices in Norwegian and Swedish municipalities that evaluators judged so good "
            "that most others can learn from them. Browse by area, place, size and year, or "
            "search."
        )

    @property
    def count(self) -> tuple[Message, ...]:
        """How much was found, once nothing is waited for."""
        stars = say_n(
            "%(n)s gold star matches your filters.",
            "%(n)s gold stars match your filters.",
            self.fitting,
        )
        if self.parameters.q is None:
            return (stars,)
        return (stars, self.findings_count)

    @property
    def findings_count(self) -> Message:
        return say_n(
            "%(n)s finding in the reports contains your search words.",
            "%(n)s findings in the reports contain your search words.",
            self.findings_found,
        )

    @property
    def findings_left_out(self) -> Message | None:
        """That not every finding is shown, where that is so."""
        if self.findings_found <= len(self.findings):
            return None
        return say(
            "The newest %(shown)s of %(found)s are shown. Choose an area, a place or years to see "
            "fewer.",
            shown=len(self.findings),
            found=self.findings_found,
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the gold stars shown were read, each once."""
        return tuple(dict.fromkeys(shown.source for shown in self.cards))


@dataclass(frozen=True, slots=True)
class FittingStars:
    """Everything that fits, best and newest first, and the filters that it fits."""

    choice: StarChoice[StarCard]
    """Among the gold stars that have the words."""
    known: tuple[StarCard, ...]
    cards: tuple[StarCard, ...]
    findings: tuple[FindingLine, ...]

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What must be known to read the list right."""
        return _remarks(self.choice)

    @property
    def of_area(self) -> tuple[tuple[str, str], ...]:
        """What tells the list of findings which are those of the area chosen: parameters."""
        if self.choice.area is None:
            return ()
        version = self.choice.version
        if self.choice.question is not None:
            method = ("version", version.version)
        else:
            method = ("family", version.family)
        return (("area", str(self.choice.area)), method)


@remembered_in_order
def _known(reading: Reading) -> tuple[Instrument, tuple[StarCard, ...]]:
    """Every gold star, newest first and by name, and the instrument that their names are from."""
    instrument, order = method.instrument(reading), _newest_first(reading.collation)
    known = (card(given, instrument) for given in star_queries.gold_stars(reading))
    return instrument, tuple(sorted(known, key=lambda c: (*order(c.evaluation), c.id)))


def find(reading: Reading, parameters: StarFilterParameters) -> FittingStars:
    """Reads what fits in a fixed number of queries.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    instrument, known = _known(reading)
    order = _newest_first(reading.collation)
    evaluations = evaluation_queries.summaries(reading)
    searched = known
    lines: list[FindingLine] = []
    if parameters.q is not None:
        matches = star_queries.stars_with(reading, parameters.q)
        by_match = (c for c in known if c.id in matches)
        searched = tuple(sorted(by_match, key=lambda c: matches[c.id]))
        with_words = star_queries.findings_with(reading, parameters.q)
        lines = [finding_line(finding, instrument) for finding in with_words]
    choice = star_choice(parameters, instrument, evaluations, searched)
    # Those of a chosen question are not known, so its area's are given.
    findings = star_choice(parameters, instrument, evaluations, lines).those("question")
    return FittingStars(
        choice=choice,
        known=known,
        cards=tuple(choice.those()),
        findings=tuple(sorted(findings, key=lambda line: order(line.evaluation))),
    )


def gold_stars_content(reading: Reading, parameters: GoldStarParameters) -> GoldStarsContent:
    """What fits, as the page shows it.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
        NotFound: the list has no such page.
    """
    found = find(reading, parameters)
    pages, shown = page_of(found.cards, parameters.page)
    return GoldStarsContent(
        parameters=parameters,
        known=len(found.known),
        fitting=len(found.cards),
        cards=tuple(shown),
        pages=pages,
        facets=found.choice.facets,
        holders=_holders(found.cards, reading.collation),
        findings=found.findings[:MOST_FINDINGS],
        findings_found=len(found.findings),
        remarks=found.remarks,
    )


def _holders(cards: Iterable[StarCard], collation: Collation) -> tuple[tuple[str, int], ...]:
    counts = Counter(card.evaluation.name for card in cards)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], collation.key(one[0]))))


def _newest_first(collation: Collation) -> Callable[[EvaluationSummary], tuple[int, str, str]]:
    return lambda evaluation: (-evaluation.year, collation.key(evaluation.name), evaluation.id)


def _remarks(chosen: StarChoice[StarCard]) -> tuple[Message, ...]:
    """What must be known to read the list right."""
    said = []
    p = chosen.parameters
    if chosen.question_elsewhere and p.question is not None:
        said.append(
            say(
                "Question %(code)s does not belong to the area and method version chosen. "
                "It is left out of account.",
                code=p.question,
            )
        )
    if chosen.area is not None and only(p.version) is None:
        said.append(_version_words(chosen))
    if chosen.area is not None:
        unplaced = sum(c.area is None for c in chosen.those("area", "question"))
        if unplaced:
            said.append(
                say_n(
                    "%(n)s gold star is left out, since its source does not say for which area.",
                    "%(n)s gold stars are left out, since their sources do not say for which area.",
                    unplaced,
                )
            )
    if chosen.question is not None and p.q is not None:
        said.append(
            say("Reports tie findings to areas, not to questions: those of the area are shown.")
        )
    return tuple(said)


def _version_words(chosen: StarChoice[StarCard]) -> Message:
    """Whose areas or questions are listed, where nobody has chosen a version."""
    if chosen.question is not None:
        return say(
            "The question is that of version %(version)s. Choose another method version to see "
            "its own.",
            version=chosen.version.version,
        )
    return say(
        "The areas are those of %(versions)s. Choose another method version to see its own.",
        versions=versions_words(chosen.stock.known.instrument, chosen.version.family),
    )
