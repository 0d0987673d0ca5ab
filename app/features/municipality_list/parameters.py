"""The filters of the list of municipalities."""

from collections.abc import Collection, Mapping
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from app.domain.score import Measure
from app.web.filters.declared import DETAIL_FILTER, Order, OrderedFilterParameters
from app.web.filters.evaluations import EvaluationChoice
from app.web.filters.several import Several
from app.web.parameters import Own, Page

WITHOUT_EVALUATION: Final = "none"
"""The value of `detail` that adds municipalities without an evaluation."""


class MunicipalityFilterParameters(OrderedFilterParameters):
    """The filters. One value of `detail` leaves nobody out, but adds others."""

    detail: Annotated[
        Several[Literal["questions", "areas", "some-areas", "total", "known", "none"]],
        Field(
            description="Only evaluations with this level of detail, or with any of several. "
            "`none` leaves nobody out: it adds municipalities without an evaluation.",
            examples=[["areas"]],
        ),
        DETAIL_FILTER,
    ] = None

    @property
    def adds_others(self) -> bool:
        """Whether municipalities without an evaluation are asked for."""
        return WITHOUT_EVALUATION in (self.detail or ())

    @property
    def asked_area(self) -> Measure | None:
        """The area that is asked for, if one is: that of the order before that of the filter."""
        ordered_by = self.sort_measure
        return self.needed_measure if ordered_by in (None, Measure.TOTAL) else ordered_by

    @property
    def averaged_measure(self) -> Measure:
        """What is averaged over those who fit."""
        return self.sort_measure or self.needed_measure or Measure.TOTAL

    @property
    def chosen(self) -> Mapping[str, object]:
        if not self.adds_others:
            return super().chosen
        levels = tuple(level for level in self.detail or () if level != WITHOUT_EVALUATION)
        without = self.model_copy(update={"detail": levels or None})
        return super(MunicipalityFilterParameters, without).chosen

    @property
    def of_anybody(self) -> Collection[str]:
        return (*super().of_anybody, *(("detail",) if self.adds_others else ()))


class ListParameters(MunicipalityFilterParameters):
    """The filters of the list that is shown page by page."""

    sort: Order = None
    page: Page = 1
    min: Own = None


Filters: TypeAlias = EvaluationChoice[MunicipalityFilterParameters]
