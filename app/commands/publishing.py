"""`kompass publish`, `correct`, `withdraw`, `drafts`: what becomes of drafts, from a terminal.

Whoever can run the command can write to the database itself, so roles mean nothing here. Two pairs
of eyes do: who wrote and who approved are named by their offices, both stand in the ledger, and
with `FOUR_EYES` they have to be two.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import typer
from sqlalchemy import Engine
from sqlmodel import Session

from app import bounds
from app.commands.foreseeing import tell_consequences
from app.commands.outcome import CommandOutcome, Ended, ExitCode, FileRemark, outcome
from app.config import settings
from app.database import session_factory
from app.domain.editing import Actor, DraftState, LedgerStep, Role
from app.editorial import checking, drafts, ledger, workflow
from app.editorial.checking import Checked
from app.editorial.draft import Draft, DraftItem
from app.editorial.previewing import foreseen
from app.editorial.workflow import Scheduled
from app.publishing.progress import Tell
from app.publishing.release import Published
from app.queries import method
from app.queries.reading import open_reading
from app.upkeep.opening import up_to_date
from app.upkeep.progress import shown_progress

TERMINAL: Final = "kommandolinjen"
"""The office of whoever names none."""

_MOST_NAMED: Final = 10
"""Remarks that are named in a hint."""

ALL: Final = "all"
"""In the place of the ids of remarks."""


def terminal(office: str) -> Actor:
    """Whoever can run the command."""
    return Actor(None, office.strip() or TERMINAL, Role.ADMINISTRATOR, at_terminal=True)


def check_two(wrote: Collection[str], approves: str, out: CommandOutcome) -> None:
    """Holds that two offices are named, unless one may do alone.

    Raises:
        Ended: fewer are.
    """
    hands, approving = {office.strip() for office in wrote}, approves.strip()
    if settings().four_eyes and ("" in hands or not approving or approving in hands):
        out.problem(
            "Two have to look at it: name who wrote it with --by and who approves it with "
            "--approved-by, two different offices. FOUR_EYES=false lets one do both."
        )
        raise Ended(ExitCode.NOT_READY)


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approves, and why: in which language, a reader is told."""

    by: str
    approved_by: str
    reason: str
    language: str

    @property
    def office(self) -> str:
        return self.approved_by.strip() or self.by


def publish(
    draft: int, approval: Approval, acknowledged: Collection[str], *, as_json: bool
) -> None:
    """Publishes a draft, which is submitted before where nobody has done so."""
    with outcome(as_json=as_json) as out, shown_progress(lines=not as_json) as tell:
        with workflow.in_turn(up_to_date()) as session:
            found, checked = drafts.get(session, terminal(""), draft), None
            hands = _hands(session, draft)
            author = approval.by.strip() or next(iter(hands), "")
            check_two({*hands, author}, approval.approved_by, out)
            if found.state is DraftState.DRAFT:
                checked = checking.check(session, found)
                out.remarks(map(FileRemark.of, checked.remarks))
                check_seen(map(FileRemark.of, checked.remarks), acknowledged, out)
                hand_in(session, terminal(author), draft, checked)
            done = approve_at_terminal(session, draft, approval, tell, checked)
        tell_approved(draft, done, out)


def hand_in(session: Session, actor: Actor, draft: int, checked: Checked) -> Draft:
    """Submits a draft whose remarks have been seen."""
    seen = [str(one) for one in checked.remarks]
    return workflow.submit(session, actor, draft, "", seen, checked=checked)


def _hands(session: Session, draft: int) -> tuple[str, ...]:
    """The offices that made or submitted a draft."""
    steps = (LedgerStep.CREATED, LedgerStep.SUBMITTED)
    entries = ledger.entries(session, draft=draft)
    return tuple(dict.fromkeys(entry.office for entry in entries if entry.step in steps))


def foresee(draft: int, *, as_json: bool) -> None:
    """Says what publishing a draft would change."""
    with outcome(as_json=as_json) as out:
        engine = up_to_date()
        with session_factory(engine)() as session, session.begin():
            checked = checking.check(session, drafts.get(session, terminal(""), draft))
        tell_checked(checked, out)
        out.remarks(map(FileRemark.of, checked.remarks))
        tell_foreseen(engine, checked, out)


def tell_checked(checked: Checked, out: CommandOutcome) -> None:
    """What is wrong. Ends where anything is.

    Raises:
        Ended: something is.
    """
    out.faults(checked.faults)
    if checked.built is None:
        out.line("Nothing has been written.", error=True)
        raise Ended(ExitCode.FAULTS)


def tell_foreseen(engine: Engine, checked: Checked, out: CommandOutcome) -> None:
    """What would change in public."""
    assert checked.built is not None  # noqa: S101 - what has faults has ended before
    found = foreseen(engine, checked.built, seconds=bounds.DRY_RUN_SECONDS)
    with session_factory(engine)() as session:
        instrument = method.instrument(open_reading(session))
    tell_consequences(found, instrument, out)
    out.line("Nothing has been written.")


def check_seen(
    remarks: Iterable[FileRemark], acknowledged: Collection[str], out: CommandOutcome
) -> None:
    """Holds that every remark has been seen.

    Raises:
        Ended: one has not.
    """
    unseen = [one.id for one in remarks if ALL not in acknowledged and one.id not in acknowledged]
    if unseen:
        out.data["unseen"] = unseen
        named = " ".join(f"--acknowledge {id}" for id in unseen[:_MOST_NAMED])
        out.problem(
            "Look at the remarks, and say that you have seen them: "
            f"{named if len(unseen) <= _MOST_NAMED else f'--acknowledge {ALL}'}"
        )
        raise Ended(ExitCode.NOT_READY)


def correct(id: str, file: Path | None, kind: str, by: str, *, as_json: bool) -> None:
    """Makes a draft that holds what is public, or a file in its place."""
    document = None if file is None else _document_of(file)
    with outcome(as_json=as_json) as out:
        engine, actor = up_to_date(), terminal(by)
        with session_factory(engine)() as session, session.begin():
            draft = drafts.correct(session, actor, id, kind)
            if document is not None:
                (item,) = draft.items
                draft = drafts.save_item(
                    session, actor, draft.id, item.position, document, draft.version
                )
            tell_checked(checking.check(session, draft), out)
        _tell_draft(draft, out)


def withdraw(id: str, kind: str, approval: Approval, *, draft_only: bool, as_json: bool) -> None:
    """Makes a draft that takes a record out, and publishes it unless it is to wait."""
    with outcome(as_json=as_json) as out, shown_progress(lines=not as_json) as tell:
        if not draft_only:
            check_two({approval.by}, approval.approved_by, out)
            if not approval.reason.strip():
                out.problem("Say why with --reason: readers of the page see it.")
                raise Ended(ExitCode.NOT_READY)
        actor, done = terminal(approval.by), None
        with workflow.in_turn(up_to_date()) as session:
            draft = drafts.withdraw(session, actor, id, kind)
            checked = checking.check(session, draft)
            tell_checked(checked, out)
            if not draft_only:
                hand_in(session, actor, draft.id, checked)
                done = approve_at_terminal(session, draft.id, approval, tell, checked)
        if done is None:
            _tell_draft(draft, out)
        else:
            tell_approved(draft.id, done, out)


def list_drafts(state: DraftState | None, *, as_json: bool) -> None:
    """The drafts, the last changed first."""
    with outcome(as_json=as_json) as out:
        with session_factory(up_to_date())() as session:
            found = drafts.listed(session, terminal(""), state)
        out.data["drafts"] = [_draft_data(draft) for draft in found]
        for draft in found:
            changed = f"{draft.changed_at.astimezone(UTC):%Y-%m-%d %H:%M}"
            office = draft.author_office or TERMINAL
            out.line(f"{draft.id}  {draft.state}  {changed}  {office}  {draft.title}")
        if not found:
            out.line("There are no drafts.", error=True)


def approve_at_terminal(
    session: Session, draft: int, approval: Approval, tell: Tell, checked: Checked | None = None
) -> Published | Scheduled:
    """Publishes in the transaction in which the draft was made or submitted: whoever is stopped
    half-way has done nothing, and the same command does all of it."""
    return workflow.approve_within(
        session,
        terminal(approval.office),
        draft,
        approval.reason,
        language=approval.language,
        tell=tell,
        checked=checked,
    )


def tell_approved(draft: int, done: Published | Scheduled, out: CommandOutcome) -> None:
    """Tells what came of it, once it is kept."""
    out.data["draft"] = draft
    if isinstance(done, Published):
        _tell_published(done, out)
    else:
        out.data["scheduled"] = done.at.isoformat()
        out.line(f"Draft {draft} is published by the clock at {done.at:%Y-%m-%d %H:%M} UTC.")


def _tell_published(done: Published, out: CommandOutcome) -> None:
    if done.release is None:
        out.data["release"] = None
        out.line("Nothing has changed.")
        return
    release = done.release
    out.data["release"] = {
        "number": release.number,
        "published_at": release.published_at.isoformat(),
        "sha256": release.sha256,
        "summary": release.summary,
    }
    out.line(f"Release {release.number}: {release.summary}")
    for remark in done.remarks:
        out.line(remark, error=True)
    for left in done.told():
        out.line(left)


def _tell_draft(draft: Draft, out: CommandOutcome) -> None:
    out.data["draft"] = draft.id
    out.data["items"] = [_item_data(item) for item in draft.items]
    out.line(f"Draft {draft.id}: {draft.title}")
    out.line(f"Publish it with: kompass publish {draft.id}")


def _document_of(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise typer.BadParameter(f"There is no file {file}.")
    with file.open("rb") as opened:
        content = opened.read(bounds.UPLOAD_BYTES + 1)
    if len(content) > bounds.UPLOAD_BYTES:
        raise typer.BadParameter(f"{file} is too large.")
    try:
        found = json.loads(content)
    except ValueError as error:
        raise typer.BadParameter(f"{file} is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise typer.BadParameter(f"{file} holds no single evaluation.")
    found.pop("id", None)
    return found


def _draft_data(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "title": draft.title,
        "state": draft.state,
        "author_office": draft.author_office,
        "created_at": draft.created_at.isoformat(),
        "changed_at": draft.changed_at.isoformat(),
        "items": draft.item_count,
        "embargo_at": draft.embargo_at.isoformat() if draft.embargo_at else None,
        "release": draft.release,
    }


def _item_data(item: DraftItem) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "key": item.key,
        "action": item.action,
        "document": item.document,
    }
