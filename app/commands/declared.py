"""The commands of those who publish, as they are called. What they do is in the modules beside."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from app.domain.editing import DraftState
from app.domain.language import LANGUAGES

editors = typer.Typer()
ledger = typer.Typer(help="Who did what, when and why.", no_args_is_help=True)
editors.add_typer(ledger, name="ledger")

MOST_ENTRIES = 100
EVALUATION = "evaluation"


class ExportFormat(StrEnum):
    """What evaluations can be had as."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


JsonOption: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Answer with one JSON object, for programs.")
]
ReasonOption: TypeAlias = Annotated[
    str, typer.Option("--reason", help="Why; it stands in the ledger, and readers see it.")
]
ReasonLanguageOption: TypeAlias = Annotated[
    str, typer.Option("--language", help="The language of the reason.")
]
ByOption: TypeAlias = Annotated[
    str, typer.Option("--by", help="The office of whoever wrote it.", metavar="OFFICE")
]
ApprovedByOption: TypeAlias = Annotated[
    str, typer.Option("--approved-by", help="The office of whoever approves it.", metavar="OFFICE")
]
AcknowledgeOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--acknowledge", help="A remark that has been seen, by its id, or `all`. May be repeated."
    ),
]
KindOption: TypeAlias = Annotated[str, typer.Option("--kind", help="The kind of record.")]
OutputOption: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", help="A file to write; standard output without.")
]
IdArgument: TypeAlias = Annotated[
    str, typer.Argument(help="The id of the evaluation, such as hemne-2018.")
]


def known_language(code: str) -> str:
    """The code, where it is one of a language of the site.

    Raises:
        typer.BadParameter: it is none.
    """
    if code not in LANGUAGES:
        raise typer.BadParameter(f"there is no language {code}: {', '.join(LANGUAGES)}")
    return code


@editors.command(name="import")
def import_command(
    files: Annotated[list[str], typer.Argument(help="Files of this machine.", metavar="FILE...")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what would change in public.")
    ] = False,
    publish: Annotated[
        bool, typer.Option("--publish", help="Publish at once; a draft is made without.")
    ] = False,
    reason: ReasonOption = "",
    answer: Annotated[
        list[str] | None, typer.Option(help="An answer to a question: ID=VALUE. May be repeated.")
    ] = None,
    acknowledge: AcknowledgeOption = None,
    embargo: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"], help="Not public before this time (UTC)."
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="What the draft is called.")] = "",
    by: ByOption = "",
    approved_by: ApprovedByOption = "",
    language: ReasonLanguageOption = "nb",
    cells: Annotated[
        bool, typer.Option("--cells", help="Say of every cell what it was taken for.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Read evaluations from workbooks, CSV, JSON and texts, and make a draft of them or publish.

    Nothing is written where anything is wrong or unclear: all faults and questions are told at
    once. Exit codes: 0 done, 1 faults, 2 wrong use, 3 questions, 4 somebody else was faster,
    5 something is missing first, 6 not allowed.
    """
    from app.commands.importing import GivenFiles, bring_in
    from app.commands.publishing import Approval

    given = GivenFiles.of(
        files,
        answer or (),
        acknowledge or (),
        title=title,
        approval=Approval(by, approved_by, reason, known_language(language)),
        embargo=embargo.replace(tzinfo=UTC) if embargo else None,
    )
    bring_in(given, dry_run=dry_run, publish=publish, cells=cells, as_json=as_json)


@editors.command(name="publish")
def publish_command(
    draft: Annotated[int, typer.Argument(min=1, help="The number of the draft.")],
    reason: ReasonOption = "",
    by: ByOption = "",
    approved_by: ApprovedByOption = "",
    language: ReasonLanguageOption = "nb",
    acknowledge: AcknowledgeOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what would change in public.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Publish a draft, or let the clock do it when its embargo ends."""
    from app.commands import publishing

    if dry_run:
        publishing.foresee(draft, as_json=as_json)
    else:
        approval = publishing.Approval(by, approved_by, reason, known_language(language))
        publishing.publish(draft, approval, acknowledge or (), as_json=as_json)


@editors.command(name="correct")
def correct_command(
    id: IdArgument,
    file: Annotated[
        Path | None, typer.Argument(help="The corrected record as JSON; the public one without.")
    ] = None,
    kind: KindOption = EVALUATION,
    by: ByOption = "",
    as_json: JsonOption = False,
) -> None:
    """Make a draft that corrects what is public. Publish it with `kompass publish`."""
    from app.commands import publishing

    publishing.correct(id, file, kind, by, as_json=as_json)


@editors.command(name="withdraw")
def withdraw_command(
    id: IdArgument,
    reason: ReasonOption = "",
    kind: KindOption = EVALUATION,
    by: ByOption = "",
    approved_by: ApprovedByOption = "",
    language: ReasonLanguageOption = "nb",
    draft_only: Annotated[
        bool, typer.Option("--draft", help="Make a draft, and leave it to somebody else.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Withdraw what is public. Its page says so, and keeps its address."""
    from app.commands import publishing

    approval = publishing.Approval(by, approved_by, reason, known_language(language))
    publishing.withdraw(id, kind, approval, draft_only=draft_only, as_json=as_json)


@editors.command(name="drafts")
def drafts_command(
    state: Annotated[
        DraftState | None, typer.Option(help="Those in this state; all without.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the drafts, the last changed first."""
    from app.commands import publishing

    publishing.list_drafts(state, as_json=as_json)


@ledger.command(name="list")
def list_ledger(
    draft: Annotated[int | None, typer.Option(min=1, help="Of this draft.")] = None,
    key: Annotated[str | None, typer.Option(help="Of the record with this key.")] = None,
    after: Annotated[int, typer.Option(min=0, help="Those after this number.")] = 0,
    most: Annotated[int, typer.Option(min=1, help="No more than these.")] = MOST_ENTRIES,
    as_json: JsonOption = False,
) -> None:
    """List the entries in the order they were written."""
    from app.commands import ledger

    ledger.list_entries(draft, key, after, most, as_json=as_json)


@ledger.command(name="verify")
def verify_ledger(
    holds: Annotated[
        str,
        typer.Option(
            help="The hash of an entry that was noted elsewhere, which has to be there still.",
            metavar="HASH",
        ),
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Check that no entry was changed, taken away or put in between."""
    from app.commands import ledger

    ledger.verify_chain(holds.strip().lower(), as_json=as_json)


@editors.command(name="template")
def template_command(
    version: Annotated[str, typer.Argument(help="The method version, such as 2.1.")],
    output: OutputOption = None,
    language: Annotated[str, typer.Option(help="The language of its headings.")] = "nb",
    count: Annotated[
        int, typer.Option("--evaluations", min=1, max=200, help="Room for so many.")
    ] = 1,
) -> None:
    """Write an empty workbook to fill in, with the questions of a method version."""
    from app.commands.files import write_template

    write_template(version, output, known_language(language), count)


@editors.command(name="export")
def export_command(
    number: Annotated[int | None, typer.Argument(help="The release; the newest without.")] = None,
    evaluation: Annotated[
        list[str] | None,
        typer.Option(help="An evaluation, as a file to bring in again. May be repeated."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all-evaluations", help="All of them, as a file to bring in again.")
    ] = False,
    form: Annotated[
        ExportFormat, typer.Option("--format", help="Of evaluations.")
    ] = ExportFormat.XLSX,
    output: OutputOption = None,
) -> None:
    """Write a release as one record a line, whose SHA-256 is the release's own; or evaluations."""
    from app.commands import files

    if evaluation or everything:
        files.write_evaluations(number, evaluation or (), form.value, output, everything=everything)
    else:
        files.write_release(number, output)
