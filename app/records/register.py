"""Municipalities with their codes and inhabitants, and how they became others."""

from collections.abc import Iterable

from app.domain.municipality import Change, Municipality, Population
from app.domain.naming.spelling import fold
from app.models import (
    ChangeRevision,
    GroupMembershipRow,
    MunicipalityCodeRow,
    MunicipalityRevision,
    PopulationRow,
)
from app.records.contents import Content, Contents, Spelling
from app.records.document import Document
from app.records.rows import RevisionRows, columns, stored

ADDED = frozenset({"names", "groups", "peers", "tax_bases", "area", "language_form"})

CONTENTS = Contents({Municipality: Spelling(added=ADDED)})

LISTED = ("names", "peers", "tax_bases")
"""What is only ever read whole, so it is one column each."""


def municipality_document(
    municipality: Municipality, populations: Iterable[Population]
) -> Document:
    content = CONTENTS.write(municipality)
    content["populations"] = [CONTENTS.write(population) for population in populations]
    return Document(MunicipalityRevision, municipality.slug, content)


def municipality_rows(content: Content) -> RevisionRows:
    municipality = CONTENTS.read(Municipality, content)
    terms = {"search_terms": _search_terms(municipality)}
    codes = [
        columns(MunicipalityCodeRow, code | {"position": position})
        for position, code in enumerate(content["codes"])
    ]
    groups = [
        columns(GroupMembershipRow, held | {"position": position})
        for position, held in enumerate(content.get("groups", ()))
    ]
    whole = {"area": content.get("area")}
    return RevisionRows(
        columns(MunicipalityRevision, content | terms | whole, "area"),
        {
            MunicipalityCodeRow: codes,
            PopulationRow: content["populations"],
            GroupMembershipRow: groups,
        },
    )


def _search_terms(municipality: Municipality) -> str:
    """What the version before finds a municipality by, folded, `|` before each: names, codes."""
    m = municipality
    words = [fold(name) for name in (m.name, *m.other_names, *m.earlier_names)]
    unique = dict.fromkeys(word for word in (*words, *(c.code for c in m.codes)) if word)
    return "|" + "|".join(unique) if unique else ""


def stored_municipality(
    row: MunicipalityRevision,
    codes: Iterable[MunicipalityCodeRow],
    groups: Iterable[GroupMembershipRow],
) -> Municipality:
    """The municipality, with its codes and groups in the order that they come in."""
    content = stored(row, "area") | {
        "slug": row.key,
        "codes": [stored(code) for code in codes],
        "groups": [stored(held) for held in groups],
    }
    return CONTENTS.read(Municipality, content | {name: content[name] or () for name in LISTED})


def change_document(change: Change) -> Document:
    key = f"{change.day.isoformat()}/{change.before}/{change.after}"
    return Document(ChangeRevision, key, CONTENTS.write(change))


def change_rows(content: Content) -> RevisionRows:
    return RevisionRows(columns(ChangeRevision, content), {})


def stored_change(row: ChangeRevision) -> Change:
    return CONTENTS.read(Change, stored(row))
