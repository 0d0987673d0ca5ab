"""What a release holds, one module a kind: how a record is a domain object, a document and rows."""
