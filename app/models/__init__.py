"""Tables. Importing the package registers every one of them; what is not public is named by
`app.models.editorial` alone."""

from app.models import editorial
from app.models.alias import AliasRevision
from app.models.base import DatasetKind, Origin, Revision, metadata
from app.models.coverage import KnownEvaluatedRevision
from app.models.evaluation import (
    AreaResultRow,
    EvaluationRevision,
    FindingRow,
    GoldStarRevision,
    QuestionResultRow,
)
from app.models.method import GroupSchemeRevision, InstrumentRevision, MethodVersionRevision
from app.models.municipality import (
    ChangeRevision,
    GroupMembershipRow,
    MunicipalityCodeRow,
    MunicipalityRevision,
    PopulationRow,
)
from app.models.reference import ReferenceAverageRevision, ReferenceFigureRow
from app.models.release import DatasetRow, NumberingRow, ReleaseRow, SchemaSupportRow
from app.models.search import FindingWordRow, GoldStarWordRow, WordRulesRow

__all__ = [
    "AliasRevision",
    "AreaResultRow",
    "ChangeRevision",
    "DatasetKind",
    "DatasetRow",
    "EvaluationRevision",
    "FindingRow",
    "FindingWordRow",
    "GoldStarRevision",
    "GoldStarWordRow",
    "GroupMembershipRow",
    "GroupSchemeRevision",
    "InstrumentRevision",
    "KnownEvaluatedRevision",
    "MethodVersionRevision",
    "MunicipalityCodeRow",
    "MunicipalityRevision",
    "NumberingRow",
    "Origin",
    "PopulationRow",
    "QuestionResultRow",
    "ReferenceAverageRevision",
    "ReferenceFigureRow",
    "ReleaseRow",
    "Revision",
    "SchemaSupportRow",
    "WordRulesRow",
    "editorial",
    "metadata",
]
