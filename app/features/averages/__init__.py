"""Averages, records and the number evaluated, over time."""
