"""The focus areas: what each asks, and how the points for it are spread."""
