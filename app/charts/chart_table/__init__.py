"""A row for each area: everybody's dots, the middle half, averages, and those it is about."""
