"""Writes a report as a file of one kind."""
