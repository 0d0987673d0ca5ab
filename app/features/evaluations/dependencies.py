"""What the routes of an evaluation ask for: all that is said of the one that an address names."""

from typing import Annotated

from fastapi import Depends, Request

from app.contents.evaluations.content import EvaluationContent, YearContent, content
from app.domain.aliases import path_of_id
from app.domain.changes import RecordKind
from app.domain.message import say
from app.errors import Moved, NotFound
from app.features.dependencies import MunicipalityDep, ReadingDep
from app.queries.aliases import aliases
from app.web.addresses import with_part


def of_year(
    request: Request, reading: ReadingDep, municipality: MunicipalityDep, year: str
) -> EvaluationContent | YearContent:
    """The evaluation of a year, or the choice where there are several and none is the plain one.
    `year` is `2018`, or `2018-v2.1` where a year has two evaluations.

    Raises:
        Moved: the evaluation is called otherwise now.
        NotFound: the municipality has no evaluation at this address.
        Gone: it had one, which has been withdrawn.
    """
    new = aliases(reading).resolve(RecordKind.EVALUATION, f"{municipality.slug}-{year}")
    if new is not None:
        raise Moved(with_part(request, f"{municipality.slug}/{year}", path_of_id(new)), 308)
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
