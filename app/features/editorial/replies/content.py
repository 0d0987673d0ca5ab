"""What the municipality is shown of a draft about it, and what is said around its reply."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Final

from app.domain.decimals import decimals_of
from app.domain.evaluation import AreaResult, Evaluation, FindingKind
from app.domain.language import LANGUAGES
from app.domain.message import LocalText, Message, say
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Municipality
from app.domain.reply import LONGEST_OFFICE, LONGEST_REPLY, ReplyField, WrittenReply
from app.domain.score import Figure
from app.editorial.replies import LinkState

FIELD_WORDS: Final[Mapping[ReplyField, Message]] = {
    ReplyField.TEXT: say("The reply"),
    ReplyField.LANGUAGE: say("The language that it is written in"),
    ReplyField.OFFICE: say("The office of the municipality that replies"),
}
FINDING_WORDS: Final[Mapping[FindingKind, Message]] = {
    FindingKind.STRENGTH: say("Strengths"),
    FindingKind.CHALLENGE: say("Challenges"),
    FindingKind.WEAKNESS: say("Weaknesses"),
}


@dataclass(frozen=True, slots=True)
class DraftedQuestion:
    """A question of the draft with its points."""

    code: str
    label: LocalText
    figure: Figure


@dataclass(frozen=True, slots=True)
class DraftedArea:
    """An area as it will be public."""

    definition: AreaDefinition
    result: AreaResult

    @property
    def questions(self) -> tuple[DraftedQuestion, ...]:
        labels = {one.code: one.label for one in self.definition.questions}
        return tuple(
            DraftedQuestion(one.code, labels[one.code], one.figure) for one in self.result.questions
        )

    @property
    def findings(self) -> tuple[tuple[Message, tuple[object, ...]], ...]:
        """What is said of it, kind by kind."""
        kinds = ((words, self.result.findings_of(kind)) for kind, words in FINDING_WORDS.items())
        return tuple((words, found) for words, found in kinds if found)


@dataclass(frozen=True, slots=True)
class ReplyContent:
    """The draft and the form. Without an `evaluation` the draft has faults just now, and only the
    form is shown."""

    token: str
    name: str
    until: date
    evaluation: Evaluation | None = None
    version: MethodVersion | None = None
    given: WrittenReply = field(default_factory=lambda: WrittenReply("", "", ""))
    faults: Mapping[ReplyField, Message] = field(default_factory=dict)
    longest_text: ClassVar[int] = LONGEST_REPLY
    longest_office: ClassVar[int] = LONGEST_OFFICE
    fields: ClassVar[Mapping[ReplyField, Message]] = FIELD_WORDS
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        return say("Draft: %(name)s", name=self.name)

    @property
    def areas(self) -> tuple[DraftedArea, ...]:
        if self.evaluation is None or self.version is None:
            return ()
        return tuple(
            DraftedArea(definition, self.evaluation.area(definition.no))
            for definition in self.version.areas
        )

    @property
    def decimals(self) -> int:
        """With how many decimals the points of areas are shown."""
        return decimals_of(area.result.figure.score for area in self.areas)

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        return tuple((code, language.title) for code, language in LANGUAGES.items())


@dataclass(frozen=True, slots=True)
class ClosedReply:
    """What is said where a reply has been given, or can be given no more."""

    state: LinkState
    description: ClassVar[None] = None

    @property
    def title(self) -> Message:
        if self.state is LinkState.REPLIED:
            return say("The reply has been received")
        return say("This link can no longer be used")


@dataclass(frozen=True, slots=True)
class LinkContent:
    """Where an editor makes a link. `link` is shown once."""

    draft: int
    name: str
    reply_until: date | None
    open_until: date | None
    replied_at: datetime | None
    link: str | None = None
    problem: Message | LocalText | None = None
    title: ClassVar[Message] = say("The municipality's right of reply")
    description: ClassVar[None] = None


def name_of(evaluation: Evaluation | None, held: Municipality | None, title: str) -> str:
    """What the draft is called towards the municipality."""
    if evaluation is None or held is None:
        return title
    return f"{held.label} {evaluation.year}"
