"""How many of something each has: a mark for each of them, in a row for everybody."""
