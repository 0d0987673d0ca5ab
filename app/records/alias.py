"""Names in addresses that records had before."""

from app.domain.aliases import Alias
from app.models import AliasRevision
from app.records.contents import Content, Contents
from app.records.document import Document
from app.records.rows import RevisionRows, columns, stored

CONTENTS = Contents()


def alias_document(alias: Alias) -> Document:
    key = f"{alias.kind.value}/{alias.old}"
    return Document(AliasRevision, key, CONTENTS.write(alias))


def alias_rows(content: Content) -> RevisionRows:
    return RevisionRows(columns(AliasRevision, content), {})


def stored_alias(row: AliasRevision) -> Alias:
    return CONTENTS.read(Alias, stored(row))
