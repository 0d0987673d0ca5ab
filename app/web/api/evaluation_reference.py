"""Which evaluation: enough to name it, to place it in time and method, and to ask for it whole."""

from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Municipality
from app.web.api.evaluation_document import MunicipalityRef, municipality_ref
from app.web.api.schemas import Out


class EvaluationRef(Out):
    """An evaluation by its id, with what is needed to read a figure of it right."""

    id: str
    municipality: MunicipalityRef
    county: str
    year: int
    method_version: str
    family: str


def evaluation_ref(summary: EvaluationSummary, municipality: Municipality) -> EvaluationRef:
    return EvaluationRef(
        id=summary.id,
        municipality=municipality_ref(municipality),
        county=summary.county,
        year=summary.year,
        method_version=summary.version,
        family=summary.family,
    )
