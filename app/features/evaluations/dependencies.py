"""What the routes of an evaluation ask for: all that is said of the one that an address names."""

from typing import Annotated

from fastapi import Depends

from app.domain.message import say
from app.errors import NotFound
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.features.evaluations.content import EvaluationContent, YearContent, content


def of_year(
    reading: ReadingDep, municipality: MunicipalityDep, year: str
) -> EvaluationContent | YearContent:
    """The evaluation of a year, or the choice where there are several and none is the plain one.
    `year` is `2018`, or `2018-v2.1` where a year has two evaluations.

    Raises:
        NotFound: the municipality has no evaluation at this address.
        Gone: it had one, which has been withdrawn.
    """
    return content(reading, municipality, year)


YearDep = Annotated[EvaluationContent | YearContent, Depends(of_year)]


def at_address(at_year: YearDep) -> EvaluationContent:
    """The one evaluation at an address.

    Raises:
        NotFound: there is none, or there are several in the year.
        Gone: there was one, which has been withdrawn.
    """
    if isinstance(at_year, EvaluationContent):
        return at_year
    page, name = f"/kommuner/{at_year.municipality.slug}", at_year.municipality.label
    raise NotFound(
        say("There are several evaluations in this year. Choose one of them."),
        [(f"{name} {one.path}", f"{page}/{one.path}") for one in at_year.evaluations],
    )


EvaluationDep = Annotated[EvaluationContent, Depends(at_address)]
