"""Eight columns, one for each area, with a line across where an average lies."""
