"""Choosing municipalities and evaluations one by one, as the lists of the API can be asked.

What is chosen so is named: nothing of it is counted or offered in a form.
"""

from collections.abc import Collection
from typing import Annotated, Final

from pydantic import BaseModel, Field

from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.message import say
from app.errors import BadParameter
from app.web.filters.several import Several
from app.web.parameters import LONGEST_TEXT

Name = Annotated[str, Field(max_length=LONGEST_TEXT)]

NAMES_MUNICIPALITIES: Final = ("municipality", "code")
NAMES_EVALUATIONS: Final = (*NAMES_MUNICIPALITIES, "e", "year")
"""Parameters that no page takes."""

MOST_TOLD: Final = 3
"""Ids that a refusal names."""


class MunicipalityNames(BaseModel):
    """Which municipalities are wanted."""

    municipality: Annotated[
        Several[Name],
        Field(
            description="Only these municipalities, by their names in addresses.",
            examples=[["hemne", "hareid"]],
        ),
    ] = None
    code: Annotated[
        Several[Name],
        Field(
            description="Only municipalities that have or had one of these official codes; with "
            "`country` where both countries use it.",
            examples=[["5011"]],
        ),
    ] = None


class EvaluationNames(MunicipalityNames):
    """Which evaluations are wanted."""

    e: Annotated[
        Several[Name],
        Field(
            description="Only these evaluations, by their ids.",
            examples=[["hemne-2018", "hareid-2019"]],
        ),
    ] = None
    year: Annotated[
        Several[Annotated[int, Field(ge=1900, le=2100)]],
        Field(description="Only evaluations of these years.", examples=[[2018, 2019]]),
    ] = None


def named_evaluations(
    names: EvaluationNames, table: EvaluationTable, slugs: Collection[str] | None
) -> dict[str, Selection]:
    """What is admitted of those that are named, by parameter. `slugs` are the municipalities that
    are named, None where none are.

    Raises:
        BadParameter: there is no such evaluation.
    """
    found: dict[str, Selection] = {}
    if slugs is not None:
        found["municipality"] = table.among(slugs)
    if names.e is not None:
        unknown = [id for id in names.e if id not in table.by_id]
        if unknown:
            raise BadParameter(
                "e",
                say(
                    "There is no evaluation %(ids)s here. An evaluation is named by its "
                    "municipality and its year, such as %(example)s.",
                    ids=tuple(unknown[:MOST_TOLD]),
                    example="hemne-2018",
                ),
            )
        found["e"] = table.these(table.by_id[id] for id in names.e)
    if names.year is not None:
        found["year"] = table.where_any("year", names.year)
    return found
