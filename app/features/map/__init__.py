"""Evaluated municipalities on a map."""
