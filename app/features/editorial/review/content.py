"""What a draft contains, what is wrong with it, what it changes in public, and its steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.config import settings
from app.domain.clock import OSLO
from app.domain.editing import Actor, Doing, DraftState, ItemAction, LedgerStep, Role, may
from app.domain.evaluation import DetailLevel
from app.domain.language import DEFAULT
from app.domain.message import LocalText, Message, say
from app.domain.wording.evaluation import DETAIL_WORDS
from app.domain.wording.record_fields import Words
from app.editorial.checking import Checked
from app.editorial.draft import Draft, DraftItem
from app.editorial.drafts import EVALUATION
from app.editorial.figure_items import KNOWN, REFERENCE
from app.features.editorial.editing.faulty_fields import field_of
from app.features.editorial.editing.form import EvaluationForm, evaluation_form
from app.features.editorial.editing.shaped import problem_at
from app.features.editorial.editing.untouched import is_untouched
from app.features.editorial.fields import FieldProblem
from app.features.editorial.review.effects import EffectsContent
from app.features.editorial.titles import evaluation_title, fault_words, item_title
from app.features.editorial.words import NEXT, STATES, STEPS, action_words, kind_words
from app.publishing.faults import Fault
from app.queries import method
from app.queries.reading import Reading

_ASKED: Final = (
    Doing.EDIT,
    Doing.SUBMIT,
    Doing.SEND_BACK,
    Doing.SET_DATES,
    Doing.APPROVE,
    Doing.DISCARD,
)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A record of the draft."""

    position: int
    kind: Message | str
    title: Message
    action: Message
    detail: Message | None
    may_be_written: bool
    public_path: str | None
    """Where it is seen in public, where that can be told."""


@dataclass(frozen=True, slots=True)
class FaultLine:
    """What is wrong, or to be seen. `id` is what it is acknowledged by."""

    id: str
    title: Message | str
    place: Words
    words: Message | LocalText | str
    path: str | None
    """The page where it is mended, and the field there."""
    field: str = "main"


@dataclass(frozen=True, slots=True)
class CommentLine:
    """What somebody did, and said with it."""

    at: datetime
    by: str
    step: Message
    text: str


@dataclass(frozen=True, slots=True)
class OverviewContent:
    """The page of a draft."""

    title: Message
    draft: Draft
    state: Message
    next: Message
    items: tuple[ItemLine, ...]
    faults: tuple[FaultLine, ...]
    remarks: tuple[FaultLine, ...]
    comments: tuple[CommentLine, ...]
    allowed: frozenset[Doing]
    why_not_approve: Message | None
    needs_reason: bool
    is_untouched: bool = False
    """Whether nothing has been written in it yet: what is missing is then to be filled in, and no
    fault."""
    is_outdated: bool = False
    """Whether something of what it changes has been published since it was made."""
    problem: Message | LocalText | None = None
    typed: Mapping[str, str] | None = None
    effects: EffectsContent | None = None
    """What changes in public, for whoever may approve it."""
    description: Message | None = None

    @property
    def embargo_field(self) -> str:
        """The embargo as its field has it, by the clock on the wall."""
        at = self.draft.embargo_at
        return f"{at.astimezone(OSLO):%Y-%m-%dT%H:%M}" if at else ""

    @property
    def reply_field(self) -> str:
        until = self.draft.reply_until
        return f"{until.astimezone(OSLO):%Y-%m-%d}" if until else ""

    @property
    def may_edit(self) -> bool:
        return Doing.EDIT in self.allowed

    @property
    def may_submit(self) -> bool:
        return Doing.SUBMIT in self.allowed and not self.faults

    @property
    def may_send_back(self) -> bool:
        return Doing.SEND_BACK in self.allowed

    @property
    def may_set_dates(self) -> bool:
        return Doing.SET_DATES in self.allowed

    @property
    def may_approve(self) -> bool:
        return Doing.APPROVE in self.allowed

    @property
    def may_discard(self) -> bool:
        return Doing.DISCARD in self.allowed

    @property
    def is_in_review(self) -> bool:
        return self.draft.state is DraftState.IN_REVIEW

    @property
    def is_open(self) -> bool:
        return self.draft.state not in (DraftState.PUBLISHED, DraftState.DISCARDED)


def overview_content(
    reading: Reading, actor: Actor, draft: Draft, checked: Checked | None, now: datetime
) -> OverviewContent:
    """The page for somebody who reads the draft. A draft that is done is not checked any more."""
    facts = draft.facts(now)
    four_eyes = settings().four_eyes
    whys = {doing: may(actor, doing, facts, four_eyes=four_eyes) for doing in _ASKED}
    allowed = frozenset(doing for doing, why in whys.items() if why is None)
    in_review = draft.state is DraftState.IN_REVIEW
    return OverviewContent(
        title=say("Draft: %(title)s", title=draft.title),
        draft=draft,
        state=STATES[draft.state],
        next=say("Look it through, then approve it or send it back.")
        if Doing.APPROVE in allowed
        else NEXT[draft.state],
        items=tuple(_item(reading, item, may_edit=Doing.EDIT in allowed) for item in draft.items),
        faults=fault_lines(reading, draft, checked.faults) if checked else (),
        remarks=fault_lines(reading, draft, checked.remarks) if checked else (),
        is_untouched=bool(draft.items) and all(is_untouched(draft, i) for i in draft.items),
        comments=tuple(
            CommentLine(
                one.at, one.login or one.office or draft.author_office, STEPS[one.step], one.text
            )
            for one in draft.comments
            if one.step is not LedgerStep.REPLIED  # which is shown as what it is
        ),
        allowed=allowed,
        # Whoever may never approve is told no more than that somebody else does.
        why_not_approve=whys[Doing.APPROVE]
        if in_review and actor.is_at_least(Role.EDITOR)
        else None,
        needs_reason=any(
            item.action is ItemAction.WITHDRAW or item.based_on is not None for item in draft.items
        ),
    )


def _item(reading: Reading, item: DraftItem, *, may_edit: bool) -> ItemLine:
    document: Mapping[str, Any] = item.document or {}
    is_evaluation = item.kind == EVALUATION
    detail = str(document.get("detail") or "")
    return ItemLine(
        position=item.position,
        kind=kind_words(item.kind),
        title=item_title(reading, item),
        action=action_words(item.action, item.based_on),
        detail=DETAIL_WORDS[DetailLevel(detail)]
        if is_evaluation and detail in set(DetailLevel)
        else None,
        may_be_written=may_edit and item.action is ItemAction.PUT,
        public_path=public_path(item),
    )


def public_path(item: DraftItem) -> str | None:
    """The page that shows a record in public, where it can be seen beforehand."""
    if item.kind in (REFERENCE, KNOWN):
        return "/utvikling"
    document = item.document or {}
    slug, year = document.get("municipality"), document.get("year")
    if item.kind != EVALUATION or not slug or not isinstance(year, int):
        return None
    rest = item.key.removeprefix(f"{slug}-")
    return f"/kommuner/{slug}/{rest}" if rest.startswith(str(year)) else None


def fault_lines(reading: Reading, draft: Draft, faults: Sequence[Fault]) -> tuple[FaultLine, ...]:
    """What is wrong, each with the field where it is mended. What is told beside the field itself
    is told in the same words here."""
    items = {item.key: item for item in draft.items}
    forms = {key: _form(reading, item) for key, item in items.items()}
    return tuple(_fault(reading, draft, fault, items, forms) for fault in faults)


def _form(reading: Reading, item: DraftItem) -> EvaluationForm | None:
    document: Mapping[str, Any] = item.document or {}
    version = method.instrument(reading).versions.get(str(document.get("method_version")))
    if item.kind != EVALUATION or version is None or item.document is None:
        return None
    return evaluation_form(document, version, DEFAULT)


def _fault(
    reading: Reading,
    draft: Draft,
    fault: Fault,
    items: Mapping[str, DraftItem],
    forms: Mapping[str, EvaluationForm | None],
) -> FaultLine:
    item, form = items.get(fault.file), forms.get(fault.file)
    if item is None:
        return FaultLine(str(fault), fault.file, fault.cell, fault_words(fault), None)
    path = f"/redaksjon/utkast/{draft.id}/{item.position}"
    document: Mapping[str, Any] = item.document or {}
    if form is None:
        found = problem_at(item, fault, DEFAULT)
        found = found or FieldProblem("main", fault.cell, fault_words(fault))
        title = item_title(reading, item)
        return FaultLine(str(fault), title, found.label, found.problem, path, found.field)
    field, label = field_of(fault.cell, document, form)
    own = next((one.problem for one in form.problems if one.field == field), None)
    return FaultLine(
        str(fault),
        evaluation_title(reading, item.key, document),
        label,
        own or fault_words(fault),
        path,
        field,
    )
