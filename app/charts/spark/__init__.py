"""A few totals over time as a line, each with its value and its label."""
