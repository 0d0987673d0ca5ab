"""Pure rules of the field: no framework, no database, no clock."""
