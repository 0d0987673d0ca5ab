"""Municipalities on an outline of Norway and Sweden."""
