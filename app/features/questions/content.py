"""One question: what it asks, how it is scored and spread, who does it best, its gold stars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import FindingKind, Source
from app.domain.message import LocalText, Message, Value, say, say_n
from app.domain.method import (
    AreaDefinition,
    Instrument,
    MethodVersion,
    QuestionDefinition,
    ScoringCriterion,
)
from app.domain.method_relatives import (
    IncomparableVersion,
    RelatedArea,
    incomparable_versions,
    related_areas,
    source_named,
)
from app.domain.score import Level
from app.errors import NotFound
from app.queries import evaluations as evaluation_queries
from app.queries import gold_stars as star_queries
from app.queries import method as method_queries
from app.queries import results as result_queries
from app.queries.gold_stars import GivenStar
from app.queries.reading import Reading
from app.web.results import Measured, ResultFilters, ResultList, result_list


@dataclass(frozen=True, slots=True)
class QuestionContent:
    """Everything on the page of a question. Only results of its own version are set together."""

    version: MethodVersion
    area: AreaDefinition
    question: QuestionDefinition
    previous: QuestionDefinition | None
    next: QuestionDefinition | None
    criteria: tuple[ScoringCriterion, ...]
    scoring_note: LocalText
    results: ResultList
    findings: Mapping[str, Message]
    """What the report of an evaluation finds in the area, counted, by evaluation."""
    stars: tuple[GivenStar, ...]
    relatives: tuple[RelatedArea, ...]
    apart: tuple[IncomparableVersion, ...]

    @property
    def path(self) -> str:
        return question_path(self.version, self.question)

    @property
    def share(self) -> Decimal:
        """How much of the area's points the question can give, 0–1."""
        return self.question.max / self.area.max

    @property
    def api_path(self) -> str:
        """The address of the same as data."""
        return f"/api/v1/methods/{self.version.version}/questions/{self.question.code}"

    @property
    def title(self) -> Message:
        return say(
            "Question %(code)s in version %(version)s: %(label)s",
            code=self.question.code,
            version=self.version.version,
            label=self.question.label,
        )

    @property
    def description(self) -> Message:
        return say(
            "Question %(code)s of Kommunekompasset, %(label)s: what it can give, how the points "
            "are spread among municipalities, and which practices to learn from.",
            code=self.question.code,
            label=self.question.label,
        )

    @property
    def figure_title(self) -> Message:
        return say(
            "Question %(code)s, %(label)s: the points of each municipality",
            code=self.question.code,
            label=self.question.label,
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Of the method and of the gold stars; each result names its own source on its page."""
        read = (source_named(self.version.source), *(given.source for given in self.stars))
        return tuple(dict.fromkeys(source for source in read if source is not None))


def question_path(version: MethodVersion, question: QuestionDefinition) -> str:
    """The address of a question's page."""
    return f"/sporsmal/{version.version}/{question.code}"


def question_content(
    reading: Reading, version: str, code: str, parameters: ResultFilters
) -> QuestionContent:
    """Reads what the page needs in a fixed number of queries.

    Raises:
        NotFound: there is no such version or question; those there are stand nearby.
    """
    rules = method_queries.rules(reading)
    instrument = rules.instrument
    found, area, question = _question_at(instrument, version, code)
    previous, following = _neighbours(found, code)
    scored = result_queries.question_scores(reading, version, code)
    summaries = evaluation_queries.summaries(reading)
    measured = Measured(
        question.max,
        say("version %(version)s", version=version),
        found.family,
        summaries.where("version", version),
        rules.small.of_question(question.max, area.max),
    )
    results = result_list(scored, measured, parameters, rules, summaries)
    return QuestionContent(
        version=found,
        area=area,
        question=question,
        previous=previous,
        next=following,
        criteria=instrument.criteria,
        scoring_note=instrument.scoring_note,
        results=results,
        findings={
            evaluation: _findings_words(counts)
            for evaluation, counts in result_queries.finding_counts(
                reading, version, area.no
            ).items()
        },
        stars=star_queries.newest_first(
            _stars(star_queries.gold_stars(reading), version, code), reading.collation
        ),
        relatives=related_areas(instrument, found, area.no, Level.QUESTION),
        apart=incomparable_versions(instrument, found, Level.QUESTION),
    )


def _question_at(
    instrument: Instrument, version: str, code: str
) -> tuple[MethodVersion, AreaDefinition, QuestionDefinition]:
    found = instrument.versions.get(version)
    if found is None or not found.has_questions:
        raise _no_questions(instrument, found)
    for area in found.areas:
        for question in area.questions:
            if question.code == code:
                return found, area, question
    nearby = [a for a in found.areas if code.partition(".")[0] == str(a.no)] or found.areas
    raise NotFound(
        say("Version %(version)s has no question with this number.", version=version),
        [(numbered(q), question_path(found, q)) for area in nearby for q in area.questions],
    )


def _no_questions(instrument: Instrument, version: MethodVersion | None) -> NotFound:
    """Which versions have questions here, with the first question of each area."""
    known = [v for v in instrument.versions.values() if v.has_questions]
    nearby = [
        (numbered(area.questions[0]), question_path(v, area.questions[0]))
        for v in known
        for area in v.areas
        if area.questions
    ]
    names: tuple[Value, ...] = tuple(v.version for v in known)
    if version is None:
        return NotFound(
            say(
                "There is no method version with this name. Questions are known of %(versions)s.",
                versions=names,
            ),
            nearby,
        )
    return NotFound(
        say(
            "The questions of version %(version)s are not known to us. Known are those of "
            "%(versions)s.",
            version=version.version,
            versions=names,
        ),
        nearby,
    )


def numbered(question: QuestionDefinition) -> Message:
    """A question with its number."""
    return say("%(no)s. %(name)s", no=question.code, name=question.label)


def _neighbours(
    version: MethodVersion, code: str
) -> tuple[QuestionDefinition | None, QuestionDefinition | None]:
    """The question before and the one after, through all areas."""
    questions = [question for area in version.areas for question in area.questions]
    at = next(i for i, question in enumerate(questions) if question.code == code)
    return (
        questions[at - 1] if at else None,
        questions[at + 1] if at + 1 < len(questions) else None,
    )


def _findings_words(counts: Mapping[FindingKind, int]) -> Message:
    """How many strengths, challenges and weaknesses there are."""
    said: dict[FindingKind, Message] = {
        FindingKind.STRENGTH: say_n(
            "%(n)s strength", "%(n)s strengths", counts.get(FindingKind.STRENGTH, 0)
        ),
        FindingKind.CHALLENGE: say_n(
            "%(n)s challenge", "%(n)s challenges", counts.get(FindingKind.CHALLENGE, 0)
        ),
        FindingKind.WEAKNESS: say_n(
            "%(n)s weakness", "%(n)s weaknesses", counts.get(FindingKind.WEAKNESS, 0)
        ),
    }
    return say(
        "%(findings)s",
        findings=tuple(words for kind, words in said.items() if counts.get(kind)),
    )


def _stars(given: Sequence[GivenStar], version: str, code: str) -> list[GivenStar]:
    """The gold stars given for the question."""
    return [one for one in given if one.evaluation.version == version and one.star.question == code]
