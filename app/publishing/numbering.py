"""Numbers of releases: one that was ever used never means anything else, whatever is restored."""

from sqlalchemy import delete, func, insert
from sqlmodel import Session, col, select

from app.models import NumberingRow, ReleaseRow
from app.queries.reading import LARGEST_NUMBER


class NumberRefused(Exception):
    """A number that releases cannot go on from."""


def highest_used(session: Session) -> int:
    """The highest number that any release has had, also one that is here no more; else 0."""
    newest = session.scalar(select(func.max(col(ReleaseRow.number))))
    remembered = session.scalar(select(func.max(col(NumberingRow.highest))))
    return max(newest or 0, remembered or 0)


def remember_number(session: Session, number: int) -> None:
    """The next release has a higher number than this one, and than any that was used before."""
    highest = max(number, highest_used(session))
    session.exec(delete(NumberingRow))
    session.exec(insert(NumberingRow).values(id=1, highest=highest))


def continue_after(session: Session, number: int) -> int:
    """Sets by hand the number that the next release is higher than; returns it.

    For a database that was put back without `kompass restore` and has forgotten later releases.

    Raises:
        NumberRefused: a higher number was used already, or none is left.
    """
    used = highest_used(session)
    if number < used:
        raise NumberRefused(f"The number {used} was used already: the next is {used + 1}.")
    if number >= LARGEST_NUMBER:
        raise NumberRefused(f"A release number is below {LARGEST_NUMBER}.")
    remember_number(session, number)
    return number
