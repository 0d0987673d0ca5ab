"""The only selects: a reading goes in, domain objects come out, in a fixed number of statements."""
