"""What figures say together, as the API answers it: the same fields wherever there are any."""

from pydantic import Field

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
