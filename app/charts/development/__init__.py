"""Averages of a country over time."""
