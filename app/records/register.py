"""Municipalities with their codes and inhabitants, and how they became others."""

from collections.abc import Iterable

from app.domain.municipality import Change, Municipality, Population, search_terms
from app.models import ChangeRevision, MunicipalityCodeRow, MunicipalityRevision, PopulationRow
from app.records.contents import Content, Contents
from app.records.document import Document
from app.records.rows import RevisionRows, columns, stored

CONTENTS = Contents()


def municipality_document(
    municipality: Municipality, populations: Iterable[Population]
) -> Document:
    content = CONTENTS.write(municipality)
    content["populations"] = [CONTENTS.write(population) for population in populations]
    return Document(MunicipalityRevision, municipality.slug, content)


def municipality_rows(content: Content) -> RevisionRows:
    municipality = CONTENTS.read(Municipality, content)
    terms = {"search_terms": search_terms(municipality, municipality.earlier_names)}
    codes = [
        columns(MunicipalityCodeRow, code | {"position": position})
        for position, code in enumerate(content["codes"])
    ]
    return RevisionRows(
        columns(MunicipalityRevision, content | terms),
        {MunicipalityCodeRow: codes, PopulationRow: content["populations"]},
    )


def stored_municipality(
    row: MunicipalityRevision, codes: Iterable[MunicipalityCodeRow]
) -> Municipality:
    """The municipality, with its codes in the order that they come in."""
    content = stored(row) | {"slug": row.key, "codes": [stored(code) for code in codes]}
    return CONTENTS.read(Municipality, content)


def change_document(change: Change) -> Document:
    key = f"{change.day.isoformat()}/{change.before}/{change.after}"
    return Document(ChangeRevision, key, CONTENTS.write(change))


def change_rows(content: Content) -> RevisionRows:
    return RevisionRows(columns(ChangeRevision, content), {})


def stored_change(row: ChangeRevision) -> Change:
    return CONTENTS.read(Change, stored(row))
