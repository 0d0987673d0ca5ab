"""What comparing goes by."""

from dataclasses import dataclass

from app.domain.coverage import CoverageRules
from app.domain.gap import SmallDifference
from app.domain.method import Instrument


@dataclass(frozen=True, slots=True)
class Rules:
    """The instrument says what may be compared (design rule 4), this site what difference counts
    (design rule 6) and whom figures stand for (design rule 5)."""

    instrument: Instrument
    small: SmallDifference
    coverage: CoverageRules
