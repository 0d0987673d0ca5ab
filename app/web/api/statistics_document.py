"""What figures say together, as the API answers it: the same fields wherever there are any."""

from pydantic import Field

from app.domain.statistics import Statistics
from app.web.api.schemas import Out, Points


class StatisticsOut(Out):
    """Over at least five figures. Quartiles (type 7) need eight, and are null under that."""

    n: int = Field(ge=5)
    mean: Points
    median: Points
    lower_quartile: Points | None
    upper_quartile: Points | None
    minimum: Points
    maximum: Points


def statistics_out(found: Statistics) -> StatisticsOut:
    return StatisticsOut(
        n=found.n,
        mean=found.mean,
        median=found.median,
        lower_quartile=found.lower_quartile,
        upper_quartile=found.upper_quartile,
        minimum=found.minimum,
        maximum=found.maximum,
    )
