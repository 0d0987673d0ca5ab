"""A draft as a whole: what it changes, and its steps."""
