"""The `kompass` command: run the site, keep its database, publish what the seed folder holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError

from app import serving
from app.bounds import MADE_UP_EVALUATIONS
from app.config import ROOT, settings
from app.database import engine_for, open_session
from app.errors import KompassError
from app.publishing.demo import publish_demo
from app.publishing.export import export
from app.publishing.faults import RejectedError
from app.publishing.release import Published, ReadBackDiffers, WrongDataset
from app.publishing.seed import seed as publish_seed
from app.queries import reading
from app.upkeep.progress import shown_progress
from app.web import translations
from app.web.languages import translate

app = typer.Typer(help="Results of Kommunekompasset.", no_args_is_help=True, add_completion=False)
db = typer.Typer(help="The database.", no_args_is_help=True)
catalogues = typer.Typer(help="The translations.", no_args_is_help=True)
app.add_typer(db, name="db")
app.add_typer(catalogues, name="translations")

SEED = ROOT / "seed"


@app.command()
def serve(
    host: Annotated[str, typer.Option(envvar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=0, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Processes that answer.")] = 1,
) -> None:
    """Run the site."""
    serving.run(host, port, workers)


@db.command()
def upgrade() -> None:
    """Bring the tables up to date."""
    with told():
        engine_for(settings().database_url, writes=True).connect().close()
        command.upgrade(Config(ROOT / "alembic.ini"), "head")


@app.command()
def seed(
    folder: Annotated[Path, typer.Argument(help="A folder like seed/.")] = SEED,
) -> None:
    """Publish what the seed folder holds. Run twice, it changes nothing."""
    with told():
        report(publish_seed(engine_for(settings().database_url, writes=True), folder))


@app.command()
def demo(
    evaluations: Annotated[
        int | None,
        typer.Option(min=1, max=MADE_UP_EVALUATIONS, help="How many; the usual ones without."),
    ] = None,
) -> None:
    """Publish made-up municipalities, in a database that holds nothing else."""
    with told(), shown_progress() as tell:
        engine = engine_for(settings().database_url, writes=True)
        published = publish_demo(engine, SEED, evaluations, tell)
    report(published)


@app.command()
def releases() -> None:
    """List the releases, newest first."""
    with told(), open_session() as session:
        for release in reading.releases(session):
            published = release.published_at.strftime("%Y-%m-%d %H:%M")
            typer.echo(f"{release.number}  {published}  {release.sha256}  {release.summary}")


@app.command(name="export")
def export_release(
    number: Annotated[int | None, typer.Argument(help="The release; the newest without.")] = None,
) -> None:
    """Write a release as one record a line. Its SHA-256 is the release's own."""
    with told(), open_session() as session:
        text = export(reading.open_reading(session, number))
        typer.echo(text.encode(), nl=False)  # bytes: the terminal's own encoding would change them


@catalogues.command()
def check() -> None:
    """Name every string that is not translated, or no longer said."""
    problems = translations.check()
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(1)


@catalogues.command()
def update() -> None:
    """Bring the catalogues in step with what is said."""
    translations.update()


def report(published: Published) -> None:
    """What came of publishing."""
    if published.release is None:
        typer.echo("Nothing has changed.")
    else:
        typer.echo(f"Release {published.release.number}: {published.release.summary}")
    for kept in published.kept:
        typer.echo(f"Left as an editor published it: {kept.table.__tablename__} {kept.key}")


@contextmanager
def told() -> Iterator[None]:
    """What can go wrong is told in words, with an exit code of its own."""
    try:
        yield
    except RejectedError as error:
        typer.echo(str(error), err=True)
        count = len(error.faults)
        faults = "1 fault" if count == 1 else f"{count} faults"
        typer.echo(f"{faults}. Nothing has been written.", err=True)
        raise typer.Exit(2) from None
    except KompassError as error:
        typer.echo(translate(error.message, "en"), err=True)
        raise typer.Exit(1) from None
    except (WrongDataset, ReadBackDiffers, ValueError, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except ArgumentError:
        typer.echo("DATABASE_URL is not the address of a database.", err=True)
        raise typer.Exit(1) from None
    except (OperationalError, ProgrammingError) as error:
        reason = str(error.orig).partition("\n")[0]
        typer.echo(f"The database cannot be used: {reason}", err=True)
        typer.echo("Its tables are made with: kompass db upgrade", err=True)
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app()
