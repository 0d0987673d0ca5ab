"""The clock on the wall, which is the same in both countries: days are set and read by it."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

OSLO: Final = ZoneInfo("Europe/Oslo")


def day_of(at: datetime) -> date:
    """The day that a time is on."""
    return at.astimezone(OSLO).date()
