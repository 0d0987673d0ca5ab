"""What disagrees in the sources of the figures that a comparison shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.contents.comparisons.compared import Compared
from app.domain.consistency import discrepancies
from app.domain.evaluation import Discrepancy
from app.domain.method import Instrument
from app.domain.score import Measure


@dataclass(frozen=True, slots=True)
class Remark:
    """A discrepancy in one of the figures shown."""

    discrepancy: Discrepancy
    of: Compared


def remarks(
    compared: Sequence[Compared],
    instrument: Instrument,
    *,
    total: bool = False,
    areas: bool = False,
    questions: bool = False,
) -> tuple[Remark, ...]:
    """Where figures that are shown disagree in their source; what is not shown is left out."""

    def shown(discrepancy: Discrepancy) -> bool:
        if discrepancy.question is not None:
            return questions
        if discrepancy.measure is Measure.TOTAL:
            return total
        return discrepancy.measure is not None and areas

    return tuple(
        Remark(found, one)
        for one in compared
        for found in discrepancies(one.evaluation, instrument.version(one.version))
        if shown(found)
    )
