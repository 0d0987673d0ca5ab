"""`kompass import`: files to a draft, or all the way to what is public."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import typer
from sqlalchemy import Engine
from sqlmodel import Session

from app import bounds
from app.commands.outcome import CommandOutcome, Ended, ExitCode, FileRemark, outcome
from app.commands.publishing import (
    Approval,
    approve_at_terminal,
    check_seen,
    check_two,
    hand_in,
    tell_approved,
    tell_foreseen,
    terminal,
)
from app.commands.understood import tell_understanding, understanding_data
from app.database import session_factory
from app.editorial import checking, drafts, workflow
from app.editorial.checking import Checked
from app.editorial.draft import Draft, DraftItem
from app.editorial.reading_files import FileReader, items_with_candidates
from app.publishing.faults import Fault
from app.publishing.importing.reading import check_size
from app.publishing.importing.understanding import CandidateEvaluation
from app.queries.reading import open_reading
from app.upkeep.opening import up_to_date
from app.upkeep.progress import ShowProgress, shown_progress


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """What was given on the command line."""

    files: Sequence[Path]
    answers: Mapping[str, str]
    acknowledged: frozenset[str]
    title: str
    approval: Approval
    embargo: datetime | None

    @staticmethod
    def of(
        files: Iterable[str], answers: Iterable[str], acknowledged: Iterable[str], **rest: Any
    ) -> "GivenFiles":
        """Looks whether the files are there.

        Raises:
            typer.BadParameter: there is no such file, or an answer is none.
        """
        return GivenFiles(
            tuple(map(_file_of, files)), _pairs(answers), frozenset(acknowledged), **rest
        )


def bring_in(
    given: GivenFiles, *, dry_run: bool, publish: bool, cells: bool, as_json: bool
) -> None:
    """Reads the files, and makes a draft of what is in them, or a release.

    All that is written is written in one transaction: whoever is stopped on the way has done
    nothing, and the same command does it.
    """
    with outcome(as_json=as_json) as out, shown_progress(lines=not as_json) as tell:
        if publish and not dry_run:
            check_two({given.approval.by}, given.approval.approved_by, out)
        engine = up_to_date()
        found = _items(engine, given, out, tell, cells=cells)
        if dry_run:
            with session_factory(engine)() as session:
                checked, _ = _checked(session, found, out)
            tell_foreseen(engine, checked, out)
            return
        done = None
        with workflow.in_turn(engine) as session:
            checked, remarks = _checked(session, found, out)
            if publish:
                check_seen(remarks, given.acknowledged, out)
            draft = _written(session, found.items, given)
            if publish:
                hand_in(session, terminal(given.approval.by), draft.id, checked)
                done = approve_at_terminal(session, draft.id, given.approval, tell, checked)
        if done is not None:
            tell_approved(draft.id, done, out)
        else:
            out.data["draft"] = draft.id
            out.line(f"Draft {draft.id}: {draft.title}")
            out.line(f"Publish it with: kompass publish {draft.id}")


def _pairs(answers: Iterable[str]) -> Mapping[str, str]:
    found = {}
    for given in answers:
        id, equals, value = given.partition("=")
        if not equals or not id.strip():
            raise typer.BadParameter(f"{given!r} is no answer: it is written ID=VALUE.")
        found[id.strip()] = value.strip()
    return found


def _file_of(name: str) -> Path:
    path = Path(name)
    if "://" in name or not path.is_file():
        raise typer.BadParameter(f"There is no file {name}.")
    return path


def _content_of(path: Path) -> bytes:
    """What a file holds.

    Raises:
        RejectedError: it is larger than is read.
    """
    check_size(path.name, path.stat().st_size)
    with path.open("rb") as file:
        return file.read(bounds.UPLOAD_BYTES + 1)  # it may have grown since


@dataclass(frozen=True, slots=True)
class ItemsOfFiles:
    """What the files hold, where all of it is clear, and what is to be seen in them."""

    items: tuple[DraftItem, ...]
    remarks: tuple[FileRemark, ...]
    candidates: Mapping[str, CandidateEvaluation]
    """By the key of the item: they know where something stands in a file."""


def _checked(
    session: Session, found: ItemsOfFiles, out: CommandOutcome
) -> tuple[Checked, tuple[FileRemark, ...]]:
    """What comes of the items beside what is public, and all that is to be seen.

    Raises:
        Ended: something is wrong.
    """
    checked = checking.check(session, found.items)
    placed = partial(_placed, found.candidates)
    out.faults(map(placed, checked.faults))
    said = {remark.text for remark in found.remarks}
    others = [one for one in map(FileRemark.of, checked.remarks) if one.text not in said]
    out.remarks(replace(one, said=placed(one.said)) for one in others)
    if checked.built is None:
        out.line("Nothing has been written.", error=True)
        raise Ended(ExitCode.FAULTS)
    return checked, (*found.remarks, *others)


def _items(
    engine: Engine, given: GivenFiles, out: CommandOutcome, tell: ShowProgress, *, cells: bool
) -> ItemsOfFiles:
    """Reads the files.

    Raises:
        Ended: something is wrong or unclear.
    """
    with session_factory(engine)() as session:
        reader = FileReader.of(open_reading(session))
    found = []
    for number, path in enumerate(given.files, 1):
        found.append(reader.look_through(path.name, _content_of(path), given.answers))
        tell("Reading", number, len(given.files))
    out.data["files"] = [understanding_data(one) for one, _ in found]
    remarks: list[FileRemark] = []
    for one, checked in found:
        own = [FileRemark(remark.slug, remark.said) for remark in checked.remarks]
        tell_understanding(one, reader.known, out, cells=cells)
        out.faults(checked.faults)
        out.remarks(own)
        remarks += own
    if out.data.get("faults"):
        out.line("Nothing has been written.", error=True)
        raise Ended(ExitCode.FAULTS)
    if any(one.asked for one, _ in found):
        out.line("Nothing has been written: answer the questions first.", error=True)
        raise Ended(ExitCode.QUESTIONS)
    pairs = [pair for one, checked in found for pair in items_with_candidates(one, checked)]
    if not pairs:
        out.problem("There is no evaluation in this.")
        raise Ended(ExitCode.FAULTS)
    items = tuple(replace(item, position=number) for number, (item, _) in enumerate(pairs, 1))
    candidates = {item.key: candidate for item, candidate in reversed(pairs)}
    return ItemsOfFiles(items, tuple(remarks), candidates)


def _placed(candidates: Mapping[str, CandidateEvaluation], fault: Fault) -> Fault:
    """A fault where its value stands in the file. Before, its file is the key of an item and its
    cell the way to the value."""
    candidate = candidates.get(fault.file)
    if candidate is None:
        return fault
    way = (int(part) if part.isdigit() else part for part in fault.cell.split(".") if part)
    place = candidate.place(*way)
    if not place.file:
        return fault
    return replace(fault, file=place.file, line=place.line, sheet=place.sheet, cell=place.cell)


def _written(session: Session, items: Sequence[DraftItem], given: GivenFiles) -> Draft:
    actor = terminal(given.approval.by)
    draft = drafts.create(session, actor, given.title or _title(items), items)
    if given.embargo is not None:
        draft = workflow.set_dates(session, actor, draft.id, given.embargo, None)
    return draft


def _title(items: Sequence[DraftItem]) -> str:
    first = ", ".join(item.key for item in items[:3])
    return first if len(items) <= 3 else f"{first} … ({len(items)})"
