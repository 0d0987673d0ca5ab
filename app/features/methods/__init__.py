"""The instrument and its versions: what is measured, and what may be compared."""
