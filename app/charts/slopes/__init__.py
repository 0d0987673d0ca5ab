"""Totals of several over the years: a line for each, from its earlier evaluations to its later."""
