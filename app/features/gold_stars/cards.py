"""Cards: who does it, what, why and when, what it was given for, and the points beside it."""

from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary, FindingKind, GoldStar, Source
from app.domain.message import LocalText, Message, Points, say
from app.domain.method import AreaDefinition, Instrument, QuestionDefinition
from app.domain.score import MissingKind
from app.domain.wording.standing import absence_words
from app.features.gold_stars.filters import area_of_question
from app.queries.gold_stars import FoundFinding, GivenStar


@dataclass(frozen=True, slots=True)
class StarCard:
    """A gold star as it is shown. `area_name` and `question_label` are None where not known."""

    given: GivenStar
    area: int | None
    area_name: LocalText | None
    question_label: LocalText | None

    @property
    def id(self) -> str:
        return self.star.id

    @property
    def star(self) -> GoldStar:
        return self.given.star

    @property
    def evaluation(self) -> EvaluationSummary:
        return self.given.evaluation

    @property
    def source(self) -> Source:
        return self.given.source

    @property
    def question(self) -> str | None:
        return self.star.question

    @property
    def beside(self) -> Message | None:
        """The points that it stood beside, where it is known what it was given for."""
        if self.area is None:
            return None
        figure = self.given.figure
        if figure is None:
            return say("The points that go with it are not known.")
        found = figure.value
        if isinstance(found, MissingKind):
            return say("The points that go with it: %(reason)s.", reason=absence_words(found))
        values = {"points": Points(found), "max": Points(figure.max)}
        if self.question is not None:
            return say("The question scored %(points)s out of %(max)s points.", **values)
        return say("The area scored %(points)s out of %(max)s points.", **values)

    @property
    def caution(self) -> Message | None:
        """What must be known to read the points right."""
        if not self.given.reconstructed or self.question is None:
            return None
        return say(
            "A digit of question %(code)s was lost in the source. "
            "It is worked out from the table, the heading and the sum of the area.",
            code=self.question,
        )


def card(given_star: GivenStar, instrument: Instrument) -> StarCard:
    """A gold star with the names of what it was given for."""
    version = instrument.versions[given_star.evaluation.version]
    star = given_star.star
    question = None if star.question is None else version.question(star.question)
    no = star.area if star.area is not None else area_of_question(version, star.question)
    return StarCard(
        given_star, no, _name(None if no is None else version.area(no)), _label(question)
    )


def _name(area: AreaDefinition | None) -> LocalText | None:
    return None if area is None else area.name


def _label(question: QuestionDefinition | None) -> LocalText | None:
    return None if question is None else question.label


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding that a search found, as it is shown. No source ties findings to questions."""

    found: FoundFinding
    area_name: LocalText

    @property
    def evaluation(self) -> EvaluationSummary:
        return self.found.evaluation

    @property
    def area(self) -> int:
        return self.found.area

    @property
    def question(self) -> None:
        return None

    @property
    def kind(self) -> Message:
        """What the finding is, in a word."""
        return {
            FindingKind.STRENGTH: say("Strength"),
            FindingKind.CHALLENGE: say("Challenge"),
            FindingKind.WEAKNESS: say("Weakness"),
        }[self.found.finding.kind]


def finding_line(found_finding: FoundFinding, instrument: Instrument) -> FindingLine:
    """A finding with the name of its area."""
    version = instrument.versions[found_finding.evaluation.version]
    return FindingLine(found_finding, version.area(found_finding.area).name)
