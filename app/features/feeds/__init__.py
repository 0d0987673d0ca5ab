"""Feeds of what came, was corrected and was withdrawn."""
