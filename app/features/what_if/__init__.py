"""Scenarios: an area with other points, areas with other weights. Never a result."""
