"""One method version."""
