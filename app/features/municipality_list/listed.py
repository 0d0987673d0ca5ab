"""The municipalities that an address of the API lists, with what stands beside each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from app.domain.changes import RecordKind
from app.domain.municipality import Municipality, Population
from app.domain.provenance import FigureOrigin, LastChange
from app.features.municipality_list.matches import FittingMunicipalities, find
from app.features.municipality_list.parameters import MunicipalityFilterParameters
from app.features.municipality_list.rows import Entry
from app.queries import register
from app.queries.named import named_municipalities
from app.queries.provenance import last_changes, provenances
from app.queries.reading import Reading
from app.web.filters.named import MunicipalityNames


class ListedParameters(MunicipalityFilterParameters, MunicipalityNames):
    """The filters of the page, those that no longer exist, and some that are named."""

    former: bool = Field(
        False,
        description="Adds municipalities without an evaluation that no longer exist; `detail=none` "
        "adds those that exist. With both, every identity of the register is listed.",
    )


@dataclass(frozen=True, slots=True)
class ListedBeside:
    """What is known of those that are answered: by slug, and of evaluations by id."""

    municipalities: Mapping[str, Municipality]
    populations: Mapping[str, Sequence[Population]]
    provenances: Mapping[str, FigureOrigin]
    changes: Mapping[str, LastChange]


def listed_municipalities(reading: Reading, parameters: ListedParameters) -> FittingMunicipalities:
    """All who fit.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    named = named_municipalities(reading, parameters.municipality, parameters.code)
    return find(reading, parameters, former=parameters.former, named=named)


def beside(reading: Reading, entries: Sequence[Entry]) -> ListedBeside:
    """What stands beside those that are answered. Eleven statements at most."""
    slugs = [entry.slug for entry in entries]
    ids = [entry.evaluation.id for entry in entries if entry.evaluation]
    return ListedBeside(
        register.listed_municipalities(reading, slugs),
        register.all_populations(reading, slugs),
        provenances(reading, ids),
        last_changes(reading, RecordKind.MUNICIPALITY, slugs),
    )
