"""The `kompass` command: run the site, keep its database, publish what the seed folder holds.

What a command needs it imports itself: the site starts without all that publishes.
"""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import serving
from app.bounds import MADE_UP_EVALUATIONS
from app.commands.declared import editors
from app.commands.reporting import reports
from app.config import ROOT, settings
from app.editorial.account_commands import user
from app.upkeep.commands import upkeep
from app.upkeep.telling import TellingGroup
from app.web.observing import logs

if TYPE_CHECKING:
    from app.publishing.release import Published

app = typer.Typer(
    cls=TellingGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
db = typer.Typer(help="The database.", no_args_is_help=True)
catalogues = typer.Typer(help="The translations.", no_args_is_help=True)
releases = typer.Typer(help="The releases.")
app.add_typer(upkeep)
app.add_typer(db, name="db")
app.add_typer(releases, name="releases")
app.add_typer(catalogues, name="translations")
app.add_typer(editors)
app.add_typer(user, name="user")
app.add_typer(reports, name="report")

SEED = ROOT / "seed"

Host = Annotated[str, typer.Option(envvar="HOST", help="Address to listen on.")]
Port = Annotated[int, typer.Option(envvar="PORT", min=0, max=65535)]
Workers = Annotated[int, typer.Option(min=1, help="Processes that answer.")]
ReadOnly = Annotated[
    bool, typer.Option("--read-only", envvar="READ_ONLY", help="Migrate and publish nothing.")
]


@app.callback()
def main(
    debug: Annotated[
        bool, typer.Option("--debug", envvar="KOMPASS_DEBUG", help="Show where an error arose.")
    ] = False,
) -> None:
    """Results of Kommunekompasset."""


@app.command()
def serve(
    host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 1, read_only: ReadOnly = False
) -> None:
    """Run the site."""
    _choose(host, port, read_only)
    serving.run(host, port, workers)


@app.command()
def start(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 1,
    read_only: ReadOnly = False,
    folder: Annotated[Path, typer.Option("--seed", help="A folder like seed/.")] = SEED,
) -> None:
    """Migrate, publish what is new in the seed folder, and run the site.

    What cannot be done is said, and the release of before is shown.
    """
    from app.upkeep.starting import ending_at_once, prepare

    _choose(host, port, read_only)
    with ending_at_once():
        found = prepare(folder, _say, report)
    typer.echo(f"Showing release {found.release}.")
    serving.run(host, port, workers)


def _say(words: str) -> None:
    """Says what could not be done: in the log, where a machine reads it."""
    if settings().log_format == "json":
        logs.configure("json")
        logging.getLogger("app.start").warning(words)
    else:
        typer.echo(words, err=True)


def _choose(host: str, port: int, read_only: bool) -> None:
    """Hands the choices on to the settings, also those of the processes that answer."""
    os.environ |= {"HOST": host, "PORT": str(port)}
    if read_only:
        os.environ["READ_ONLY"] = "true"
    settings.cache_clear()


@app.command()
def mcp(
    site: Annotated[
        str, typer.Option(help="The address of a site to ask; the database here without.")
    ] = "",
) -> None:
    """Answer an assistant over standard input and output (Model Context Protocol)."""
    from app.features.assistants import standard_streams
    from app.main import create_app

    logs.configure(settings().log_format)
    if not site:
        standard_streams.speak_of(create_app())
    elif not standard_streams.speak_for(site):
        typer.echo(f"No site like this one answers at {site}.", err=True)
        raise typer.Exit(1)


@db.command()
def upgrade() -> None:
    """Bring the tables up to date. Others who write wait meanwhile."""
    from app.upkeep import migrating
    from app.upkeep.opening import writing

    migrated = migrating.upgrade(writing())
    if migrated.before == migrated.after:
        typer.echo(f"The tables are up to date ({migrated.after}).")
    else:
        typer.echo(f"The tables are now at {migrated.after}; before: {migrated.before or 'none'}.")
    if migrated.words_renewed:
        typer.echo("The words to search for have been made anew.")


@app.command()
def seed(
    folder: Annotated[Path, typer.Argument(help="A folder like seed/.")] = SEED,
) -> None:
    """Publish what the seed folder holds. Run twice, it changes nothing."""
    from app.publishing.seed import seed as publish_seed
    from app.upkeep.causes import UpkeepError, no_folder
    from app.upkeep.opening import up_to_date

    if not folder.is_dir():
        raise UpkeepError(no_folder(folder))
    report(publish_seed(up_to_date(), folder))


@app.command()
def demo(
    evaluations: Annotated[
        int | None,
        typer.Option(min=1, max=MADE_UP_EVALUATIONS, help="How many; the usual ones without."),
    ] = None,
) -> None:
    """Publish made-up municipalities, in a database that holds nothing else."""
    from app.publishing.demo import publish_demo
    from app.upkeep.opening import up_to_date
    from app.upkeep.progress import shown_progress

    with shown_progress() as tell:
        published = publish_demo(up_to_date(), SEED, evaluations, tell)
    report(published)


@releases.callback(invoke_without_command=True)
def list_releases(context: typer.Context) -> None:
    """List the releases, newest first."""
    from app.database import open_session
    from app.queries import reading

    if context.invoked_subcommand is not None:
        return
    with open_session() as session:
        listed = reading.releases(session)
        if not listed:
            typer.echo("Nothing has been published yet.", err=True)
        for release in listed:
            published = release.published_at.strftime("%Y-%m-%d %H:%M")
            typer.echo(f"{release.number}  {published}  {release.sha256}  {release.summary}")


@releases.command()
def continue_after(
    number: Annotated[int, typer.Argument(min=1, help="The highest number ever used.")],
) -> None:
    """Give the next release a higher number than this, as after an old file was copied back."""
    from app.database import session_factory
    from app.publishing import numbering
    from app.publishing.turn import take_turn
    from app.upkeep.opening import up_to_date

    with session_factory(up_to_date())() as session, session.begin():
        take_turn(session.connection())
        typer.echo(f"The next release is {numbering.continue_after(session, number) + 1}.")


@catalogues.command()
def check() -> None:
    """Name every string that is not translated, or no longer said."""
    from app.web.words import translations

    problems = translations.check()
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)


@catalogues.command()
def update() -> None:
    """Bring the catalogues in step with what is said."""
    from app.web.words import translations

    translations.update()


def report(published: "Published") -> None:
    """What came of publishing."""
    if published.release is None:
        typer.echo("Nothing has changed.")
    else:
        typer.echo(f"Release {published.release.number}: {published.release.summary}")
    for remark in published.remarks:
        typer.echo(remark, err=True)
    for line in published.told():
        typer.echo(line)


if __name__ == "__main__":
    app()
