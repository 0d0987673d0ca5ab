"""What comparing goes by."""

from dataclasses import dataclass

from app.domain.gap import SmallDifference
from app.domain.method import Instrument


@dataclass(frozen=True, slots=True)
class Rules:
    """The instrument says what may be compared (design rule 4), this site what difference counts
    (design rule 6)."""

    instrument: Instrument
    small: SmallDifference
