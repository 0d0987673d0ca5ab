"""One page about an evaluation, for the council's table."""
