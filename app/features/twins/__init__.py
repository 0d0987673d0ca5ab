"""Municipalities that are alike, and what one can learn from the other."""
