"""The areas on axes around a centre."""
