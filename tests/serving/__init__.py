"""Real servers for tests: processes that answer, readers that behave badly, databases that fail."""
