"""How the command line tells what went wrong: one message for one cause, and never a traceback.

What knows all the causes is imported when there is one: a start has no time for it.
"""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from app.config import settings
from app.domain.language import SOURCE
from app.errors import KompassError
from app.publishing.faults import RejectedError

if TYPE_CHECKING:
    from app.upkeep.causes import Cause

_OTHERS = (typer.Exit, typer.Abort, TyperException, BrokenPipeError)
"""What the command line's own library answers."""


class TellingGroup(TyperGroup):
    """Commands whose errors are told in words."""

    def invoke(self, ctx: Any) -> Any:
        with telling_faults(debug=bool(ctx.params.get("debug"))):
            return super().invoke(ctx)


@contextmanager
def telling_faults(*, debug: bool = False) -> Iterator[None]:
    """Tells what went wrong in words. Rejected data have an exit code of their own, 2.

    With `debug` it shows where, too.
    """
    try:
        yield
    except _OTHERS:
        raise
    except Exception as error:
        if debug:
            traceback.print_exception(error, file=sys.stderr)
        typer.echo(words_of(error), err=True)
        raise typer.Exit(2 if isinstance(error, RejectedError) else 1) from None


def words_of(error: Exception) -> str:
    """What went wrong, in a line or two; faults of data, each in a line."""
    from app.publishing.numbering import NumberRefused
    from app.publishing.release import ReadBackDiffers, WrongDataset
    from app.web.words.languages import translate

    if isinstance(error, RejectedError):
        count = len(error.faults)
        faults = "1 fault" if count == 1 else f"{count} faults"
        return f"{error}\n{faults}. Nothing has been written."
    if isinstance(error, KompassError):
        return translate(error.message, SOURCE)
    if isinstance(error, WrongDataset | ReadBackDiffers | NumberRefused | ValueError):
        return str(error)
    cause = explained(error)
    if cause is not None:
        return str(cause)
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    said = str(error).partition("\n")[0]
    return f"Something is wrong in the program: {type(error).__name__}: {said}\n{_SHOW}"


_SHOW = "Where, is shown by: kompass --debug"


def explained(error: BaseException) -> "Cause | None":
    """The cause of an error. Where tables or columns are missing, their version tells why."""
    from sqlalchemy.exc import DBAPIError

    from app.database import engine_for
    from app.upkeep.causes import UpkeepError, cause_of, known_cause
    from app.upkeep.schema import schema_of

    url = settings().database_url
    cause = cause_of(error, url)
    if cause is None or cause.slug not in ("no-tables", "changed-schema"):
        return cause
    if isinstance(error, UpkeepError):
        return cause
    with suppress(DBAPIError, OSError), engine_for(url).connect() as connection:
        schema = schema_of(connection)
        if schema.fault is not None:
            return schema.fault
        said = str(getattr(error, "orig", error)).partition("\n")[0]
        return known_cause("changed-schema", f"The tables have been changed by hand: {said}.")
    return cause
