"""The desk, the queue of those who review, and new evaluations."""
