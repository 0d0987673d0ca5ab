"""Figures and rules as sentences (`Message`): one module for each thing that is spoken of."""
