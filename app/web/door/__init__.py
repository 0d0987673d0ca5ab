"""The door: what clients may send, for how long, and how many of them may stay."""
