"""What the page shows on which an evaluation is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from app.domain.clock import OSLO
from app.domain.language import SOURCE
from app.domain.message import LocalText, Message, say
from app.domain.wording.record_fields import Words
from app.editorial.checking import Checked
from app.editorial.draft import Draft, DraftConflict, DraftItem
from app.errors import NotFound
from app.features.editorial.differences import Shown, ValueDifference, differences
from app.features.editorial.editing.faulty_fields import field_of
from app.features.editorial.editing.form import EvaluationForm, evaluation_form
from app.features.editorial.editing.untouched import is_untouched
from app.features.editorial.fields import FieldProblem
from app.features.editorial.titles import evaluation_title, fault_words
from app.queries import method
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class EditConflict:
    """Somebody else saved first: who, and which values differ."""

    told: Message | LocalText
    rows: tuple["ConflictRow", ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A value as this reader typed it, and as the other saved it."""

    label: Words
    mine: Shown
    theirs: Shown


@dataclass(frozen=True, slots=True)
class EditingContent:
    """The page with the form of an evaluation."""

    title: Message
    draft: int
    position: int
    version: int
    facts: tuple[Message | LocalText | str, ...]
    form: EvaluationForm
    problems: tuple[FieldProblem, ...]
    decimal_sign: str
    saved: Message
    conflict: EditConflict | None = None
    description: Message | None = None
    just_saved: bool = False
    is_untouched: bool = False
    """Whether nothing has been written in it yet, so that nothing can be wrong."""
    focus: str = ""
    """The kind of row that somebody asked for one more of: its field has the focus."""


def editing_content(
    reading: Reading, draft: Draft, item: DraftItem, language: str, *, just_saved: bool = False
) -> EditingContent:
    """The form as the draft has it.

    Raises:
        NotFound: its method version is not known, so that there are no questions to ask.
    """
    document: Mapping[str, Any] = item.document or {}
    versions = method.instrument(reading).versions
    version = versions.get(str(document.get("method_version")))
    if version is None:
        raise NotFound(say("There is no form for this method version."))
    form = evaluation_form(document, version, language)
    title = evaluation_title(reading, item.key, document)
    held = (draft.title,) if len(draft.items) > 1 else ()  # one alone is called as the draft is
    return EditingContent(
        title=title,
        draft=draft.id,
        position=item.position,
        version=draft.version,
        facts=(say("Method version %(version)s", version=version.version), *held),
        form=form,
        problems=form.problems,
        decimal_sign="." if language == SOURCE else ",",
        saved=_saved(draft.changed_at, just=just_saved),
        just_saved=just_saved,
        is_untouched=is_untouched(draft, item),
    )


def with_checks(content: EditingContent, checked: Checked, item: DraftItem) -> EditingContent:
    """The same with what the checks of publishing say besides, each fault at its field. What
    nobody has begun to write has no faults yet."""
    if content.is_untouched:
        return content
    own = {problem.field for problem in content.problems}
    document: Mapping[str, Any] = item.document or {}
    more = []
    for fault in checked.faults:
        field, label = field_of(fault.cell, document, content.form)
        if fault.file == item.key and field not in own:
            more.append(FieldProblem(field, label, fault_words(fault)))
    return replace(content, problems=(*content.problems, *more))


def conflicting(
    content: EditingContent,
    conflict: DraftConflict,
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any] | None,
) -> EditingContent:
    """The form with what was typed, beside what the other one saved."""
    rows = tuple(_row(found) for found in differences(mine, theirs))
    return replace(
        content,
        conflict=EditConflict(conflict.message, rows),
        saved=say("Not saved yet."),
    )


def _row(found: ValueDifference) -> ConflictRow:
    return ConflictRow(found.label, found.old, found.new)


def _saved(at: datetime, *, just: bool) -> Message:
    if just:
        return say("Saved at %(time)s.", time=f"{at.astimezone(OSLO):%H:%M:%S}")
    return say("Last saved %(when)s.", when=at)
