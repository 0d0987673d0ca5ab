"""Dots on a line, one or a few of them marked: where results lie, and who among them."""
