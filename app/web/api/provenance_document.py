"""What list items carry to be cited and kept in step: stated points, and when they last changed."""

from datetime import datetime
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.provenance import FigureOrigin
from app.domain.score import Measure
from app.web.api.schemas import Of, Out, Points, With


class ChangedOut(Out):
    """When a record last changed, so that only what is newer has to be read again."""

    changed_in: int = Field(
        validation_alias=AliasPath("change", "release"),
        description="The release in which the record came or last changed.",
    )
    updated: datetime = Field(
        validation_alias=AliasPath("change", "at"), description="When that was published (UTC)."
    )


StatedOf = Annotated[
    dict[Measure, Points | None],
    Of(lambda item: {measure: item.stated.get(measure) for measure in Measure}),
    Field(description="Points as the source prints them, by `total` or the number of the area."),
]


def with_provenance(evaluation: object, provenance: FigureOrigin) -> With:
    """An evaluation with where it was read, what is stated there, and when it last changed."""
    return With(
        evaluation,
        source=provenance.source,
        stated=provenance.stated,
        change=provenance.change,
    )
