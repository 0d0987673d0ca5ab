"""The commands of those who keep the database: backup, restore, verify, doctor."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.config import ROOT

if TYPE_CHECKING:
    from app.upkeep.archive import Manifest

upkeep = typer.Typer()


@upkeep.command(name="backup")
def backup_command(
    target: Annotated[Path, typer.Argument(help="A file to make, or a folder to make it in.")],
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite the file.")] = False,
) -> None:
    """Write all the data to one file, while the site runs."""
    from app.upkeep.backing_up import back_up
    from app.upkeep.opening import reading_at_length

    made = back_up(reading_at_length(), target, replace=replace)
    typer.echo(f"{made.file}: {_said(made.manifest)}")
    if made.unchecked is not None:
        typer.echo(f"Its releases have not been read back: {made.unchecked.detail}", err=True)


@upkeep.command(name="restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that backup has made.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of what the database holds.")
    ] = False,
    continue_after: Annotated[
        int | None, typer.Option(min=1, help="The highest release number ever used.")
    ] = None,
) -> None:
    """Put a backup back, into SQLite or PostgreSQL, whole or not at all."""
    from app.upkeep.opening import writing
    from app.upkeep.restoring import restore

    back = restore(writing(), file, replace=replace, continue_after=continue_after)
    typer.echo(f"Put back: {_said(back.manifest)}")
    typer.echo(f"The next release is {back.highest + 1}.")


@upkeep.command()
def verify(
    file: Annotated[
        Path | None, typer.Argument(help="A backup; the configured database without.")
    ] = None,
) -> None:
    """Read every release back and compare it with its SHA-256."""
    from app.upkeep.opening import reading_at_length
    from app.upkeep.verifying import releases_of, verify_backup, verify_database

    if file is not None:
        typer.echo(f"{file}: {_said(verify_backup(file))}. It can be put back.")
        return
    faults = 0
    for fault in verify_database(reading_at_length()):
        typer.echo(fault, err=True)
        faults += 1
    if faults:
        typer.echo("Put a backup in its place with: kompass restore --replace", err=True)
        raise typer.Exit(1)
    count = releases_of(reading_at_length())
    typer.echo(f"The database is whole: {_releases(count)}, each as it was published.")


@upkeep.command()
def doctor(
    folder: Annotated[Path, typer.Option("--seed", help="A folder like seed/.")] = ROOT / "seed",
) -> None:
    """Say what is wrong with this place, and what helps."""
    from app.upkeep.doctor import examine

    wrong = 0
    for finding in examine(folder):
        if finding.wrong is None:
            typer.echo(f"  ok   {finding.subject}: {finding.found}")
        else:
            wrong += 1
            typer.echo(f"WRONG  {finding.subject}: {finding.wrong.detail}")
            typer.echo(f"       {finding.wrong.remedy}")
    typer.echo("All is well." if not wrong else f"{wrong} of these are wrong.")
    if wrong:
        raise typer.Exit(1)


def _said(manifest: "Manifest") -> str:
    newest = "" if manifest.newest is None else f" up to {manifest.newest}"
    return (
        f"{_releases(len(manifest.releases))}{newest}, {manifest.rows} rows, tables at "
        f"{manifest.schema_revision}, contents sha256 {manifest.contents_sha256}"
    )


def _releases(count: int) -> str:
    return "1 release" if count == 1 else f"{count} releases"
