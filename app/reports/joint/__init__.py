"""The report of several municipalities, from what their comparison says."""
