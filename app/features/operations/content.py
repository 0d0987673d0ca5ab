"""Whether the site can answer."""

from dataclasses import dataclass

from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Ready:
    """The site has something to show."""

    release: int


def ready(reading: Reading) -> Ready:
    """The newest release, which a reading has found already."""
    return Ready(reading.release.number)
